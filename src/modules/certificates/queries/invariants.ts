import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'certificate_series_without_gaps',
    sql: `select coalesce(s.symbol, c.symbol) as series, coalesce(s.year, c.year) as year
      from certificate_series s
      full join (select organisation_id, symbol, year, count(*) as many, max(number) as last
        from certificate group by organisation_id, symbol, year) c
        using (organisation_id, symbol, year)
      where (c.many, c.last) is distinct from (s.last::bigint, s.last)`,
  },
  {
    name: 'certificate_valid_without_award',
    sql: `select c.pid from certificate c left join dossier_award a on a.id = c.award_id
      where c.state = 'valid' and a.dossier_id is distinct from c.dossier_id`,
  },
  {
    name: 'certificate_hash_of_its_text',
    sql: `select pid from certificate
      where sha256 <> encode(sha256(convert_to(frozen, 'UTF8')), 'hex')`,
  },
  {
    name: 'certificate_text_of_its_row',
    sql: `select pid from certificate
      where frozen::jsonb->>'code' <> code
        or frozen::jsonb->>'number' <>
          lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol
        or frozen::jsonb->>'issuedOn' <> to_char(issued_on, 'YYYY-MM-DD')
        or year <> extract(year from issued_on)
        or credential::jsonb#>>'{credentialStatus,statusListIndex}' <> status_index::text
        or nameless::jsonb#>>'{credentialStatus,statusListIndex}' <> status_index::text`,
  },
  {
    name: 'certificate_nameless_names_nobody',
    sql: `select pid from certificate where nameless::jsonb->'credentialSubject' ? 'identifier'`,
  },
  {
    name: 'certificate_replaced_has_successor',
    sql: `select c.pid from certificate c left join certificate s on s.replaces_id = c.id
      where (c.state = 'replaced') <> (s.id is not null)
        or s.dossier_id <> c.dossier_id`,
  },
];
