import { sql } from 'kysely';
import { all } from '../../../platform/database/query.ts';
import { type PolicyContext, visible } from '../../../platform/policy.ts';
import { rosterRead } from '../policy.ts';

/** Where the value of a field comes from. */
export interface Origin {
  /** A column of person ('birth_date') or, with the prefix 'membership.', of the membership. */
  readonly field: string;
  readonly importPid: string;
  readonly fileName: string;
  readonly sheet: number;
  readonly rowNumber: number;
  readonly at: Date;
  /** The account that asked for the import; null for the machine. */
  readonly by: string | null;
}

const personFields = [
  'given',
  'gender',
  'birth_date',
  'phones',
  'email',
  'degrees',
  'field',
  'workplace',
  'job',
  'address',
] as const;
const seatFields = ['branch', 'joined', 'kind', 'card_number', 'note'] as const;

/**
 * For each field of a person the row of an import, among those that the actor may see, that wrote the
 * value which stands now. A field that a hand changed since, or no import wrote, is left out.
 */
export async function provenanceOf(cx: PolicyContext, personId: string): Promise<Origin[]> {
  const told = [
    ...personFields.map((f) => fieldOf(f, sql`to_jsonb(p.${sql.ref(f)})`)),
    ...seatFields.map((f) => fieldOf(`membership.${f}`, sql`to_jsonb(m.${sql.ref(f)})`)),
  ];
  return all(
    cx.db,
    sql<Origin>`with said as (
        select i.pid, i.file_name, i.applied_at, i.id as import_id, i.requested_by, r.sheet, r.row_number,
          v.field, v.written = v.now as stands,
          row_number() over (partition by v.field, x.membership_id
            order by v.written = v.now desc, i.applied_at desc, r.line desc) as age
        from roster_result x
        join roster_import i on i.id = x.import_id and i.state = 'applied'
          and ${visible(cx, rosterRead, sql`i.organisation_id`)}
        join roster_row r on r.import_id = x.import_id and r.line = x.line
        join person p on p.id = x.person_id
        left join membership m on m.id = x.membership_id and m.deleted_at is null
        cross join lateral (values ${sql.join(told)}) v (field, written, now)
        where x.person_id = ${personId}
          and (x.current or x.outcome in ('created', 'updated') or x.outcome = 'duplicate')
          and v.written is not null and v.written not in ('null', '""', '[]')
          and (x.outcome <> 'updated' or x.after ? v.field or x.match = 'row')
      )
      select field, pid as "importPid", file_name as "fileName", sheet, row_number as "rowNumber",
        applied_at as at, requested_by as by
      from said where stands and age = 1 order by field, applied_at desc`,
  );
}

function fieldOf(field: string, now: ReturnType<typeof sql>) {
  const column = field.replace('membership.', '');
  // What was written may differ from the cell: a list is joined with what stood there.
  return sql`(${field}::text, coalesce(x.after -> ${field}, to_jsonb(r.${sql.ref(column)})), ${now})`;
}
