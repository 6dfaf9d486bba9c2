import {
  Alert,
  type AlertProps,
  Badge,
  type BadgeTone,
  ButtonLink,
  DefinitionList,
  InlineLinks,
  Section,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../../ui/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';

export interface StepLine {
  readonly title: string;
  readonly href: string;
  readonly verb: string;
  readonly tone: BadgeTone;
  readonly says: string;
}

export interface RemarkLine {
  readonly label: string;
  readonly words: string;
  /** Null where it cannot be mended now. */
  readonly href: string | null;
}

export interface OverviewProps {
  readonly title: string;
  readonly edition: string;
  readonly state: { readonly tone: BadgeTone; readonly name: string };
  readonly notice: AlertProps | null;
  readonly next: AlertProps;
  /** The one thing to do. */
  readonly main: { readonly label: string; readonly href: string } | null;
  /** What other modules have for the entrant: a result, a door that is open now. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly remarks: readonly RemarkLine[];
  readonly steps: readonly StepLine[];
}

export interface OverviewAsideProps {
  readonly facts: readonly Term[];
  readonly receipts: readonly { readonly label: string; readonly href: string }[];
  readonly history: readonly TimelineItem[];
  readonly more: readonly { readonly label: string; readonly href: string }[];
}

/** A dossier as whoever holds its link sees it: how it stands, what is next. */
export function OverviewPage(props: OverviewProps) {
  const { next, main, links } = props;
  return (
    <>
      <h1 class="anywhere">{props.title}</h1>
      <p class="lead">{props.edition}</p>
      {props.notice === null ? null : <Alert {...props.notice} live />}
      <p>
        <Badge tone={props.state.tone}>{props.state.name}</Badge>
      </p>
      <Alert {...next} />
      {main === null && links.length === 0 ? null : (
        <div class="buttons">
          {main === null ? null : (
            <ButtonLink kind="primary" href={main.href}>
              {main.label}
            </ButtonLink>
          )}
          {links.map(({ label, href }) => (
            <ButtonLink href={href}>{label}</ButtonLink>
          ))}
        </div>
      )}
      <Remarks items={props.remarks} />
      <StepLines items={props.steps} />
    </>
  );
}

/** Beside it: the facts, what was received and what happened. */
export function OverviewAside(props: OverviewAsideProps) {
  return (
    <>
      <DefinitionList items={props.facts} />
      {props.receipts.length === 0 ? null : (
        <Section title={words.receipts} id="bien-nhan">
          <ul class="entries">
            {props.receipts.map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.history}>
        <Timeline items={props.history} />
      </Section>
      {props.more.length === 0 ? null : (
        <Section title={words.more}>
          <InlineLinks items={props.more} />
        </Section>
      )}
    </>
  );
}

function Remarks(props: { readonly items: readonly RemarkLine[] }) {
  if (props.items.length === 0) return null;
  return (
    <Section title={words.remarks}>
      <DefinitionList
        items={props.items.map(({ label, words: said, href }) => ({
          term: label,
          value: href === null ? said : <a href={href}>{said}</a>,
        }))}
      />
    </Section>
  );
}

function StepLines(props: { readonly items: readonly StepLine[] }) {
  return (
    <Section title={words.stepsLabel}>
      <ol class="entry-steps">
        {props.items.map((step, at) => (
          <li>
            <span class="entry-step-words">
              <a href={step.href}>{`${at + 1}. ${step.title}`}</a>
              <Badge tone={step.tone}>{step.says}</Badge>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
