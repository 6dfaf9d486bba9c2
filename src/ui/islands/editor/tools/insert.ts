import type { Editor, JSONContent } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { embedOf } from '../../../../kernel/prose/embed.ts';
import { button, made, textBox } from '../dom.ts';
import { blockOf, type Item, type Library } from '../media/library.ts';
import { words } from '../vi.ts';
import { choicesOf } from './choices.ts';
import type { Panel } from './panel.ts';
import { pickBoxes } from './pick.ts';

/** What can be put in beside words. */
export interface Inserting {
  readonly library: Library;
  /** Asks for files and sends them; null where nothing takes them. */
  readonly files: (() => void) | null;
  /** Address of suggestions from the library; null where there is none. */
  readonly suggest: string | null;
}

const picked = ['library', 'album', 'video', 'audio', 'document'] as const;

export function insertChoices(
  editor: Editor,
  panel: Panel,
  { library, files, suggest }: Inserting,
): readonly Node[] {
  const at = (nodes: readonly Node[]) => {
    panel.dom.querySelector('.editor-choices')?.replaceWith(...nodes);
    panel.dom.querySelector('input')?.focus();
  };
  const put = (item: Item) => {
    library.put(item);
    panel.close();
    insertBlock(editor, blockOf(item));
  };
  const fromLibrary = (name: (typeof picked)[number], address: string) => ({
    name,
    words: words.inserts[name],
    run: () => at(pickBoxes(address, name === 'library' ? 'picture' : name, put)),
  });
  return [
    choicesOf([
      ...(files === null
        ? []
        : [{ name: 'picture', words: words.inserts.picture, run: () => choose(panel, files) }]),
      ...(suggest === null ? [] : picked.map((name) => fromLibrary(name, suggest))),
      { name: 'embed', words: words.inserts.embed, run: () => at(embedBoxes(editor, panel)) },
      {
        name: 'rule',
        words: words.inserts.rule,
        run: () => {
          panel.close();
          insertBlock(editor, { type: 'horizontalRule' });
        },
      },
    ]),
  ];
}

function choose(panel: Panel, files: () => void): void {
  panel.close();
  files();
}

/** Puts a block where the cursor is, inside a table or list after it, and goes on under it. */
export function insertBlock(editor: Editor, block: JSONContent): void {
  const { $to } = editor.state.selection;
  const node = editor.schema.nodeFromJSON(block);
  const { tr } = editor.state;
  // An empty line gives its place; words are not torn apart.
  const { parent, depth } = $to;
  const line = depth === 1 && parent.type.name === 'paragraph' && parent.content.size === 0;
  const at = depth === 0 ? $to.pos : line ? $to.before(1) : $to.after(1);
  if (line) tr.replaceWith(at, $to.after(1), node);
  else tr.insert(at, node);
  const under = at + node.nodeSize;
  if (under === tr.doc.content.size) tr.insert(under, editor.schema.nodes.paragraph!.create());
  const cursor = Selection.findFrom(tr.doc.resolve(under), 1, true);
  if (cursor !== null) tr.setSelection(cursor);
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

function embedBoxes(editor: Editor, panel: Panel): readonly Node[] {
  const address = textBox(words.embeds.address, '', { inputmode: 'url', 'data-embed': true });
  const said = made('p', { class: 'field-error', role: 'alert', hidden: true });
  const put = () => {
    const film = embedOf(address.input.value);
    if (film === null) {
      said.textContent = words.embeds.unknown;
      said.hidden = false;
      address.input.focus();
      return;
    }
    panel.close();
    insertBlock(editor, { type: 'embed', attrs: { ...film } });
  };
  return [
    address.box,
    made('p', { class: 'help' }, words.embeds.help),
    said,
    button(words.embeds.put, { class: 'btn', 'data-enter': true }, put),
  ];
}
