import { sql } from 'kysely';
import type { Named } from './subjects-named.ts';

const dossier = sql`concat_ws(', ', d.number, nullif(d.title, ''))`;

/** Of judging, from the council to the certificate: names, and the tail of the address below the editions. */
export const ofJudging: Readonly<Record<string, Named>> = {
  council: (_, ids) => sql`select c.id, c.name, concat(e.pid, '/hoi-dong/', c.pid), null, true
    from council c join edition e on e.id = c.edition_id where c.id in ${ids}`,
  judge: (_, ids) => sql`select j.id, j.name, concat(e.pid, '/giam-khao/', j.pid), null, true
    from judge j join edition e on e.id = j.edition_id where j.id in ${ids}`,
  conflict: (_, ids) => sql`select x.id, concat_ws(' – ', j.name, d.number),
      concat(e.pid, '/xung-dot'), null, true
    from conflict x join judge j on j.id = x.judge_id join edition e on e.id = j.edition_id
    join dossier d on d.id = x.dossier_id where x.id in ${ids}`,
  score_sheet: (_, ids) => sql`select a.id, concat_ws(', ', d.number, j.name),
      concat(e.pid, '/cham/phieu/', a.pid), null, true
    from assignment a join dossier d on d.id = a.dossier_id join edition e on e.id = d.edition_id
    join judge j on j.id = a.judge_id where a.id in ${ids}`,
  blind_file: (_, ids) => sql`select b.id, ${dossier}, concat(e.pid, '/an-danh/', d.pid), null, true
    from blind_file b join dossier d on d.id = b.dossier_id join edition e on e.id = d.edition_id
    where b.id in ${ids}`,
  ballot: (
    _,
    ids,
  ) => sql`select b.id, b.subject, concat(e.pid, '/ket-qua/bieu-quyet/', b.pid), null, true
    from ballot b join council c on c.id = b.council_id join edition e on e.id = c.edition_id
    where b.id in ${ids}`,
  allocation: (
    _,
    ids,
  ) => sql`select a.id, e.content->>'name', concat(e.pid, '/ket-qua/giai'), null, true
    from allocation a join edition e on e.id = a.edition_id where a.id in ${ids}`,
  council_minutes: (
    _,
    ids,
  ) => sql`select m.id, c.name, concat(e.pid, '/ket-qua/giay-to'), null, true
    from council_minutes m join council c on c.id = m.council_id join edition e on e.id = c.edition_id
    where m.id in ${ids}`,
  committee_number: (_, ids) => sql`select n.id, concat(n.number, '/', n.symbol),
      concat(e.pid, '/ket-qua/giay-to'), null, true
    from committee_number n join edition e on e.id = n.edition_id where n.id in ${ids}`,
  certificate: (_, ids) => sql`select c.id, concat(c.number, '/', c.symbol),
      concat(e.pid, '/chung-nhan/', c.pid), null, true
    from certificate c join edition e on e.id = c.edition_id where c.id in ${ids}`,
  complaint: (
    _,
    ids,
  ) => sql`select k.id, concat('KN-', lpad(k.number::text, 4, '0')), concat(e.pid, '/khieu-nai/', k.pid), null, true
    from complaint k join edition e on e.id = k.edition_id where k.id in ${ids}`,
};
