import type { Editor } from '@tiptap/core';
import { safeHref } from '../../../../kernel/prose/href.ts';
import { button, made, textBox } from '../dom.ts';
import { words } from '../vi.ts';
import type { Panel } from './panel.ts';

/** The address that was meant: `vusta.vn` is a site, `a@b.vn` a mailbox. Null when it is not safe. */
export function meantHref(typed: string): string | null {
  const address = typed.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return safeHref(`mailto:${address}`);
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(address)) return safeHref(`https://${address}`);
  return safeHref(address);
}

/** Boxes for the address and, where nothing is selected, the words. */
export function linkBoxes(editor: Editor, panel: Panel): readonly Node[] {
  const inside = editor.isActive('link');
  const asked = editor.state.selection.empty && !inside;
  const address = textBox(words.links.address, editor.getAttributes('link').href ?? '', {
    inputmode: 'url',
    'data-link': 'address',
  });
  const text = textBox(words.links.text, '', { 'data-link': 'text' });
  const said = made('p', { class: 'field-error', role: 'alert', hidden: true });
  const put = () => {
    const href = meantHref(address.input.value);
    if (href === null) {
      said.textContent = words.links.unsafe;
      said.hidden = false;
      address.input.setAttribute('aria-invalid', 'true');
      address.input.focus();
      return;
    }
    panel.close();
    setLink(editor, href, asked ? text.input.value.trim() || address.input.value.trim() : null);
  };
  return [
    ...(asked ? [text.box] : []),
    address.box,
    made('p', { class: 'help' }, words.links.help),
    said,
    button(words.links.put, { class: 'btn', 'data-enter': true }, put),
    ...(inside
      ? [
          button(words.links.remove, { class: 'btn' }, () => {
            panel.close();
            editor.chain().unsetMark('link', { extendEmptyMarkRange: true }).run();
          }),
        ]
      : []),
  ];
}

function setLink(editor: Editor, href: string, text: string | null): void {
  const mark = { type: 'link', attrs: { href } };
  if (text !== null) {
    editor.commands.insertContent({ type: 'text', text, marks: [mark] });
    return;
  }
  const { from, to } = editor.state.selection;
  const chain = editor.chain().extendMarkRange('link').setMark('link', { href });
  // The cursor stays where it was.
  chain.setTextSelection({ from, to }).run();
}
