import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { words } from '../vi.ts';
import { blockOf, type Library } from './library.ts';
import { sendFile } from './send.ts';
import { type UploadLine, uploadLine } from './upload-line.ts';

type Change =
  | { readonly add: { readonly id: object; at: number; dom: Node } }
  | { readonly remove: object };

const key = new PluginKey<DecorationSet>('uploads');

/** Shows each file that is on its way where it will stand; what is typed around moves it along. */
export const uploadsPlugin = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const set = before.map(tr.mapping, tr.doc);
        const change = tr.getMeta(key) as Change | undefined;
        if (change === undefined) return set;
        if ('remove' in change)
          return set.remove(set.find(undefined, undefined, (spec) => spec.id === change.remove));
        const { id, at, dom } = change.add;
        // What arrives first stands first.
        const spec = { id, side: 1, stopEvent: () => true, ignoreSelection: true };
        return set.add(tr.doc, [Decoration.widget(at, dom, spec)]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

/** Sends files to the library and puts a block in the place of each that has arrived. */
export class Uploads {
  readonly #address: string;
  readonly #limit: number;
  readonly #library: Library;
  readonly #active = new Set<UploadLine>();
  // One file after another: a bad line is not divided.
  #before: Promise<unknown> = Promise.resolve();

  constructor(address: string, limit: number, library: Library) {
    this.#address = address;
    this.#limit = limit;
    this.#library = library;
  }

  /** Begins to send, to stand at a position between two blocks. */
  take(view: EditorView, files: readonly File[], at: number): void {
    for (const file of files) {
      const id = {};
      const line = uploadLine(file);
      view.dispatch(
        view.state.tr.setMeta(key, { add: { id, at, dom: line.dom } } satisfies Change),
      );
      const drop = () => {
        this.#active.delete(line);
        view.dispatch(view.state.tr.setMeta(key, { remove: id } satisfies Change));
        view.focus();
      };
      if (file.size > this.#limit) line.failed(words.uploads.large(file.size, this.#limit), drop);
      else this.#queue(view, file, line, id, drop);
    }
  }

  /** Says that files are still on their way, at the first of them; false when there are none. */
  tellBusy(): boolean {
    const [first] = this.#active;
    first?.tell(words.uploads.wait);
    return first !== undefined;
  }

  #queue(view: EditorView, file: File, line: UploadLine, id: object, drop: () => void): void {
    const stop = new AbortController();
    this.#active.add(line);
    line.waiting(() => {
      stop.abort();
      drop();
    });
    const turn = this.#before;
    this.#before = turn.then(() => this.#send(view, file, line, id, drop, stop.signal));
  }

  async #send(
    view: EditorView,
    file: File,
    line: UploadLine,
    id: object,
    drop: () => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    line.sending();
    try {
      const item = await sendFile(this.#address, file, (share) => line.progress(share), signal);
      this.#library.put(item);
      this.#arrived(view, id, blockOf(item));
    } catch (error) {
      if (signal.aborted) return;
      const refused = error instanceof Error && error.message !== '';
      line.failed(
        refused ? error.message : words.uploads.failed,
        drop,
        refused ? undefined : () => this.#queue(view, file, line, id, drop),
      );
    }
    this.#active.delete(line);
  }

  #arrived(view: EditorView, id: object, block: ReturnType<typeof blockOf>): void {
    const { state } = view;
    const [place] = key.getState(state)?.find(undefined, undefined, (one) => one.id === id) ?? [];
    // The text around its place was deleted: it comes at the end.
    const at = place?.from ?? state.doc.content.size;
    const node = state.schema.nodeFromJSON(block);
    const tr = state.tr.setMeta(key, { remove: id } satisfies Change);
    const outside = tr.doc.resolve(at);
    tr.insert(outside.depth === 0 ? at : outside.after(1), node);
    view.dispatch(tr);
  }
}

/** The nearest place between two blocks of the text. */
export function placeBetween(view: EditorView, at: number): number {
  const place = view.state.doc.resolve(at);
  if (place.depth === 0) return at;
  return place.parentOffset === 0 && place.depth === 1 ? place.before(1) : place.after(1);
}
