import { z } from 'zod';
import { vietnamDay } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/day.ts';
import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import { type JobHandler, RunFailed, type RunHandler } from '../../platform/jobs/index.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { editionByPid, localSecond, type PhaseAct, permits } from '../calls/index.ts';
import { dossierKeep } from './policy.ts';
import { type DeskEdition, deskEditions } from './queries/index.ts';
import { purgeDrafts, sendOne } from './service/index.ts';
import { deskWords } from './vi/office/index.ts';

const order = z.object({
  edition: z.string(),
  subject: z.string(),
  body: z.string(),
  dossiers: z.array(z.string()),
  key: z.string(),
  href: z.string(),
});

/** Sends a letter to each entrant of an order; begun again after a crash it writes to nobody twice. */
export const lettersRun: RunHandler = {
  resumable: true,
  async run(cx, payload, run) {
    const sent = order.parse(payload);
    const edition = await editionByPid(cx, sent.edition);
    if (!(await may(cx, dossierKeep, edition.organisation.id)))
      throw new RunFailed('letters_not_allowed');
    let letters = 0;
    for (const [at, pid] of sent.dossiers.entries()) {
      await run.progress(at, sent.dossiers.length);
      if (run.cancelled()) return { letters };
      if (await sendOne(cx, sent, pid)) letters += 1;
    }
    await run.progress(sent.dossiers.length, sent.dossiers.length);
    return { letters, href: sent.href };
  },
};

export const purgeJob: JobHandler = async (cx) => {
  await purgeDrafts(cx);
};

/** So many days before an end the desk tells of it. */
const nearDays = 7;

/** What waits in the open editions of an organisation: dossiers to be checked, supplements, ends. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, dossierKeep, organisationId))) return [];
  const editions = await deskEditions(cx.db, organisationId, localSecond(cx.clock.now()));
  return editions.flatMap((edition) => tasksOf(cx, edition, code));
}

function tasksOf(cx: Cx, edition: DeskEdition, code: string): ToDo[] {
  const { pid, name, waiting, back, overdue } = edition;
  const list = (filter: Readonly<Record<string, string>>) =>
    office(code, `hoi-thi/${pid}/ho-so`, filter);
  const due = nextEnd(cx, edition, 'validate', 'secretariat');
  const line = (title: string, href: string, when: string | null): ToDo => ({
    title,
    detail: name,
    due: when,
    href,
    verb: deskWords.open,
  });
  const closing = nextEnd(cx, edition, 'submit', 'entrant');
  return [
    ...(waiting > 0
      ? [line(deskWords.waiting(waiting, back), list({ 'tinh-trang': 'submitted' }), due)]
      : []),
    ...(overdue > 0 ? [line(deskWords.overdue(overdue), list({ 'qua-han': '1' }), null)] : []),
    ...(closing === null ? [] : [line(deskWords.closing, list({}), closing)]),
  ];
}

/** The nearest last day of a phase that lets somebody do it, when it is near. */
function nextEnd(
  cx: Cx,
  { phases }: DeskEdition,
  act: PhaseAct,
  who: 'entrant' | 'secretariat',
): string | null {
  const today = vietnamDay(cx.clock.now());
  const ends = phases
    .filter((phase) => permits(phase, who, act))
    .flatMap(({ closes }) => (closes === null ? [] : [closes.slice(0, 10)]))
    .filter((day) => day >= today && day <= addDays(today, nearDays));
  return ends.sort()[0] ?? null;
}
