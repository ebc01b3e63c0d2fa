import type { Diagnostic } from '#core/model/diagnostic.ts';
import { describeField } from './form-words.ts';

/** What a finding about a key of the front matter begins with. */
const keyed = { zh: /^“([\w.]+)”：/, en: /^"([\w.]+)": / };

/**
 * Findings of a text as somebody at the form reads them: where one is about a key of the front matter, the field is called as
 * the form calls it, with the key behind it: “发布机构”（issuers）：必须填写.
 */
export function nameFields(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.map((finding) => {
    const { rule, message } = finding;
    const key = rule.startsWith('front-matter') ? keyed.zh.exec(message.zh)?.[1] : undefined;
    if (key === undefined) return finding;
    const path = key.replaceAll(/\.\d+(?=\.|$)/g, '');
    const { label } = describeField(path);
    if (label.zh === path) return finding;
    return {
      ...finding,
      message: {
        zh: message.zh.replace(keyed.zh, `“${label.zh}”（${key}）：`),
        en: message.en.replace(keyed.en, `"${label.en}" (${key}): `),
      },
    };
  });
}
