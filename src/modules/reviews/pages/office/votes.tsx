import {
  Alert,
  Button,
  CellInput,
  type Column,
  Form,
  FormActions,
  type Tab,
  Table,
  Tabs,
  TextInput,
} from '../../../../ui/index.ts';
import { officeWords } from '../../vi/index.ts';

const words = officeWords.votesPage;

/** A dossier with its votes. */
export interface VoteLine {
  /** Of its box. */
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly votes: string;
  readonly points: string;
  readonly source: string;
  readonly error: string | undefined;
}

export interface VotesPageProps {
  readonly parts: readonly Tab[];
  /** Null for those who may only read. */
  readonly action: string | null;
  readonly rows: readonly VoteLine[];
  readonly source: string;
  readonly errors: { readonly source: string | undefined; readonly whole: string | undefined };
}

/** How many votes each dossier had. */
export function VotesPage(props: VotesPageProps) {
  const { action, rows, errors } = props;
  const table = (
    <Table
      caption={words.caption}
      columns={columnsOf(action !== null)}
      rows={rows}
      empty={words.none}
    />
  );
  return (
    <>
      {props.parts.length > 1 ? <Tabs label={words.part} items={props.parts} /> : null}
      {errors.whole === undefined ? null : (
        <Alert tone="bad" live>
          {errors.whole}
        </Alert>
      )}
      {action === null || rows.length === 0 ? (
        table
      ) : (
        <Form action={action} full>
          {table}
          <TextInput
            name="source"
            label={words.source}
            help={words.sourceHelp}
            value={props.source}
            error={errors.source}
            maxLength={500}
          />
          <FormActions>
            <Button kind="primary" busy={words.saving}>
              {words.save}
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}

function columnsOf(writes: boolean): Column<VoteLine>[] {
  const { columns } = words;
  return [
    {
      key: 'number',
      label: columns.number,
      nowrap: true,
      phone: 'half',
      cell: (row) => row.number,
    },
    { key: 'title', label: columns.title, header: true, roomy: true, cell: (row) => row.title },
    {
      key: 'votes',
      label: columns.votes,
      align: 'num',
      cell: (row) =>
        writes ? (
          <CellInput
            name={row.name}
            label={words.votesOf(row.title || row.number)}
            value={row.votes}
            error={row.error}
            numeric
            maxLength={12}
          />
        ) : (
          row.votes
        ),
    },
    {
      key: 'points',
      label: columns.points,
      align: 'num',
      phone: 'half',
      cell: ({ points }) => points,
    },
    { key: 'source', label: columns.source, cell: ({ source }) => source },
  ];
}
