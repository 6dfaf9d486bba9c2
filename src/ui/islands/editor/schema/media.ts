import { type Attributes, Node } from '@tiptap/core';
import { isPid } from '../../../../kernel/ids.ts';
import { isEmbed } from '../../../../kernel/prose/embed.ts';
import type { Library } from '../media/library.ts';
import { type Box, blockView } from '../media/view.ts';
import { words } from '../vi.ts';

// Blocks that show something of the library or of another site. On the clipboard they are
// `<figure data-prose="figure" data-media="…">`; only what is one of ours is read back.

interface Kind {
  readonly name: string;
  /** The attribute that says what is shown. */
  readonly shows: readonly string[];
  readonly boxes: readonly Box[];
}

const caption: Box = { name: 'caption', label: words.media.caption };

const kinds: readonly Kind[] = [
  {
    name: 'figure',
    shows: ['media'],
    boxes: [
      { name: 'alt', label: words.media.alt, help: words.media.altHelp },
      caption,
      { name: 'credit', label: words.media.credit },
      { name: 'width', label: words.media.width, choices: words.media.widths },
    ],
  },
  { name: 'album', shows: ['album'], boxes: [caption] },
  { name: 'video', shows: ['media'], boxes: [caption] },
  { name: 'audio', shows: ['media'], boxes: [caption] },
  { name: 'attachment', shows: ['media'], boxes: [{ name: 'title', label: words.media.title }] },
  {
    name: 'embed',
    shows: ['provider', 'id'],
    boxes: [{ name: 'title', label: words.media.title }],
  },
];

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) || null,
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] },
});

function readable(kind: Kind, element: HTMLElement): boolean {
  const told = kind.shows.map((name) => element.getAttribute(`data-${name}`) ?? '');
  if (kind.name === 'embed') return isEmbed(told[0], told[1]);
  return told.every(isPid);
}

function mediaNode(kind: Kind, library: Library) {
  const names = [...kind.shows, ...kind.boxes.map(({ name }) => name)];
  const attributes: Attributes = Object.fromEntries(names.map((name) => [name, attribute(name)]));
  return Node.create({
    name: kind.name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => attributes,
    parseHTML: () => [
      {
        tag: `figure[data-prose="${kind.name}"]`,
        getAttrs: (element) => (readable(kind, element) ? null : false),
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-prose': kind.name, ...HTMLAttributes }],
    addNodeView() {
      return (props) => blockView(props, kind.boxes, library);
    },
  });
}

/** The nodes of the blocks that show media. */
export const mediaNodes = (library: Library) => kinds.map((kind) => mediaNode(kind, library));
