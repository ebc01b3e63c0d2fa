/** The glossary of standardization, in our own words; without language and base. */
export const glossaryPath = '/glossary/';

/** An entry of the glossary on its page. */
export const glossaryEntryPath = (id: string): string => `${glossaryPath}#${id}`;
