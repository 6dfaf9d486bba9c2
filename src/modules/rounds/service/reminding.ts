import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import { sendMail } from '../../../platform/mail.ts';
import { roundManage } from '../policy.ts';
import {
  type OwedForm,
  obligationByPid,
  owedForms,
  readersAt,
  roundByPid,
} from '../queries/index.ts';
import { type Reminder, reminderOn } from '../rules/index.ts';
import { remindInput } from '../schema.ts';
import { type LetterLine, reminderLetter } from '../vi.ts';
import { type } from './columns.ts';

interface Due {
  readonly form: OwedForm;
  readonly reminder: Reminder;
}

/** What was sent: letters, and for how many forms. */
export interface Reminded {
  readonly letters: number;
  readonly forms: number;
}

const payload = z.object({ round: z.uuid().nullish() });

/** The daily letters, or those of one round at once; each form is reminded of once for its kind and day. */
export async function remindDue(cx: Cx, raw: unknown): Promise<Reminded> {
  const { round } = payload.parse(raw ?? {});
  const today = cx.clock.today();
  const forms = await owedForms(cx.db, today, { round: round ?? null });
  const due = forms.flatMap((form): Due[] => {
    const reminder = reminderOn(today, form);
    return reminder === null ? [] : [{ form, reminder }];
  });
  return inTransaction(cx.db, (db) => write({ ...cx, db }, due));
}

// Everything or nothing: what is written down as sent is in the outbox.
async function write(cx: Cx, due: readonly Due[]): Promise<Reminded> {
  if (due.length === 0) return { letters: 0, forms: 0 };
  const written = await all(
    cx.db,
    sql<{ id: string }>`insert into report_reminder (id, obligation_id, kind, due_on, sent_at)
      select u.id, u.obligation, u.kind, u.about, ${cx.clock.now()}
      from unnest(${due.map(() => cx.ids.uuid())}::uuid[], ${due.map((one) => one.form.id)}::uuid[],
        ${due.map((one) => one.reminder.kind)}::text[],
        ${due.map((one) => one.reminder.about)}::date[]) u (id, obligation, kind, about)
      on conflict (obligation_id, kind, due_on) do nothing returning obligation_id as id`,
  );
  const fresh = new Set(written.map((row) => row.id));
  const told = due.filter((one) => fresh.has(one.form.id));
  return { letters: await letters(cx, told), forms: told.length };
}

async function letters(cx: Cx, told: readonly Due[]): Promise<number> {
  const today = cx.clock.today();
  const organisations = [...new Set(told.map((one) => one.form.organisationId))];
  const people = new Map<string, { name: string; lines: LetterLine[]; site: string | null }>();
  for (const reader of await readersAt(cx.db, organisations, today)) {
    const own = told.filter((one) => one.form.organisationId === reader.organisationId);
    const mine = people.get(reader.email) ?? { name: reader.name, lines: [], site: null };
    mine.lines.push(...own.map(lineOf));
    people.set(reader.email, mine);
  }
  for (const [to, { name, lines }] of people)
    await sendMail(cx, { to, ...reminderLetter(name, lines, today) });
  return people.size;
}

const lineOf = ({ form, reminder }: Due): LetterLine => ({
  kind: reminder.kind,
  organisation: form.organisationName,
  round: form.roundName,
  collector: form.collectorName,
  dueOn: form.dueOn,
  words: form.words,
  address: `${form.site ?? ''}${office(form.organisationCode, `bao-cao/phieu/${form.pid}`)}`,
});

/** Letters by hand to those who have not sent, all or chosen ones; at most one a day about each form. */
export const remindRound = command({
  name: 'report_round.remind',
  input: remindInput,
  permission: roundManage,
  load: async (cx, input) => {
    const round = await roundByPid(cx, input.round);
    const parent = input.collector === null ? null : await obligationByPid(cx, input.collector);
    if (parent !== null && parent.round.id !== round.id) throw new NotFound('report_obligation');
    return { round, parent, collector: parent?.organisation.id ?? round.organisation.id };
  },
  at: ({ collector }) => [collector],
  check: ({ round }) => (round.state === 'open' ? [] : [issue('', 'round_not_open')]),
  run: async (cx, { round, parent, collector }, input) => {
    if (input.site !== null)
      await sql`update report_round set site = ${input.site} where id = ${round.id}`.execute(cx.db);
    const today = cx.clock.today();
    const wanted = await all(
      cx.db,
      sql<{ id: string }>`select b.id from report_obligation b where b.round_id = ${round.id}
        and b.parent_id is not distinct from ${parent?.id ?? null}::uuid
        and (${input.obligations === undefined} or b.pid = any(${[...(input.obligations ?? [])]}::text[]))`,
    );
    const forms = await owedForms(cx.db, today, {
      round: round.id,
      ids: wanted.map((row) => row.id),
    });
    const reminded = await write(
      cx,
      forms.map((form) => ({ form, reminder: { kind: 'asked', about: today } })),
    );
    return {
      result: reminded,
      subject: { type, id: round.id },
      organisationId: collector,
      changes: { reminded: { new: reminded.forms } },
    };
  },
});
