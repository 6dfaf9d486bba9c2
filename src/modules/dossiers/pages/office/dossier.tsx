import { Alert, Badge, ButtonLink, Buttons, Section, Table } from '../../../../ui/index.ts';
import {
  type Answers,
  type ConsentParty,
  DossierForm,
  type DossierState,
  type EntrantKind,
  type FormField,
} from '../../../calls/index.ts';
import { dossierOfficeWords as words } from '../../vi/office/index.ts';
import { StateBadge } from './badge.tsx';

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
