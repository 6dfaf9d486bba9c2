import {
  Alert,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  DefinitionList,
  Form,
  formatCount,
  InlineLinks,
  Section,
  Table,
} from '../../../../ui/index.ts';
import { type PollPhase, type Share, sharesOf } from '../../rules/index.ts';
import type { Poll } from '../../schema/index.ts';
import { pollWords, showingNames, pollOffice as words } from '../../vi/index.ts';
import { PhaseBadge } from './phase.tsx';

export interface OnePollProps {
  readonly poll: Poll;
  readonly phase: PollPhase;
  readonly said: string | undefined;
  readonly problem: string | null;
  /** null for those who may not. */
  readonly acts: {
    readonly edit: string;
    readonly open: string;
    readonly close: string;
    readonly remove: string;
  } | null;
  readonly publicHref: string | null;
  readonly xlsxHref: string;
  readonly csvHref: string;
}

/** A poll in the office: how it stands, and what is done with it. */
export function OnePoll(props: OnePollProps) {
  const { poll, phase, said, problem, publicHref } = props;
  return (
    <>
      {said === undefined ? null : <Alert tone="ok" title={said} live />}
      {problem === null ? null : <Alert tone="bad" title={problem} live />}
      <DefinitionList
        items={[
          { term: words.terms.state, value: <PhaseBadge phase={phase} /> },
          { term: words.terms.days, value: words.days(poll.opensOn, poll.closesOn) },
          { term: words.terms.most, value: formatCount(poll.most) },
          { term: words.terms.shown, value: showingNames[poll.shown] },
          ...(poll.note === null ? [] : [{ term: words.note, value: poll.note }]),
          ...(publicHref === null
            ? []
            : [{ term: words.terms.public, value: <a href={publicHref}>{words.seePublic}</a> }]),
        ]}
      />
      <Section title={words.result}>
        <p>
          {words.voters(poll.voters)} {poll.most > 1 ? words.ofVoters : null}
        </p>
        <Table
          caption={words.result}
          columns={resultColumns(poll)}
          rows={sharesOf(poll.options, { ...poll, decimals: 1 })}
        />
        <InlineLinks
          items={[
            { href: props.xlsxHref, label: words.xlsx },
            { href: props.csvHref, label: words.csv },
          ]}
        />
      </Section>
      <Acts {...props} />
    </>
  );
}

const resultColumns = (poll: Poll): readonly Column<Share>[] => [
  {
    key: 'option',
    label: words.resultColumns.option,
    header: true,
    cell: (row) => row.label,
    ...(poll.most === 1 ? { total: words.total } : {}),
  },
  {
    key: 'votes',
    label: words.resultColumns.votes,
    align: 'num',
    cell: (row) => formatCount(row.votes),
    ...(poll.most === 1 ? { total: formatCount(poll.voters) } : {}),
  },
  {
    key: 'share',
    label: words.resultColumns.share,
    align: 'num',
    cell: (row) => pollWords.share(row.share),
  },
];

function Acts({ poll, phase, acts }: OnePollProps) {
  if (acts === null) return null;
  return (
    <Buttons>
      {poll.state === 'draft' ? (
        <Form action={acts.open} hidden={{ version: poll.version }} inline>
          <Button kind="primary">{words.open}</Button>
        </Form>
      ) : null}
      {poll.state === 'closed' ? null : <ButtonLink href={acts.edit}>{words.edit}</ButtonLink>}
      {phase === 'open' || phase === 'waiting' || poll.state === 'open' ? (
        <ButtonLink href={acts.close}>{words.close}</ButtonLink>
      ) : null}
      {poll.state === 'open' ? null : (
        <ButtonLink kind="dangerOutline" href={acts.remove}>
          {words.remove}
        </ButtonLink>
      )}
    </Buttons>
  );
}
