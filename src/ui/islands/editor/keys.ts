import { Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Undo, lists, line breaks, and a line under a last block into which nothing can be written. */
export const Keys = Extension.create({
  name: 'keys',
  addKeyboardShortcuts() {
    const { editor } = this;
    const step = (command: typeof undo) => () => command(editor.state, editor.view.dispatch);
    return {
      'Mod-z': step(undo),
      'Mod-y': step(redo),
      'Shift-Mod-z': step(redo),
      'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () => editor.commands.splitListItem('listItem'),
      // Where nothing sinks or rises, Tab leaves the text.
      Tab: () => editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => editor.commands.liftListItem('listItem'),
      Backspace: () => {
        // What was made of `- ` is that again.
        if (editor.commands.undoInputRule()) return true;
        const { $from, empty } = editor.state.selection;
        const item = $from.depth > 1 ? $from.node(-1) : null;
        if (!empty || $from.parentOffset > 0 || item?.type.name !== 'listItem') return false;
        return $from.index(-1) === 0 && editor.commands.liftListItem('listItem');
      },
    };
  },
  addProseMirrorPlugins: () => [
    history(),
    gapCursor(),
    dropCursor({ color: false, class: 'editor-drop' }),
    lastLine,
  ],
});

const lastLine = new Plugin({
  key: new PluginKey('lastLine'),
  appendTransaction(changes, _before, { doc, tr, schema }) {
    const last = doc.lastChild;
    if (!changes.some(({ docChanged }) => docChanged) || last === null) return null;
    if (last.isTextblock || last.type.spec.group?.includes('list')) return null;
    return tr.insert(doc.content.size, schema.nodes.paragraph!.create());
  },
});
