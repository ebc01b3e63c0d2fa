import type { Bilingual } from '#core/base/bilingual.ts';
import { isDay } from '#core/base/day.ts';
import { keyOfNumber } from '#core/catalog/index.ts';
import { isProjectId, listDues, stageNamesEn } from '#core/lifecycle/index.ts';
import type { LifeStep, ProjectKind } from '#core/lifecycle/index.ts';
import { formatNumber, parseNumber } from '#core/number/index.ts';
import { degreeTerms, natureTerms } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { draftPlan } from '../draft-plan.ts';
import type { PlanDraft } from '../draft-plan.ts';
import { quoteYaml } from '../front-matter.ts';
import { ActRefused } from '../plan.ts';
import type { ActPlan, FieldFault } from '../plan.ts';

/** A project as it is begun (立项); an empty text is one that was not given. */
export interface ProjectOptions {
  readonly title: string;
  readonly titleEn?: string | undefined;
  /** Id of `project-kinds.yaml`. */
  readonly kind: string;
  /** `mandatory`, `recommended`, `guidance`; of local standards only. */
  readonly nature?: string | undefined;
  /** 计划号 */
  readonly plan?: string | undefined;
  /** Whether it revises a standard, and which one. */
  readonly isRevision: boolean;
  readonly revises?: string | undefined;
  readonly adopts?: string | undefined;
  /** IDT, MOD, NEQ */
  readonly degree?: string | undefined;
  readonly chains: readonly string[];
  readonly proposedBy: readonly string[];
  readonly administeredBy: readonly string[];
  readonly draftedBy: readonly string[];
  readonly office?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** The day of 立项. */
  readonly on: string;
  /** The day by which the draft is planned to be ready for comments. */
  readonly until?: string | undefined;
}

/** A project that would be begun: its id, and what is written. */
export interface ProjectBegun {
  readonly id: string;
  readonly plan: ActPlan;
}

/**
 * A project is begun: its file, with 立项 and, where a day is planned for it, 起草 as its stages.
 *
 * @throws {ActRefused} with what is wrong of each field
 */
export function planProject(library: Library, options: ProjectOptions): ProjectBegun {
  const kind = library.kinds.find(({ id }) => id === options.kind);
  const faults = findFaults(library, options, kind);
  if (faults.length > 0 || !kind) throw refuseFields(faults);
  const draft = draftPlan(library.dir);
  draft.watch('projects');
  const id = chooseId(library, options);
  const path = `projects/${id}/project.yaml`;
  draft.write(path, writeProject(options), {
    zh: '写出项目文件',
    en: 'The file of the project is written',
  });
  const late = warnOfPlanned(library, draft, kind, options);
  warnOfOthers(library, draft, options);
  return { id, plan: draft.finish(say(options, late)) };
}

/** The plan number that follows the highest of a year, in the series that has most of them; nothing where there is none. */
export function proposePlanNumber({ projects }: Pick<Library, 'projects'>, year: string): string {
  const series = new Map<string, readonly string[]>();
  for (const { plan = '' } of projects) {
    const [, head, serial] = /^(.*?)(\d{1,6})(?:号)?$/u.exec(plan) ?? [];
    if (head?.includes(year) && serial !== undefined)
      series.set(head, [...(series.get(head) ?? []), serial]);
  }
  const [most] = [...series].toSorted(([, a], [, b]) => b.length - a.length);
  if (!most) return '';
  const [head, serials] = most;
  const width = Math.max(...serials.map(({ length }) => length));
  return head + String(Math.max(...serials.map(Number)) + 1).padStart(width, '0');
}

const fault = (field: string, zh: string, en: string): FieldFault => ({ field, what: { zh, en } });

function findFaults(
  library: Library,
  options: ProjectOptions,
  kind: ProjectKind | undefined,
): readonly FieldFault[] {
  const { title, plan = '', on, until = '', email = '' } = options;
  const found: FieldFault[] = [];
  if (title === '') found.push(fault('title', '没有写名称。', 'There is no title.'));
  else if (!/\p{Script=Han}/u.test(title))
    found.push(fault('title', '这里写中文名称。', 'This is the title in Chinese.'));
  if (!kind)
    found.push(
      fault(
        'kind',
        '标准库的 project-kinds.yaml 里没有这一类标准，选别的一类。',
        'project-kinds.yaml of the library has no such kind; choose another.',
      ),
    );
  const same = library.projects.find((each) => plan !== '' && each.plan === plan);
  if (same)
    found.push(
      fault(
        'plan',
        `计划号 ${plan} 已经是《${same.title.zh}》的，换一个。`,
        `${plan} is the plan number of ${same.title.en ?? same.title.zh}; give another.`,
      ),
    );
  found.push(...checkDays(on, until), ...checkNumbers(options), ...checkNature(options, kind));
  if (email !== '' && !/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(email))
    found.push(
      fault(
        'email',
        `“${email}”不是电子邮箱，如 comments@example.cn。`,
        `"${email}" is no address of e-mail, such as comments@example.cn.`,
      ),
    );
  return found;
}

function checkDays(on: string, until: string): readonly FieldFault[] {
  const wrong = (field: string, day: string): FieldFault =>
    fault(
      field,
      day === '' ? '没有写日期。' : `“${day}”不是日期：写作 2026-12-01，并且要有这一天。`,
      day === '' ? 'There is no day.' : `"${day}" is no day: write an existing one as 2026-12-01.`,
    );
  if (!isDay(on)) return [wrong('on', on)];
  if (until === '') return [];
  if (!isDay(until)) return [wrong('until', until)];
  if (until >= on) return [];
  return [
    fault(
      'until',
      `计划完成的日期（${until}）早于立项（${on}）。`,
      `It is planned to be ready (${until}) before the project begins (${on}).`,
    ),
  ];
}

function checkNature(
  { nature = '' }: ProjectOptions,
  kind: ProjectKind | undefined,
): readonly FieldFault[] {
  if (nature === '') return [];
  const isKnown = natureTerms.some(({ value }) => value === nature && value !== 'unknown');
  if (isKnown && kind?.families.includes('local') !== false) return [];
  return [
    isKnown
      ? fault(
          'nature',
          '只有地方标准分强制性、推荐性；这一类不写。',
          'Only local standards are mandatory or recommended; leave it out for this kind.',
        )
      : fault(
          'nature',
          `没有“${nature}”这种性质：mandatory、recommended 或 guidance。`,
          `There is no force "${nature}": mandatory, recommended or guidance.`,
        ),
  ];
}

function checkNumbers({
  isRevision,
  revises = '',
  adopts = '',
  degree = '',
}: ProjectOptions): readonly FieldFault[] {
  const found: FieldFault[] = [];
  const noNumber = (field: string, written: string, reason: Bilingual): FieldFault =>
    fault(
      field,
      `“${written}”不是标准编号：${reason.zh}。`,
      `"${written}" is no standard number: ${reason.en}.`,
    );
  const parsed = parseNumber(revises);
  if (isRevision && revises === '')
    found.push(
      fault('revises', '修订要写明修订哪一项标准。', 'A revision says which standard it revises.'),
    );
  else if (isRevision && !parsed.ok) found.push(noNumber('revises', revises, parsed.reason));
  if (adopts === '' && degree !== '')
    found.push(
      fault(
        'adopts',
        '选了一致性程度，没有写采用哪一项标准。',
        'A degree was chosen, and no standard that is adopted.',
      ),
    );
  if (adopts !== '') {
    const other = parseNumber(adopts);
    if (!other.ok) found.push(noNumber('adopts', adopts, other.reason));
    if (!degreeTerms.some(({ value }) => value === degree))
      found.push(
        fault(
          'degree',
          '采用标准要写一致性程度：等同 IDT、修改 MOD 或非等效 NEQ。',
          'What is adopted is adopted to a degree: IDT, MOD or NEQ.',
        ),
      );
  }
  return found;
}

function refuseFields(faults: readonly FieldFault[]): ActRefused {
  const all = faults.map(({ what }) => what);
  return new ActRefused(
    {
      zh: `没有立项：${all.map(({ zh }) => zh).join('')}`,
      en: `The project was not begun. ${all.map(({ en }) => en).join(' ')}`,
    },
    { zh: '改正后再做一次。', en: 'Correct it and try again.' },
    faults,
  );
}

/** By the plan number where it has letters and digits; else the next of the year. */
function chooseId({ projects }: Library, { plan = '', on }: ProjectOptions): string {
  const taken = new Set(projects.map(({ id }) => id));
  const isFree = (id: string): boolean => isProjectId(id) && !taken.has(id);
  const said = plan
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const base = (/^[a-z]/.test(said) ? said : said === '' ? '' : `p${said}`).slice(0, 34);
  if (isFree(base)) return base;
  const stem = isProjectId(base) ? base : `p${on.slice(0, 4)}`;
  for (let at = 1; ; at += 1) if (isFree(`${stem}-${at}`)) return `${stem}-${at}`;
}

function writeProject(options: ProjectOptions): string {
  const { title, titleEn, kind, plan, on, until, isRevision, revises, nature } = options;
  const { adopts, degree, chains, office, email, phone } = options;
  const list = (key: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `${key}: [${values.map(quoteYaml).join(', ')}]\n`;
  const line = (key: string, value: string | undefined): string =>
    value ? `${key}: ${quoteYaml(value)}\n` : '';
  const contact = Object.entries({ office, email, phone })
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}: ${quoteYaml(value ?? '')}`);
  return [
    titleEn
      ? `title: { zh: ${quoteYaml(title)}, en: ${quoteYaml(titleEn)} }\n`
      : line('title', title),
    line('kind', kind),
    line('plan', plan),
    `year: ${on.slice(0, 4)}\n`,
    isRevision ? line('revises', printNumber(revises ?? '')) : '',
    line('nature', nature),
    adopts
      ? `adopts:\n  - { number: ${quoteYaml(printNumber(adopts))}, degree: ${degree ?? ''} }\n`
      : '',
    list('chains', chains),
    list('proposedBy', options.proposedBy),
    list('administeredBy', options.administeredBy),
    list('draftedBy', options.draftedBy),
    contact.length > 0 ? `contact: { ${contact.join(', ')} }\n` : '',
    'stages:\n',
    `  - { stage: 立项, began: ${on} }\n`,
    until ? `  - { stage: 起草, began: ${on}, until: ${until} }\n` : '',
  ].join('');
}

function printNumber(written: string): string {
  const parsed = parseNumber(written);
  return parsed.ok ? formatNumber(parsed.number) : written;
}

/** The days that the limits set for it, as far as they follow from 立项; warns of a plan that goes beyond them. */
function warnOfPlanned(
  { deadlines }: Library,
  draft: PlanDraft,
  kind: ProjectKind,
  { on, until = '', nature }: ProjectOptions,
): readonly Bilingual[] {
  const steps: readonly LifeStep[] = [{ stage: '立项', began: on }];
  const dues = listDues(steps, kind.id, deadlines).filter(({ bound }) => bound === '至多');
  for (const { stage, day } of dues)
    if (until > day)
      draft.warn({
        zh: `计划 ${until} 完成，晚于期限：${day} 前${stage}`,
        en: `It is planned to be ready on ${until}, later than the limit: ${stageNamesEn[stage]} by ${day}`,
      });
  if (nature === 'mandatory')
    draft.warn({
      zh: '地方标准是推荐性标准（《标准化法》第二条）；法律、行政法规和国务院决定另有规定的，才是强制性的',
      en: 'Local standards are recommended ones (Standardization Law, Article 2), unless a law, an administrative regulation or a decision of the State Council says otherwise',
    });
  return dues.map(({ limit, stage, day }) => {
    const source = deadlines.limits.find(({ id }) => id === limit)?.source;
    const by = source && `${source.document}${source.article ?? ''}`;
    return {
      zh: `${day} 前${stage}（${by ?? '本库自定的期限'}）`,
      en: `${stageNamesEn[stage]} by ${day} (${by ?? "the library's own limit"})`,
    };
  });
}

/** What somebody should look at before there are two projects of one thing. */
function warnOfOthers(
  { projects, catalog }: Library,
  draft: PlanDraft,
  { title, isRevision, revises = '' }: ProjectOptions,
): void {
  const same = projects.find((each) => each.title.zh === title);
  if (same)
    draft.warn({
      zh: `已有同名的项目：${same.plan ?? same.id}`,
      en: `There is a project of that title: ${same.plan ?? same.id}`,
    });
  if (!isRevision) return;
  const key = keyOfNumber(revises);
  const entry = catalog.byKey(key);
  const printed = printNumber(revises);
  const status = entry && catalog.statusOf(entry).status;
  if (!entry)
    draft.warn({
      zh: `标准库和目录里没有 ${printed}，请核对编号`,
      en: `Neither the library nor its catalogue has ${printed}; look at the number once more`,
    });
  else if (status === '废止' || status === '被代替')
    draft.warn({
      zh: `${printed} 已${status}`,
      en: `${printed} is ${status === '废止' ? 'withdrawn' : 'replaced'}`,
    });
  const other = projects.find(
    (each) => each.revises !== undefined && keyOfNumber(each.revises) === key && !each.number,
  );
  if (other)
    draft.warn({
      zh: `${printed} 已有项目在修订：${other.plan ?? other.id}`,
      en: `A project revises ${printed} already: ${other.plan ?? other.id}`,
    });
}

function say(
  { plan, title, titleEn, on }: ProjectOptions,
  dues: readonly Bilingual[],
): ActPlan['sentence'] {
  const limits = (language: 'zh' | 'en', by: string): string =>
    dues.map((due) => due[language]).join(by);
  const zh = `${on} 立项：${plan ? `${plan} ` : ''}《${title}》`;
  const en = `Project ${plan ? `${plan}, ` : ''}${titleEn || title}, begun on ${on}`;
  return {
    zh: dues.length > 0 ? `${zh}。期限：${limits('zh', '；')}` : zh,
    en: dues.length > 0 ? `${en}. Limits: ${limits('en', '; ')}` : en,
  };
}
