import type { OpenedJudge } from '../schema/types.ts';

/** What a judge did by the link, as far as the office is told by letter. */
export type JudgeNews =
  | { readonly what: 'accepted'; readonly relations: number }
  /** served: had accepted before. */
  | { readonly what: 'declined'; readonly served: boolean; readonly reason: string | null }
  | { readonly what: 'related' }
  | { readonly what: 'recused'; readonly dossier: string; readonly reason: string };

const LONGEST_SUBJECT = 180;

const brief = (text: string): string =>
  text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : text;

function told(news: JudgeNews): readonly [subject: string, ...parts: (string | null)[]] {
  switch (news.what) {
    case 'accepted':
      return [
        'đã nhận lời làm giám khảo',
        news.relations === 0
          ? 'Người này khai không có quan hệ nào cần tránh.'
          : `Người này khai ${news.relations} quan hệ. Xem ở trang của giám khảo những hồ sơ không được giao.`,
      ];
    case 'declined':
      return [
        news.served ? 'thôi làm giám khảo' : 'từ chối làm giám khảo',
        news.reason === null ? null : `Lý do: ${news.reason}`,
        news.served
          ? 'Ghế trong hội đồng và các phiếu chưa ký đã được trả lại. Mời người khác và giao bổ sung các hồ sơ còn thiếu.'
          : 'Mời người khác thay.',
      ];
    case 'related':
      return [
        'vừa khai thêm một quan hệ',
        'Nếu quan hệ ấy trùng với hồ sơ đang được giao, bàn làm việc báo hồ sơ cần thêm giám khảo.',
      ];
    case 'recused':
      return [
        `xin không chấm hồ sơ ${news.dossier}`,
        `Lý do: ${news.reason}`,
        'Giao hồ sơ cho người khác ở trang phân công.',
      ];
  }
}

/** To the office of an edition: what a judge did. */
export function newsLetter(
  { name, title, edition }: Pick<OpenedJudge, 'name' | 'title' | 'edition'>,
  news: JudgeNews,
  link: string | null,
) {
  const [what, ...parts] = told(news);
  const who = title === null ? name : `${title} ${name}`;
  const said = parts.filter((part): part is string => part !== null);
  return {
    subject: brief(`${who} ${what}: ${edition.content.name}`.replace(/\s+/g, ' ')),
    text: `${[
      'Kính gửi Ban Thư ký,',
      `${who} ${what} (${edition.content.name}).`,
      ...said,
      ...(link === null ? [] : [`Trang của giám khảo:\n${link}`]),
    ].join('\n\n')}\n`,
  };
}
