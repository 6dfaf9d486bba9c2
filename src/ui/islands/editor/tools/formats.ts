import type { ChainedCommands, Editor } from '@tiptap/core';
import { words } from '../vi.ts';
import { choicesOf } from './choices.ts';
import type { Panel } from './panel.ts';

const levels = [2, 3, 4] as const;
type Style = keyof typeof words.styles;

function styleAt(editor: Editor): Style {
  const level = levels.find((one) => editor.isActive('heading', { level: one }));
  if (level !== undefined) return `heading${level}`;
  return editor.isActive('blockquote') ? 'blockquote' : 'paragraph';
}

/** The style at the cursor, as the toolbar says it. */
export const styleNow = (editor: Editor): string => words.styles[styleAt(editor)];

export function styleChoices(editor: Editor, panel: Panel): readonly Node[] {
  const now = styleAt(editor);
  const styles = Object.keys(words.styles) as Style[];
  return [
    choicesOf(
      styles.map((style) => ({
        name: style,
        words: words.styles[style],
        on: style === now,
        run: () => {
          panel.close();
          setStyle(editor.chain(), style, now).run();
        },
      })),
    ),
  ];
}

function setStyle(chain: ChainedCommands, style: Style, now: Style): ChainedCommands {
  if (style === now) return chain;
  const plain = now === 'blockquote' ? chain.lift('blockquote') : chain.setNode('paragraph');
  if (style === 'paragraph') return plain;
  if (style === 'blockquote') return plain.wrapIn('blockquote');
  return plain.setNode('heading', { level: Number(style.slice(-1)) });
}

const marks = ['strike', 'superscript', 'subscript', 'code'] as const;
const sides = ['left', 'center', 'right'] as const;

/** Marks that are rarer, alignment, and the way back to plain words. */
export function formatChoices(editor: Editor, panel: Panel): readonly Node[] {
  const done = (chain: ChainedCommands) => () => {
    panel.close();
    chain.run();
  };
  const type = editor.isActive('heading') ? 'heading' : 'paragraph';
  const side = editor.getAttributes(type).align ?? 'left';
  return [
    choicesOf([
      ...marks.map((name) => ({
        name,
        words: words.formats[name],
        on: editor.isActive(name),
        run: () => done(editor.chain().toggleMark(name))(),
      })),
      ...sides.map((name) => ({
        name,
        words: words.formats[name],
        on: side === name,
        run: () => {
          const align = name === 'left' ? null : name;
          const chain = editor.chain();
          done(
            chain.updateAttributes('paragraph', { align }).updateAttributes('heading', { align }),
          )();
        },
      })),
      {
        name: 'clear',
        words: words.formats.clear,
        run: () => done(editor.chain().unsetAllMarks().clearNodes())(),
      },
    ]),
  ];
}
