import {
  Alert,
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  type Column,
  type Content,
  DefinitionList,
  Empty,
  EntryList,
  Form,
  FormActions,
  type ListEntry,
  Radios,
  Section,
  Table,
} from '../../../../ui/index.ts';
import { markNames, voteWords, ballotWords as words } from '../../vi/ballots.ts';

/** A page behind a link brings its own heading. */
export function Headed(props: {
  readonly title: string;
  readonly lead: string;
  readonly children?: Content;
}) {
  return (
    <>
      <h1 class="anywhere">{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.children}
    </>
  );
}

/** The ballots of a member. */
export function VoteList(props: { readonly rows: readonly ListEntry[] }) {
  if (props.rows.length === 0)
    return (
      <Empty kind="first" title={voteWords.none}>
        {voteWords.noneBody}
      </Empty>
    );
  return <EntryList items={props.rows} plain />;
}

export interface PaperProps {
  readonly action: string;
  readonly code: string;
  readonly rule: string;
  readonly kind: 'approve' | 'choose' | 'question';
  readonly most: number | null;
  readonly options: readonly {
    readonly at: number;
    readonly label: string;
    readonly detail: string;
  }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly error: string | null;
}

/** The paper of a member: one line an option, nothing is chosen before. */
export function PaperForm(props: PaperProps) {
  const { kind, options } = props;
  return (
    <>
      {props.error === null ? null : <Alert tone="bad" title={props.error} live />}
      <Alert tone="info">{voteWords.secret}</Alert>
      <p>{props.rule}</p>
      {kind === 'choose' && props.most !== null ? <p>{voteWords.most(props.most)}</p> : null}
      <Form action={props.action} hidden={{ code: props.code }}>
        {options.map((option) =>
          kind === 'choose' ? (
            <ChosenLine {...option} typed={props.typed} />
          ) : (
            <MarkedLine {...option} typed={props.typed} />
          ),
        )}
        <DefinitionList items={[{ term: voteWords.code, value: <strong>{props.code}</strong> }]} />
        <p class="help">{voteWords.codeHelp}</p>
        <FormActions note={voteWords.castNote}>
          <Button kind="primary" busy={voteWords.casting}>
            {voteWords.cast}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

type Line = PaperProps['options'][number] & Pick<PaperProps, 'typed'>;

function MarkedLine({ at, label, detail, typed }: Line) {
  const name = `choice.${at}`;
  return (
    <Radios
      name={name}
      label={`${at + 1}. ${label}`}
      help={detail === '' ? undefined : detail}
      value={typed[name] ?? ''}
      options={[
        { value: 'yes', label: markNames.yes },
        { value: 'no', label: markNames.no },
        { value: '', label: voteWords.blank },
      ]}
    />
  );
}

function ChosenLine({ at, label, detail, typed }: Line) {
  const name = `choice.${at}`;
  return (
    <Checkbox
      name={name}
      label={`${at + 1}. ${label}`}
      help={detail === '' ? undefined : detail}
      value="yes"
      checked={typed[name] === 'yes'}
    />
  );
}

/** After the paper lies in the box, before the ballot is closed, or where one may not vote. */
export function VoteNotice(props: {
  readonly tone: 'ok' | 'info' | 'warn';
  readonly title: string;
  readonly body: string;
  readonly code: string | null;
  readonly backHref: string;
}) {
  return (
    <>
      <Alert tone={props.tone} title={props.title} live>
        {props.body}
      </Alert>
      {props.code === null ? null : (
        <>
          <DefinitionList
            items={[{ term: voteWords.code, value: <strong>{props.code}</strong> }]}
          />
          <p class="help">{voteWords.codeHelp}</p>
        </>
      )}
      <Buttons>
        <ButtonLink href={props.backHref}>{voteWords.back}</ButtonLink>
      </Buttons>
    </>
  );
}

export interface ResultLine {
  readonly label: string;
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
  readonly passed: boolean;
}

/** What a closed ballot came to, with the papers among which a member finds the own one. */
export function VoteResult(props: {
  readonly summary: string;
  readonly lines: readonly ResultLine[];
  readonly papers: readonly { readonly code: string; readonly says: string }[];
  readonly backHref: string;
}) {
  return (
    <>
      <p>{props.summary}</p>
      <Table caption={words.result} columns={resultColumns} rows={props.lines} />
      {props.papers.length === 0 ? null : (
        <Section title={words.papers}>
          <p class="help">{words.papersHelp}</p>
          <Table caption={words.papers} columns={paperColumns} rows={props.papers} />
        </Section>
      )}
      <Buttons>
        <ButtonLink href={props.backHref}>{voteWords.back}</ButtonLink>
      </Buttons>
    </>
  );
}

const resultColumns: readonly Column<ResultLine>[] = [
  { key: 'label', label: words.optionColumns.option, cell: ({ label }) => label, header: true },
  {
    key: 'yes',
    label: words.optionColumns.yes,
    align: 'num',
    phone: 'half',
    cell: ({ yes }) => yes,
  },
  { key: 'no', label: words.optionColumns.no, align: 'num', phone: 'half', cell: ({ no }) => no },
  {
    key: 'blank',
    label: words.optionColumns.blank,
    align: 'num',
    phone: 'half',
    cell: ({ blank }) => blank,
  },
  {
    key: 'passed',
    label: words.optionColumns.result,
    cell: ({ passed }) => (passed ? words.passed : words.notPassed),
  },
];

const paperColumns: readonly Column<{ readonly code: string; readonly says: string }>[] = [
  {
    key: 'code',
    label: words.paperColumns.code,
    cell: ({ code }) => <code>{code}</code>,
    header: true,
    nowrap: true,
  },
  { key: 'says', label: words.paperColumns.choices, cell: ({ says }) => says },
];
