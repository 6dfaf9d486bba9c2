import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    // Whose consents are due is a rule in code; what SQL can tell is that it was reckoned of a dossier
    // that the archive may have at all.
    name: 'archive_entry_of_what_may_be_found',
    sql: `select x.dossier_id from archive_entry x join dossier d on d.id = x.dossier_id
      join edition e on e.id = d.edition_id
      where e.state <> 'closed' or e.deleted_at is not null or d.edition_id <> x.edition_id
        or e.organisation_id <> x.organisation_id
        or d.state in ('draft', 'invalid', 'withdrawn')
        or (d.state <> 'valid' and not exists (select from dossier_award a where a.dossier_id = d.id))`,
  },
  {
    // A refusal of an author that is newer than any other answer keeps the dossier back at every age.
    name: 'archive_entry_not_refused',
    sql: `select x.dossier_id from archive_entry x
      join dossier_author a on a.dossier_id = x.dossier_id
      join lateral (select c.given from dossier_consent c where c.dossier_id = a.dossier_id
        and c.author = a.key and c.party = 'author' and c.purpose = 'publish'
        order by c.at desc, c.given limit 1) told on true
      where x.public and not told.given`,
  },
  {
    name: 'archive_entry_hidden_tells_nothing',
    sql: `select dossier_id from archive_entry where not public and search <> ''`,
  },
  {
    name: 'past_figures_of_a_closed_edition',
    sql: `select p.edition_id from past_figures p join edition e on e.id = p.edition_id
      where e.organisation_id <> p.organisation_id or e.state = 'draft'`,
  },
  {
    name: 'past_figures_with_a_list_have_its_dossiers',
    sql: `select p.edition_id from past_figures p
      where exists (select from dossier d where d.edition_id = p.edition_id and d.origin = 'import')
        and p.dossiers <> (select count(*) from dossier d
          where d.edition_id = p.edition_id and d.origin = 'import')`,
  },
];
