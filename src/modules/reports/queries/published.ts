import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { type Obligation, obligationById } from '../../rounds/index.ts';
import type { PublicReport } from '../schema/index.ts';
import { assembleForm } from './assemble.ts';
import type { LoadedForm } from './form.ts';
import { freezeContent } from './frozen.ts';
import { numberOfForm, storedPlaces } from './stored.ts';

/** A published report in a list. */
export interface PublishedItem {
  readonly pid: string;
  readonly name: string;
  readonly period: string;
  readonly until: Day;
  readonly publishedAt: Date;
}

// Only what was taken is shown: while a form is open again, what was frozen before.
const shown: RawBuilder<unknown> = sql`b.published_at is not null
  and b.state in ('accepted', 'frozen')`;

/** The published reports of an organisation, the latest period first. For everybody. */
export function publishedReports(cx: Cx, organisationId: string): Promise<PublishedItem[]> {
  return all(
    cx.db,
    sql<PublishedItem>`select b.pid, r.name, r.period, upper(r.during) - 1 as until,
        b.published_at as "publishedAt"
      from report_obligation b join report_round r on r.id = b.round_id and r.deleted_at is null
      where b.organisation_id = ${organisationId} and ${shown}
      order by lower(r.during) desc, b.published_at desc, b.pid limit 200`,
  );
}

/**
 * A published report as everybody may see it: values and words, without reasons, notes and records.
 * Null when there is none.
 */
export async function publishedReport(cx: Cx, pid: string): Promise<PublicReport | null> {
  const found = await maybe(
    cx.db,
    sql<{ id: string }>`select b.id from report_obligation b
      join report_round r on r.id = b.round_id and r.deleted_at is null
      where b.pid = ${pid} and ${shown}`,
  );
  const obligation =
    found === null ? null : await obligationById(cx.db, found.id, cx.clock.today());
  if (obligation === null) return null;
  const frozen = await freezeContent(cx.db, obligation.id);
  const number = await numberOfForm(cx.db, obligation.id);
  return {
    obligation,
    number,
    sections: frozen === null ? await acceptedSections(cx, obligation) : frozenSections(frozen),
  };
}

type Sections = PublicReport['sections'];

function frozenSections({ sections }: { sections: Sections }): Sections {
  return sections.map(({ key, number, title, level, kind, shown: words, rows }) => ({
    key,
    number,
    title,
    level,
    kind,
    shown: words,
    rows: rows.map((row) => ({
      key: row.key,
      number: row.number,
      label: row.label,
      unit: row.unit,
      decimals: row.decimals,
      kind: row.kind,
      level: row.level,
      declared: row.declared,
    })),
  }));
}

async function acceptedSections(cx: Cx, obligation: Obligation): Promise<Sections> {
  const bare: LoadedForm = {
    obligation,
    places: await storedPlaces(cx.db, obligation.id),
    rivals: [],
    messages: [],
    figures: {
      derived: new Map(),
      below: new Map(),
      nothing: new Set(),
      definitions: new Map(),
    },
    previous: new Map(),
    below: { asked: 0, sent: 0, accepted: 0 },
    number: null,
    freeze: null,
    rights: { fill: false, check: false, receive: false },
    today: cx.clock.today(),
  };
  return frozenSections({
    sections: assembleForm(bare).sections.map(({ section, narrative, cells }) => ({
      ...section,
      shown: narrative?.shown ?? null,
      rows: cells.map(({ row, declared }) => ({ ...row, declared })),
    })),
  });
}
