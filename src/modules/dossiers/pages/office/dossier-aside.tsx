import {
  type Content,
  DefinitionList,
  InlineLinks,
  type LinkItem,
  Section,
  type Term,
} from '../../../../ui/index.ts';
import { dossierOfficeWords as words } from '../../vi/office/index.ts';

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
