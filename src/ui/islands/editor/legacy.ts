import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { type LegacyEncoding, legacyOf, proseInUnicode } from '../../../kernel/prose/legacy.ts';
import { button, made } from './dom.ts';
import { proseOf } from './prose.ts';
import { words } from './vi.ts';

const w = words.legacy;
const wait = 700;

// What no older encoding has; marks of VIQR stand behind a vowel.
const unicode = /[\u0103\u0111\u01a1\u01b0\u1ea1-\u1ef9]/i;
const strange = /[\u0080-\u1e9f]|[aeou][(^+*]/i;

/**
 * Lines that may not be Unicode, and beside them as many that surely are: a few lines that were pasted into a
 * long text are found, and the rest of it is not weighed.
 */
function suspects(doc: Node): string {
  const found: string[] = [];
  const sure: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    if (unicode.test(text)) sure.push(text);
    else if (strange.test(text)) found.push(text);
    return false;
  });
  return [...found, ...sure.slice(0, found.length)].join('\n');
}

/** Looks at what was opened and pasted; offers to write it in Unicode where it is not. */
export class LegacyOffer {
  readonly dom = made('div', { class: 'editor-offer', role: 'status' });
  readonly #editor: Editor;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kept = false;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#look();
  }

  /** What was pasted is looked at when it has come to rest; typing makes nothing of this kind. */
  changed(change: Transaction): void {
    const came = ['paste', 'drop'].includes(change.getMeta('uiEvent'));
    if (!came && this.dom.dataset.encoding === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), wait);
  }

  #look(): void {
    if (this.#kept) return;
    const encoding = legacyOf(suspects(this.#editor.state.doc));
    const shown = this.dom.dataset.encoding;
    if (encoding === null) {
      if (shown !== undefined) this.#clear();
    } else if (shown !== encoding) this.#offer(encoding);
  }

  #offer(encoding: LegacyEncoding): void {
    this.dom.dataset.encoding = encoding;
    this.dom.replaceChildren(
      made('p', {}, w.found(w.names[encoding])),
      button(w.convert, { class: 'btn' }, () => this.#convert(encoding)),
      button(w.keep, { class: 'link-button' }, () => {
        this.#kept = true;
        this.#clear();
        this.#editor.view.focus();
      }),
    );
  }

  #clear(said?: string): void {
    delete this.dom.dataset.encoding;
    this.dom.replaceChildren(...(said === undefined ? [] : [made('p', {}, said)]));
  }

  #convert(encoding: LegacyEncoding): void {
    const { state, view, schema } = this.#editor;
    const doc = schema.nodeFromJSON(proseInUnicode(proseOf(state.doc), encoding));
    view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content));
    view.focus();
    this.#clear(w.done);
  }
}
