import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { personRead, visiblePerson } from '../../people/index.ts';
import type { Subject } from '../schema.ts';
import { ofJudging } from './subjects-judging.ts';
import type { Named } from './subjects-named.ts';

const person = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

const due = sql`concat_ws(', ', ${person}, f.name)`;

// Of people and what hangs on them: their names, and the tail of the page's address below the section.
const ofMembers: Readonly<Record<string, Named>> = {
  person: (_, ids, cx) => sql`select p.id, ${person},
      case when ${visiblePerson(cx, personRead, 'p')} then p.pid end, null, p.deleted_at is null
    from person p where p.id in ${ids}`,
  duplicate_pair: (_, ids) => sql`select d.id, concat_ws(' – ', ${person},
      concat_ws(' ', nullif(b.family, ''), nullif(b.middle, ''), b.given)), null, null, true
    from duplicate_pair d join person p on p.id = d.person_a join person b on b.id = d.person_b
    where d.id in ${ids}`,
  roster_import: (_, ids) => sql`select i.id, i.file_name, i.pid, null, true
    from roster_import i where i.id in ${ids}`,
  member_filter: (_, ids) => sql`select s.id, s.name, null, null, true
    from saved_filter s where s.id in ${ids}`,
  card: (_, ids) => sql`select c.id, concat_ws(', ', c.number, ${person}), c.pid, null, true
    from card c join membership m on m.id = c.membership_id join person p on p.id = m.person_id
    where c.id in ${ids}`,
  card_batch: (on, ids) => sql`select c.batch_id, min(n.short_name), null, null, true
    from card c ${nameOn(sql`c.issuer_id`, on)} where c.batch_id in ${ids} group by c.batch_id`,
  card_printing: (on, ids) => sql`select c.id, n.short_name,
      concat_ws('/', case c.kind when 'cards' then 'the' else 'nhan' end, 'ban-in', c.pid), null, true
    from card_printing c ${nameOn(sql`c.organisation_id`, on)} where c.id in ${ids}`,
};

const ofMoney: Readonly<Record<string, Named>> = {
  fee_period: (_, ids) => sql`select f.id, f.name, f.pid, null, f.deleted_at is null
    from fee_period f where f.id in ${ids}`,
  fee_due: (_, ids) => sql`select d.id, ${due}, concat_ws('/', f.pid, 'nguoi', p.pid), null,
      f.deleted_at is null
    from fee_due d join fee_period f on f.id = d.period_id join person p on p.id = d.person_id
    where d.id in ${ids}`,
  fee_payment: (_, ids) => sql`select y.id, ${due}, concat_ws('/', f.pid, 'nguoi', p.pid), null,
      f.deleted_at is null
    from fee_payment y join fee_due d on d.id = y.due_id join fee_period f on f.id = d.period_id
    join person p on p.id = d.person_id where y.id in ${ids}`,
  fee_receipt: (_, ids) => sql`select r.id, concat(r.number, '/', r.year, ', ', r.payer),
      concat('phieu/', r.pid), null, true
    from fee_receipt r where r.id in ${ids}`,
  fee_statement: (_, ids) => sql`select s.id, s.file_name, concat('sao-ke/', s.pid), null, true
    from fee_statement s where s.id in ${ids}`,
};

const ofLetters: Readonly<Record<string, Named>> = {
  report_template: (_, ids) => sql`select t.id, t.name, t.pid, null, t.deleted_at is null
    from report_template t where t.id in ${ids}`,
  report_round: (_, ids) => sql`select r.id, r.name, r.pid, null, r.deleted_at is null
    from report_round r where r.id in ${ids}`,
  dashboard: (_, ids) => sql`select d.id, d.name, d.pid, null, d.deleted_at is null
    from dashboard d where d.id in ${ids}`,
  edition: (_, ids) => sql`select e.id, e.content->>'name', e.pid, null, e.deleted_at is null
    from edition e where e.id in ${ids}`,
  transfer_request: (_, ids) => sql`select t.id, t.title, concat('chuyen-giao#', t.pid), null, true
    from transfer_request t where t.id in ${ids}`,
  likeness_finding: (_, ids) => sql`select f.id, t.title, concat('so-trung/', f.pid), null, true
    from likeness_finding f join likeness_text t on t.id = f.newer_id where f.id in ${ids}`,
  // What an entrant is writing is nobody else's to read, not even its title.
  dossier: (_, ids) => sql`select d.id,
      case when d.submitted > 0 or d.origin <> 'link'
        then concat_ws(', ', nullif(d.number, ''), nullif(d.title, '')) end,
      case when d.submitted > 0 or d.origin <> 'link' then concat(e.pid, '/ho-so/', d.pid) end, null,
      true
    from dossier d join edition e on e.id = d.edition_id where d.id in ${ids}`,
  mailing: (_, ids) => sql`select m.id, m.subject, m.pid, null, m.deleted_at is null
    from mailing m where m.id in ${ids}`,
  mailing_template: (_, ids) => sql`select t.id, t.name, t.pid, null, t.deleted_at is null
    from mailing_template t where t.id in ${ids}`,
  mailing_refusal: (_, ids) => sql`select r.id, ${person}, null, null, true
    from mailing_refusal r join person p on p.id = r.person_id where r.id in ${ids}`,
  mailing_pace: (on, ids) => sql`select o.id, n.short_name, null, null, true
    from organisation o ${nameOn(sql`o.id`, on)} where o.id in ${ids}`,
};

// For each type of subject: its rows with these ids, in the columns of Subject.
const namedBy: Readonly<Record<string, Named>> = {
  organisation: (on, ids) => sql`select o.id, n.name as title, null as tail, o.code,
      o.deleted_at is null as live
    from organisation o ${nameOn(sql`o.id`, on)} where o.id in ${ids}`,
  affiliation: (on, ids) => sql`select a.id, concat_ws(' – ', n.short_name, m.short_name), null,
      o.code, o.deleted_at is null
    from affiliation a join organisation o on o.id = a.child_id ${nameOn(sql`o.id`, on)}
    ${nameOn(sql`a.parent_id`, on, sql.raw('m'))} where a.id in ${ids}`,
  fact: (on, ids) => sql`select f.id, concat_ws(', ', k.label, n.short_name), null, o.code,
      f.deleted_at is null and o.deleted_at is null
    from organisation_fact f join fact_kind k on k.code = f.kind
    join organisation o on o.id = f.organisation_id ${nameOn(sql`o.id`, on)} where f.id in ${ids}`,
  activity: (_, ids) => sql`select a.id, a.title, a.pid, null, a.deleted_at is null
    from activity a where a.id in ${ids}`,
  distinction: (on, ids) => sql`select d.id, concat_ws(', ', concat_ws(' ', t.name, d.class),
      coalesce(n.short_name, ${person})), d.pid, null, d.deleted_at is null
    from distinction d join distinction_title t on t.code = d.title
    left join person p on p.id = d.recipient_person_id
    ${nameOn(sql`d.recipient_organisation_id`, on)} where d.id in ${ids}`,
  ...ofMembers,
  ...ofMoney,
  ...ofLetters,
  ...ofJudging,
  report_obligation: (on, ids) => sql`select b.id, concat_ws(', ', n.short_name, r.name),
      b.pid, null, r.deleted_at is null
    from report_obligation b join report_round r on r.id = b.round_id
    ${nameOn(sql`b.organisation_id`, on)} where b.id in ${ids}`,
  account: (_, ids) => sql`select u.id, u.name, null, null, true
    from auth_user u where u.id in ${ids}`,
  grant: (on, ids) => sql`select g.id, concat_ws(', ', ${person}, n.short_name), null, o.code,
      g.revoked_at is null
    from role_grant g join person p on p.id = g.person_id
    join organisation o on o.id = g.organisation_id ${nameOn(sql`o.id`, on)} where g.id in ${ids}`,
  token: (_, ids) => sql`select t.id, t.label, null, null, t.revoked_at is null
    from api_token t where t.id in ${ids}`,
  indicator: (_, ids) => sql`select i.id, concat_ws(' ', i.code, (select v.label
      from indicator_version v where v.indicator_id = i.id order by v.during desc limit 1)),
      null, null, true
    from indicator i where i.id in ${ids}`,
  indicator_entry: (on, ids) => sql`select y.id, concat_ws(', ', concat_ws(' ', i.code,
      (select v.label from indicator_version v where v.indicator_id = i.id
        order by v.during desc limit 1)), n.short_name), null, null, y.deleted_at is null
    from indicator_entry y join indicator i on i.id = y.indicator_id
    ${nameOn(sql`y.organisation_id`, on)} where y.id in ${ids}`,
  indicator_table: (_, ids) => sql`select x.id, x.name, null, null, true
    from indicator_table x where x.id in ${ids}`,
};

/** Names and addresses of the subjects of events, by 'type id': one query for all of them. */
export async function subjectsOf(
  cx: Cx,
  events: readonly { readonly subjectType: string; readonly subjectId: string }[],
): Promise<ReadonlyMap<string, Subject>> {
  const on = cx.clock.today();
  const ids = Map.groupBy(events, (event) => event.subjectType);
  const parts = Object.entries(namedBy).flatMap(([type, named]) => {
    const wanted = [...new Set((ids.get(type) ?? []).map((event) => event.subjectId))];
    // To plan a part takes longer than to read it.
    if (wanted.length === 0) return [];
    return sql`select ${type}::text as type, x.* from
      (${named(on, sql`(select unnest(${wanted}::uuid[]))`, cx)}) as x (id, title, tail, code, live)`;
  });
  if (parts.length === 0) return new Map();
  const rows = await all(cx.db, sql<Subject>`${sql.join(parts, sql` union all `)}`);
  return new Map(rows.map((row) => [`${row.type} ${row.id}`, row]));
}
