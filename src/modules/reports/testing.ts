import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import type { Cx } from '../../platform/command.ts';
import { type Command, execute } from '../../platform/command.ts';
import { all, type Db } from '../../platform/database/query.ts';
import type { TestClock } from '../../platform/testing.ts';
import { type Federation, federation } from '../indicators/testing.ts';
import type { TemplateContent, TemplateRow, TemplateSection } from '../templates/index.ts';
import type { FormCell, FormNarrative, ReportForm } from './schema/index.ts';

export const row = (key: string, more: Partial<TemplateRow> = {}): TemplateRow => ({
  key,
  number: '',
  label: `Dòng ${key}`,
  unit: null,
  decimals: 0,
  kind: 'number',
  indicator: key,
  level: 1,
  sum: [],
  within: null,
  required: false,
  ...more,
});

const section = (key: string, more: Partial<TemplateSection>): TemplateSection => ({
  key,
  number: key,
  title: `Phần ${key}`,
  level: 1,
  kind: 'narrative',
  hint: null,
  sentences: [],
  rows: [],
  ...more,
});

/** Talks counted, staff as a stock, members per staff, an office, and two rows without indicator. */
export const rows: readonly TemplateRow[] = [
  row('TALKS'),
  row('STAFF', { unit: 'người' }),
  row('RATIO', { decimals: 1 }),
  row('OFFICE', { kind: 'yes_no' }),
  row('HAND', { indicator: null, required: true }),
  row('SHARE', { indicator: null, unit: '%', decimals: 1 }),
];

export const contentOf = (table: readonly TemplateRow[]): TemplateContent => ({
  sections: [
    section('I', { kind: 'heading', title: 'Kết quả' }),
    section('I.1', { sentences: ['Tổ chức {TALKS} buổi; có {STAFF} người; trụ sở: {OFFICE}.'] }),
    section('B', { kind: 'table', rows: table }),
    section('II', {}),
  ],
});

/** How many came to talks in the year, as a meaning for `indicator`. */
export const sumOfTalks = {
  source: 'activities',
  filter: { kind: ['talk'] },
  measure: 'sum',
  argument: 'data.people',
  window: 'year',
};

/** A federation with a round of 2019 in which unions owe forms to the national one, and theirs to them. */
export interface Reporting extends Federation {
  readonly clock: TestClock;
  /** Somebody of flesh and blood with a role at an organisation: what he writes bears his name. */
  person(name: string, role: string, org: string): Promise<Cx>;
  /** Opens a round of the national union; gives its pid. */
  round(period: string, from: Day, until: Day, content?: TemplateContent): Promise<string>;
  /** What an organisation owes; `parent` is the organisation that collects, else that of the round. */
  owe(round: string, org: string, parent?: string): Promise<string>;
  state(pid: string): Promise<string>;
}

/** Unions 'bac' and 'nam' under 'toanquoc'; associations 'bac-a', 'bac-b' under 'bac'. Today is 2020-01-10. */
export async function reporting(db: Db): Promise<Reporting> {
  const f = await federation(db, '2020-01-10');
  const clock = f.cx.clock as TestClock;
  const codes = new Map<string, string>();
  codes.set('toanquoc', await idOf(db, 'toanquoc'));
  for (const union of ['bac', 'nam']) codes.set(union, await f.union(union, '2001-01-01'));
  for (const code of ['bac-a', 'bac-b']) {
    codes.set(code, await f.organisation(code, 'member_association', '2005-01-01'));
    await f.affiliate(code, 'bac', '2005-01-01');
  }
  await f.indicator('TALKS', {
    source: 'activities',
    filter: { kind: ['talk'] },
    measure: 'count',
    window: 'year',
  });
  await f.indicator('STAFF', {
    source: 'facts',
    filter: { kind: ['staff'] },
    measure: 'stock',
    argument: 'amount',
  });
  await f.indicator('RATIO', { measure: 'ratio', numerator: 'TALKS', denominator: 'STAFF' });
  await f.indicator('OFFICE', {
    source: 'facts',
    filter: { kind: ['office'] },
    measure: 'yes_no',
    window: 'on_day',
  });
  return {
    ...f,
    clock,
    async person(name, role, org) {
      const cx = f.someone(role, org);
      const id = cx.ids.uuid();
      await sql`insert into person (id, pid, given, search, created_at)
        values (${id}, ${cx.ids.pid()}, ${name}, ${name}, ${clock.now()})`.execute(db);
      return { ...cx, actor: { ...cx.actor, personId: id, label: name } as Cx['actor'] };
    },
    async round(period, from, until, content = contentOf(rows)) {
      const { ids } = f.cx;
      const [template, id, pid] = [ids.uuid(), ids.uuid(), ids.pid()];
      await sql`with t as (
          insert into report_template (id, pid, code, name, period_kind, content, created_at)
          values (${template}, ${ids.pid()}, 'bao-cao', 'Báo cáo', 'year', '{"sections": []}', ${clock.now()})
          on conflict (code) do update set code = excluded.code returning id
        )
        insert into report_round (id, pid, organisation_id, template_id, name, period, during, content,
          asked, cascades, opens_on, due_on, state, search, created_at)
        select ${id}, ${pid}, ${codes.get('toanquoc')}, t.id, ${`Báo cáo ${period}`}, ${period},
          daterange(${from}, ${until}, '[]'), ${JSON.stringify(content)}::jsonb,
          array['provincial_union'], true, '2019-12-01', '2020-01-15', 'open', '', ${clock.now()}
        from t`.execute(db);
      return pid;
    },
    async owe(round, org, parent) {
      const pid = f.cx.ids.pid();
      const id = codes.get(org) ?? (await idOf(db, org));
      await sql`insert into report_obligation (id, pid, round_id, organisation_id, parent_id, due_on)
        select ${f.cx.ids.uuid()}, ${pid}, r.id, ${id},
          (select b.id from report_obligation b join organisation o on o.id = b.organisation_id
            where b.round_id = r.id and o.code = ${parent ?? ''}), '2020-01-15'
        from report_round r where r.pid = ${round}`.execute(db);
      return pid;
    },
    async state(pid) {
      const [found] = await all(
        db,
        sql<{ state: string }>`select state from report_obligation where pid = ${pid}`,
      );
      return found?.state ?? '';
    },
  };
}

async function idOf(db: Db, code: string): Promise<string> {
  const [found] = await all(
    db,
    sql<{ id: string }>`select id from organisation where code = ${code}`,
  );
  return found?.id ?? '';
}

/** Runs a command that must succeed; gives its value. */
export async function did<Loaded, Result>(
  cx: Cx,
  // biome-ignore lint/suspicious/noExplicitAny: any input schema
  command: Command<any, Loaded, Result>,
  raw: unknown,
): Promise<Result> {
  const outcome = await execute(cx, command, raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** The codes of what refuses a command, with their paths; empty when it was done. */
export async function refused<Loaded, Result>(
  cx: Cx,
  // biome-ignore lint/suspicious/noExplicitAny: any input schema
  command: Command<any, Loaded, Result>,
  raw: unknown,
): Promise<string[]> {
  const outcome = await execute(cx, command, raw);
  return outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`.trim());
}

export function cellOf(form: ReportForm, key: string): FormCell {
  const found = form.sections.flatMap((one) => one.cells).find((cell) => cell.row.key === key);
  if (found === undefined) throw new Error(`no row ${key}`);
  return found;
}

export function narrativeOf(form: ReportForm, key: string): FormNarrative {
  const found = form.sections.find((one) => one.section.key === key)?.narrative;
  if (found === undefined || found === null) throw new Error(`no narrative ${key}`);
  return found;
}
