import { sql } from 'kysely';
import { formatDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { declareValues, readIndicators } from '../policy.ts';
import {
  definitionsOn,
  type Entry,
  entriesOf,
  entryByPid,
  indicatorId,
  notesOf,
  type Subject,
  subjectByCode,
} from '../queries/index.ts';
import { changesOf, type DatedChange, planChange, type Span } from '../rules/index.ts';
import { entryInput, entryRemoval, noteInput } from '../schema.ts';

async function subjectOf(cx: Cx, input: { org: string; indicator: string; from: Day | null }) {
  const subject = await requireSubject(cx, input.org, input.from ?? cx.clock.today());
  const indicator = await indicatorId(cx.db, input.indicator);
  if (indicator === null) throw new NotFound('indicator');
  return { subject, indicator };
}

function planned<Row extends Span & { version: number }>(rows: readonly Row[], from: Day | null) {
  const plan = planChange(rows, from);
  const id = plan.replace ?? plan.shorten;
  return { plan, standing: rows.find((row) => row.id === id), changes: changesOf(rows) };
}

/** Puts a remark beside a union's own figure from a day on; empty words take it away. */
export const setNote = command({
  name: 'indicator.note',
  input: noteInput,
  permission: declareValues,
  load: async (cx, input) => {
    const { subject, indicator } = await subjectOf(cx, input);
    const rows = await notesOf(cx.db, indicator.id, subject.id);
    return { subject, indicator, ...planned(rows, input.from) };
  },
  at: ({ subject }) => [subject.id],
  version: ({ changes }) => changes,
  run: async (cx, { subject, indicator, plan, standing }, input) => {
    await shorten(cx, 'indicator_note', plan, input.from);
    const words = input.words;
    if (plan.replace !== null && words === null) {
      await sql`delete from indicator_note where id = ${plan.replace}`.execute(cx.db);
    } else if (plan.replace !== null) {
      await sql`update indicator_note set words = ${words}, version = version + 1
        where id = ${plan.replace}`.execute(cx.db);
    } else if (words !== null) {
      await sql`insert into indicator_note (id, pid, indicator_id, organisation_id, during, words)
        values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${indicator.id}, ${subject.id},
          ${span(plan, input.from)}::daterange, ${words})`.execute(cx.db);
    }
    return {
      result: { org: subject.code, indicator: input.indicator },
      subject: { type: 'indicator', id: indicator.id },
      organisationId: subject.id,
      changes: { note: { old: standing?.words, new: words }, from: { new: input.from } },
    };
  },
});

/** Declares a value that is entered by hand, from a day on. */
export const declareValue = command({
  name: 'indicator.declare',
  input: entryInput,
  permission: declareValues,
  load: async (cx, input) => {
    const { subject, indicator } = await subjectOf(cx, input);
    const rows = await entriesOf(cx.db, indicator.id, subject.id);
    return { subject, indicator, ...planned(rows, input.from) };
  },
  at: ({ subject }) => [subject.id],
  version: ({ changes }) => changes,
  check: async (_loaded, input, cx) => {
    const definitions = await definitionsOn(cx.db, input.from ?? cx.clock.today());
    const measure = definitions.get(input.indicator)?.measure;
    return measure === 'entered'
      ? []
      : [issue('indicator', 'not_entered', { typed: input.indicator })];
  },
  run: async (cx, { subject, indicator, plan, standing }, input) => {
    await shorten(cx, 'indicator_entry', plan, input.from);
    const person = cx.actor.kind === 'account' ? cx.actor.personId : null;
    if (plan.replace !== null) {
      await sql`update indicator_entry set value = ${input.value}, note = ${input.note},
          declared_by = ${person}, declared_at = ${cx.clock.now()}, version = version + 1
        where id = ${plan.replace}`.execute(cx.db);
    } else {
      await sql`insert into indicator_entry (id, pid, indicator_id, organisation_id, during, value,
          note, declared_by, declared_at)
        values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${indicator.id}, ${subject.id},
          ${span(plan, input.from)}::daterange, ${input.value}, ${input.note}, ${person},
          ${cx.clock.now()})`.execute(cx.db);
    }
    return {
      result: { org: subject.code, indicator: input.indicator },
      subject: { type: 'indicator', id: indicator.id },
      organisationId: subject.id,
      changes: {
        value: { old: standing?.value, new: input.value },
        note: { old: standing?.note, new: input.note },
        from: { new: input.from },
      },
    };
  },
});

/** Takes an entered value away. */
export const removeValue = command({
  name: 'indicator.value.remove',
  input: entryRemoval,
  permission: declareValues,
  load: async (cx, input) => requireReadable(cx, await entryByPid(cx.db, input.pid)),
  at: (entry) => [entry.organisationId],
  version: (entry) => entry.version,
  run: async (cx, entry) => {
    await sql`update indicator_entry set deleted_at = ${cx.clock.now()}, version = version + 1
      where id = ${entry.id}`.execute(cx.db);
    return {
      result: { pid: entry.pid },
      subject: { type: 'indicator_entry', id: entry.id },
      organisationId: entry.organisationId,
      changes: { value: { old: entry.value } },
    };
  },
});

async function shorten(
  cx: Cx,
  table: 'indicator_note' | 'indicator_entry',
  plan: DatedChange,
  from: Day | null,
): Promise<void> {
  if (plan.shorten === null) return;
  await sql`update ${sql.table(table)}
    set during = daterange(lower(during), ${from}::date), version = version + 1
    where id = ${plan.shorten}`.execute(cx.db);
}

const span = (plan: DatedChange, from: Day | null): string =>
  formatDateRange({ from, until: plan.until });

/** @throws NotFound for an organisation that the actor may not read figures of */
export async function requireSubject(cx: Cx, code: string, on: Day): Promise<Subject> {
  const subject = await subjectByCode(cx.db, code, on);
  if (subject === null || !(await may(cx, readIndicators, subject.id))) {
    throw new NotFound('organisation');
  }
  return subject;
}

/** @throws NotFound for a value that is not there or that the actor may not read */
export async function requireReadable(cx: Cx, entry: Entry | null): Promise<Entry> {
  if (entry === null || !(await may(cx, readIndicators, entry.organisationId))) {
    throw new NotFound('indicator_entry');
  }
  return entry;
}
