import { addDays } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { Alert, DefinitionList, EntryList, Section, Timeline } from '../../../ui/index.ts';
import type { FigureRecord } from '../queries/records.ts';
import type { Definition, FigureValue } from '../rules/index.ts';
import { type Described, vi } from '../vi.ts';

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
  readonly versions: readonly Definition[];
  /** Absent for one who may not open the records of this place. */
  readonly preview: Preview | null;
}

export function IndicatorDetail(props: IndicatorDetailProps) {
  const { definition, preview } = props;
  return (
    <>
      {definition.sample ? <Alert tone="info">{vi.sampleNote}</Alert> : null}
      <DefinitionList items={props.described} />
      {preview === null ? null : <PreviewSection {...preview} />}
      <Section title={vi.versions}>
        <Timeline
          items={props.versions.map((one) => ({
            when: `${vi.from(one.from)} ${vi.until(one.until === null ? null : addDays(one.until, -1))}`,
            title: one.label,
          }))}
        />
      </Section>
    </>
  );
}

/** The figure of the place as the definition gives it, with the records that make it. */
export function PreviewSection(props: Preview) {
  const value =
    props.value === null
      ? vi.unknown
      : typeof props.value === 'boolean'
        ? props.value
          ? vi.yes
          : vi.no
        : formatNumber(props.value, props.decimals);
  return (
    <Section title={vi.preview}>
      <p>{vi.previewLead(props.name, props.on)}</p>
      <DefinitionList
        items={[
          {
            term: vi.previewValue,
            value:
              props.unit === null || props.value === null ? value : `${value}\u00a0${props.unit}`,
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
            title:
              record.organisation.code === props.code ? record.title : record.organisation.name,
            href: record.page,
            meta: record.day === null ? undefined : formatDate(record.day),
          }))}
        />
      )}
      {props.total > props.records.length ? (
        <p>{vi.previewMore(props.records.length, props.total)}</p>
      ) : null}
    </Section>
  );
}
