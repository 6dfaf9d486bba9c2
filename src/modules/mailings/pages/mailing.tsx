import {
  ActiveFilters,
  Alert,
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  DefinitionList,
  FilterBar,
  type FilterChip,
  Pager,
  type PagerProps,
  Progress,
  Section,
  Select,
  Table,
  type Term,
} from '../../../ui/index.ts';
import {
  leftOutReasons,
  type MailingState,
  type RecipientState,
  recipientStates,
} from '../rules.ts';
import type { MailingCounts, MailingResult, Recipient } from '../schema.ts';
import { leftOutNames, reasonWords, recipientStateNames, words } from '../vi.ts';
import { ActButton, Letter, Preview } from './letter.tsx';

export interface DraftPageProps {
  readonly path: string;
  readonly who: string;
  readonly previewNote: string;
  readonly subject: string;
  readonly text: string;
  readonly whom: readonly Term[];
  readonly counts: MailingCounts;
  readonly countedAt: Date | null;
  /** Null for those who may only read. */
  readonly acts: { readonly path: string; readonly version: number } | null;
  readonly listHref: string;
}

/** A draft: whom it would reach, and how it reads. */
export function DraftPage(props: DraftPageProps) {
  const { acts, counts } = props;
  return (
    <>
      {(counts.send ?? 0) === 0 ? <Alert tone="warn" title={words.nobody} /> : null}
      <Section title={words.reach}>
        <DefinitionList items={whomOf(props.whom)} compact />
        <DefinitionList
          compact
          items={[
            { term: words.reachSend, value: <strong>{words.letters(counts.send ?? 0)}</strong> },
            ...leftTerms(counts),
          ]}
        />
        <p>
          {props.countedAt === null ? null : words.reachOf(props.countedAt)} {words.reachNote}
        </p>
        {acts === null ? null : (
          <ActButton action={`${acts.path}/tinh-lai`} kind="text" label={words.reachAgain} />
        )}
      </Section>
      <Preview
        path={props.path}
        who={props.who}
        note={props.previewNote}
        subject={props.subject}
        text={props.text}
      />
      <div class="buttons">
        {acts === null ? null : (
          <>
            <ButtonLink href={`${acts.path}/sua`} icon="edit">
              {words.edit}
            </ButtonLink>
            <ActButton action={`${acts.path}/gui-thu`} label={words.test} />
            <ActButton action={`${acts.path}/sao-chep`} label={words.copy} />
            <ButtonLink kind="dangerOutline" href={`${acts.path}/xoa`}>
              {words.remove}
            </ButtonLink>
          </>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

const whomOf = (terms: readonly Term[]): readonly Term[] =>
  terms.length > 0 ? terms : [{ term: words.whom, value: words.everyone }];

const leftTerms = (left: MailingCounts, href?: (reason: string) => string): readonly Term[] =>
  leftOutReasons.flatMap((reason) => {
    const many = left[reason] ?? 0;
    if (many === 0) return [];
    const value = words.people(many);
    return [
      {
        term: leftOutNames[reason],
        value: href === undefined ? value : <a href={href(reason)}>{value}</a>,
      },
    ];
  });

export interface ResultPageProps {
  readonly state: MailingState;
  readonly prepared: boolean;
  readonly result: MailingResult;
  readonly perHour: number;
  readonly terms: readonly Term[];
  readonly subject: string;
  readonly text: string;
  readonly path: string;
  readonly version: number;
  readonly may: { readonly stop: boolean; readonly resume: boolean; readonly copy: boolean };
  readonly listHref: string;
}

/** A mailing that is under way or over: how far it is, what became of it, what may be done. */
export function ResultPage(props: ResultPageProps) {
  const { result, may, path, version } = props;
  return (
    <>
      <HowFar {...props} />
      <Section
        title={words.result}
        link={{ href: `${path}/nguoi-nhan`, label: words.seeRecipients }}
      >
        <DefinitionList items={resultTerms(result, path)} compact />
      </Section>
      <Section title={words.content}>
        <DefinitionList items={props.terms} compact />
        <Letter subject={props.subject} text={props.text} />
      </Section>
      <div class="buttons">
        {may.resume ? (
          <ActButton
            action={`${path}/gui-tiep`}
            version={version}
            kind="primary"
            label={words.resume}
          />
        ) : null}
        {may.copy ? <ActButton action={`${path}/sao-chep`} label={words.copy} /> : null}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

function HowFar({ state, prepared, result, perHour, may, path }: ResultPageProps) {
  const over = result.sent + result.failed;
  const total = over + result.queued + result.waiting;
  if (state === 'stopped')
    return (
      <Alert tone="warn" title={words.stoppedTitle(result.waiting)}>
        {words.stoppedBody}
      </Alert>
    );
  if (state !== 'sending') return null;
  return (
    <Progress
      label={prepared ? words.progress : words.preparing}
      done={over}
      {...(prepared ? { total } : {})}
      note={words.progressNote(perHour)}
      {...(may.stop ? { stop: { action: `${path}/dung`, label: words.stop } } : {})}
    />
  );
}

function resultTerms(result: MailingResult, path: string): readonly Term[] {
  const states: readonly RecipientState[] = ['sent', 'queued', 'waiting', 'failed'];
  const href = (name: string, value: string) => `${path}/nguoi-nhan?${name}=${value}`;
  const shown = states.flatMap((state) => {
    const many = result[state as 'sent' | 'queued' | 'waiting' | 'failed'];
    if (many === 0 && state !== 'sent') return [];
    const value = <a href={href('tinh-trang', state)}>{words.letters(many)}</a>;
    return [{ term: recipientStateNames[state], value }];
  });
  return [...shown, ...leftTerms(result.left, (reason) => href('ly-do', reason))];
}

export interface RecipientsProps {
  readonly rows: readonly Recipient[];
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  readonly chips: readonly FilterChip[];
  readonly pager: PagerProps;
  readonly backHref: string;
}

/** Everybody a mailing was meant for, and what became of each letter. */
export function Recipients(props: RecipientsProps) {
  return (
    <>
      <FilterBar action={props.path}>
        <Select
          name="tinh-trang"
          label={words.recipientColumns.state}
          value={props.values['tinh-trang']}
          options={recipientStates.map((value) => ({ value, label: recipientStateNames[value] }))}
          empty={words.anyState}
          width="s"
        />
      </FilterBar>
      <ActiveFilters chips={props.chips} clearHref={props.path} />
      <Table
        caption={words.recipients}
        columns={columns}
        rows={props.rows}
        tone={(row) => (row.state === 'failed' ? 'bad' : undefined)}
        empty={words.recipientsNone}
      />
      <Pager {...props.pager} />
      <p>
        <ButtonLink kind="text" href={props.backHref}>
          {words.backToMailing}
        </ButtonLink>
      </p>
    </>
  );
}

const tones: Readonly<Record<RecipientState, BadgeTone>> = {
  waiting: 'none',
  queued: 'info',
  sent: 'ok',
  failed: 'bad',
  left_out: 'none',
};

const label = words.recipientColumns;
const columns: readonly Column<Recipient>[] = [
  { key: 'name', label: label.name, cell: (row) => row.name, header: true, roomy: true },
  { key: 'association', label: label.association, cell: (row) => row.association },
  { key: 'address', label: label.address, cell: (row) => row.address ?? '' },
  {
    key: 'state',
    label: label.state,
    cell: (row) => <Badge tone={tones[row.state]}>{recipientStateNames[row.state]}</Badge>,
    nowrap: true,
  },
  { key: 'reason', label: label.reason, cell: (row) => reasonWords(row.reason) },
  {
    key: 'at',
    label: label.at,
    cell: (row) => (row.at === null ? '' : words.moment(row.at)),
    nowrap: true,
  },
];
