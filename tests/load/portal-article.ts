// The article that the portal is measured with: cover, table, three pictures, comments; beside it the poll of its
// site. Made through the same commands as any other.

import { picture, type SceneName } from '../../src/demo/portal/pictures.ts';
import type { Inline, Prose, TableRow } from '../../src/kernel/prose/types.ts';
import {
  createArticle,
  publishArticle,
  setArticleRules,
} from '../../src/modules/articles/index.ts';
import { importComment, likeComment, replyComment } from '../../src/modules/discussions/index.ts';
import { addMedium } from '../../src/modules/media/index.ts';
import { type Cx, execute, type Outcome } from '../../src/platform/command.ts';

export interface Weighed {
  readonly pid: string;
  readonly address: string;
  /** Somebody agrees with it. */
  readonly comment: string;
}

export async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  throw new Error(JSON.stringify(settled.issues));
}

const organisation = 'sonla';
const text = (words: string): Inline => ({ type: 'text', text: words });
const line =
  'Nhà sấy rộng bốn mươi mét vuông, mái lợp tấm nhựa hai lớp, giữ được sáu mươi độ trong năm giờ nắng; nhãn sấy một mẻ tám tạ, hai ngày rưỡi là đóng gói, không phải đảo bằng tay và không ám khói. ';

const tableRow = (cells: readonly string[], kind: 'tableHeader' | 'tableCell'): TableRow => ({
  type: 'tableRow',
  content: cells.map((cell) => ({
    type: kind,
    content: [{ type: 'paragraph', content: [text(cell)] }],
  })),
});

const body = (media: readonly string[]): Prose => ({
  type: 'doc',
  content: [
    ...media.flatMap((one, at): Prose['content'] => [
      { type: 'heading', attrs: { level: 2 }, content: [text(`Phần ${at + 1}: làm và đo`)] },
      ...Array.from({ length: 4 }, () => ({
        type: 'paragraph' as const,
        content: [text(line.repeat(2))],
      })),
      { type: 'figure', attrs: { media: one, caption: 'Mẻ nhãn đầu tiên ở Mường Hung' } },
    ]),
    {
      type: 'table',
      attrs: { caption: 'Bốn cách sấy, một vụ' },
      content: [
        tableRow(['Cách sấy', 'Ngày', 'Củi (kg)', 'Giá bán (đồng/kg)'], 'tableHeader'),
        ...Array.from({ length: 8 }, (_, n) =>
          tableRow([`Hộ thứ ${n + 1}`, `${2 + (n % 5)}`, `${n * 120}`, '48.000'], 'tableCell'),
        ),
      ],
    },
  ],
});

async function addPicture(cx: Cx, scene: SceneName, seed: number): Promise<string> {
  const said = {
    organisation,
    title: `Nhà sấy nhìn từ phía ${seed}`,
    alt: 'Nhà sấy mái cong bên vườn nhãn',
    caption: 'Nhà sấy bên vườn nhãn',
    credit: 'Ảnh minh họa',
    public: true,
    listed: true,
  };
  const bytes = await picture(scene, seed);
  return (await done(addMedium(cx, said, { name: `${scene}.jpg`, bytes }))).pid;
}

/** Puts it on the site of Sơn La, where whoever writes may publish from then on. */
export async function weighedArticle(cx: Cx): Promise<Weighed> {
  await done(
    execute(cx, setArticleRules, { organisation, editing: false, approval: false, own: true }),
  );
  const media: string[] = [];
  for (const [at, scene] of (['drying-house', 'orchard', 'terraces', 'river'] as const).entries())
    media.push(await addPicture(cx, scene, 901 + at));
  const [cover, ...rest] = media;
  const { pid } = await done(
    execute(cx, createArticle, {
      organisation,
      kind: 'notice',
      title: 'Một bài đủ ảnh, bảng, bình luận để đo tốc độ',
      lead: 'Ba hộ ở Mường Hung đo một vụ: sấy bằng nắng, không tốn củi, bán được giá hơn.',
      body: body(rest),
      cover,
      cover_alt: 'Nhà sấy mái cong bên vườn nhãn',
      tags: ['năng lượng mặt trời', 'nhãn', 'nhà sấy'],
      authors: [{ name: 'Lò Văn Minh Họa', consent: 'yes' }],
      origin: 'bench',
      origin_id: 'weighed',
    }),
  );
  const { slug } = await done(execute(cx, publishArticle, { pid }));
  return { pid, address: `/sonla/bai/${slug}`, comment: await addComments(cx, pid) };
}

async function addComments(cx: Cx, subject: string): Promise<string> {
  let first = '';
  for (let n = 0; n < 8; n += 1) {
    const { pid } = await done(
      importComment(cx, {
        kind: 'article',
        subject,
        origin: 'bench',
        origin_id: String(n),
        name: `Người đọc ${n + 1}`,
        body: line,
        posted_at: cx.clock.now().toISOString(),
        state: 'published',
      }),
    );
    if (n % 3 === 0)
      await done(execute(cx, replyComment, { pid, voice: 'office', body: 'Cảm ơn bạn đọc.' }));
    for (let reader = 0; reader < n; reader += 1)
      await done(execute(cx, likeComment, { pid, reader: `bench-${n}-${reader}` }));
    first = pid;
  }
  return first;
}
