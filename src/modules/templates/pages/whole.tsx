import { type Column, Table } from '../../../ui/index.ts';
import type { TemplateContent, TemplateRow, TemplateSection } from '../rules/index.ts';
import { rowsOf } from '../rules/index.ts';
import { rowKindNames, vi } from '../vi.ts';
import { numbered } from './outline.tsx';

/** A template as the form that will be filled: every section, with what is to be written and every row. */
export function WholeTemplate(props: { readonly content: TemplateContent }) {
  const labels = new Map(rowsOf(props.content).map((row) => [row.key, row.label]));
  return (
    <article class="parts">
      {props.content.sections.map((section) => (
        <Part section={section} labels={labels} />
      ))}
    </article>
  );
}

interface PartProps {
  readonly section: TemplateSection;
  readonly labels: ReadonlyMap<string, string>;
}

function Part({ section, labels }: PartProps) {
  const Heading = `h${section.level + 1}` as 'h2' | 'h3' | 'h4';
  const title = numbered(section);
  return (
    <section>
      <Heading>{title}</Heading>
      {section.hint === null ? null : <p class="help">{section.hint}</p>}
      {section.kind === 'narrative' ? <Narrative section={section} labels={labels} /> : null}
      {section.kind === 'table' ? (
        <Table caption={title} columns={columns(labels)} rows={section.rows} empty={vi.rows.none} />
      ) : null}
    </section>
  );
}

function Narrative({ section, labels }: PartProps) {
  return (
    <>
      <p>{vi.show.writes}</p>
      {section.sentences.length === 0 ? null : (
        <>
          <p>{vi.show.sentences}</p>
          <ul class="list">
            {section.sentences.map((sentence) => (
              <li>{withNames(sentence, labels)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

// A figure of a sentence is named by its row: the key says nothing to a reader.
const withNames = (sentence: string, labels: ReadonlyMap<string, string>): string =>
  sentence.replace(/\{([^{}\s]{1,60})\}/g, (whole, key: string) => {
    const label = labels.get(key);
    return label === undefined ? whole : `[${label}]`;
  });

const columns = (labels: ReadonlyMap<string, string>): Column<TemplateRow>[] => [
  { key: 'number', label: vi.rows.columns.number, cell: (row) => row.number, phone: 'hidden' },
  {
    key: 'label',
    label: vi.rows.columns.label,
    header: true,
    cell: (row) => <RowLabel row={row} labels={labels} />,
  },
  { key: 'unit', label: vi.rows.columns.unit, cell: (row) => row.unit ?? '', phone: 'half' },
  {
    key: 'value',
    label: vi.show.value,
    align: 'num',
    phone: 'half',
    cell: (row) => (row.kind === 'yes_no' ? rowKindNames.yes_no : '…'),
  },
  { key: 'from', label: vi.rows.columns.from, cell: (row) => sourceOf(row) },
];

export const sourceOf = (row: TemplateRow): string =>
  row.indicator === null ? vi.rows.byHand : vi.rows.indicator(row.indicator);

/** A row's label with what it adds up, and what it is part of, under it. */
export function RowLabel(props: {
  readonly row: TemplateRow;
  readonly labels: ReadonlyMap<string, string>;
  readonly href?: string;
}) {
  const { row, labels, href } = props;
  const named = (key: string) => labels.get(key) ?? key;
  const notes = [
    ...(row.sum.length === 0 ? [] : [vi.rows.sumOf(row.sum.map(named))]),
    ...(row.within === null ? [] : [vi.rows.withinOf(named(row.within))]),
    ...(row.required ? [] : [vi.rows.optional]),
  ];
  return (
    <span class={`depth-${row.level}`}>
      {href === undefined ? row.label : <a href={href}>{row.label}</a>}
      {notes.map((note) => (
        <span class="cell-note">{note}</span>
      ))}
    </span>
  );
}
