import { type Content, Section, Table } from '../../../ui/index.ts';
import type { PublicReport } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { figureText } from '../vi/sheets.ts';
import { Shown } from './narrative.tsx';
import { anchor } from './place.ts';

type PublicSection = PublicReport['sections'][number];

/** A published report for everybody: words and values, in their order. */
export function PublishedReport(props: { readonly sections: readonly PublicSection[] }) {
  return (
    <>
      {props.sections.map((section) => (
        <Section
          title={section.number === '' ? section.title : `${section.number}. ${section.title}`}
          level={section.level === 1 ? 2 : 3}
          id={anchor(section.key)}
        >
          {section.shown === null ? null : <Shown text={section.shown} />}
          {section.kind === 'table' ? figures(section) : null}
        </Section>
      ))}
    </>
  );
}

function figures({ title, rows }: PublicSection): Content {
  return (
    <Table
      caption={words.caption(title)}
      rows={rows}
      columns={[
        {
          key: 'label',
          label: words.columns.label,
          header: true,
          cell: ({ number, label, unit }) =>
            `${number === '' ? '' : `${number}. `}${unit === null ? label : words.unit(label, unit)}`,
        },
        {
          key: 'declared',
          label: words.columns.declared,
          align: 'num',
          cell: (row) => figureText(row.declared, row),
        },
      ]}
    />
  );
}
