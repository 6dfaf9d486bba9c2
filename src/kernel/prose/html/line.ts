import { decodeText } from '../../vietnamese/encodings/decode.ts';
import { embedOf } from '../embed.ts';
import type { Piece, State } from './context.ts';

/** Gathers words into lines and lines into blocks, as HTML is read. */
export class Lines {
  readonly blocks: Piece[] = [];
  #line: Piece[] = [];
  #align: State['align'] = null;

  words(raw: string, state: State): void {
    const text = state.encoding === null ? raw : inUnicode(raw, state.encoding);
    if (state.pre) {
      text.split(/\r\n?|\n/).forEach((line, at) => {
        if (at > 0) this.break();
        if (line !== '') this.#push(line, state);
      });
      return;
    }
    const spaced = oneBlank(text);
    // Each blank stands where it was written: a link does not begin with that of the words before it.
    const words = this.#endsBlank() ? spaced.replace(/^ /, '') : spaced;
    if (words !== '') this.#push(words, state);
  }

  /** Whether a blank here would be seen by nobody. */
  #endsBlank(): boolean {
    const last = this.#line.at(-1);
    return last?.type !== 'text' || String(last.text).endsWith(' ');
  }

  /** Takes away the blank before a line end. */
  #trim(): void {
    const last = this.#line.at(-1);
    if (last?.type !== 'text' || !String(last.text).endsWith(' ')) return;
    const text = String(last.text).slice(0, -1);
    this.#line.pop();
    if (text === '') this.#trim();
    else this.#line.push({ ...last, text });
  }

  #push(text: string, state: State): void {
    if (this.#line.length === 0) this.#align = state.align;
    const marks: Piece[] = [...state.marks].map((type) => ({ type }));
    if (state.href !== null) marks.push({ type: 'link', attrs: { href: state.href } });
    this.#line.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }

  #atBreak(): boolean {
    return this.#line.at(-1)?.type === 'hardBreak';
  }

  /** A break; two in a row end the paragraph. */
  break(): void {
    this.#trim();
    if (this.#atBreak()) this.end();
    else if (this.#line.length > 0) this.#line.push({ type: 'hardBreak' });
  }

  /** The words of the line so far, which is then empty. */
  take(): Piece[] {
    this.#trim();
    const line = this.#line;
    while (line.at(-1)?.type === 'hardBreak') line.pop();
    this.#line = [];
    return line;
  }

  /** The line ends, and with it the paragraph. */
  end(): void {
    const align = this.#align;
    const content = this.take();
    if (content.length === 0) return;
    const film = filmOf(content);
    if (film !== null) this.blocks.push({ type: 'embed', attrs: film });
    else this.blocks.push({ type: 'paragraph', attrs: { align }, content });
  }

  block(...pieces: readonly Piece[]): void {
    this.all(pieces);
  }

  /** Many blocks: more than a call may be handed. */
  all(pieces: readonly Piece[]): void {
    this.end();
    for (const piece of pieces) this.blocks.push(piece);
  }
}

// An address alone on its line shows the film that it names, as it does in WordPress.
function filmOf(content: readonly Piece[]): ReturnType<typeof embedOf> {
  if (content.some((one) => one.type !== 'text')) return null;
  const text = content.map((one) => one.text).join('');
  return /^https?:\/\/\S+$/.test(text) ? embedOf(text) : null;
}

// Blanks become one. What does not break stays after a figure, and is a blank elsewhere: old pages are full of it.
function oneBlank(text: string): string {
  return text
    .replace(/[\t\n\f\r ]*[\u00a0\t\n\f\r ]{2,}/g, ' ')
    .replace(/[\t\n\f\r]/g, ' ')
    .replace(/(?<!\d)\u00a0/g, ' ')
    .replace(/ {2,}/g, ' ');
}

function inUnicode(raw: string, encoding: NonNullable<State['encoding']>): string {
  // What surrounds the words is kept: decoding is about words.
  return raw.replace(/\S[\s\S]*\S|\S/, (words) => decodeText(words, encoding));
}
