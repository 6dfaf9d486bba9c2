// What an editor wrote, as data: the tree that the editor keeps, with no node or mark beside these. It is read
// by `readProse` and by nothing else, so that what stands in the database is always one of these shapes.

/** A whole text. At least one block; an empty text is one empty paragraph. */
export interface Prose {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | HorizontalRule
  | Table
  | Figure
  | Album
  | Recording
  | Attachment
  | Embed;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly attrs?: { readonly align?: Align };
  readonly content?: readonly Inline[];
}

/** Under the title of the page, which is level 1. */
export interface Heading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 2 | 3 | 4; readonly align?: Align };
  readonly content?: readonly Inline[];
}

export type Align = 'left' | 'center' | 'right';

export interface BulletList {
  readonly type: 'bulletList';
  readonly content: readonly ListItem[];
}

export interface OrderedList {
  readonly type: 'orderedList';
  /** The first number; 1 when absent. */
  readonly attrs?: { readonly start?: number };
  readonly content: readonly ListItem[];
}

/** Begins with a paragraph; lists may stand inside. */
export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly (Paragraph | BulletList | OrderedList)[];
}

export interface Blockquote {
  readonly type: 'blockquote';
  readonly content: readonly (Paragraph | BulletList | OrderedList)[];
}

export interface HorizontalRule {
  readonly type: 'horizontalRule';
}

export interface Table {
  readonly type: 'table';
  /** Shown above the table; names it for those who do not see it. */
  readonly attrs?: { readonly caption?: string };
  readonly content: readonly TableRow[];
}

export interface TableRow {
  readonly type: 'tableRow';
  readonly content: readonly TableCell[];
}

export interface TableCell {
  readonly type: 'tableCell' | 'tableHeader';
  readonly attrs?: { readonly colspan?: number; readonly rowspan?: number };
  readonly content: readonly (Paragraph | BulletList | OrderedList)[];
}

/** One picture of the library. Its sizes and, where these are empty, its words come from there. */
export interface Figure {
  readonly type: 'figure';
  readonly attrs: {
    /** pid in the library. */
    readonly media: string;
    /** What the picture shows, for those who do not see it. */
    readonly alt?: string;
    readonly caption?: string;
    /** Who made it, as printed after the caption. */
    readonly credit?: string;
    /** As wide as the text when absent. */
    readonly width?: 'half' | 'wide';
  };
}

/** An album of the library, shown as a gallery. */
export interface Album {
  readonly type: 'album';
  readonly attrs: { readonly album: string; readonly caption?: string };
}

/** A film or a sound recording of the library. */
export interface Recording {
  readonly type: 'video' | 'audio';
  readonly attrs: { readonly media: string; readonly caption?: string };
}

/** A file of the library to take away. */
export interface Attachment {
  readonly type: 'attachment';
  readonly attrs: { readonly media: string; readonly title?: string };
}

/** A film that another site shows: nothing of it is loaded before the reader asks. */
export interface Embed {
  readonly type: 'embed';
  readonly attrs: {
    readonly provider: 'youtube' | 'vimeo';
    /** As the provider names it: letters, digits, - and _. */
    readonly id: string;
    readonly title?: string;
  };
}

export type Inline = Text | HardBreak;

export interface Text {
  readonly type: 'text';
  /** Never empty. */
  readonly text: string;
  readonly marks?: readonly Mark[];
}

export interface HardBreak {
  readonly type: 'hardBreak';
}

export type Mark =
  | {
      readonly type:
        | 'bold'
        | 'italic'
        | 'underline'
        | 'strike'
        | 'subscript'
        | 'superscript'
        | 'code';
    }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };
