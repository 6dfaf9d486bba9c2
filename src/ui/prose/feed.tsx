import type { Prose } from '../../kernel/prose/index.ts';
import { ProseView, type ProseViewProps } from '../prose.tsx';

/** What feeds may hold of a text: what every reader of feeds shows, and nothing that only our pages know. */
const elements = new Set(
  'p h2 h3 h4 ul ol li blockquote hr br strong em u s sub sup code a figure figcaption img table thead tbody tr th td'.split(
    ' ',
  ),
);
const attributes = new Set('href src alt width height colspan rowspan scope start'.split(' '));

export interface FeedTextProps extends ProseViewProps {
  /** Before paths: 'https://host', without a slash at the end. */
  readonly origin: string;
  /** The whole address of the page that shows the text: links within it lead there. */
  readonly page: string;
  /** What leads to the rest of it; null: this is all. */
  readonly readOn: string | null;
}

/** A text as HTML for feeds: whole addresses, no classes, no frames, no scripts. */
export function feedText({ origin, page, readOn, ...props }: FeedTextProps): string {
  const whole = (address: string): string =>
    address.startsWith('#') ? page + address : address.startsWith('/') ? origin + address : address;
  return (
    String(
      <>
        <ProseView {...props} />
        {readOn === null ? null : (
          <p>
            <a href={page}>{readOn}</a>
          </p>
        )}
      </>,
    )
      .replace(/<svg\b.*?<\/svg>/gs, '')
      // Sound and films are played on the page: their figures lead there.
      .replace(/<(audio|video)\b.*?<\/\1>/gs, '')
      .replace(TAG, (_tag, end: string, name: string, given: string) =>
        elements.has(name) ? `<${end}${name}${kept(given, whole)}>` : '',
      )
  );
}

// Marks in texts and values are written as entities, so that these find tags only, and whole ones.
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s+([a-z-]+)(?:="([^"]*)")?/g;

const kept = (given: string, whole: (address: string) => string): string =>
  [...given.matchAll(ATTRIBUTE)]
    .filter(([, name = '']) => attributes.has(name))
    .map(([, name = '', value = '']) =>
      name === 'href' || name === 'src' ? ` ${name}="${whole(value)}"` : ` ${name}="${value}"`,
    )
    .join('');

/** The first blocks of a long text, as many as fit; null: all of them do. */
export function firstBlocks(prose: Prose, most: number): Prose | null {
  let left = most;
  const fits = prose.content.findIndex((block) => {
    left -= JSON.stringify(block).length;
    return left < 0;
  });
  return fits === -1 ? null : { ...prose, content: prose.content.slice(0, fits) };
}
