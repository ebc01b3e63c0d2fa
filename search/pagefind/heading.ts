/** Between label and title of a clause in its heading, so that the browser can tell them apart. */
export const HEADING_GAP = '\u2502';
