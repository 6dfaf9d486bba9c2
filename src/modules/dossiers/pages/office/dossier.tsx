import {
  Alert,
  Badge,
  ButtonLink,
  Buttons,
  type Content,
  DefinitionList,
  InlineLinks,
  type LinkItem,
  Section,
  Table,
  type Term,
} from '../../../../ui/index.ts';
import {
  type Answers,
  type ConsentParty,
  DossierForm,
  type DossierState,
  type EntrantKind,
  type FormField,
} from '../../../calls/index.ts';
import { dossierOfficeWords as words } from '../../vi/office/index.ts';
import { StateBadge } from './list.tsx';

export interface Act {
  readonly href: string;
  readonly label: string;
  readonly primary?: boolean;
}

/** An answer to a consent, or that one is due and not there. */
export interface ConsentLine {
  readonly author: string;
  readonly purpose: string;
  /** By party; null: neither asked nor told. */
  readonly told: Readonly<Record<ConsentParty, ToldConsent | null>>;
}

export interface ToldConsent {
  readonly said: 'yes' | 'no' | 'missing';
  /** Who, how, when. */
  readonly by: string;
}

/** A file with its address. */
export interface ShownFile {
  readonly field: string;
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

export interface DossierPageProps {
  readonly state: DossierState;
  readonly reason: string | null;
  readonly acts: readonly Act[];
  readonly conflicts: readonly { readonly ok: boolean | null; readonly text: string }[] | null;
  readonly consents: readonly ConsentLine[];
  /** Why nothing of it may be public yet. */
  readonly unpublished: readonly string[];
  readonly consentHref: string | null;
  readonly contentTitle: string;
  readonly content: ContentProps | null;
}

export interface ContentProps {
  readonly form: readonly FormField[];
  readonly entrant: EntrantKind;
  readonly answers: Answers;
  readonly files: readonly ShownFile[];
}

/** One dossier as the secretariat sees it. */
export function DossierPage(props: DossierPageProps) {
  return (
    <>
      <p>
        <StateBadge state={props.state} />
        {props.reason === null ? null : ` ${words.reason}: ${props.reason}`}
      </p>
      {props.acts.length === 0 ? null : (
        <Buttons>
          {props.acts.map(({ href, label, primary }) => (
            <ButtonLink kind={primary ? 'primary' : 'secondary'} href={href}>
              {label}
            </ButtonLink>
          ))}
        </Buttons>
      )}
      <Section title={words.eligibility.title}>
        <Conflicts conflicts={props.conflicts} />
      </Section>
      <Consents lines={props.consents} unpublished={props.unpublished} href={props.consentHref} />
      {props.content === null ? null : (
        <Section title={props.contentTitle}>
          <VersionContent {...props.content} />
        </Section>
      )}
    </>
  );
}

function Conflicts({ conflicts }: Pick<DossierPageProps, 'conflicts'>) {
  const { fine, no, ask, ofEntrant } = words.eligibility;
  if (conflicts === null) return <p>{ofEntrant}</p>;
  if (conflicts.length === 0) return <p>{fine}</p>;
  return (
    <ul class="plain-list">
      {conflicts.map(({ ok, text }) => (
        <li>
          <Badge tone={ok === false ? 'bad' : 'warn'}>{ok === false ? no : ask}</Badge> {text}
        </li>
      ))}
    </ul>
  );
}

const saidTones = { yes: 'ok', no: 'bad', missing: 'warn' } as const;

function Consents(props: {
  readonly lines: readonly ConsentLine[];
  readonly unpublished: readonly string[];
  readonly href: string | null;
}) {
  const { consents } = words;
  return (
    <Section
      title={consents.title}
      link={props.href === null ? undefined : { href: props.href, label: consents.record }}
    >
      {props.lines.length === 0 ? (
        <p>{consents.none}</p>
      ) : (
        <Table
          caption={consents.title}
          groupKey={({ author }) => author}
          group={({ author }) => ({ label: author })}
          columns={[
            { key: 'purpose', label: consents.purpose, header: true, cell: (row) => row.purpose },
            {
              key: 'author',
              label: consents.ofAuthor,
              cell: (row) => <Told told={row.told.author} />,
            },
            {
              key: 'representative',
              label: consents.ofRepresentative,
              cell: (row) => <Told told={row.told.representative} />,
            },
          ]}
          rows={props.lines}
        />
      )}
      {props.unpublished.length === 0 ? null : (
        <ul>
          {props.unpublished.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Told({ told }: { readonly told: ToldConsent | null }) {
  if (told === null) return <span class="help">{words.consents.notDue}</span>;
  return (
    <>
      <Badge tone={saidTones[told.said]}>{words.consents[told.said]}</Badge>
      {told.by === '' ? null : <span class="cell-note">{told.by}</span>}
    </>
  );
}

/** The answers of a version with its files to be saved. */
export function VersionContent({ form, entrant, answers, files }: ContentProps) {
  return (
    <DossierForm
      form={form}
      entrant={entrant}
      answers={answers}
      readOnly
      renderFiles={(field) => <Files files={files.filter((file) => file.field === field.key)} />}
    />
  );
}

function Files({ files }: { readonly files: readonly ShownFile[] }) {
  if (files.length === 0) return <p class="help">{words.noFiles}</p>;
  return (
    <ul>
      {files.map(({ href, name, size }) => (
        <li>
          <a href={href}>{name}</a> ({size})
        </li>
      ))}
    </ul>
  );
}

export interface LeaveLine {
  readonly title: string;
  readonly until: string;
  readonly words: string;
  readonly remarks: readonly { readonly label: string; readonly words: string }[];
  readonly outcome: string;
}

export interface AwardLine {
  readonly name: string;
  readonly detail: string;
  /** Where it is taken off; null for those who may not. */
  readonly removeHref: string | null;
}

export interface DossierAsideProps {
  readonly receipt: readonly Term[];
  readonly versions: readonly { readonly label: string; readonly links: readonly LinkItem[] }[];
  readonly leaves: readonly LeaveLine[];
  readonly awards: readonly AwardLine[];
  readonly awardHref: string | null;
  readonly earlier: readonly { readonly title: string; readonly detail: string }[];
  readonly above: readonly {
    readonly title: string;
    readonly detail: string;
    readonly href: string | null;
  }[];
  readonly forwardHref: string | null;
  readonly from: string | null;
  readonly likenessHref: string;
  readonly history: Content;
}

/** What stands beside: receipt, versions, time given, prizes, what happened. */
export function DossierAside(props: DossierAsideProps) {
  const { above, awards, earlier, leaves, versions } = props;
  return (
    <>
      <Section title={words.receipt.title}>
        <DefinitionList items={props.receipt} compact />
        <InlineLinks items={[{ href: props.likenessHref, label: words.likeness }]} />
      </Section>
      {versions.length === 0 ? null : (
        <Section title={words.versions.title}>
          <ul class="plain-list">
            {versions.map(({ label, links }) => (
              <li>
                {label}
                <InlineLinks items={links} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {leaves.length === 0 ? null : (
        <Section title={words.leaves.title}>
          {leaves.map((one) => (
            <Leave {...one} />
          ))}
        </Section>
      )}
      {awards.length === 0 && props.awardHref === null ? null : (
        <Section
          title={words.awards.title}
          link={
            props.awardHref === null
              ? undefined
              : { href: props.awardHref, label: words.awards.record }
          }
        >
          {awards.length === 0 ? (
            <p class="help">{words.awards.none}</p>
          ) : (
            <Awards awards={awards} />
          )}
        </Section>
      )}
      {earlier.length === 0 ? null : (
        <Section title={words.earlier.title}>
          <Lines lines={earlier} />
        </Section>
      )}
      {above.length === 0 && props.forwardHref === null && props.from === null ? null : (
        <Section
          title={words.above.title}
          link={
            props.forwardHref === null
              ? undefined
              : { href: props.forwardHref, label: words.above.send }
          }
        >
          {props.from === null ? null : <p>{props.from}</p>}
          <ul class="plain-list">
            {above.map(({ title, detail, href }) => (
              <li>
                <strong>{title}</strong>
                <span class="cell-note">{detail}</span>
                {href === null ? null : <a href={href}>{words.above.open}</a>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {props.history}
    </>
  );
}

function Leave({ title, until, words: text, remarks, outcome }: LeaveLine) {
  return (
    <div>
      <p>
        <strong>{title}.</strong> {until}. {outcome}.
      </p>
      <p class="answer-text">{text}</p>
      {remarks.length === 0 ? null : (
        <ul>
          {remarks.map((one) => (
            <li>
              {one.label}: {one.words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Awards({ awards }: { readonly awards: readonly AwardLine[] }) {
  return (
    <ul class="plain-list">
      {awards.map(({ name, detail, removeHref }) => (
        <li>
          <strong>{name}</strong>
          <span class="cell-note">{detail}</span>
          {removeHref === null ? null : (
            <a href={removeHref} aria-label={words.awards.removeOf(name)}>
              {words.awards.remove}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Lines(props: {
  readonly lines: readonly { readonly title: string; readonly detail: string }[];
}) {
  return (
    <ul class="plain-list">
      {props.lines.map(({ title, detail }) => (
        <li>
          <strong>{title}</strong>
          <span class="cell-note">{detail}</span>
        </li>
      ))}
    </ul>
  );
}

/** Two versions beside each other: only what differs. */
export function VersionChanges(props: {
  readonly older: ContentProps;
  readonly newer: ContentProps;
  readonly olderTitle: string;
  readonly newerTitle: string;
}) {
  const { older, newer } = props;
  if (older.form.length === 0 && newer.form.length === 0)
    return <Alert tone="info" title={words.versions.same} />;
  return (
    <div class="answer-sides">
      <Section title={props.olderTitle}>
        <VersionContent {...older} />
      </Section>
      <Section title={props.newerTitle}>
        <VersionContent {...newer} />
      </Section>
    </div>
  );
}
