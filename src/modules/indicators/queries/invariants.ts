import type { Invariant } from '../../../platform/module.ts';

export const indicatorInvariants: readonly Invariant[] = [
  {
    name: 'indicators.ratio_has_both_sides',
    sql: `select v.pid from indicator_version v
      where v.measure = 'ratio' and (v.numerator is null or v.denominator is null
        or not exists (select from indicator i where i.code = v.numerator)
        or not exists (select from indicator i where i.code = v.denominator))`,
  },
  {
    name: 'indicators.counted_has_source',
    sql: `select v.pid from indicator_version v
      where v.measure not in ('ratio', 'entered') and v.source is null`,
  },
  {
    name: 'indicators.table_row_has_meaning',
    sql: `select i.code from indicator_table_row r join indicator i on i.id = r.indicator_id
      where not exists (select from indicator_version v where v.indicator_id = i.id)`,
  },
];
