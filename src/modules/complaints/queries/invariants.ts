import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'complaint_series_without_gaps',
    sql: `select e.pid, s.last, k.many from complaint_series s
      full join (select edition_id, count(*) as many, max(number) as last from complaint
        group by edition_id) k using (edition_id)
      join edition e on e.id = edition_id
      where (k.many, k.last) is distinct from (s.last::bigint, s.last)`,
  },
  {
    name: 'complaint_hash_of_its_text',
    sql: `select pid from complaint
      where sha256 <> encode(sha256(convert_to(frozen, 'UTF8')), 'hex')
        or frozen::jsonb->>'complaint' <> pid
        or frozen::jsonb->>'number' <> 'KN-' || lpad(number::text, greatest(4, length(number::text)), '0')
        or frozen::jsonb->>'body' <> body or frozen::jsonb->>'complainant' <> complainant`,
  },
  {
    name: 'complaint_stands_as_its_last_step',
    sql: `select k.pid, k.state from complaint k
      left join lateral (select s.state from complaint_step s where s.complaint_id = k.id
        order by s.position desc limit 1) s on true
      where s.state is distinct from k.state`,
  },
  {
    name: 'complaint_steps_without_gaps',
    sql: `select k.pid from complaint k left join complaint_step s on s.complaint_id = k.id
      group by k.id having count(s.position) <> coalesce(max(s.position), 0)
        or count(s.position) = 0 or count(*) filter (where s.act = 'receive') <> 1`,
  },
  {
    name: 'complaint_days_as_counted',
    sql: `select pid from complaint where (rules->>'counting' = 'calendar'
        and (accept_by <> received_on + (rules->>'accept')::integer
          or answer_by <> accepted_on + (rules->>'answer')::integer + coalesce(extended, 0)))
      or (rules->>'counting' = 'working' and (extract(isodow from accept_by) > 5
        or extract(isodow from answer_by) > 5))`,
  },
  {
    name: 'complaint_dossiers_of_its_edition',
    sql: `select k.pid from complaint k join dossier d on d.id in (k.dossier_id, k.about_id)
      where d.edition_id <> k.edition_id or d.submitted = 0`,
  },
  {
    name: 'complaint_files_as_sent',
    sql: `select k.pid from complaint k
      where jsonb_array_length(k.frozen::jsonb->'files') <> (select count(*) from file_link l
        where l.subject_type = 'complaint' and l.subject_id = k.id)`,
  },
];
