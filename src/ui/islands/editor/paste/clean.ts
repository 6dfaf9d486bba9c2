// What other programs put on the clipboard, read by the rules of `kernel/prose/html`, as HTML of this editor.
import { DOMSerializer, type Schema } from '@tiptap/pm/model';
import { proseFromNodes } from '../../../../kernel/prose/html/index.ts';
import { isEmptyProse } from '../../../../kernel/prose/text.ts';
import type { Prose } from '../../../../kernel/prose/types.ts';
import { nodesIn, withoutStyles } from './nodes.ts';
import { ofLibrary, pictureIn } from './pictures.ts';

export interface Cleaned {
  readonly html: string;
  /** Pictures that are in the HTML itself. */
  readonly pictures: readonly File[];
  /** How many pictures of other places are left out. */
  readonly left: number;
  /** Whether it is more than a text may hold; nothing of it comes then. */
  readonly large: boolean;
}

/** @param html as the clipboard has it */
export function cleaned(html: string, schema: Schema): Cleaned {
  // What was copied from an editor is read by its schema, which knows as little as the rules do.
  if (html.includes('data-pm-slice'))
    return { html: withoutStyles(html), pictures: [], left: 0, large: false };
  const { prose, pictures, left, large } = readHtml(html);
  return { html: isEmptyProse(prose) ? '' : written(prose, schema), pictures, left, large };
}

/** Whether there is nothing to read in it, beside pictures. */
export const isWordless = (html: string): boolean => isEmptyProse(readHtml(html).prose);

function readHtml(html: string) {
  const pictures: File[] = [];
  const { prose, problems, issues } = proseFromNodes(nodesIn(html), {
    media(src, kind) {
      const file = kind === 'picture' ? pictureIn(src, pictures.length + 1) : null;
      if (file !== null) pictures.push(file);
      return kind === 'picture' ? ofLibrary(src) : null;
    },
  });
  const left = problems.filter(
    ({ code, what }) => code === 'picture_left_out' && !what.startsWith('data:'),
  ).length;
  return { prose, pictures, left, large: issues.length > 0 };
}

function written(prose: Prose, schema: Schema): string {
  const page = document.implementation.createHTMLDocument('');
  const { content } = schema.nodeFromJSON(prose);
  const written = DOMSerializer.fromSchema(schema).serializeFragment(content, { document: page });
  const box = page.createElement('div');
  box.append(written);
  return box.innerHTML;
}
