import { z } from 'zod';
import type { Bilingual } from '../base/bilingual.ts';
import { navigationPages } from './navigation.ts';

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const text = (longest: number) => z.string().trim().min(1).max(longest);

/** Words in Chinese alone, or in both languages; the Chinese stand for English that is not there. */
const said = (longest = 200) =>
  z
    .union([text(longest), z.strictObject({ zh: text(longest), en: text(longest).optional() })])
    .transform((value): Bilingual => {
      const { zh, en } = typeof value === 'string' ? { zh: value } : value;
      return { zh, en: en ?? zh };
    });

/** An address of another site; nothing that a browser would run. */
const webAddress = z
  .string()
  .max(500)
  .refine((url) => /^https?:\/\/[^\s<>"]+$/.test(url) && URL.canParse(url), {
    error:
      '写完整的网址，如 https://www.example.cn/｜write a whole address such as https://www.example.cn/',
  });

/** Pages that are there, and led to from elsewhere unless a library puts them into the head. */
const otherPages = ['about', 'data', 'feeds', 'notices'] as const;

const navigationEntry = z.union([
  z.enum([...navigationPages, ...otherPages]),
  z.strictObject({ name: said(30), url: webAddress }),
]);

const svgFile = z
  .string()
  .max(120)
  .regex(/^site\/[\p{L}\p{N}][\p{L}\p{N}_.-]*\.svg$/u, {
    error:
      '写库里 site/ 文件夹中的 SVG，如 site/logo.svg｜name an SVG in the folder site/ of the library: site/logo.svg',
  });

const contact = z.strictObject({
  name: said(80),
  telephone: text(60).optional(),
  email: z
    .string()
    .max(120)
    .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, {
      error: '写成 name@example.cn｜write it like name@example.cn',
    })
    .optional(),
  address: said(200).optional(),
  url: webAddress.optional(),
});

const licence = z.strictObject({ name: said(120), url: webAddress.optional() });

const server = z.strictObject({
  url: webAddress,
  key: z.string().regex(/^[!-~]{1,512}$/, {
    error:
      '写只能搜索的密钥：它人人看得见｜write a key that may only search: everybody can read it',
  }),
});

/** The families of numbers for which a library can name the place where their texts are read. */
const platformFamilies = [
  'national',
  'industry',
  'local',
  'group',
  'enterprise',
  'metrology',
  'international',
  'foreign',
] as const;

const platform = z.strictObject({
  name: said(60),
  url: webAddress,
  families: z.array(z.enum(platformFamilies)).min(1).max(8),
});

/** `site.yaml`: what a library says of its portal. Whatever it leaves out has a default that names no city. */
export const siteFile = z.strictObject({
  /** The portal: its whole name, the short one of the head, and what stands beside that. */
  names: z
    .strictObject({ full: said(120), short: said(60).optional(), tagline: said(60).optional() })
    .optional(),
  city: z
    .strictObject({
      name: said(60),
      /** 行政区划代码, GB/T 2260. */
      code: z
        .string()
        .regex(/^\d{6}$/, { error: '写六位行政区划代码｜write the six digits of the division' })
        .optional(),
      /** What follows DB in the numbers of its standards: `3702`, of a province `37`. */
      standards: z
        .string()
        .regex(/^\d{2}(?:\d{2})?$/, {
          error:
            '写 DB 之后的两位或四位数字，加引号｜write the two or four digits after DB, quoted',
        })
        .optional(),
    })
    .optional(),
  /** Of links and buttons; the other colours that go with it are worked out. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, {
      error: '写成 "#0b5876" 这样，加引号｜write it like "#0b5876", in quotes',
    })
    .optional(),
  logo: z.strictObject({ light: svgFile, dark: svgFile.optional() }).optional(),
  home: z
    .strictObject({
      title: said(40).optional(),
      lead: said(200).optional(),
      /** Searches to try. */
      examples: z.array(text(40)).min(1).max(5).optional(),
    })
    .optional(),
  navigation: z.array(navigationEntry).min(1).max(9).optional(),
  footer: z
    .strictObject({
      /** ICP 备案号. */
      icp: text(60).optional(),
      /** 公安备案号, with the address of its record. */
      police: z.strictObject({ number: text(60), url: webAddress.optional() }).optional(),
      contacts: z.array(contact).max(6).default([]),
      /** The accessibility statement, where it has an address of its own. */
      accessibility: webAddress.optional(),
    })
    .optional(),
  /** English can be left out. */
  languages: z
    .array(z.enum(['zh', 'en']))
    .min(1)
    .max(2)
    .refine((list) => list.includes('zh'), {
      error: '中文不能少｜Chinese has to be among them',
    })
    .optional(),
  /** Up to so many records each has a page of its own; of more, those that something here names. */
  recordPages: z.int().min(0).max(1_000_000).optional(),
  /** Of the day on which statuses are worked out. */
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, {
      error: '写时区的名字，如 Asia/Shanghai｜write the name of a zone such as Asia/Shanghai',
    })
    .optional(),
  /** Without a path: that is `base`. */
  address: z
    .string()
    .regex(/^https?:\/\/[^/\s?#@]+\/?$/, {
      error:
        '写成 https://bz.example.cn，下面的路径写在 base｜write it like https://standards.example.cn; the path below it goes into base',
    })
    .optional(),
  base: z
    .string()
    .regex(/^\/(?:[\w~-][\w.~-]*\/)*$/, {
      error: '写成 /portal/ 或 /a/b/，两头有 /｜write /portal/ or /a/b/, with / at both ends',
    })
    .optional(),
  search: z
    .strictObject({
      index: z
        .string()
        .regex(/^[\w-]{1,100}$/)
        .default('biaolian'),
      servers: z.array(server).min(1).max(8),
    })
    .optional(),
  /** What is said of samples: on every page of a library that has some, and in each text that is one. */
  sample: z
    .strictObject({
      site: said(300).optional(),
      standard: said(300)
        .refine(({ zh }) => zh.startsWith('样例：'), {
          error:
            '以“样例：”开头，这样导入 Word 稿时认得出来｜the Chinese begins with 样例：, by which an import from Word knows it',
        })
        .optional(),
    })
    .optional(),
  licences: z.strictObject({ texts: licence.optional(), facts: licence.optional() }).optional(),
  /** Where to read what the library lacks; before the national ones, which are known. */
  platforms: z.array(platform).max(12).optional(),
});

/** What a library says of its portal, as it is written. */
export type SiteFile = z.infer<typeof siteFile>;
