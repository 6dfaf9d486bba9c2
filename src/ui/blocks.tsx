import { safeHref } from '../kernel/prose/index.ts';
import { cls } from './format.ts';
import { Icon } from './icon.tsx';
import { Marks } from './marks.tsx';
import type { Content, Level, LinkItem } from './types.ts';
import { vi } from './vi.ts';

/** Words for screen readers only. */
export function VisuallyHidden(props: { readonly children?: Content }) {
  return <span class="sr">{props.children}</span>;
}

/** A link to an address typed by someone: followed only when it is http, https, mailto or tel. */
export function ExternalLink(props: { readonly href: string; readonly children?: Content }) {
  const href = safeHref(props.href);
  const words = props.children ?? props.href;
  if (href === null) return <span>{words}</span>;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}

export interface SectionProps {
  readonly title: string;
  /** At the right of the title: all of them, a calendar. */
  readonly link?: LinkItem | undefined;
  readonly links?: readonly LinkItem[] | undefined;
  readonly id?: string | undefined;
  readonly level?: Level | undefined;
  readonly children?: Content;
}

/** A section: 3 px rule, title, links at the right, content. */
export function Section(props: SectionProps) {
  const Heading = `h${props.level ?? 2}` as const;
  const links = props.links ?? (props.link ? [props.link] : []);
  return (
    <section class="section" id={props.id}>
      <div class="section-head">
        <Heading>{props.title}</Heading>
        {links.length > 0 ? (
          <span>
            {links.map((link, i) => (
              <>
                {i > 0 ? ' · ' : null}
                <a href={link.href}>{link.label}</a>
              </>
            ))}
          </span>
        ) : null}
      </div>
      {props.children}
    </section>
  );
}

export interface CardProps {
  readonly title?: string | undefined;
  /** Small line over the title. */
  readonly kicker?: string | undefined;
  /** Accent edge on top: an open call. */
  readonly accent?: boolean | undefined;
  readonly level?: Level | undefined;
  readonly children?: Content;
}

/** A thing apart: a call, a form, a record. Lists are not cards. */
export function Card(props: CardProps) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section class={cls('card', props.accent && 'card-accent')}>
      {props.kicker ? <p class="kicker">{props.kicker}</p> : null}
      {props.title ? <Heading>{props.title}</Heading> : null}
      {props.children}
    </section>
  );
}

export interface PanelAsideProps {
  /** What is open, over the title: records of indicator I.2. */
  readonly kicker: string;
  readonly title: string;
  /** The same page without the panel, at the row it came from. */
  readonly closeHref: string;
  readonly closeLabel?: string | undefined;
  readonly id?: string | undefined;
  readonly children?: Content;
}

/** The panel beside a table: what is behind a figure. */
export function PanelAside(props: PanelAsideProps) {
  return (
    <section class="panel" id={props.id}>
      <div class="panel-head">
        <span>{props.kicker}</span>
        <a class="with-icon" href={props.closeHref}>
          <Icon name="close" />
          <span>{props.closeLabel ?? vi.close}</span>
        </a>
      </div>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

export interface Term {
  readonly term: string;
  readonly value: Content;
}

/** Terms and values; `compact` without rules between. */
export function DefinitionList(props: {
  readonly items: readonly Term[];
  readonly compact?: boolean | undefined;
}) {
  return (
    <dl class={cls('terms', props.compact && 'terms-compact')}>
      {props.items.map((item) => (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface ListEntry {
  readonly title: string;
  readonly href?: string | undefined;
  /** Date, number, source: the second line. */
  readonly meta?: Content;
}

/** Headlines with a line under each; `numbered` for the most read or for records. */
export function EntryList(props: {
  readonly items: readonly ListEntry[];
  readonly numbered?: boolean | undefined;
  /** Records of an office rather than headlines: not bold, underlined. */
  readonly plain?: boolean | undefined;
}) {
  const List = props.numbered ? 'ol' : 'ul';
  return (
    <List
      class={cls('entries', props.numbered && 'entries-numbered', props.plain && 'entries-plain')}
    >
      {props.items.map((item) => (
        <li>
          <div>
            <span class="entry-title">
              {item.href ? <a href={item.href}>{item.title}</a> : item.title}
            </span>
            {item.meta ? <span class="entry-meta">{item.meta}</span> : null}
          </div>
        </li>
      ))}
    </List>
  );
}

/** A quote with its source; carries the five marks. */
export function Quote(props: { readonly source: string; readonly children?: Content }) {
  return (
    <figure class="quote">
      <Marks />
      <blockquote>{props.children}</blockquote>
      <figcaption>{props.source}</figcaption>
    </figure>
  );
}
