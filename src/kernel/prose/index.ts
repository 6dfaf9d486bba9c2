export { type EmbedFilm, embedFrame, embedHosts, embedHref, embedOf } from './embed.ts';
export { figureColumns } from './figures.ts';
export { albumsOf, holdsEmbed, linksOf, mediaOf } from './holds.ts';
export { safeHref } from './href.ts';
export { type LegacyEncoding, legacyOf, proseInUnicode } from './legacy.ts';
export type { ProseAlbum, ProseMedia } from './media.ts';
export { type ReadProse, readProse } from './read.ts';
export { PROSE_LIMITS } from './reading.ts';
export { emptyProse, inlineText, isEmptyProse, proseFromText, proseText } from './text.ts';
export type {
  Album,
  Align,
  Attachment,
  Block,
  Blockquote,
  BulletList,
  Embed,
  Figure,
  HardBreak,
  Heading,
  HorizontalRule,
  Inline,
  ListItem,
  Mark,
  OrderedList,
  Paragraph,
  Prose,
  Recording,
  Table,
  TableCell,
  TableRow,
  Text,
} from './types.ts';
