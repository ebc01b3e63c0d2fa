/** The pages that the head of each page leads to, in their order, unless a library says otherwise. */
export const navigationPages = [
  'systems',
  'browse',
  'terms',
  'lifecycle',
  'tools',
  'learn',
  'help',
] as const;
