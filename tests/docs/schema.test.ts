import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { marketFile, participationFile } from '#core/abroad/schema.ts';
import { commentLetter, commentsFile } from '#core/comments/schema.ts';
import { partnerFile, recognitionFile } from '#core/cities/schema.ts';
import { exceptionsFile } from '#core/check/index.ts';
import { glossaryFile } from '#core/glossary/schema.ts';
import { changesLine } from '#core/exchange/open-data/changes.ts';
import { dataManifest, manifestPart } from '#core/exchange/open-data/manifest.ts';
import { validityFile } from '#core/exchange/open-data/validity.ts';
import { standardJson } from '#core/exchange/standard-json.ts';
import { indicatorFile } from '#core/indicators/schema.ts';
import { deadlinesFile, projectFile, projectKindsFile } from '#core/lifecycle/schema.ts';
import { courseFile, lessonMeta, questionsFile } from '#core/learning/schema.ts';
import { standardMeta, translationMeta } from '#core/model/meta.ts';
import { noticeMeta } from '#core/notices/schema.ts';
import { siteFile } from '#core/settings/schema.ts';
import { deskFile } from '#core/roles/index.ts';
import { promotionFile } from '#core/model/promotion.ts';
import { systemFile } from '#core/systems/schema.ts';
import { placeList } from '#library/place-words.ts';
import { chainList, coverageShape } from '#library/vocabulary.ts';

/** What editors read; written anew by `npm test -- tests/docs/schema.test.ts -u`. */
const shapes = {
  comments: commentLetter,
  'comments-kept': commentsFile,
  exceptions: exceptionsFile,
  'front-matter': standardMeta,
  'front-matter-en': translationMeta,
  system: systemFile,
  glossary: glossaryFile,
  indicators: indicatorFile,
  'market-access': marketFile,
  participation: participationFile,
  notice: noticeMeta,
  partner: partnerFile,
  recognition: recognitionFile,
  course: courseFile,
  lesson: lessonMeta,
  questions: questionsFile,
  promotion: promotionFile,
  project: projectFile,
  'project-kinds': projectKindsFile,
  deadlines: deadlinesFile,
  site: siteFile,
  desk: deskFile,
  chains: chainList,
  places: placeList,
  'catalogue-coverage': coverageShape,
  manifest: dataManifest,
  'manifest-part': manifestPart,
  changes: changesLine,
  validity: validityFile,
  standard: standardJson,
};

/** The shape as an author writes it: before defaults and conversions, which JSON Schema cannot say. */
function toSchema(shape: z.ZodType): object {
  return z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
}

describe('docs/schema', () => {
  it.each(Object.entries(shapes))(
    '%s.json is the shape that files are held to',
    async (name, shape) => {
      const text = `${JSON.stringify(toSchema(shape), null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`../../docs/schema/${name}.json`);
    },
  );

  it('requires of an author what has no default, and refuses unknown keys', () => {
    expect(toSchema(standardMeta)).toMatchObject({
      required: ['number', 'title', 'issuers'],
      additionalProperties: false,
    });
    expect(toSchema(systemFile)).toMatchObject({ additionalProperties: false });
  });
});
