import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { seededIds } from '../../kernel/ids.ts';
import type { Cx } from '../../platform/command.ts';
import type { Db } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/policy.ts';
import { testClock, testCx } from '../../platform/testing.ts';
import { coverage } from '../organisations/index.ts';

/** A small federation written straight into the tables, for tests of figures. */
export interface Federation {
  readonly db: Db;
  /** The system's context, with real coverage. */
  readonly cx: Cx;
  organisation(code: string, kind: string, from: Day, until?: Day): Promise<string>;
  affiliate(child: string, parent: string, from: Day, until?: Day, kind?: string): Promise<string>;
  /** A provincial union under the national one. */
  union(code: string, founded: Day, until?: Day): Promise<string>;
  fact(org: string, kind: string, amount: number, from: Day, until?: Day): Promise<string>;
  activity(org: string, kind: string, day: Day, more?: ActivityMore): Promise<string>;
  distinction(
    org: string,
    title: string,
    level: string,
    day: Day,
    person?: boolean,
  ): Promise<string>;
  /** Adds an indicator, or changes what it means for all time. */
  indicator(code: string, meaning: Record<string, unknown>): Promise<void>;
  /** Somebody with a role at an organisation. */
  someone(role: string, org: string): Cx;
}

interface ActivityMore {
  readonly data?: Record<string, unknown>;
  readonly role?: string;
  readonly title?: string;
}

/** Starts a federation with its national union 'toanquoc' (2000) on an empty database. */
export async function federation(db: Db, today: Day = '2020-06-30'): Promise<Federation> {
  const clock = testClock(`${today}T08:00:00+07:00`);
  const ids = seededIds('figures', clock);
  const cx = testCx(db, { clock, ids, coverage });
  const codes = new Map<string, string>();
  const idOf = (code: string) => {
    const id = codes.get(code);
    if (id === undefined) throw new Error(`no organisation ${code}`);
    return id;
  };
  const now = clock.now();
  const made: Federation = {
    db,
    cx,
    async organisation(code, kind, from, until) {
      const id = ids.uuid();
      codes.set(code, id);
      await sql`insert into organisation (id, pid, code, kind, during, created_at)
        values (${id}, ${ids.pid()}, ${code}, ${kind}, daterange(${from}, ${until ?? null}), ${now})`.execute(
        db,
      );
      await sql`insert into organisation_name (id, pid, organisation_id, name, short_name, search, during)
        values (${ids.uuid()}, ${ids.pid()}, ${id}, ${`Liên hiệp hội ${code}`}, ${code}, ${code},
          daterange(${from}, null))`.execute(db);
      return id;
    },
    async affiliate(child, parent, from, until, kind = 'territorial') {
      const pid = ids.pid();
      await sql`insert into affiliation (id, pid, child_id, parent_id, kind, during, created_at)
        values (${ids.uuid()}, ${pid}, ${idOf(child)}, ${idOf(parent)}, ${kind},
          daterange(${from}, ${until ?? null}), ${now})`.execute(db);
      return pid;
    },
    async union(code, founded, until) {
      const id = await made.organisation(code, 'provincial_union', founded, until);
      await made.affiliate(code, 'toanquoc', founded, until);
      return id;
    },
    async fact(org, kind, amount, from, until) {
      const pid = ids.pid();
      await sql`insert into organisation_fact (id, pid, organisation_id, kind, amount, during, created_at)
        values (${ids.uuid()}, ${pid}, ${idOf(org)}, ${kind}, ${amount},
          daterange(${from}, ${until ?? null}), ${now})`.execute(db);
      return pid;
    },
    async activity(org, kind, day, more = {}) {
      const pid = ids.pid();
      await sql`insert into activity (id, pid, organisation_id, kind, title, search, starts_on, role, data, created_at)
        values (${ids.uuid()}, ${pid}, ${idOf(org)}, ${kind}, ${more.title ?? `${kind} ${day}`}, '',
          ${day}, ${more.role ?? 'host'}, ${JSON.stringify(more.data ?? {})}::jsonb, ${now})`.execute(
        db,
      );
      return pid;
    },
    async distinction(org, title, level, day, person = false) {
      const pid = ids.pid();
      const personId = ids.uuid();
      if (person) {
        await sql`insert into person (id, pid, given, search, created_at)
          values (${personId}, ${ids.pid()}, 'An', 'an', ${now})`.execute(db);
      }
      await sql`insert into distinction (id, pid, organisation_id, recipient_organisation_id,
          recipient_person_id, title, level, decided_on, search, created_at)
        values (${ids.uuid()}, ${pid}, ${idOf(org)}, ${person ? null : idOf(org)},
          ${person ? personId : null}, ${title}, ${level}, ${day}, '', ${now})`.execute(db);
      return pid;
    },
    async indicator(code, meaning) {
      const m = { source: null, filter: {}, argument: null, divisor: 1, scope: 'self', ...meaning };
      await sql`with i as (
          insert into indicator (id, pid, code, created_at)
          values (${ids.uuid()}, ${ids.pid()}, ${code}, ${now})
          on conflict (code) do update set code = excluded.code returning id
        ), gone as (delete from indicator_version v using i where v.indicator_id = i.id)
        select 1`.execute(db);
      await sql`insert into indicator_version (id, pid, indicator_id, during, label, decimals, source,
          filter, measure, argument, divisor, numerator, denominator, scope, "window", national)
        select ${ids.uuid()}, ${ids.pid()}, i.id, '(,)', ${code}, 1, x.source, x.filter, x.measure,
          x.argument, x.divisor, x.numerator, x.denominator, x.scope, coalesce(x."window", 'to_date'),
          coalesce(x.national, 'mean')
        from indicator i, jsonb_to_record(${JSON.stringify(m)}::jsonb) as x (source text, filter jsonb,
          measure text, argument text, divisor numeric, numerator text, denominator text, scope text,
          "window" text, national text)
        where i.code = ${code}`.execute(db);
    },
    someone(role, org) {
      const actor: Actor = {
        kind: 'account',
        accountId: ids.uuid(),
        personId: null,
        label: role,
        email: `${role}@demo.example`,
        grants: [{ role, organisationId: idOf(org) }],
        scopes: null,
      };
      return { ...cx, actor };
    },
  };
  await made.organisation('toanquoc', 'national_union', '2000-01-01');
  return made;
}
