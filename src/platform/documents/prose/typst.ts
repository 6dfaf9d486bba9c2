import {
  type Block,
  figureColumns,
  type Inline,
  inlineText,
  type ListItem,
  type Paragraph,
  type Prose,
  type Table,
  type TableCell,
} from '../../../kernel/prose/index.ts';
import type { PdfFiles } from '../pdf/index.ts';
import { gridOf, sharesOf } from './grid.ts';
import { type PaperLibrary, paperCaption, paperHref, paperLink, paperPicture } from './library.ts';

/** A text as data for `typstProse`, and the pictures that it names. */
export interface TypstProse {
  readonly blocks: readonly object[];
  readonly files: PdfFiles;
}

interface Setting {
  readonly library: PaperLibrary;
  readonly files: Record<string, Uint8Array>;
}

/** Turns a text into what the function `prose` of `typstProse` sets; hand the files to `renderPdf`. */
export function proseForTypst(prose: Prose, library: PaperLibrary): TypstProse {
  const setting: Setting = { library, files: {} };
  return {
    blocks: prose.content.flatMap((block) => blockOf(setting, block)),
    files: setting.files,
  };
}

function blockOf(setting: Setting, block: Block): object[] {
  const { library } = setting;
  switch (block.type) {
    case 'paragraph':
      return [paragraphOf(library, block)];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: block.attrs.level,
          align: block.attrs.align ?? 'left',
          runs: runsOf(library, block.content),
        },
      ];
    case 'bulletList':
    case 'orderedList':
      return [flowOf(library, block)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: block.content.map((one) => flowOf(library, one)) }];
    case 'horizontalRule':
      return [{ kind: 'rule' }];
    case 'table':
      return [tableOf(library, block)];
    case 'figure':
      return [figureOf(setting, block.attrs)];
    default: {
      const link = paperLink(library, block);
      if (link === null) return [];
      const { words: text, href } = link;
      return [
        { kind: 'paragraph', align: 'left', runs: [{ text, ...(href === null ? {} : { href }) }] },
      ];
    }
  }
}

function paragraphOf(library: PaperLibrary, { attrs, content }: Paragraph): object {
  return { kind: 'paragraph', align: attrs?.align ?? 'left', runs: runsOf(library, content) };
}

function flowOf(library: PaperLibrary, node: ListItem['content'][number]): object {
  if (node.type === 'paragraph') return paragraphOf(library, node);
  return {
    kind: node.type === 'orderedList' ? 'ordered' : 'bullets',
    start: node.type === 'orderedList' ? (node.attrs?.start ?? 1) : 1,
    items: node.content.map((item) => item.content.map((one) => flowOf(library, one))),
  };
}

function runsOf(library: PaperLibrary, content: readonly Inline[] = []): object[] {
  return content.map((one) => {
    if (one.type === 'hardBreak') return { break: true };
    const run: Record<string, unknown> = { text: one.text };
    for (const mark of one.marks ?? []) {
      if (mark.type !== 'link') run[mark.type] = true;
      else {
        const href = paperHref(library, mark.attrs.href);
        if (href !== null) run.href = href;
      }
    }
    return run;
  });
}

function tableOf(library: PaperLibrary, table: Table): object {
  const grid = gridOf(table);
  const figures = figureColumns(table.content.slice(grid.heads));
  return {
    kind: 'table',
    caption: table.attrs?.caption ?? '',
    heads: grid.heads,
    shares: sharesOf(grid, wordsOf),
    // Many columns are set smaller, so that a figure does not run into the next.
    size: grid.columns > 12 ? 0.6 : grid.columns > 8 ? 0.75 : 0.9,
    cells: grid.cells.map(({ cell, ...place }) => ({
      ...place,
      figure: figures.has(place.x),
      head: cell.type === 'tableHeader',
      blocks: cell.content.map((one) => flowOf(library, one)),
    })),
  };
}

const wordsOf = (cell: TableCell): string =>
  cell.content
    .map((one) => (one.type === 'paragraph' ? inlineText(one.content ?? []) : ''))
    .join(' ');

function figureOf(
  { library, files }: Setting,
  attrs: Extract<Block, { type: 'figure' }>['attrs'],
): object {
  const picture = paperPicture(library, attrs.media);
  const caption = paperCaption(library, attrs);
  if (picture === null) return { kind: 'figure', file: '', alt: '', share: 0, caption };
  const name = `${attrs.media}.${picture.type}`;
  files[name] = picture.bytes;
  const media = library.media?.get(attrs.media);
  // A tall picture is not wider than leaves it a page.
  const tall = Math.min(1, (1.3 * picture.width) / Math.max(1, picture.height));
  const share = Math.min(tall, attrs.width === 'half' ? 0.5 : 1);
  return { kind: 'figure', file: `/${name}`, alt: attrs.alt ?? media?.alt ?? '', share, caption };
}
