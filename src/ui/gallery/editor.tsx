import type { Prose, TableRow, Text } from '../../kernel/prose/index.ts';
import * as ui from '../index.ts';
import { type GalleryProps, here, Office } from './frames.tsx';
import { words as w } from './vi.ts';

const f = w.editor;
const line = (...content: readonly Text[]) => ({ type: 'paragraph', content }) as const;
const text = (words: string): Text => ({ type: 'text', text: words });

const row = (cells: readonly string[], at: number): TableRow => ({
  type: 'tableRow',
  content: cells.map((cell) => ({
    type: at === 0 ? 'tableHeader' : 'tableCell',
    content: [line(text(cell))],
  })),
});

/** One of each that is usual in an article. */
export const sampleProse: Prose = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text(f.heading)] },
    line(
      text(f.text[0]),
      { type: 'text', text: f.text[1], marks: [{ type: 'bold' }] },
      text(f.text[2]),
    ),
    {
      type: 'bulletList',
      content: f.items.map((item) => ({ type: 'listItem', content: [line(text(item))] })),
    },
    { type: 'figure', attrs: { media: '0123456789abcdef', caption: f.caption } },
    { type: 'table', attrs: { caption: f.table }, content: f.cells.map(row) },
  ],
};

export function EditorPage(props: GalleryProps) {
  return (
    <Office {...props} title={f.title} current={9} crumbs={f.crumbs}>
      <ui.Form action={here} files>
        <ui.ProseField
          name="body"
          label={f.label}
          help={f.help}
          value={sampleProse}
          upload={{ address: '/tai-len', limit: 20_000_000 }}
          suggest="/goi-y"
        />
        <ui.FormActions>
          <ui.Button kind="primary" busy={ui.uiVi.saving}>
            {f.save}
          </ui.Button>
        </ui.FormActions>
      </ui.Form>
    </Office>
  );
}
