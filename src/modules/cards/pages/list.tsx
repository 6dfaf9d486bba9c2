import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Button,
  Checkbox,
  type Column,
  type Content,
  Form,
  type HiddenValues,
  RecordList,
  type RecordListState,
  Section,
  Select,
  type SelectOption,
  WordsFilter,
} from '../../../ui/index.ts';
import { type CardState, cardStates } from '../rules.ts';
import { labels, stateNames, words } from '../vi.ts';
import { MembersFilter } from './issue.tsx';
import { StateBadge } from './state.tsx';

export interface ListedCard {
  readonly href: string;
  readonly person: string;
  readonly number: string;
  readonly organisation: string;
  readonly branch: string;
  readonly issued: string;
  readonly until: string;
  readonly state: CardState;
}

export interface CardListProps extends RecordListState<ListedCard> {
  readonly question: ListQuestion;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly printAction: string;
  readonly printHidden: HiddenValues;
  /** What was printed lately. */
  readonly latest: Content;
}

const listWords = { ...words, firstAction: words.issue, import: words.design };

/** The cards of an office, and printing those that are listed. */
export function CardList(props: CardListProps) {
  return (
    <>
      <RecordList
        {...props}
        words={listWords}
        filters={<Filters {...props} />}
        columns={columnsOf(props.question).filter(
          ({ key }) => key !== 'organisation' || props.organisations.length !== 1,
        )}
      />
      {props.total === 0 ? null : (
        <Section title={words.print}>
          <Form action={props.printAction} hidden={props.printHidden}>
            <p>{words.printHelp}</p>
            <Checkbox name="back" label={labels.back ?? ''} />
            <div class="buttons">
              <Button icon="print">{words.printFiltered(props.total)}</Button>
            </div>
          </Form>
        </Section>
      )}
      {props.latest}
    </>
  );
}

function Filters(props: CardListProps) {
  const { values } = props.question;
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="tinh-trang"
        label={words.state}
        value={values['tinh-trang']}
        options={cardStates.map((value) => ({ value, label: stateNames[value] }))}
        empty={words.anyState}
        width="s"
      />
      <MembersFilter {...props} values={values} />
    </>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedCard>[] {
  const { columns: label } = words;
  return [
    {
      key: 'person',
      label: label.person,
      cell: (row) => <a href={row.href}>{row.person}</a>,
      sort: question.sortLink('ten'),
      roomy: true,
    },
    {
      key: 'number',
      label: label.number,
      cell: (row) => row.number,
      sort: question.sortLink('so'),
      nowrap: true,
    },
    { key: 'organisation', label: label.organisation, cell: (row) => row.organisation },
    { key: 'branch', label: label.branch, cell: (row) => row.branch },
    {
      key: 'issued',
      label: label.issued,
      cell: (row) => row.issued,
      sort: question.sortLink('ngay'),
      nowrap: true,
    },
    { key: 'until', label: label.until, cell: (row) => row.until, nowrap: true },
    {
      key: 'state',
      label: label.state,
      cell: (row) => <StateBadge state={row.state} />,
      nowrap: true,
    },
  ];
}
