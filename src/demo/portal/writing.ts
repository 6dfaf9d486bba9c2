import type { Block, Inline, Prose, TableRow } from '../../kernel/prose/types.ts';

// Texts of the demo are written by lines, so that they can be read here:
//   ## heading      - item of a list      > quotation      | cell | cell (the first row is the head)
//   ![key]          a picture of `media`  @youtube id title
//   anything else   a paragraph; **bold** and [words](address) inside

const paragraph = (text: string): Block => ({ type: 'paragraph', content: inline(text) });

function inline(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map((part): Inline => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      if (link !== null)
        return {
          type: 'text',
          text: link[1]!,
          marks: [{ type: 'link', attrs: { href: link[2]! } }],
        };
      if (part.startsWith('**'))
        return { type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] };
      return { type: 'text', text: part };
    });
}

const row = (line: string, kind: 'tableHeader' | 'tableCell'): TableRow => ({
  type: 'tableRow',
  content: line
    .slice(1, line.endsWith('|') ? -1 : undefined)
    .split('|')
    .map((cell) => ({
      type: kind,
      content: [{ type: 'paragraph', content: inline(cell.trim()) }],
    })),
});

function group(
  kind: string,
  lines: readonly string[],
  media: ReadonlyMap<string, string>,
): Block[] {
  const rest = lines.map((line) => line.replace(/^(## |- |> )/, ''));
  switch (kind) {
    case '##':
      return rest.map((text) => ({ type: 'heading', attrs: { level: 2 }, content: inline(text) }));
    case '-':
      return [
        {
          type: 'bulletList',
          content: rest.map((text) => ({
            type: 'listItem',
            content: [{ type: 'paragraph', content: inline(text) }],
          })),
        },
      ];
    case '>':
      return [
        {
          type: 'blockquote',
          content: rest.map((text) => ({ type: 'paragraph', content: inline(text) })),
        },
      ];
    case '|':
      return [
        {
          type: 'table',
          content: rest.map((line, at) => row(line, at === 0 ? 'tableHeader' : 'tableCell')),
        },
      ];
    case '![':
      return rest.flatMap((line) => {
        const pid = media.get(line.slice(2, -1));
        return pid === undefined ? [] : [{ type: 'figure', attrs: { media: pid } }];
      });
    case '@':
      return rest.map((line) => {
        const [provider, id, ...title] = line.slice(1).split(' ');
        return {
          type: 'embed',
          attrs: { provider: provider as 'youtube', id: id!, title: title.join(' ') },
        };
      });
    default:
      return rest.map(paragraph);
  }
}

const kindOf = (line: string): string =>
  /^(##|-(?= )|>(?= )|\||!\[|@(?=youtube|vimeo))/.exec(line)?.[1] ?? '';

/** The prose of a demo text; pictures by their keys in `media`. */
export function prose(text: string, media: ReadonlyMap<string, string> = new Map()): Prose {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at]!);
    let end = at + 1;
    while (end < lines.length && kindOf(lines[end]!) === kind) end += 1;
    blocks.push(...group(kind, lines.slice(at, end), media));
    at = end;
  }
  return { type: 'doc', content: blocks };
}
