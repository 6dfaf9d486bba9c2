import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  Form,
  FormActions,
  Section,
  Table,
  TextArea,
} from '../../../../ui/index.ts';
import type { SheetState } from '../../schema/index.ts';
import { judgeWords, stateNames, stateTones } from '../../vi/index.ts';

const words = judgeWords.council;

/** A member's sheet as another member may see it. */
export interface MemberLine {
  readonly name: string;
  readonly state: SheetState;
  readonly points: string;
  readonly failed: boolean;
  /** Points of each time that it was signed; empty for one. */
  readonly rounds: string;
  readonly reopenHref: string | null;
}

export interface CommentLine {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export interface CouncilPageProps {
  readonly title: string;
  readonly name: string;
  readonly said: string | null;
  /** Null where the others' points are kept. */
  readonly members: readonly MemberLine[] | null;
  /** They are kept only until the judge's own sheet is signed. */
  readonly hidden: boolean;
  readonly wide: boolean;
  readonly sheetHref: string | null;
  readonly comments: readonly CommentLine[];
  readonly form: {
    readonly action: string;
    readonly text: string;
    readonly error: string | undefined;
  } | null;
}

/** What the members of a council gave a dossier, and what they say of it. */
export function CouncilPage(props: CouncilPageProps) {
  const { members, form } = props;
  return (
    <>
      <h1>{props.title}</h1>
      {props.name === '' ? null : <p class="lead anywhere">{props.name}</p>}
      {props.said === null ? null : <Alert tone="ok" title={props.said} live />}
      {props.wide ? <Alert tone="warn" title={words.wide} /> : null}
      {members === null ? (
        <p>{props.hidden ? words.hiddenUntilSigned : words.hidden}</p>
      ) : (
        <Table caption={words.caption} columns={columnsOf(members)} rows={members} />
      )}
      {props.sheetHref === null ? null : (
        <Buttons>
          <ButtonLink href={props.sheetHref}>{words.toSheet}</ButtonLink>
        </Buttons>
      )}
      <Section title={words.comments}>
        <Comments items={props.comments} />
        {form === null ? (
          <p class="help">{words.closed}</p>
        ) : (
          <Form action={form.action}>
            <TextArea
              name="text"
              label={words.comment}
              value={form.text}
              error={form.error}
              rows={4}
              maxLength={4000}
            />
            <FormActions>
              <Button kind="primary" busy={words.saying}>
                {words.say}
              </Button>
            </FormActions>
          </Form>
        )}
      </Section>
    </>
  );
}

/** What was said, the oldest first. */
export function Comments({ items }: { readonly items: readonly CommentLine[] }) {
  if (items.length === 0) return <p>{words.noComments}</p>;
  return (
    <ul class="plain-list lines">
      {items.map(({ by, at, text }) => (
        <li>
          <strong>{by}</strong> <span class="help">{at}</span>
          <p class="answer-text">{text}</p>
        </li>
      ))}
    </ul>
  );
}

function columnsOf(members: readonly MemberLine[]): Column<MemberLine>[] {
  const { columns } = words;
  const rounds: Column<MemberLine>[] = members.some((one) => one.rounds !== '')
    ? [{ key: 'rounds', label: columns.rounds, nowrap: true, cell: (row) => row.rounds }]
    : [];
  const acts: Column<MemberLine>[] = members.some(({ reopenHref }) => reopenHref !== null)
    ? [
        {
          key: 'act',
          label: columns.act,
          labelHidden: true,
          cell: ({ reopenHref, name }) =>
            reopenHref === null ? null : (
              <ButtonLink small href={reopenHref} label={`${words.reopen}: ${name}`}>
                {words.reopen}
              </ButtonLink>
            ),
        },
      ]
    : [];
  return [
    { key: 'member', label: columns.member, header: true, cell: ({ name }) => name },
    {
      key: 'state',
      label: columns.state,
      phone: 'half',
      cell: ({ state }) => <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>,
    },
    {
      key: 'points',
      label: columns.points,
      align: 'num',
      phone: 'half',
      cell: ({ points, failed }) => (failed ? `${points}, ${judgeWords.signAll.failing}` : points),
    },
    ...rounds,
    ...acts,
  ];
}

export interface ReopenPageProps {
  readonly action: string;
  readonly keepHref: string;
  readonly version: number;
  readonly reason: string;
  readonly error: string | undefined;
}

/** The chair opens a signed sheet again. */
export function ReopenPage(props: ReopenPageProps) {
  return (
    <>
      <h1>{words.reopenTitle}</h1>
      <p>{words.reopenLead}</p>
      <Form action={props.action} hidden={{ version: props.version }}>
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={props.reason}
          error={props.error}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{words.reopen}</Button>
          <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
