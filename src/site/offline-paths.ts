/** What is kept on a device for reading off-line; without language and base. */
export const offlinePath = '/offline/';

/** What an installed portal is called and looks like. */
export const webManifestPath = '/site.webmanifest';
