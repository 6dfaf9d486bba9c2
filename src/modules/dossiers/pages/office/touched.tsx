import { Button, Empty, Form, Table } from '../../../../ui/index.ts';
import { touchedWords as words } from '../../vi/office/index.ts';

interface Row {
  readonly number: string | null;
  /** Empty for a draft, which is its entrant's alone. */
  readonly title: string;
  readonly state: string;
  readonly href: string | null;
  readonly feels: readonly string[];
}

interface Change {
  /** The part of the edition that is being changed. */
  readonly action: string;
  readonly kept: readonly (readonly [string, string])[];
}

/** The dossiers that feel the change, and the way on: saving it, or back to what was typed. */
export function TouchedPage(props: {
  readonly rows: readonly Row[];
  readonly rest: number;
  readonly change: Change;
}) {
  return (
    <>
      {props.rows.length === 0 ? (
        <Empty kind="first" title={words.none} />
      ) : (
        <Felt rows={props.rows} rest={props.rest} />
      )}
      <Form action={props.change.action}>
        {props.change.kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <Button kind="primary" name="act" value="confirm">
            {words.save}
          </Button>
          <Button name="act" value="edit">
            {words.back}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Felt(props: { readonly rows: readonly Row[]; readonly rest: number }) {
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
