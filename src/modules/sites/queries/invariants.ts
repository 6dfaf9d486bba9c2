import type { Invariant } from '../../../platform/module.ts';

const live = 'deleted_at is null';
// What a reader may follow: no script, nothing that a browser reads as another site's address.
const unsafe = (column: string): string =>
  `${column} !~ '^(https?://[^/]|mailto:|tel:|#|/([^/]|$))'`;

export const invariants: readonly Invariant[] = [
  {
    name: 'site_menu_two_levels',
    sql: `select c.id from site_menu c join site_menu p on p.id = c.parent_id where p.parent_id is not null and c.${live}`,
  },
  {
    name: 'site_menu_of_one_site',
    sql: `select c.id from site_menu c join site_menu p on p.id = c.parent_id
      where c.${live} and (p.organisation_id <> c.organisation_id or p.deleted_at is not null)`,
  },
  {
    name: 'site_menu_of_one_language',
    sql: `select c.id from site_menu c join site_menu p on p.id = c.parent_id
      where c.${live} and p.language <> c.language`,
  },
  {
    name: 'site_addresses_may_be_followed',
    sql: `select id from site_menu where target_kind = 'address' and ${unsafe('target')}
      union all select id from site_banner where ${unsafe('href')}
      union all select id from site_link where ${unsafe('href')}
      union all select id from site_quote where ${unsafe('href')}
      union all select id from site_redirect where target !~ '^(https?://[^/]|/([^/]|$))'`,
  },
  {
    name: 'site_at_home_at_one_domain',
    sql: `select organisation_id from site_domain where ${live} and verified_at is not null
      group by 1 having count(*) filter (where main) <> 1`,
  },
  {
    name: 'site_redirect_never_in_a_circle',
    sql: `with recursive way as (
        select organisation_id, source as first, target as at, 1 as steps from site_redirect where ${live}
        union all
        select w.organisation_id, w.first, r.target, w.steps + 1 from way w
        join site_redirect r on r.organisation_id = w.organisation_id and r.source = w.at and r.${live}
        where w.steps < 12 and w.at <> w.first)
      select organisation_id, first from way where at = first or steps >= 12`,
  },
];
