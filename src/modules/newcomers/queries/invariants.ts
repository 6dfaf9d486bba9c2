import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'newcomer_of_its_import',
    sql: `select k.organisation_id, k.kind from site_brought k join site_import i on i.id = k.import_id
      where i.organisation_id <> k.organisation_id`,
  },
  {
    name: 'newcomer_at_home',
    sql: `select k.pid, k.kind from site_brought k join article a on k.kind = 'article' and a.pid = k.pid
      where a.organisation_id <> k.organisation_id or a.origin is null
      union all
      select k.pid, k.kind from site_brought k join medium m on k.kind = 'media' and m.pid = k.pid
      where m.organisation_id <> k.organisation_id
      union all
      select k.pid, k.kind from site_brought k join section s on k.kind = 'section' and s.pid = k.pid
      where s.organisation_id <> k.organisation_id`,
  },
];
