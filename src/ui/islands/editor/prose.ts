import type { JSONContent } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { cleanLetters } from '../../../kernel/prose/letters.ts';
import type { Prose } from '../../../kernel/prose/types.ts';

// Between the editor's document and `kernel/prose/types.ts`: there what is usual is absent, here it is null or 1.

const usual: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1 };

/** What is posted: nothing in it that `readProse` would change. */
export function proseOf(doc: Node): Prose {
  const content = doc.content.content.map(withoutUsual);
  // The line that is kept under a last picture is written into or it is not there.
  if (content.length > 1 && isEmptyLine(content.at(-1)) && content.at(-2)?.type !== 'paragraph')
    content.pop();
  return { type: 'doc', content } as Prose;
}

function withoutUsual(node: Node): JSONContent {
  if (node.isText) return textOf(node);
  const attrs = Object.fromEntries(
    Object.entries(node.attrs).filter(
      ([name, value]) => value !== null && value !== '' && value !== usual[name],
    ),
  );
  return {
    type: node.type.name,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...contentOf(node),
  };
}

function contentOf(node: Node): JSONContent {
  const content = node.content.content.map(withoutUsual).filter(({ text }) => text !== '');
  return content.length > 0 ? { content } : {};
}

function textOf(node: Node): JSONContent {
  const plain = node.marks.flatMap(({ type: { name } }) =>
    name === 'link' ? [] : [{ type: name }],
  );
  const links = node.marks.flatMap(({ type: { name }, attrs }) =>
    name === 'link' ? [{ type: name, attrs: { href: attrs.href } }] : [],
  );
  const marks = [...plain, ...links];
  const text = cleanLetters(node.text ?? '');
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) };
}

const isEmptyLine = (block: JSONContent | undefined): boolean =>
  block?.type === 'paragraph' && block.content === undefined && block.attrs === undefined;

/** Whether this editor can show a text whole. */
export function isShown(schema: Schema, prose: Prose): boolean {
  try {
    schema.nodeFromJSON(prose).check();
    return true;
  } catch {
    return false;
  }
}
