import { checkPlan } from '#acts/index.ts';
import type { ActPlan } from '#acts/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { describeApproval } from './approval.ts';
import type { ActShown, Published } from './client/shapes.ts';
import type { Desk } from './context.ts';
import { digestOf, listActChanges, showChange } from './file-changes.ts';
import type { Person } from './people.ts';
import { changedSince } from './publications.ts';
import type { PublicationFacts } from './publications.ts';
import { publishSite } from './publish-site.ts';
import { Refusal } from './refusal.ts';

/** A plan as the page shows it before it is done, with the errors that the library would have. */
export async function showAct(desk: Desk, plan: ActPlan, person: Person): Promise<ActShown> {
  const changes = listActChanges(desk.held.dir, plan);
  const { sentence, warnings } = plan;
  const found = changes.length > 0 ? await findAdded(desk, plan) : [];
  const errors = found.filter(({ severity }) => severity === 'error');
  const noticed = found
    .filter(({ severity }) => severity === 'warning')
    .map(({ message }) => message);
  const digest = digestOf(changes);
  const approval = describeApproval(desk, person, digest);
  return {
    digest,
    sentence,
    warnings: [...warnings, ...noticed],
    errors,
    files: changes.map(showChange),
    approval,
  };
}

/**
 * Does what was shown, and publishes the site.
 *
 * @throws {Refusal} where it is another change than was shown, nobody has approved it who has to, or the library would have
 *   errors
 */
export function performAct(
  desk: Desk,
  { by, digest }: { readonly by: Person; readonly digest: string },
  makePlan: () => ActPlan,
  describe: () => PublicationFacts,
): Promise<Published> {
  return publishSite(desk, { by, digest }, async () => {
    const plan = makePlan();
    if (digestOf(listActChanges(desk.held.dir, plan)) !== digest) throw changedSince();
    const error = (await findAdded(desk, plan)).find(({ severity }) => severity === 'error');
    if (error) throw wouldBeWrong(error);
    return desk.publications.applyAct(plan, { by, digest, facts: describe() });
  });
}

/** What the checks would find that they do not find now. */
async function findAdded({ held, cache }: Desk, plan: ActPlan): Promise<readonly Diagnostic[]> {
  return (await checkPlan(held.library(), plan, cache)).added;
}

const wouldBeWrong = ({ message }: Diagnostic): Refusal =>
  new Refusal(
    422,
    {
      zh: `这样改会出错，没有改动：${message.zh}`,
      en: `The change would bring an error; nothing was changed: ${message.en}`,
    },
    { zh: '改正后再看一遍会改什么。', en: 'Correct it, and look at the change once more.' },
  );
