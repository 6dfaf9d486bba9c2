import { type Attributes, Node } from '@tiptap/core';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import { made, textBox } from '../dom.ts';
import { words } from '../vi.ts';
import { setAttribute } from './attribute.ts';

const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) =>
    Math.min(100, Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1)),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
});

const cellAttributes: Attributes = { colspan: span('colspan'), rowspan: span('rowspan') };

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    caption: {
      default: null,
      parseHTML: (element) => element.querySelector('caption')?.textContent?.trim() || null,
      rendered: false,
    },
  }),
  extendNodeSchema: ({ name }) => (name in roles ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML: ({ node }) => {
    const { caption } = node.attrs;
    const rows = ['tbody', 0] as const;
    return caption === null ? ['table', rows] : ['table', ['caption', {}, caption], rows];
  },
  addKeyboardShortcuts() {
    const go = (way: -1 | 1) => () => {
      const { state, view } = this.editor;
      return goToNextCell(way)(state, view.dispatch);
    };
    return { Tab: go(1), 'Shift-Tab': go(-1) };
  },
  addProseMirrorPlugins: () => [tableEditing()],
  addNodeView() {
    return ({ node, getPos, view }) => {
      const caption = textBox(words.table.caption, node.attrs.caption ?? '', {
        maxlength: 1000,
        'data-caption': true,
      });
      caption.box.contentEditable = 'false';
      caption.input.addEventListener('input', () =>
        setAttribute(view, getPos, 'caption', caption.input.value.trim() || null),
      );
      const rows = made('tbody');
      const table = made('table', { 'aria-label': words.table.name }, rows);
      const box = made('div', { class: 'editor-scroll' }, table);
      const dom = made('div', { class: 'editor-table' }, caption.box, box);
      return {
        dom,
        contentDOM: rows,
        stopEvent: (event) => caption.box.contains(event.target as globalThis.Node),
        ignoreMutation: (change) => !rows.contains(change.target),
        update(next) {
          if (next.type.name !== 'table') return false;
          const said = next.attrs.caption ?? '';
          if (caption.input.value.trim() !== said) caption.input.value = said;
          return true;
        },
      };
    };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

function cell(name: string, tag: string) {
  return Node.create({
    name,
    content: 'flow+',
    isolating: true,
    addAttributes: () => cellAttributes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}

export const tables = [Table, TableRow, cell('tableCell', 'td'), cell('tableHeader', 'th')];
