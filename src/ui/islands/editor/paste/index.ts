import type { Editor } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { embedOf } from '../../../../kernel/prose/embed.ts';
import { safeHref } from '../../../../kernel/prose/href.ts';
import { placeBetween, type Uploads } from '../media/uploads.ts';
import { insertBlock } from '../tools/insert.ts';
import { words } from '../vi.ts';
import { cleaned, isWordless } from './clean.ts';

interface Pasting {
  readonly editor: () => Editor;
  /** Null where nothing takes files. */
  readonly uploads: Uploads | null;
  readonly tell: (said: string) => void;
}

/** What comes by paste and drop: clean, files to the library, addresses of films and links. */
export function pastePlugin({ editor, uploads, tell }: Pasting): Plugin {
  const send = (view: EditorView, files: readonly File[], at: number) => {
    if (uploads === null || files.length === 0) return false;
    uploads.take(view, files, placeBetween(view, at));
    return true;
  };
  return new Plugin({
    key: new PluginKey('paste'),
    props: {
      transformPastedHTML(html, view) {
        const { html: clean, pictures, left, large } = cleaned(html, view.state.schema);
        if (large) tell(words.pasted.large);
        else tell(left > 0 ? words.pasted.pictures(left) : '');
        // After what is pasted stands.
        if (pictures.length > 0) setTimeout(() => send(view, pictures, view.state.selection.to));
        return clean;
      },
      handlePaste(view, event) {
        const data = event.clipboardData;
        if (data === null) return false;
        const files = [...data.files];
        if (files.length > 0 && hasNoWords(data)) return send(view, files, view.state.selection.to);
        return pasteAddress(editor(), data.getData('text/plain').trim());
      },
      handleDrop(view, event, _slice, moved) {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (moved || files.length === 0) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (send(view, files, at ?? view.state.doc.content.size)) event.preventDefault();
        return true;
      },
    },
  });
}

// Word puts a picture of every copied text beside it.
function hasNoWords(data: DataTransfer): boolean {
  if (data.getData('text/plain').trim() !== '') return false;
  const html = data.getData('text/html');
  return html === '' || isWordless(html);
}

/** An address alone: a film is shown, words that are selected become a link, else it is a link itself. */
function pasteAddress(editor: Editor, text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  const film = embedOf(text);
  const { selection } = editor.state;
  const chosen = selection instanceof NodeSelection;
  // A block that is chosen stays: the film comes after it.
  if (film !== null && (selection.empty || chosen)) {
    insertBlock(editor, { type: 'embed', attrs: { ...film } });
    return true;
  }
  const href = safeHref(text);
  if (href === null || chosen) return false;
  const mark = { type: 'link', attrs: { href } };
  return selection.empty
    ? editor
        .chain()
        .insertContent({ type: 'text', text, marks: [mark] })
        .run()
    : editor.chain().setMark('link', { href }).run();
}
