import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { Section, Table } from '../../../ui/index.ts';
import type { Restated } from '../schema/index.ts';
import { words } from '../vi/pages.ts';

/** What the records say otherwise since the form was frozen. */
export function RestatedSince(props: { readonly rows: readonly Restated[] }) {
  const columns = words.restatedColumns;
  const text = (value: number | null, { decimals }: Restated) =>
    value === null ? '–' : formatNumber(value, decimals);
  return (
    <Section title={words.restated} id="thay-doi">
      {props.rows.length === 0 ? (
        <p>{words.restatedNone}</p>
      ) : (
        <>
          <p>{words.restatedLead}</p>
          <Table
            caption={words.restated}
            rows={props.rows}
            columns={[
              {
                key: 'label',
                label: columns.label,
                header: true,
                cell: ({ label, unit }) => (unit === null ? label : words.unit(label, unit)),
              },
              {
                key: 'then',
                label: columns.then,
                align: 'num',
                phone: 'half',
                cell: (r) => text(r.derivedThen, r),
              },
              {
                key: 'now',
                label: columns.now,
                align: 'num',
                phone: 'half',
                cell: (r) => text(r.derivedNow, r),
              },
              {
                key: 'difference',
                label: columns.difference,
                align: 'num',
                phone: 'half',
                cell: (r) => text(r.difference, r),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}
