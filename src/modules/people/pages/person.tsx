import {
  Alert,
  Button,
  ButtonLink,
  DefinitionList,
  Form,
  Section,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface ActLink {
  readonly href: string;
  readonly label: string;
  /** For screen readers, where several stand on the page: whose it is. */
  readonly about: string;
}

/** A membership or a post: when, of what, what else is known, what may be done. */
export interface DatedLine {
  readonly title: string;
  readonly when: string;
  readonly details: readonly string[];
  readonly acts: readonly ActLink[];
  readonly now: boolean;
}

export interface SensitiveProps {
  /** Where a POST opens them. */
  readonly openAction: string;
  /** Set once they were opened. */
  readonly opened: readonly Term[] | null;
  readonly locked: boolean;
  /** Where a POST opens them in a form. */
  readonly writeAction: string | null;
  readonly looks: readonly TimelineItem[];
}

/** Where facts came from; `fields` is null when it is all of them. */
export interface SourceLine {
  readonly text: string;
  readonly href?: string | undefined;
  readonly fields: string | null;
}

export interface PersonPageProps {
  readonly facts: readonly Term[];
  readonly sources: readonly SourceLine[];
  readonly memberships: readonly DatedLine[];
  readonly addMembershipHref: string | null;
  readonly posts: readonly DatedLine[];
  readonly addPostHref: string | null;
  readonly consents: readonly Term[];
  readonly consentHref: string | null;
  /** Null for those who may not open them. */
  readonly sensitive: SensitiveProps | null;
  readonly removeHref: string | null;
  readonly listHref: string;
}

const { person: label } = words;

/** What is kept of a person. */
export function PersonPage(props: PersonPageProps) {
  return (
    <>
      <Section title={label.facts}>
        <DefinitionList items={props.facts} />
        <Sources sources={props.sources} />
      </Section>
      <Lines
        title={label.memberships}
        none={label.noMemberships}
        lines={props.memberships}
        add={props.addMembershipHref}
        addLabel={label.addMembership}
      />
      <Lines
        title={label.posts}
        none={label.noPosts}
        lines={props.posts}
        add={props.addPostHref}
        addLabel={label.addPost}
      />
      <Section title={label.consents}>
        <DefinitionList items={props.consents} />
        {props.consentHref === null ? null : (
          <div class="buttons">
            <ButtonLink href={props.consentHref}>{label.consentChange}</ButtonLink>
          </div>
        )}
      </Section>
      {props.sensitive === null ? null : <SensitiveBlock {...props.sensitive} />}
      <div class="buttons">
        {props.removeHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {label.removePerson}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {label.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly DatedLine[];
  readonly add: string | null;
  readonly addLabel: string;
}) {
  return (
    <Section title={props.title}>
      {props.lines.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <Timeline items={props.lines.map(lineItem)} />
      )}
      {props.add === null ? null : (
        <div class="buttons">
          <ButtonLink icon="plus" href={props.add}>
            {props.addLabel}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}

function lineItem(line: DatedLine): TimelineItem {
  return {
    when: line.when,
    title: line.title,
    big: line.now,
    children: (
      <>
        {line.details.join(' · ')}
        {line.acts.length === 0 ? null : <Acts acts={line.acts} />}
      </>
    ),
  };
}

function Acts(props: { readonly acts: readonly ActLink[] }) {
  return (
    <span class="entry-meta">
      {props.acts.map((act, at) => (
        <>
          {at > 0 ? ' · ' : null}
          <a href={act.href} aria-label={`${act.label}: ${act.about}`}>
            {act.label}
          </a>
        </>
      ))}
    </span>
  );
}

function SensitiveBlock(props: SensitiveProps) {
  return (
    <Section title={label.sensitive} id="rieng">
      {props.locked ? <Alert tone="warn">{label.sensitiveLocked}</Alert> : null}
      {props.opened === null ? (
        <>
          <p>{label.sensitiveLead}</p>
          <Form action={props.openAction}>
            <div class="buttons">
              <Button>{label.sensitiveOpen}</Button>
            </div>
          </Form>
        </>
      ) : (
        <DefinitionList items={props.opened} />
      )}
      {props.writeAction === null ? null : (
        <Form action={props.writeAction}>
          <div class="buttons">
            <Button>{label.sensitiveWrite}</Button>
          </div>
        </Form>
      )}
      <h3>{label.looks}</h3>
      {props.looks.length === 0 ? <p>{label.noLooks}</p> : <Timeline items={props.looks} />}
    </Section>
  );
}

function Sources(props: { readonly sources: readonly SourceLine[] }) {
  return (
    <>
      {props.sources.map((source) => (
        <p class="help">
          {`${label.provenance}: `}
          {source.href ? <a href={source.href}>{source.text}</a> : source.text}
          {source.fields === null ? null : ` ${label.provenanceOf(source.fields)}`}
        </p>
      ))}
    </>
  );
}
