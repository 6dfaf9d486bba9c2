import type { Editor } from '@tiptap/core';
import { button, made } from '../dom.ts';
import { words } from '../vi.ts';

/** What a button of the toolbar opens under it: more buttons, or a few boxes. One at a time. */
export class Panel {
  readonly dom = made('div', { class: 'editor-panel', role: 'group', hidden: true });
  readonly #editor: Editor;
  #opener: HTMLButtonElement | null = null;

  constructor(editor: Editor, id: string) {
    this.#editor = editor;
    this.dom.id = id;
    this.dom.addEventListener('keydown', (event) => this.#key(event));
    // What is typed here is no part of the form.
    for (const type of ['input', 'change'])
      this.dom.addEventListener(type, (event) => event.stopPropagation());
  }

  /** Opens, or closes what the same button opened. The first control has the focus. */
  toggle(opener: HTMLButtonElement, label: string, fill: (panel: Panel) => readonly Node[]): void {
    if (this.#opener === opener) {
      this.close();
      return;
    }
    this.close(false);
    this.#opener = opener;
    opener.setAttribute('aria-expanded', 'true');
    this.dom.setAttribute('aria-label', label);
    const close = button(words.close, { class: 'link-button' }, () => this.close());
    this.dom.replaceChildren(...fill(this), close);
    this.dom.hidden = false;
    this.dom.querySelector<HTMLElement>('input, button')?.focus();
  }

  /** `back`: the focus goes to the text. */
  close(back = true): void {
    this.#opener?.setAttribute('aria-expanded', 'false');
    this.#opener = null;
    this.dom.hidden = true;
    this.dom.replaceChildren();
    if (back) this.#editor.view.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      const opener = this.#opener;
      this.close(false);
      opener?.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      // The form around it is not sent.
      event.preventDefault();
      this.dom.querySelector<HTMLButtonElement>('[data-enter]')?.click();
    }
  }
}
