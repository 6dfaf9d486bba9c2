import type { ChangeEffect, EditionChange } from '../rules/diff/index.ts';
import { judgingChanges } from './changes-judging.ts';
import { sayExcluded } from './excluded.ts';
import { personColumnNames } from './names.ts';
import { bytes, type Data, figure, moment, named, quoted, show } from './say.ts';

const end = (d: Data, which: 'before' | 'after'): string =>
  d[which] == null ? 'không định' : moment(d[which]);
const phase = (d: Data): string =>
  `${d.end === 'opens' ? 'Lúc bắt đầu' : 'Hạn cuối'} của giai đoạn ${quoted(d.name)}`;

const units: Readonly<Record<string, string>> = {
  words: 'chữ',
  characters: 'ký tự',
  people: 'người',
  files: 'tệp',
  choices: 'lựa chọn',
  decimals: 'chữ số sau dấu phẩy',
  value: '',
};

function limit(d: Data): string {
  if (d.unit === 'precision')
    return `Mục ${quoted(d.label)} nay phải ghi ${Number(d.least) === 3 ? 'đủ ngày, tháng, năm' : 'cả tháng'}.`;
  const most = d.most !== undefined;
  const value = most ? d.most : d.least;
  const told =
    d.unit === 'bytes' ? bytes(value) : `${figure(value)} ${named(units, d.unit)}`.trim();
  return `Mục ${quoted(d.label)} nay nhận ${most ? 'nhiều' : 'ít'} nhất ${told}. Hồ sơ vượt mức phải sửa khi nộp lại.`;
}

const sentences: Readonly<Record<ChangeEffect, (d: Data) => string>> = {
  ...judgingChanges,
  excluded: (d) => sayExcluded(d, 'Không còn được dự thi'),
  included: (d) => sayExcluded(d, 'Nay được dự thi'),
  consent_due: () =>
    'Người đủ 16 đến dưới 18 tuổi nay cần cả ý kiến của người đại diện theo pháp luật.',
  consent_not_due: () =>
    'Người đủ 16 đến dưới 18 tuổi nay tự đồng ý, không cần ý kiến của người đại diện.',
  field_removed: (d) =>
    `Bỏ lĩnh vực ${quoted(d.name)}. Hồ sơ của lĩnh vực này phải chuyển sang lĩnh vực khác.`,
  field_added: (d) => `Thêm lĩnh vực ${quoted(d.name)}.`,
  answers_kept: (d) => `Không hỏi mục ${quoted(d.label)} nữa. Nội dung đã ghi vẫn giữ trong hồ sơ.`,
  answer_due: (d) =>
    Array.isArray(d.columns)
      ? `Mục ${quoted(d.label)} nay bắt buộc ghi ${d.columns.map((one) => named(personColumnNames, one)).join(', ')}.`
      : `Mục ${quoted(d.label)} nay bắt buộc. Hồ sơ chưa ghi phải bổ sung khi nộp lại.`,
  answer_asked: (d) => `Hỏi thêm mục ${quoted(d.label)}, không bắt buộc.`,
  limit_exceeded: limit,
  option_removed: (d) =>
    `Mục ${quoted(d.label)} bỏ lựa chọn ${quoted(d.option)}. Hồ sơ đã chọn phải chọn lại.`,
  file_types_removed: (d) =>
    `Mục ${quoted(d.label)} không nhận một số loại tệp nữa. Tệp đã gửi vẫn giữ.`,
  kind_changed: (d) =>
    `Mục ${quoted(d.label)} đổi loại. Nội dung đã ghi vẫn giữ, có thể phải ghi lại.`,
  deadline_earlier: (d) => `${phase(d)} sớm hơn: từ ${end(d, 'before')} thành ${end(d, 'after')}.`,
  deadline_later: (d) => `${phase(d)} muộn hơn: từ ${end(d, 'before')} thành ${end(d, 'after')}.`,
  phase_removed: (d) => `Bỏ giai đoạn ${quoted(d.name)}.`,
  phase_added: (d) => `Thêm giai đoạn ${quoted(d.name)}.`,
  permits_changed: (d) => `Giai đoạn ${quoted(d.name)} đổi quyền: ai được làm gì.`,
  hidden_changed: (d) => `Giai đoạn ${quoted(d.name)} đổi điều được giấu.`,
  rubric_changed: (d) => `Giai đoạn ${quoted(d.name)} chấm theo phiếu khác.`,
  prizes_changed: () => 'Cơ cấu giải thay đổi.',
  words_changed: (d) =>
    d.label === undefined
      ? 'Sửa lời giới thiệu của lần tổ chức.'
      : `Sửa lời của ${quoted(show(d.label))}.`,
};

/** The sentence of a change. */
export const sayChange = ({ effect, data }: EditionChange): string => sentences[effect](data);
