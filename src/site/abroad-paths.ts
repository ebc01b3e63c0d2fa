/** The way abroad: standards here and international ones; without language and base. */
export const abroadPath = '/abroad/';
