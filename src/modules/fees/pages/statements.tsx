import {
  Alert,
  Button,
  type Column,
  FileInput,
  Form,
  FormActions,
  Section,
  type Tab,
  Table,
  Tabs,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface StatementRow {
  readonly href: string;
  readonly file: string;
  readonly when: string;
  readonly state: string;
}

export interface StatementListProps {
  readonly tabs: readonly Tab[];
  readonly rows: readonly StatementRow[];
  /** Null for those who may not. */
  readonly uploadAction: string | null;
  readonly problems: readonly string[];
}

/** The statements of a period, and the way to bring one in. */
export function StatementList(props: StatementListProps) {
  return (
    <>
      <Tabs label={words.tabs} items={props.tabs} />
      {props.problems.length > 0 ? (
        <Alert tone="bad" title={words.unreadable}>
          {props.problems.join(' ')}
        </Alert>
      ) : null}
      {props.uploadAction === null ? null : (
        <Form action={props.uploadAction} files>
          <p>{words.statementLead}</p>
          <FileInput
            name="file"
            label={words.statementFile}
            help={words.statementHelp}
            accept=".xlsx,.csv"
          />
          <FormActions note={words.nothingYet}>
            <Button kind="primary" icon="upload">
              {words.readStatement}
            </Button>
          </FormActions>
        </Form>
      )}
      <Section title={words.statementList}>
        {props.rows.length === 0 ? (
          <p>{words.noStatements}</p>
        ) : (
          <Table caption={words.statementList} columns={columns} rows={props.rows} />
        )}
      </Section>
    </>
  );
}

const columns: readonly Column<StatementRow>[] = [
  { key: 'file', label: words.statementFile, cell: (row) => <a href={row.href}>{row.file}</a> },
  { key: 'when', label: words.openedAt, cell: (row) => row.when },
  { key: 'state', label: words.state, cell: (row) => row.state },
];
