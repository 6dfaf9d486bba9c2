import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  type Column,
  Form,
  FormActions,
  type HiddenValues,
  InlineLinks,
  Pager,
  Section,
  Select,
  type SelectOption,
  type Tab,
  Table,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import { labels, lineStateNames, words } from '../vi.ts';

export interface LineRow {
  readonly row: number;
  readonly day: string;
  readonly amount: string;
  readonly text: string;
  readonly whose: string;
  readonly how: string;
  readonly state: 'matched' | 'proposal' | 'unknown' | 'recorded';
  /** 'take', 'leave', or null while nobody has said anything. */
  readonly will: string | null;
  readonly decideHref: string | null;
}

export interface ColumnRow {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
}

export interface StatementPageProps {
  readonly summary: string;
  readonly problem: string | null;
  readonly missing: string | null;
  readonly tabs: readonly Tab[];
  readonly rows: readonly LineRow[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly pageHref: (page: number) => string;
  readonly columns: readonly ColumnRow[];
  readonly headerRow: string;
  readonly fields: readonly SelectOption[];
  readonly hidden: HiddenValues;
  /** What a writer may do now; null where it may not be done. */
  readonly acts: {
    readonly columns: string | null;
    readonly takeAll: string | null;
    readonly apply: { readonly action: string; readonly label: string } | null;
    readonly undo: string | null;
  };
  readonly listHref: string;
}

/** The lines of a statement, each with whose it is, before and after they are recorded. */
export function StatementPage(props: StatementPageProps) {
  return (
    <>
      {props.problem === null ? null : <Alert tone="bad">{props.problem}</Alert>}
      {props.missing === null ? null : <Alert tone="warn">{props.missing}</Alert>}
      <p>{props.summary}</p>
      <Tabs label={words.lineState} items={props.tabs} />
      <Table
        caption={words.lineCaption}
        columns={lineColumns}
        rows={props.rows}
        empty={words.noLines}
      />
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
      <Acts {...props} />
      {props.acts.columns === null ? null : <ColumnsForm {...props} action={props.acts.columns} />}
      <InlineLinks items={[{ href: props.listHref, label: words.backToStatements }]} />
    </>
  );
}

function Acts({ acts, hidden }: StatementPageProps) {
  return (
    <div class="buttons">
      {acts.apply === null ? null : (
        <Form action={acts.apply.action} hidden={hidden} inline>
          <Button kind="primary">{acts.apply.label}</Button>
        </Form>
      )}
      {acts.takeAll === null ? null : (
        <Form action={acts.takeAll} inline>
          <Button>{words.takeAll}</Button>
        </Form>
      )}
      {acts.undo === null ? null : (
        <Form action={acts.undo} hidden={hidden} inline>
          <Button kind="dangerOutline">{words.undo}</Button>
        </Form>
      )}
    </div>
  );
}

function ColumnsForm(props: StatementPageProps & { readonly action: string }) {
  return (
    <Section title={words.columnsTitle} id="cot">
      <Form action={props.action} hidden={props.hidden}>
        <p>{words.columnsHelp}</p>
        <TextInput
          name="header_row"
          label={labels.header_row ?? ''}
          help={words.headerRowHelp}
          value={props.headerRow}
          width="xs"
          numeric
        />
        {props.columns.map((column) => (
          <Select
            name={column.name}
            label={column.label}
            help={column.help === '' ? undefined : column.help}
            value={column.value}
            options={props.fields}
          />
        ))}
        <FormActions>
          <Button>{words.reread}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

const tones: Readonly<Record<LineRow['state'], BadgeTone>> = {
  matched: 'ok',
  proposal: 'warn',
  unknown: 'bad',
  recorded: 'none',
};

const lineColumns: readonly Column<LineRow>[] = [
  { key: 'row', label: words.row, cell: (row) => String(row.row), align: 'num', phone: 'half' },
  { key: 'day', label: words.lineDay, cell: (row) => row.day, nowrap: true, phone: 'half' },
  {
    key: 'amount',
    label: labels.amount ?? '',
    cell: (row) => row.amount,
    align: 'num',
    phone: 'half',
  },
  { key: 'text', label: words.lineText, cell: (row) => row.text, header: true },
  {
    key: 'whose',
    label: words.lineWhose,
    cell: (row) => (
      <>
        {row.whose === '' ? null : <strong>{row.whose}. </strong>}
        {row.how}
      </>
    ),
  },
  {
    key: 'state',
    label: words.lineState,
    cell: (row) => (
      <>
        <Badge tone={tones[row.state]}>{lineStateNames[row.state]}</Badge> {row.will}{' '}
        {row.decideHref === null ? null : (
          <a href={row.decideHref} aria-label={words.decideRow(row.row)}>
            {words.decide}
          </a>
        )}
      </>
    ),
  },
];
