import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { type Db, maybe } from '../../../platform/database/query.ts';
import { allSources, type FigurePids, figurePids, type Sources } from '../../indicators/index.ts';
import { obligationByPid } from '../../rounds/index.ts';
import type {
  FormCell,
  FormSection,
  FrozenContent,
  FrozenRow,
  ReportForm,
} from '../schema/index.ts';
import { definitionOf } from './figures.ts';
import type { LoadedForm } from './form.ts';

/** Public ids that a value keeps of the records behind it; their number is kept in any case. */
const mostPids = 5000;

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A form as it is to be kept, with the records behind each value: one statement for all of them. */
export async function frozenForm(
  cx: Cx,
  whole: LoadedForm & { readonly form: ReportForm },
  sources: Sources = allSources,
): Promise<FrozenContent> {
  const { obligation, form, figures } = whole;
  const { round, organisation, collector } = obligation;
  const { definitions } = figures;
  const cells = form.sections.flatMap((section) => section.cells);
  const wanted = new Set(cells.flatMap(({ row }) => definitionOf(row, definitions) ?? []));
  const records = await figurePids(
    cx.db,
    sources,
    {
      wanted: [...wanted],
      definitions,
      on: round.until,
      structureDay: round.until,
      own: organisation.id,
    },
    mostPids,
  );
  return {
    format: 1,
    form: obligation.pid,
    organisation: { code: organisation.code, name: organisation.name },
    collector: { code: collector.code, name: collector.name },
    round: {
      pid: round.pid,
      name: round.name,
      period: round.period,
      from: round.from,
      until: round.until,
    },
    frozenAt: cx.clock.now().toISOString(),
    acceptedAt: obligation.acceptedAt,
    number: form.number,
    below: form.below,
    sections: form.sections.map((section) => frozenSection(section, whole, records)),
  };
}

function frozenSection(
  { section, narrative, cells }: FormSection,
  { figures }: LoadedForm,
  records: ReadonlyMap<string, FigurePids>,
): FrozenContent['sections'][number] {
  const { key, number, title, level, kind } = section;
  return {
    key,
    number,
    title,
    level,
    kind,
    words: narrative?.words ?? null,
    shown: narrative?.shown ?? null,
    rows: cells.map((cell) => {
      const definition = definitionOf(cell.row, figures.definitions);
      return frozenRow(cell, {
        definition: definition?.versionPid ?? null,
        records: definition === undefined ? null : (records.get(definition.code) ?? none),
      });
    }),
  };
}

const none: FigurePids = { count: 0, pids: [] };

function frozenRow(cell: FormCell, source: Pick<FrozenRow, 'definition' | 'records'>): FrozenRow {
  const { key, number, label, unit, decimals, kind, level, indicator } = cell.row;
  const { declared, derived, below, belowOf, reason, note } = cell;
  const about = { key, number, label, unit, decimals, kind, level, indicator };
  return { ...about, declared, derived, below, belowOf, reason, note, ...source };
}

/** The content of the freeze that stands; null when the form was never frozen. */
export async function freezeContent(db: Db, obligationId: string): Promise<FrozenContent | null> {
  const row = await maybe(
    db,
    sql<{ content: string }>`select content from report_freeze
      where obligation_id = ${obligationId} and superseded_at is null`,
  );
  return row === null ? null : (JSON.parse(row.content) as FrozenContent);
}

/**
 * A form as it was frozen; null when it never was.
 * @throws NotFound when there is no form that the actor may see
 */
export async function frozenContent(cx: Cx, pid: string): Promise<FrozenContent | null> {
  const { id } = await obligationByPid(cx, pid);
  return freezeContent(cx.db, id);
}
