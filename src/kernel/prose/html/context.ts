import type { HtmlElement, HtmlNode } from './node.ts';

/** What becomes of what HTML refers to; each is asked as the walk comes by. */
export interface HtmlOptions {
  /** The address of the page, for addresses that are relative to it. */
  readonly base?: string | undefined;
  /** pid in the library of a picture, film, recording; null leaves it out and says so. */
  readonly media?:
    | ((src: string, kind: 'picture' | 'video' | 'audio') => string | null)
    | undefined;
  /** pid of the album of pictures that a gallery names by numbers (`[gallery ids="1,2"]`). */
  readonly album?: ((ids: readonly string[]) => string | null) | undefined;
  /** Where a link shall lead instead; null leaves only its words. */
  readonly link?: ((href: string) => string | null) | undefined;
  /** Line ends in the words mean something: a blank line ends a paragraph, one breaks the line (WordPress). */
  readonly lineEnds?: boolean | undefined;
}

/** What was left out. */
export interface HtmlProblem {
  readonly code:
    | 'picture_left_out'
    | 'recording_left_out'
    | 'gallery_left_out'
    | 'frame_left_out'
    | 'form_left_out'
    | 'link_left_out'
    | 'too_large';
  /** Its address or name, at most 300 characters. */
  readonly what: string;
}

/** A piece of what the reader of texts is handed. */
export type Piece = Readonly<Record<string, unknown>>;

/** What is said of words by the elements around them. */
export interface State {
  readonly marks: ReadonlySet<string>;
  readonly href: string | null;
  readonly align: 'center' | 'right' | null;
  /** Line ends and blanks are kept. */
  readonly pre: boolean;
  /** The encoding that the font of the words is made for. */
  readonly encoding: 'tcvn3' | 'tcvn3-capitals' | 'vni' | null;
}

export const plainState: State = {
  marks: new Set(),
  href: null,
  align: null,
  pre: false,
  encoding: null,
};

/** What the parts of the walk hand to each other. */
export interface Walk {
  readonly options: HtmlOptions;
  problem(code: HtmlProblem['code'], what: string): void;
  /** The blocks that these nodes become. */
  blocks(nodes: readonly HtmlNode[], state: State): Piece[];
}

/** The whole address of what an attribute names; null when it names nothing. */
export function addressOf(walk: Walk, raw: string | undefined): string | null {
  const address = raw?.trim() ?? '';
  if (address === '') return null;
  const { base } = walk.options;
  if (base === undefined || /^(data|javascript|vbscript|blob|#)/i.test(address)) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

export const firstAttr = (node: HtmlElement, names: readonly string[]): string | undefined =>
  names.map((name) => node.attr(name)).find((value) => value !== undefined && value !== '');
