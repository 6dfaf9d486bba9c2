import { addDays, type Day } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Alert, DefinitionList, EntryList, Section, Timeline } from '../../../ui/index.ts';
import type { FigureRecord } from '../queries/records.ts';
import type { Definition, FigureValue } from '../rules/index.ts';
import { type Described, vi } from '../vi.ts';
import { figureText } from './trial.tsx';

/** A version of the past or the one that stands, with what is other than in the one before it. */
export interface ComparedVersion {
  readonly from: Day | null;
  /** Exclusive. */
  readonly until: Day | null;
  readonly label: string;
  readonly changes: readonly string[];
}

export interface Preview {
  readonly code: string;
  readonly name: string;
  readonly on: string;
  readonly value: FigureValue;
  readonly decimals: number;
  readonly unit: string | null;
  readonly records: readonly FigureRecord[];
  readonly total: number;
}

export interface IndicatorDetailProps {
  readonly definition: Definition;
  readonly described: readonly Described[];
  /** In one sentence. */
  readonly sentence: string;
  readonly versions: readonly ComparedVersion[];
  /** Absent for one who may not open the records of this place. */
  readonly preview: Preview | null;
}

export function IndicatorDetail(props: IndicatorDetailProps) {
  const { definition, preview } = props;
  return (
    <>
      {definition.sample ? <Alert tone="info">{vi.sampleNote}</Alert> : null}
      <p>{props.sentence}</p>
      <DefinitionList items={props.described} />
      {preview === null ? null : <PreviewSection {...preview} />}
      <Section title={vi.versions}>
        <Timeline
          items={props.versions.map((one) => ({
            when: `${vi.from(one.from)} ${vi.until(one.until === null ? null : addDays(one.until, -1))}`,
            title: one.label,
            children: <Changes changes={one.changes} />,
          }))}
        />
      </Section>
    </>
  );
}

function Changes(props: { readonly changes: readonly string[] }) {
  return (
    <>
      {props.changes.map((change) => (
        <span class="cell-note">{change}</span>
      ))}
    </>
  );
}

/** The figure of the place as the definition gives it, with the records that make it. */
export function PreviewSection(props: Preview) {
  return (
    <Section title={vi.preview}>
      <p>{vi.previewLead(props.name, props.on)}</p>
      <DefinitionList
        items={[
          {
            term: vi.previewValue,
            value: figureText(props.value, props.decimals, props.unit),
          },
        ]}
      />
      <h3>{vi.previewRecords}</h3>
      {props.total === 0 ? (
        <p>{vi.previewNone}</p>
      ) : (
        <EntryList
          numbered
          plain
          items={props.records.map((record) => ({
            title: record.title,
            href: record.page,
            meta: [record.day === null ? null : formatDate(record.day), record.organisation.name]
              .filter((part) => part !== null)
              .join(' · '),
          }))}
        />
      )}
      {props.total > props.records.length ? (
        <p>{vi.previewMore(props.records.length, props.total)}</p>
      ) : null}
    </Section>
  );
}
