import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  Button,
  type Column,
  type Figure,
  Figures,
  FilterBar,
  type FilterChip,
  Form,
  Pager,
  type Part,
  PartsBar,
  Select,
  type SelectOption,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { Timeliness } from '../rules/index.ts';
import type { ObligationState } from '../schema.ts';
import { stateNames, timelinessShort, words } from '../vi.ts';

export const stateTones: Readonly<Record<ObligationState, BadgeTone>> = {
  waiting: 'none',
  filling: 'info',
  submitted: 'info',
  checked: 'warn',
  returned: 'bad',
  accepted: 'ok',
  frozen: 'ok',
};

const timelinessTones: Readonly<Record<Timeliness, BadgeTone>> = {
  on_time: 'ok',
  late: 'warn',
  not_yet: 'none',
  overdue: 'bad',
};

export interface ObligationRow {
  readonly pid: string;
  readonly href: string;
  readonly name: string;
  readonly formHref: string;
  readonly state: ObligationState;
  readonly timeliness: Timeliness;
  readonly due: string;
  readonly extended: string | null;
  readonly sentOn: string;
  /** '3/12', '' where nobody below was asked. */
  readonly below: string;
  /** '3/4' of the rounds before, '' where there were none. */
  readonly earlier: string;
}

export interface OverviewProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly figures: readonly Figure[];
  readonly states: readonly Part[];
  readonly timeliness: readonly Part[];
  readonly rows: readonly ObligationRow[];
  readonly total: number;
  readonly size: number;
  readonly stateOptions: readonly SelectOption[];
  readonly timelinessOptions: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  /** Anybody below was asked by those of the list. */
  readonly cascades: boolean;
  /** Where the chosen ones are given more time; null for those who may not. */
  readonly extendAction: string | null;
}

/** How far those are that one collects from: bars whose parts open, and the list. */
export function Overview(props: OverviewProps) {
  const { question, rows } = props;
  const table = (
    <Table
      caption={words.tableCaption}
      columns={columnsOf(props)}
      rows={rows}
      tone={(row) => (row.timeliness === 'overdue' ? 'bad' : undefined)}
      empty={words.noneFound}
    />
  );
  return (
    <>
      <Figures items={props.figures} boxed />
      <PartsBar parts={props.states} />
      <PartsBar parts={props.timeliness} />
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={props.path} />
      {props.extendAction === null || rows.length === 0 ? (
        table
      ) : (
        <Form action={props.extendAction} method="get" full>
          {table}
          <div class="buttons">
            <Button>{words.extend}</Button>
          </div>
        </Form>
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

function Filters(props: OverviewProps) {
  const { values, kept } = props.question;
  return (
    <FilterBar action={props.path} hidden={kept}>
      <TextInput name="q" label={words.search} value={values.q} width="m" />
      <Select
        name="tinh-trang"
        label={words.columns.state}
        value={values['tinh-trang']}
        options={props.stateOptions}
        empty={words.anyState}
        width="m"
      />
      <Select
        name="dung-han"
        label={words.columns.timeliness}
        value={values['dung-han']}
        options={props.timelinessOptions}
        empty={words.anyTimeliness}
        width="m"
      />
    </FilterBar>
  );
}

function columnsOf({
  question,
  extendAction,
  cascades,
  rows,
}: OverviewProps): Column<ObligationRow>[] {
  const head = words.columns;
  return [
    ...(extendAction === null ? [] : [chooseColumn]),
    {
      key: 'name',
      label: head.organisation,
      header: true,
      roomy: true,
      sort: question.sortLink('ten'),
      cell: (row) => <a href={row.href}>{row.name}</a>,
    },
    {
      key: 'state',
      label: head.state,
      nowrap: true,
      phone: 'half',
      cell: (row) => <Badge tone={stateTones[row.state]}>{stateNames[row.state]}</Badge>,
    },
    {
      key: 'due',
      label: head.due,
      nowrap: true,
      sort: question.sortLink('han'),
      phone: 'half',
      cell: (row) => (row.extended === null ? row.due : `${row.due} (${words.extendedMark})`),
    },
    { key: 'sent', label: head.sent, nowrap: true, phone: 'half', cell: (row) => row.sentOn },
    {
      key: 'timeliness',
      label: head.timeliness,
      nowrap: true,
      phone: 'half',
      cell: (row) => (
        <Badge tone={timelinessTones[row.timeliness]}>{timelinessShort[row.timeliness]}</Badge>
      ),
    },
    ...(cascades
      ? [
          {
            key: 'below',
            label: head.below,
            align: 'num' as const,
            phone: 'half' as const,
            sort: question.sortLink('cap-duoi'),
            cell: (row: ObligationRow) => row.below,
          },
        ]
      : []),
    ...(rows.some(({ earlier }) => earlier !== '')
      ? [
          {
            key: 'earlier',
            label: head.earlier,
            align: 'num' as const,
            phone: 'half' as const,
            cell: (row: ObligationRow) => row.earlier,
          },
        ]
      : []),
    {
      key: 'form',
      label: head.form,
      nowrap: true,
      phone: 'hidden',
      cell: (row) => <a href={row.formHref}>{words.openForm}</a>,
    },
  ];
}

const chooseColumn: Column<ObligationRow> = {
  key: 'choose',
  label: words.columns.choose,
  labelHidden: true,
  cell: (row) => (
    <input type="checkbox" name="chon" value={row.pid} aria-label={words.chooseRow(row.name)} />
  ),
};
