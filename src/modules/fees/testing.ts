import { sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { splitName } from '../../kernel/vietnamese/names.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { findOrganisation } from '../organisations/index.ts';
import { dueOf, livePeriod } from './queries/index.ts';
import type { FeeDue } from './schema.ts';
import { createPeriod, recordPayment } from './service/index.ts';

export interface TestMember {
  readonly name: string;
  readonly at?: string;
  readonly kind?: 'full' | 'associate' | 'honorary';
  /** First day, and the first day that is no longer one; null is open. */
  readonly during?: readonly [string, string | null];
  /** The same human as this person. */
  readonly like?: string;
}

/** Inserts a person and a membership; gives the person's public id. */
export async function member(cx: Cx, of: TestMember): Promise<string> {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const { family, middle, given } = splitName(of.name);
  const at = await findOrganisation(cx.db, of.at ?? 'sonla-y', cx.clock.today());
  if (at === null) throw new Error(`no organisation ${of.at}`);
  await sql`insert into person (id, pid, family, middle, given, search, keeper_id, identity_id, created_at)
    values (${id}, ${pid}, ${family}, ${middle}, ${given}, ${foldForSearch(of.name)}, ${at.id},
      coalesce((select identity_id from person where pid = ${of.like ?? ''}), ${id}), ${cx.clock.now()})`.execute(
    cx.db,
  );
  await joins(cx, pid, of);
  return pid;
}

/** One more membership of a person. */
export async function joins(cx: Cx, person: string, of: Omit<TestMember, 'name'>): Promise<void> {
  const at = await findOrganisation(cx.db, of.at ?? 'sonla-y', cx.clock.today());
  const [from, until] = of.during ?? ['2015-01-01', null];
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, during, kind, created_at)
    select ${cx.ids.uuid()}, ${cx.ids.pid()}, p.id, p.identity_id, ${at?.id ?? ''},
      daterange(${from}::date, ${until}::date), ${of.kind ?? 'full'}, ${cx.clock.now()}
    from person p where p.pid = ${person}`.execute(cx.db);
}

export const year2026 = {
  organisation: 'sonla-y',
  name: 'Hội phí năm 2026',
  first_day: '01/01/2026',
  last_day: '31/12/2026',
  due_on: '30/06/2026',
  below: '',
  amount_full: '200.000',
  amount_associate: '100.000',
  amount_honorary: '0',
  bank: '970418',
  account_number: '4110 0001 2345',
  account_holder: 'HOI Y HOC TINH SON LA',
};

/** Makes a period and gives its public id. */
export async function period(cx: Cx, input: object = {}): Promise<string> {
  const made = await execute(cx, createPeriod, { ...year2026, ...input });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.pid;
}

/** What somebody owes. */
export async function due(cx: Cx, of: string, person: string): Promise<FeeDue> {
  return dueOf(cx, await livePeriod(cx, of), person);
}

/** Records a payment by hand and gives its public id. */
export async function pays(
  cx: Cx,
  of: string,
  person: string,
  amount: number,
  more: object = {},
): Promise<string> {
  const input = { period: of, person, amount, method: 'cash', paid_on: '2026-03-02', ...more };
  const made = await execute(cx, recordPayment, input);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.pid;
}

/** A statement of a bank as CSV. */
export function statementFile(
  lines: readonly (readonly [day: string, credit: string, text: string, reference?: string])[],
  name = 'sao-ke.csv',
): File {
  const rows = lines.map(([day, credit, text, reference = '']) =>
    [day, reference, '', credit, `"${text}"`].join(';'),
  );
  const head = 'Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Nội dung chi tiết';
  return new File([['SAO KÊ TÀI KHOẢN', '', head, ...rows].join('\n')], name);
}

export async function countRows(cx: Cx, table: string): Promise<number> {
  const row = await one(
    cx.db,
    sql<{ many: number }>`select count(*)::integer as many from ${sql.id(table)}`,
  );
  return row.many;
}
