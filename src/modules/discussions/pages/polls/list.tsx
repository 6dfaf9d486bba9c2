import type { ListQuestion } from '../../../../platform/forms/list.ts';
import {
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  formatCount,
  Pager,
  Select,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { type PollPhase, pollStates } from '../../rules/index.ts';
import type { Poll } from '../../schema/index.ts';
import { phaseNames, pollOffice as words } from '../../vi/index.ts';
import { PhaseBadge } from './phase.tsx';

export interface ListedPoll {
  readonly poll: Poll;
  readonly phase: PollPhase;
  readonly href: string;
}

export interface PollListProps {
  readonly rows: readonly ListedPoll[];
  readonly total: number;
  readonly size: number;
  readonly question: ListQuestion;
  readonly path: string;
  /** null for those who may not. */
  readonly createHref: string | null;
}

/** The polls of an office. */
export function PollList(props: PollListProps) {
  const { rows, question, path, createHref } = props;
  if (rows.length === 0 && !question.filtered)
    return (
      <Empty
        kind="first"
        title={words.first}
        actions={
          createHref === null ? undefined : (
            <ButtonLink kind="primary" href={createHref}>
              {words.create}
            </ButtonLink>
          )
        }
      >
        {words.firstBody}
      </Empty>
    );
  return (
    <>
      <FilterBar action={path}>
        <TextInput
          name="q"
          label={words.search}
          value={question.values.q}
          type="search"
          width="m"
        />
        <Select
          name="tinh-trang"
          label={words.columns.state}
          value={question.values['tinh-trang']}
          options={pollStates.map((value) => ({
            value,
            label: phaseNames[value === 'closed' ? 'over' : value],
          }))}
          empty={words.anyState}
          width="s"
        />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty kind="filtered" title={words.noneFiltered} />
      ) : (
        <Table caption={words.title} columns={columns} rows={rows} />
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

const { columns: label } = words;
const columns: readonly Column<ListedPoll>[] = [
  {
    key: 'question',
    label: label.question,
    header: true,
    roomy: true,
    cell: ({ poll, href }) => <a href={href}>{poll.question}</a>,
  },
  {
    key: 'days',
    label: label.days,
    cell: ({ poll }) => words.days(poll.opensOn, poll.closesOn),
  },
  {
    key: 'voters',
    label: label.voters,
    align: 'num',
    cell: ({ poll }) => formatCount(poll.voters),
  },
  {
    key: 'state',
    label: label.state,
    nowrap: true,
    cell: ({ phase }) => <PhaseBadge phase={phase} />,
  },
];
