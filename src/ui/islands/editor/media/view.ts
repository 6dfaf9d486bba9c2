import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { embedHref } from '../../../../kernel/prose/embed.ts';
import { button, made, newId, textBox } from '../dom.ts';
import { setAttribute } from '../schema/attribute.ts';
import { words } from '../vi.ts';
import type { Item, Library } from './library.ts';

/** A field of a block: a line of text, or one of a few choices. */
export interface Box {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

type Control = HTMLInputElement | HTMLSelectElement;

/** A block of the library with its words, edited where it stands. */
export function blockView(
  props: Pick<NodeViewRendererProps, 'node' | 'getPos' | 'view'>,
  boxes: readonly Box[],
  library: Library,
): NodeView {
  const { view, getPos } = props;
  let node = props.node;
  const controls = new Map<string, Control>();
  const fields = made('div', { class: 'editor-fields' });
  for (const box of boxes) {
    const { field, control } = box.choices ? choice(box, node) : line(box, node);
    controls.set(box.name, control);
    control.addEventListener('input', () =>
      setAttribute(view, getPos, box.name, control.value.trim() || null),
    );
    fields.append(field);
  }
  const dom = made(
    'div',
    { class: 'editor-block', 'data-block': node.type.name, contenteditable: 'false' },
    shown(node, library),
    fields,
    actions(props),
  );
  return {
    dom,
    stopEvent: (event) => isOwn(event, dom),
    ignoreMutation: () => true,
    update(next) {
      if (next.type !== node.type || !sameShown(next, node)) return false;
      node = next;
      for (const [name, control] of controls) {
        const value = String(next.attrs[name] ?? '');
        // What is being typed ends with a blank that is not kept.
        if (control.value.trim() !== value) control.value = value;
      }
      return true;
    },
    selectNode: () => dom.classList.add('editor-chosen'),
    deselectNode: () => dom.classList.remove('editor-chosen'),
  };
}

const sameShown = (a: Node, b: Node): boolean =>
  ['media', 'album', 'provider', 'id'].every((name) => a.attrs[name] === b.attrs[name]);

// What happens in its fields and buttons is theirs.
function isOwn(event: Event, dom: HTMLElement): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    target !== dom &&
    target.closest('input, select, label, button, a') !== null
  );
}

function line(box: Box, node: Node) {
  const help = box.help === undefined ? undefined : newId();
  const { box: field, input } = textBox(box.label, node.attrs[box.name] ?? '', {
    maxlength: 1000,
    'data-box': box.name,
    'aria-describedby': help,
  });
  if (help !== undefined) input.before(made('p', { class: 'help', id: help }, box.help ?? ''));
  return { field, control: input };
}

function choice(box: Box, node: Node) {
  const id = newId();
  const control = made('select', { class: 'box', id, 'data-box': box.name });
  for (const [value, label] of box.choices ?? []) control.append(made('option', { value }, label));
  control.value = node.attrs[box.name] ?? '';
  const field = made(
    'div',
    { class: 'editor-box' },
    made('label', { for: id }, box.label),
    control,
  );
  return { field, control };
}

/** The picture, or what it is and how it is called. */
function shown(node: Node, library: Library): HTMLElement {
  const { media, album, provider, id } = node.attrs;
  const kind = words.media.kinds[node.type.name as keyof typeof words.media.kinds];
  if (provider) {
    const href = embedHref({ provider, id });
    return made('p', { class: 'editor-shown' }, made('strong', {}, kind), ` ${href}`);
  }
  const item = library.get(media ?? album);
  const name = made(
    'p',
    { class: 'editor-shown' },
    made('strong', {}, kind),
    ` ${item?.title ?? words.media.unknown}`,
  );
  if (!item?.src || node.type.name === 'attachment' || node.type.name === 'audio') return name;
  if (node.type.name === 'video') return name;
  return made('div', {}, picture(item), name);
}

function picture(item: Item): HTMLImageElement {
  return made('img', {
    src: item.src ?? '',
    alt: '',
    width: item.width ?? undefined,
    height: item.height ?? undefined,
    draggable: 'false',
  });
}

function actions({
  view,
  getPos,
  node,
}: Pick<NodeViewRendererProps, 'node' | 'getPos' | 'view'>): HTMLElement {
  const kind = words.media.kinds[node.type.name as keyof typeof words.media.kinds];
  const act = (label: string, run: (at: number) => void) =>
    button(label, { class: 'link-button', 'aria-label': `${label} ${kind}` }, () => {
      const at = getPos();
      if (at !== undefined) run(at);
    });
  return made(
    'div',
    { class: 'editor-acts' },
    act(words.media.up, (at) => move(view, at, -1)),
    act(words.media.down, (at) => move(view, at, 1)),
    act(words.media.remove, (at) => {
      const size = view.state.doc.nodeAt(at)?.nodeSize ?? 0;
      const tr = view.state.tr.delete(at, at + size);
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), -1));
      view.dispatch(tr);
      view.focus();
    }),
  );
}

/** Changes places with the block before or after. */
function move(view: NodeViewRendererProps['view'], at: number, way: -1 | 1): void {
  const { doc, tr } = view.state;
  const place = doc.resolve(at);
  const node = doc.nodeAt(at);
  const index = place.index();
  const other = place.parent.maybeChild(index + way);
  if (node === null || other === null || other === undefined) return;
  const to = way === -1 ? at - other.nodeSize : at + other.nodeSize;
  tr.delete(at, at + node.nodeSize).insert(to, node);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView());
  const dom = view.nodeDOM(to);
  const label = way === -1 ? words.media.up : words.media.down;
  if (dom instanceof HTMLElement)
    dom.querySelector<HTMLElement>(`button[aria-label^="${label}"]`)?.focus();
}
