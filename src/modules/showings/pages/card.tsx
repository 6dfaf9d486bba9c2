import type { Child } from 'hono/jsx';
import { language } from '../../../kernel/language.ts';
import type { ProseMedia } from '../../../kernel/prose/index.ts';
import type { Piece } from '../rules/index.ts';
import { Picture } from './picture.tsx';

/** An article as a list shows it. */
export interface Card {
  readonly href: string;
  readonly title: string;
  /** Instead of the title: with what was looked for marked. */
  readonly marked?: Child;
  readonly lead: Child;
  /** Day, section, union. */
  readonly meta: string;
  /** A notice's last day. */
  readonly due: string | null;
  readonly language: 'vi' | 'en';
  readonly cover: ProseMedia | null;
}

const otherThanPage = (card: Card) => (card.language === language() ? undefined : card.language);

const SIZES = '(min-width: 720px) 240px, 33vw';

/** One line of a list of articles: a picture, the title, the lead, when and where. */
export function ArticleCard(props: {
  readonly card: Card;
  readonly level?: 2 | 3;
  /** With its picture above, and larger. */
  readonly large?: boolean;
}) {
  const { card, large } = props;
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <article class={large ? 'story story-large' : 'story'} lang={otherThanPage(card)}>
      {card.cover === null ? null : (
        <div class="story-picture">
          <Picture
            media={card.cover}
            alt=""
            sizes={large ? '(min-width: 1024px) 780px, 100vw' : SIZES}
          />
        </div>
      )}
      <div>
        <Heading class="story-title">
          <a href={card.href}>{card.marked ?? card.title}</a>
        </Heading>
        {card.lead ? <p class="story-lead">{card.lead}</p> : null}
        <p class="entry-meta">
          {card.meta}
          {card.due === null ? null : (
            <>
              {' · '}
              <strong>{card.due}</strong>
            </>
          )}
        </p>
      </div>
    </article>
  );
}

/** Headlines without leads, the first with its picture: beside an article, in blocks of a home. */
export function Headlines(props: { readonly cards: readonly Card[]; readonly level?: 2 | 3 }) {
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <ul class="headlines">
      {props.cards.map((card, at) => (
        <li lang={otherThanPage(card)}>
          {at > 0 || card.cover === null ? null : (
            <div class="story-picture">
              <Picture media={card.cover} alt="" sizes="(min-width: 1024px) 376px, 100vw" />
            </div>
          )}
          <Heading class="entry-title">
            <a href={card.href}>{card.title}</a>
          </Heading>
          <span class="entry-meta">{[card.meta, card.due].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Text with what was looked for marked. */
export function Marked(props: { readonly pieces: readonly Piece[] }) {
  return (
    <>{props.pieces.map(({ text, hit }) => (hit ? <mark class="found">{text}</mark> : text))}</>
  );
}
