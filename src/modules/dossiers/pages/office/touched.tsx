import { Empty, Table } from '../../../../ui/index.ts';
import { touchedWords as words } from '../../vi/office/index.ts';

interface Row {
  readonly number: string | null;
  /** Empty for a draft, which is its entrant's alone. */
  readonly title: string;
  readonly state: string;
  readonly href: string | null;
  readonly feels: readonly string[];
}

export function TouchedPage(props: { readonly rows: readonly Row[]; readonly rest: number }) {
  if (props.rows.length === 0) return <Empty kind="first" title={words.none} />;
  return (
    <>
      <Table
        caption={words.title}
        rows={props.rows}
        columns={[
          {
            key: 'dossier',
            header: true,
            roomy: true,
            label: words.dossier,
            cell: ({ number, title, href }) =>
              href === null ? (
                words.draft
              ) : (
                <a href={href}>
                  {number} · {title}
                </a>
              ),
          },
          { key: 'state', label: words.state, cell: ({ state }) => state },
          {
            key: 'feels',
            label: words.feels,
            cell: ({ feels }) => (
              <ul class="lines">
                {feels.map((one) => (
                  <li>{one}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {props.rest === 0 ? null : <p>{words.rest(props.rest)}</p>}
    </>
  );
}
