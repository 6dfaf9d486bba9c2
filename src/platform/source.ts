import type { RawBuilder } from 'kysely';
import type { Permission } from './policy.ts';

/** A column that an indicator may filter on, sum or tell apart. */
export interface SourceField {
  readonly key: string;
  /** Column of `rows` that holds it, where its name is taken: `title` is the record's own title. */
  readonly column?: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'choice' | 'yes_no';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/**
 * A set of records that figures can be computed from. `rows` is a select, without any day or
 * organisation filter, with the columns `organisation_id` (whom the record counts for), `record_id`
 * (uuid), `pid`, `title`, `from_day` (date), `to_day` (date or null, exclusive), one column for each
 * field key, and `data` (jsonb) when `openFields` is true (then 'data.x' is a key too).
 */
export interface Source {
  readonly code: string;
  readonly label: string;
  readonly recordType: string;
  /** 'instant': a record happens on from_day. 'range': it holds from from_day until to_day. */
  readonly time: 'instant' | 'range';
  readonly fields: readonly SourceField[];
  readonly openFields: boolean;
  readonly rows: () => RawBuilder<unknown>;
  /**
   * What the codes in the fields are called under a filter, where that is data: a select with the columns `key`,
   * `label` (of an open field, else null), `value` and `words` (both null where a field has no codes), and `type` where
   * an open field says what it holds: 'integer', 'number' and 'money' can be summed, 'yes_no' is 'true' when yes.
   */
  readonly names?: (filter: Readonly<Record<string, readonly string[]>>) => RawBuilder<unknown>;
  /** Who may open the records behind a figure. */
  readonly permission: Permission;
  /** Addresses of one record, from its pid and the code of the organisation that it counts for. */
  readonly apiPath: (record: { pid: string; organisationCode: string }) => string;
  readonly officePath: (record: { pid: string; organisationCode: string }) => string;
}

/** The same records told by the day they begin: what was given, joined or admitted in a time, not what stands. */
export function beginningsOf(source: Source, code: string, label: string): Source {
  return { ...source, code, label, time: 'instant' };
}
