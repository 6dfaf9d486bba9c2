import type { EditorView } from '@tiptap/pm/view';

/** Writes one attribute of the node at a place; the selection stays where it is. */
export function setAttribute(
  view: EditorView,
  getPos: () => number | undefined,
  name: string,
  value: string | null,
): void {
  const at = getPos();
  if (at === undefined || view.state.doc.nodeAt(at)?.attrs[name] === value) return;
  view.dispatch(view.state.tr.setNodeAttribute(at, name, value));
}
