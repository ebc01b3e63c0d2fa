/** The glossary of standardization, in our own words; without language and base. */
export const glossaryPath = '/glossary/';

/** An entry of the glossary on its page. */
export const glossaryEntryPath = (id: string): string => `${glossaryPath}#${id}`;

/** The training base; without language and base, as are all of these. */
export const learnPath = '/learn/';

/** The page of a course. */
export const coursePath = (course: string): string => `${learnPath}${course}/`;

/** The page of a lesson. */
export const lessonPath = (course: string, lesson: string): string =>
  `${coursePath(course)}${lesson}/`;

/** A drawing of a course. */
export const lessonFigurePath = (course: string, file: string): string =>
  `${coursePath(course)}${file}`;

/** What there is to learn of a standard; without language and base. */
export const learningPath = (slug: string): string => `/standards/${slug}/learn/`;

/** The text of a standard with explanations beside it. */
export const guidePath = (slug: string): string => `/standards/${slug}/guide/`;

/** The closing test of a course, with its certificate. */
export const testPath = (course: string): string => `${coursePath(course)}test/`;

/** Practice by repetition, and the list of question banks. */
export const practicePath = `${learnPath}practice/`;

/** The questions of one bank: of a course, or of a hosted standard. */
export const bankPath = (topic: string): string => `${practicePath}${topic}/`;

/** What has to be told of a standard, on one sheet. */
export const promotionPath = (slug: string): string => `/standards/${slug}/promotion/`;

/** The same as slides. */
export const slidesPath = (slug: string): string => `/standards/${slug}/slides/`;

/** Its requirements as cards for an inspection. */
export const inspectionPath = (slug: string): string => `/standards/${slug}/inspection/`;
