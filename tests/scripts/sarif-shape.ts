import { z } from 'zod';

/**
 * The part of SARIF 2.1.0 (OASIS, errata 01) that `std check` writes, as strict as its published schema: every object refuses keys
 * it does not know, and what is required there is required here.
 */
const message = z.strictObject({ text: z.string().min(1) });
const artifactLocation = z.strictObject({
  /** A relative reference: no spaces, nothing outside ASCII, no way up. */
  uri: z.string().regex(/^(?!\/|\.\.)(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})+$/),
});
const count = z.int().min(1);
const region = z
  .strictObject({
    startLine: count,
    startColumn: count.optional(),
    endLine: count.optional(),
    endColumn: count.optional(),
  })
  .refine(
    ({ startLine, startColumn = 1, endLine = startLine, endColumn = startColumn }) =>
      endLine > startLine || (endLine === startLine && endColumn >= startColumn),
  );
const level = z.enum(['none', 'note', 'warning', 'error']);
const properties = z.record(z.string(), z.string());

const rule = z.strictObject({
  id: z.string().min(1),
  shortDescription: message,
  help: message,
  helpUri: z.url(),
  defaultConfiguration: z.strictObject({ level }),
  properties,
});

const result = z.strictObject({
  ruleId: z.string().min(1),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z
    .array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) }))
    .length(1),
  partialFingerprints: z.record(z.string(), z.string().min(1)),
  fixes: z
    .array(
      z.strictObject({
        description: message,
        artifactChanges: z
          .array(
            z.strictObject({
              artifactLocation,
              replacements: z
                .array(
                  z.strictObject({
                    deletedRegion: region,
                    insertedContent: z.strictObject({ text: z.string() }),
                  }),
                )
                .min(1),
            }),
          )
          .min(1),
      }),
    )
    .optional(),
  suppressions: z
    .array(
      z.strictObject({
        kind: z.enum(['inSource', 'external']),
        status: z.enum(['accepted', 'underReview', 'rejected']).optional(),
        justification: z.string().optional(),
      }),
    )
    .optional(),
  properties,
});

export const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string().min(1),
            fullName: z.string(),
            version: z.string(),
            informationUri: z.url(),
            language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/),
            rules: z.array(rule),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(result),
      }),
    )
    .length(1),
});
