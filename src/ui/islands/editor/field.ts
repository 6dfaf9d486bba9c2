import type { Editor } from '@tiptap/core';
import { proseOf } from './prose.ts';

const settle = 250;

/** Keeps the hidden field of a form as the editor stands. */
export class Field {
  readonly #json: HTMLTextAreaElement;
  readonly #editor: Editor;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changed = false;
  #left = false;

  constructor(json: HTMLTextAreaElement, editor: Editor) {
    this.#json = json;
    this.#editor = editor;
    const { form } = json;
    // Whoever reads the form reads what stands now: its own submission, or what saves it as it is typed.
    form?.addEventListener('formdata', ({ formData }) => {
      this.#write();
      if (formData.has(json.name)) formData.set(json.name, json.value);
    });
    form?.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) this.#left = true;
    });
    addEventListener('pagehide', () => this.#write());
    const shown = json.value;
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#left = false;
      // Who comes back finds what was written: the browser puts it into the field after the page is loaded.
      else if (json.value !== shown && !this.#changed) this.#takeBack();
    });
    addEventListener('beforeunload', (event) => {
      this.#write();
      // What saves itself warns for itself.
      if (this.#changed && !this.#left && !form?.dataset.autosave) event.preventDefault();
    });
  }

  changed(): void {
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#told('input'), settle);
  }

  /** The focus has gone elsewhere. */
  rest(): void {
    if (this.#timer !== undefined) this.#told('change');
  }

  #takeBack(): void {
    const { schema, state, view } = this.#editor;
    try {
      const doc = schema.nodeFromJSON(JSON.parse(this.#json.value));
      doc.check();
      view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content));
    } catch {
      // It is not of this editor: what the page holds stays.
    }
  }

  #told(type: 'input' | 'change'): void {
    this.#write();
    this.#json.dispatchEvent(new Event(type, { bubbles: true }));
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#changed) this.#json.value = JSON.stringify(proseOf(this.#editor.state.doc));
  }
}
