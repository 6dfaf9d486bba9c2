import { MOST_TEXTS } from '../../../kernel/similarity/index.ts';
import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'likeness_keys_of_their_texts',
    sql: `select coalesce(t.id, p.text_id) as text
      from (select id, (select sum(k) from unnest(keys) k) as sum, key_count as many
        from likeness_text where key_count > 0) t
      full join (select text_id, sum(key) as sum, count(*) as many from likeness_posting
        group by text_id) p on p.text_id = t.id
      where (t.sum, t.many) is distinct from (p.sum, p.many)`,
  },
  {
    name: 'likeness_frequent_miscounted',
    sql: `select coalesce(f.key, n.key) as key from likeness_frequent f
      full join (select key, count(*) as texts from likeness_posting group by key
        having count(*) > ${MOST_TEXTS}) n using (key)
      where f.texts is distinct from n.texts`,
  },
  {
    name: 'likeness_finding_of_no_dossier',
    sql: `select f.pid from likeness_finding f join likeness_text t on t.id = f.newer_id
      where t.dossier_id is null`,
  },
  {
    name: 'likeness_finding_twice',
    sql: `select a.pid from likeness_finding a join likeness_finding b
      on b.newer_id = a.earlier_id and b.earlier_id = a.newer_id`,
  },
  {
    name: 'likeness_text_of_other_organisation',
    sql: `select t.pid from likeness_text t join dossier d on d.id = t.dossier_id
      join edition e on e.id = d.edition_id where e.organisation_id <> t.organisation_id`,
  },
  {
    name: 'likeness_text_of_a_draft',
    sql: `select t.pid from likeness_text t join dossier d on d.id = t.dossier_id
      where d.state = 'draft'`,
  },
];
