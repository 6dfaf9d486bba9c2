import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'report_freeze_hash_matches',
    sql: `select pid from report_freeze
      where encode(sha256(convert_to(content, 'UTF8')), 'hex') <> hash`,
  },
  {
    name: 'report_frozen_is_kept',
    sql: `select b.pid from report_obligation b
      where b.state = 'frozen' and not exists (select from report_freeze z
        where z.obligation_id = b.id and z.superseded_at is null)`,
  },
  {
    name: 'report_accepted_in_all_places',
    sql: `select b.pid, x.place from report_obligation b join (
        select obligation_id, row_key as place, state from report_cell
        union all select obligation_id, section_key, state from report_narrative
      ) x on x.obligation_id = b.id
      where b.state in ('accepted', 'frozen') and x.state <> 'accepted'`,
  },
  {
    name: 'report_cell_of_its_content',
    sql: `select b.pid, c.row_key from report_cell c
      join report_obligation b on b.id = c.obligation_id join report_round r on r.id = b.round_id
      where not exists (select from jsonb_array_elements(r.content -> 'sections') s,
        jsonb_array_elements(s -> 'rows') w where w ->> 'key' = c.row_key)`,
  },
  {
    name: 'report_narrative_of_its_content',
    sql: `select b.pid, n.section_key from report_narrative n
      join report_obligation b on b.id = n.obligation_id join report_round r on r.id = b.round_id
      where not exists (select from jsonb_array_elements(r.content -> 'sections') s
        where s ->> 'key' = n.section_key and s ->> 'kind' = 'narrative')`,
  },
  {
    name: 'report_number_without_gap',
    sql: `select organisation_id, year, type from official_number
      group by organisation_id, year, type having max(number) <> count(*)`,
  },
  {
    name: 'report_returned_with_words',
    sql: `select b.pid, x.place from report_obligation b join (
        select obligation_id, row_key as place, state from report_cell
        union all select obligation_id, section_key, state from report_narrative
      ) x on x.obligation_id = b.id and x.state = 'returned'
      where b.state <> 'returned' or not exists (select from report_message m
        where m.obligation_id = b.id and m.kind = 'return' and m.settled_at is null
          and (m.place = x.place or m.place is null))`,
  },
];
