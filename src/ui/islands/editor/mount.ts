import { Editor, Extension, type Extensions, getSchema, type JSONContent } from '@tiptap/core';
import type { Prose } from '../../../kernel/prose/types.ts';
import { proseOfMarkup } from '../../form/prose/merge.ts';
import { made, newId } from './dom.ts';
import { Field } from './field.ts';
import { Keys } from './keys.ts';
import { LegacyOffer } from './legacy.ts';
import { type Item, Library } from './media/library.ts';
import { placeBetween, Uploads, uploadsPlugin } from './media/uploads.ts';
import { pastePlugin } from './paste/index.ts';
import { isShown } from './prose.ts';
import { blocks } from './schema/blocks.ts';
import { marks } from './schema/marks.ts';
import { mediaNodes } from './schema/media.ts';
import { tables } from './schema/table.ts';
import { toolsOf } from './tools/index.ts';
import { Panel } from './tools/panel.ts';
import { Toolbar } from './tools/toolbar.ts';
import { words } from './vi.ts';

const settle = 300;

/** What the page has of a field. */
interface Place {
  readonly box: HTMLElement;
  readonly json: HTMLTextAreaElement;
  readonly by: HTMLInputElement;
  readonly plain: HTMLElement;
  readonly text: HTMLTextAreaElement;
}

function placeOf(box: HTMLElement): Place | null {
  const json = box.querySelector<HTMLTextAreaElement>('[data-prose-json]');
  const by = box.querySelector<HTMLInputElement>('[data-prose-by]');
  const plain = box.querySelector<HTMLElement>('[data-prose-plain]');
  const text = plain?.querySelector('textarea');
  return json && by && plain && text ? { box, json, by, plain, text } : null;
}

/** Puts the editor into a field; leaves the plain box where it cannot show the text whole. */
export function mountEditor(box: HTMLElement): void {
  const place = placeOf(box);
  if (place === null) return;
  const { dataset } = box;
  const library = new Library(JSON.parse(dataset.media ?? '[]') as readonly Item[]);
  const schema: Extensions = [...blocks, ...marks, ...tables, ...mediaNodes(library)];
  const prose = proseIn(place);
  if (prose === null || !isShown(getSchema(schema), prose)) return;
  const limit = Number(dataset.uploadLimit ?? Number.POSITIVE_INFINITY);
  const uploads = dataset.upload ? new Uploads(dataset.upload, limit, library) : null;
  new Mounted(place, prose, library, schema, uploads);
}

/** What the field holds: the JSON, with what was typed into the plain box before the editor was there. */
function proseIn({ json, text }: Place): Prose | null {
  try {
    const stood = JSON.parse(json.value) as Prose;
    // The browser puts back what this page sent before one came back to it.
    if (json.value !== json.defaultValue) return stood;
    const prose = proseOfMarkup(text.value, stood);
    if (prose !== stood) json.value = JSON.stringify(prose);
    return prose;
  } catch {
    return null;
  }
}

class Mounted {
  readonly #place: Place;
  readonly #editor: Editor;
  readonly #notice = made('p', { class: 'editor-notice', role: 'status' });
  readonly #count = made('p', { class: 'help' });
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    place: Place,
    prose: Prose,
    library: Library,
    schema: Extensions,
    uploads: Uploads | null,
  ) {
    this.#place = place;
    const id = newId();
    const keys = newId();
    const shown = made('div', { class: 'editor-text' });
    this.#editor = this.#edit(shown, prose, schema, uploads, { id, keys });
    const panel = new Panel(this.#editor, newId());
    const files = uploads === null ? null : this.#fileChoice(uploads);
    const tools = toolsOf({
      library,
      files: files === null ? null : () => files.click(),
      suggest: place.box.dataset.suggest ?? null,
    });
    const toolbar = new Toolbar(this.#editor, panel, tools, id);
    const offer = new LegacyOffer(this.#editor);
    const bar = made('div', { class: 'editor-bar' }, toolbar.dom, panel.dom);
    const foot = made('p', { class: 'help', id: keys }, words.keys);
    const all = made('div', { class: 'editor' }, bar, offer.dom, shown, this.#notice);
    all.append(this.#count, foot, ...(files === null ? [] : [files]));
    this.#takeOver(all, id);
    this.#listen(toolbar, offer, new Field(place.json, this.#editor), uploads);
    shown.addEventListener('keydown', (event) => {
      if (event.key !== 'F10' || !event.altKey) return;
      event.preventDefault();
      toolbar.focus();
    });
    this.#counted();
  }

  #edit(
    element: HTMLElement,
    prose: Prose,
    schema: Extensions,
    uploads: Uploads | null,
    ids: { readonly id: string; readonly keys: string },
  ): Editor {
    const parts = Extension.create({
      name: 'parts',
      addProseMirrorPlugins: () => [
        ...(uploads === null ? [] : [uploadsPlugin()]),
        pastePlugin({ editor: () => this.#editor, uploads, tell: (said) => this.#tell(said) }),
      ],
    });
    const { box } = this.#place;
    return new Editor({
      element,
      extensions: [...schema, Keys, parts],
      content: prose as JSONContent,
      // A strict content policy: all style is in the stylesheet.
      injectCSS: false,
      editorProps: {
        attributes: {
          id: ids.id,
          class: 'prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': box.dataset.label ?? '',
          'aria-describedby': [box.dataset.described, ids.keys].filter(Boolean).join(' '),
          lang: box.dataset.lang ?? 'vi',
          spellcheck: 'false',
        },
      },
    });
  }

  /** The plain box goes; its label and the links of errors lead to the text. */
  #takeOver(all: HTMLElement, id: string): void {
    const { plain, by, box } = this.#place;
    const old = this.#place.text.id;
    by.value = 'editor';
    plain.replaceWith(all);
    const text = this.#editor.view.dom;
    const label = document.getElementById(box.dataset.label ?? '');
    label?.removeAttribute('for');
    label?.addEventListener('click', () => this.#editor.view.focus());
    if (old === '') return;
    // An error's link leads to the id that the plain box had.
    text.id = old;
    all.querySelector(`[aria-controls="${id}"]`)?.setAttribute('aria-controls', old);
    if (location.hash === `#${old}`) this.#editor.view.focus();
    if (box.dataset.invalid !== undefined) text.setAttribute('aria-invalid', 'true');
  }

  #listen(toolbar: Toolbar, offer: LegacyOffer, field: Field, uploads: Uploads | null): void {
    const editor = this.#editor;
    editor.on('transaction', () => toolbar.refresh());
    editor.on('update', ({ transaction }) => {
      field.changed();
      offer.changed(transaction);
      this.#countLater();
    });
    editor.on('blur', () => field.rest());
    this.#place.json.form?.addEventListener(
      'submit',
      (event) => {
        if (uploads === null || !uploads.tellBusy()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }

  #fileChoice(uploads: Uploads): HTMLInputElement {
    const input = made('input', { type: 'file', multiple: true, hidden: true, accept: 'image/*' });
    input.addEventListener('change', () => {
      const { view, state } = this.#editor;
      uploads.take(view, [...(input.files ?? [])], placeBetween(view, state.selection.to));
      input.value = '';
    });
    return input;
  }

  #tell(said: string): void {
    this.#notice.textContent = said;
  }

  // A long text is not counted at every letter.
  #countLater(): void {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => this.#counted(), settle);
  }

  #counted(): void {
    const text = this.#editor.state.doc.textBetween(
      0,
      this.#editor.state.doc.content.size,
      ' ',
      ' ',
    );
    const count = text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    this.#count.textContent = words.count(count, text.replace(/\s/g, '').length);
  }
}
