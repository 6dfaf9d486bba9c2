import type { ListQuestion } from '../../../../platform/forms/list.ts';
import {
  Badge,
  type Column,
  RecordList,
  type RecordListState,
  Select,
  WordsFilter,
} from '../../../../ui/index.ts';
import { type ComplaintState, complaintStates, type Timing, topics } from '../../rules/index.ts';
import { stateNames, topicNames, words } from '../../vi/index.ts';
import { StateBadge } from '../state.tsx';

export interface ListedComplaint {
  readonly href: string;
  readonly number: string;
  readonly complainant: string;
  readonly topic: string;
  readonly received: string;
  /** Null: nothing runs any more. */
  readonly due: { readonly day: string; readonly left: string; readonly timing: Timing } | null;
  readonly state: ComplaintState;
}

export interface ComplaintListProps extends RecordListState<ListedComplaint> {
  readonly question: ListQuestion;
}

const listWords = { ...words, firstAction: words.letter, import: words.rules.title };

/** The complaints of an edition, those whose day comes first on top. */
export const ComplaintList = (props: ComplaintListProps) => (
  <RecordList
    {...props}
    words={listWords}
    filters={<Filters {...props} />}
    columns={columnsOf(props.question)}
  />
);

function Filters({ question: { values } }: ComplaintListProps) {
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="ve"
        label={words.columns.topic}
        value={values.ve}
        options={topics.map((value) => ({ value, label: topicNames[value] }))}
        empty={words.anyTopic}
        width="s"
      />
      <Select
        name="tinh-trang"
        label={words.columns.state}
        value={values['tinh-trang']}
        options={complaintStates.map((value) => ({ value, label: stateNames[value] }))}
        empty={words.anyState}
        width="s"
      />
      <Select
        name="han"
        label={words.dueFilter}
        value={values.han}
        options={[
          { value: 'qua-han', label: words.dueNames.over },
          { value: 'sap-het', label: words.dueNames.soon },
        ]}
        empty={words.anyDue}
        width="s"
      />
    </>
  );
}

const tones = { ahead: 'none', soon: 'warn', over: 'bad' } as const;

function columnsOf(question: ListQuestion): readonly Column<ListedComplaint>[] {
  const { columns: label } = words;
  return [
    {
      key: 'number',
      label: label.number,
      header: true,
      cell: (row) => <a href={row.href}>{row.number}</a>,
      sort: question.sortLink('so'),
      nowrap: true,
    },
    { key: 'topic', label: label.topic, cell: (row) => row.topic, roomy: true },
    { key: 'complainant', label: label.complainant, cell: (row) => row.complainant, roomy: true },
    {
      key: 'received',
      label: label.received,
      cell: (row) => row.received,
      sort: question.sortLink('ngay'),
      nowrap: true,
    },
    {
      key: 'due',
      label: label.due,
      cell: ({ due }) =>
        due === null ? null : (
          <>
            {due.day} <Badge tone={tones[due.timing]}>{due.left}</Badge>
          </>
        ),
      sort: question.sortLink('han'),
    },
    {
      key: 'state',
      label: label.state,
      cell: (row) => <StateBadge state={row.state} />,
      nowrap: true,
    },
  ];
}
