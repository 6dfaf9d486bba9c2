import type { Editor } from '@tiptap/core';
import { type Command, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeader,
} from '@tiptap/pm/tables';
import { button, made, newId, textBox } from '../dom.ts';
import { words } from '../vi.ts';
import { choicesOf } from './choices.ts';
import { insertBlock } from './insert.ts';
import type { Panel } from './panel.ts';

const commands: Readonly<Record<keyof typeof words.table.acts, Command>> = {
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  headerRow: toggleHeader('row'),
  headerColumn: toggleHeader('column'),
  merge: mergeCells,
  split: splitCell,
  deleteTable,
};

const most = 50;

/** In a table what can be done with it; elsewhere the size of a new one. */
export function tableParts(editor: Editor, panel: Panel): readonly Node[] {
  return editor.isActive('table') ? acts(editor, panel) : newTable(editor, panel);
}

function acts(editor: Editor, panel: Panel): readonly Node[] {
  const names = Object.keys(commands) as (keyof typeof commands)[];
  const can = names.filter((name) => commands[name](editor.state));
  return [
    choicesOf(
      can.map((name) => ({
        name,
        words: words.table.acts[name],
        run: () => {
          panel.close();
          commands[name](editor.state, editor.view.dispatch);
        },
      })),
    ),
    ...(can.includes('merge') ? [] : [made('p', { class: 'help' }, words.table.mergeHelp)]),
  ];
}

function newTable(editor: Editor, panel: Panel): readonly Node[] {
  const size = (label: string, value: string, name: string) =>
    textBox(label, value, { inputmode: 'numeric', 'data-size': name, maxlength: 2 });
  const rows = size(words.table.rows, '3', 'rows');
  const columns = size(words.table.columns, '3', 'columns');
  const id = newId();
  const header = made('input', { type: 'checkbox', id, checked: true });
  const put = () => {
    panel.close();
    insertTable(editor, counted(rows.input), counted(columns.input), header.checked);
  };
  return [
    made('div', { class: 'editor-sizes' }, rows.box, columns.box),
    made('label', { class: 'choice', for: id }, header, made('span', {}, words.table.header)),
    button(words.table.insert, { class: 'btn', 'data-enter': true }, put),
  ];
}

const counted = ({ value }: HTMLInputElement): number =>
  Math.min(most, Math.max(1, Number.parseInt(value, 10) || 1));

function insertTable(editor: Editor, rows: number, columns: number, header: boolean): void {
  const cellOf = (type: string) => ({ type, content: [{ type: 'paragraph' }] });
  const row = (_: unknown, at: number) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () =>
      cellOf(header && at === 0 ? 'tableHeader' : 'tableCell'),
    ),
  });
  const before = editor.state.doc;
  insertBlock(editor, { type: 'table', content: Array.from({ length: rows }, row) });
  const at = before.content.findDiffStart(editor.state.doc.content);
  if (at === null) return;
  const { tr } = editor.state;
  // Into the first cell.
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))));
}
