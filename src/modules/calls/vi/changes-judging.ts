import type { ChangeEffect } from '../rules/diff/index.ts';
import { rankingNames } from './names-judging.ts';
import { type Data, figure, named, quoted, show } from './say.ts';

type Effect = Extract<
  ChangeEffect,
  | 'rubric_added'
  | 'rubric_removed'
  | 'scoring_changed'
  | 'sheet_asks'
  | 'pass_changed'
  | 'judges_changed'
  | 'ranking_changed'
  | 'spread_changed'
  | 'goes_on_changed'
  | 'voting_added'
  | 'voting_removed'
  | 'voting_changed'
  | 'identifies_changed'
>;

const phases = (d: Data): string =>
  (Array.isArray(d.phases) ? d.phases : []).map(quoted).join(', ');
const used = (d: Data): boolean => Array.isArray(d.phases) && d.phases.length > 0;
const nobody = 'Chưa giai đoạn nào chấm theo phiếu này.';
const judges = (value: unknown): string =>
  value == null ? 'cả hội đồng' : `${figure(value)} giám khảo`;
const points = (value: unknown): string => (value == null ? 'không có' : `${figure(value)} điểm`);
const inner = (value: unknown): Data => (value ?? {}) as Data;
const ranked = (value: unknown): string => {
  const { by, trim } = inner(value);
  const name = named(rankingNames, by);
  const left = by === 'trimmed' ? ` (mỗi đầu ${figure(trim)} phiếu)` : '';
  return `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}${left}`;
};
/** '2/3'. */
const share = (value: unknown): string => {
  const { parts, of } = inner(value);
  return `${show(parts)}/${show(of)}`;
};
const rule = (value: unknown): string => {
  const { of, share: least, quorum } = inner(value);
  const whose = of === 'members' ? 'tổng số thành viên' : 'số thành viên có mặt';
  return `ít nhất ${share(least)} ${whose}${quorum == null ? '' : `, họp khi có mặt ít nhất ${share(quorum)}`}`;
};

/** What a change about judging does to judges, councils and entrants. */
export const judgingChanges: Readonly<Record<Effect, (d: Data) => string>> = {
  rubric_added: (d) =>
    used(d)
      ? `Thêm phiếu ${quoted(d.name)} cho giai đoạn ${phases(d)}.`
      : `Thêm phiếu ${quoted(d.name)}. ${nobody}`,
  rubric_removed: (d) =>
    used(d)
      ? `Bỏ phiếu ${quoted(d.name)} của giai đoạn ${phases(d)}. Phiếu đã ký vẫn giữ như lúc ký.`
      : `Bỏ phiếu ${quoted(d.name)}. ${nobody}`,
  scoring_changed: (d) =>
    used(d)
      ? `Phiếu ${quoted(d.name)} đổi cách cho điểm. Giám khảo của giai đoạn ${phases(d)} phải chấm và ký lại phiếu đã ghi; bản đã ký vẫn giữ để đối chiếu.`
      : `Phiếu ${quoted(d.name)} đổi cách cho điểm. ${nobody}`,
  sheet_asks: (d) =>
    `Phiếu ${quoted(d.name)} đổi phần nhận xét. Phiếu chưa ký phải ghi theo phần mới, phiếu đã ký giữ nguyên.`,
  pass_changed: (d) =>
    `Phiếu ${quoted(d.name)} đổi điểm đạt: từ ${points(d.before)} thành ${points(d.after)}. Hồ sơ ở giữa hai mức đổi từ đạt thành không đạt, hoặc ngược lại.`,
  judges_changed: (d) =>
    `Giai đoạn ${quoted(d.name)}: mỗi hồ sơ do ${judges(d.after)} chấm, trước là ${judges(d.before)}. Phải phân công lại.`,
  ranking_changed: (d) =>
    `Giai đoạn ${quoted(d.name)} xếp hạng theo ${ranked(d.after)}, trước là ${ranked(d.before)}. Thứ hạng có thể đổi.`,
  spread_changed: (d) =>
    `Giai đoạn ${quoted(d.name)}: ${
      d.after == null
        ? 'hội đồng không còn phải thảo luận vì điểm lệch nhau'
        : `hội đồng phải thảo luận hồ sơ có điểm lệch nhau trên ${points(d.after)}`
    }.`,
  goes_on_changed: (d) =>
    d.after == null
      ? `Giai đoạn ${quoted(d.name)} không còn định sẵn số hồ sơ vào vòng sau.`
      : `Giai đoạn ${quoted(d.name)}: ${figure(d.after)} hồ sơ vào vòng sau${d.before == null ? '' : `, trước là ${figure(d.before)}`}.`,
  voting_added: (d) => `Thêm cách biểu quyết ${quoted(d.name)}: ${rule(d.after)}.`,
  voting_removed: (d) =>
    `Bỏ cách biểu quyết ${quoted(d.name)}. Hội đồng đang dùng phải chọn cách khác.`,
  voting_changed: (d) =>
    `Cách biểu quyết ${quoted(d.name)} nay cần ${rule(d.after)}, trước là ${rule(d.before)}.`,
  identifies_changed: (d) =>
    d.after === true
      ? `Mục ${quoted(d.label)} nay được giấu với giám khảo khi chấm kín.`
      : `Mục ${quoted(d.label)} nay giám khảo đọc được cả khi chấm kín.`,
};
