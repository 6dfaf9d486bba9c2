import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { words } from '../vi.ts';
import { formatChoices, styleChoices, styleNow } from './formats.ts';
import { type Inserting, insertChoices } from './insert.ts';
import { linkBoxes } from './link.ts';
import { tableParts } from './table.ts';
import type { Tool } from './toolbar.ts';

const mark = (name: 'bold' | 'italic' | 'underline'): Tool => ({
  name,
  words: words[name],
  icon: name,
  run: (editor) => editor.chain().toggleMark(name).run(),
  on: (editor) => editor.isActive(name),
});

const list = (name: 'bulletList' | 'orderedList', icon: 'bullets' | 'numbers'): Tool => ({
  name,
  words: words[icon],
  icon,
  run: (editor) => editor.chain().toggleList(name, 'listItem').run(),
  on: (editor) => innerList(editor) === name,
});

/** The list that the cursor stands in, the innermost. */
function innerList({ state }: Editor): string | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === 'bulletList' || name === 'orderedList') return name;
  }
  return null;
}

/** The tools, in their order. */
export const toolsOf = (inserting: Inserting): readonly Tool[] => [
  {
    name: 'undo',
    words: words.undo,
    icon: 'undo',
    run: ({ state, view }) => void undo(state, view.dispatch),
    able: ({ state }) => undoDepth(state) > 0,
  },
  {
    name: 'redo',
    words: words.redo,
    icon: 'redo',
    run: ({ state, view }) => void redo(state, view.dispatch),
    able: ({ state }) => redoDepth(state) > 0,
  },
  { name: 'style', words: words.style, icon: 'style', open: styleChoices, now: styleNow },
  mark('bold'),
  mark('italic'),
  mark('underline'),
  list('bulletList', 'bullets'),
  list('orderedList', 'numbers'),
  {
    name: 'link',
    words: words.link,
    icon: 'link',
    open: linkBoxes,
    on: (editor) => editor.isActive('link'),
  },
  { name: 'more', words: words.more, icon: 'more', open: formatChoices },
  {
    name: 'insert',
    words: words.insert,
    icon: 'insert',
    open: (editor, panel) => insertChoices(editor, panel, inserting),
  },
  {
    name: 'table',
    words: words.table.menu,
    icon: 'table',
    open: tableParts,
    on: (editor) => editor.isActive('table'),
  },
];
