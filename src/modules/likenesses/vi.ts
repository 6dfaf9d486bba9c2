import type { IssueWords } from '../../kernel/issue.ts';
import { formatNumber } from '../../kernel/vietnamese/numbers.ts';
import type { Amount } from './rules/index.ts';
import type { FindingState } from './schema.ts';

const count = (value: unknown): string => formatNumber(Number(value), 0);

export const permissionNames: Readonly<Record<string, string>> = {
  'likeness.read': 'Xem hồ sơ dự thi nghi trùng với bài trước',
  'likeness.decide': 'Quyết định về hồ sơ nghi trùng, đưa bài các năm trước vào so',
};

export const likenessIssues: IssueWords = {
  likeness_text_short: (d) =>
    `Nội dung mới có ${count(d.words)} chữ nên chưa so được. Chép đủ nội dung, ít nhất ${count(d.least)} chữ.`,
  likeness_text_known: () =>
    'Nội dung này đã có trong kho bài để so, do đơn vị này hoặc đơn vị khác đưa vào. Không cần đưa lại.',
};

export const stateNames: Readonly<Record<FindingState, string>> = {
  open: 'Chờ xem xét',
  same: 'Giống nhau thật',
  other: 'Không trùng',
};

export const amountNames: Readonly<Record<Amount, string>> = {
  whole: 'Gần như toàn bộ',
  most: 'Phần lớn',
  half: 'Khoảng một nửa',
  part: 'Một phần',
  passages: 'Một số đoạn',
};

export const labels: Readonly<Record<string, string>> = {
  answer: 'Kết luận',
  reason: 'Lý do',
  organisation: 'Đơn vị',
  title: 'Tên bài',
  authors: 'Tác giả',
  year: 'Năm',
  text: 'Nội dung',
};

const percent = (score: number) => `${count(Math.max(1, Math.round(score * 100)))}%`;

export const words = {
  section: 'Hội thi, tôn vinh',
  title: 'Hồ sơ nghi trùng',
  lead: (open: string, all: string) => `${open} cặp chờ xem xét, trong ${all} cặp đã nêu.`,
  leadNone:
    'Mỗi hồ sơ khi nộp được so với bài của mọi lần tổ chức trước và với bài đưa vào từ tệp.',
  list: 'Các cặp hồ sơ nghi trùng',
  none: 'Chưa có hồ sơ nào nghi trùng',
  noneBody:
    'Hồ sơ nộp lên được so ngay với bài của các liên hiệp và bài của các năm trước đã đưa vào kho. Cặp nào giống nhau sẽ được nêu ở đây, kèm những đoạn giống nhau.',
  noneMatch: 'Không có cặp nào như vậy',
  noneMatchBody: 'Bỏ bớt điều kiện lọc để xem các cặp khác.',
  clear: 'Bỏ lọc',
  edition: 'Lần tổ chức',
  anyEdition: 'Mọi lần tổ chức',
  thisDossier: 'Một hồ sơ',
  state: 'Tình trạng',
  anyState: 'Mọi tình trạng',
  columns: {
    newer: 'Hồ sơ',
    earlier: 'Giống với',
    amount: 'Mức giống',
    state: 'Tình trạng',
  },
  amount: (name: string, score: number) => `${name} (${percent(score)})`,
  amountLine: (name: string, score: number, same: number) =>
    `${name} nội dung của một bên (khoảng ${percent(score)}) có trong bên kia; ${count(same)} chữ giống nhau, không kể câu ai cũng viết.`,
  untitled: 'Hồ sơ chưa ghi tên',
  ofUnion: (organisation: string, year: number | null) =>
    year === null ? `Hồ sơ của ${organisation}` : `Hồ sơ của ${organisation}, năm ${year}`,
  fileOfUnion: (organisation: string, year: number | null) =>
    year === null
      ? `Bài do ${organisation} đưa vào`
      : `Bài do ${organisation} đưa vào, năm ${year}`,
  number: (number: string) => `số ${number}`,
  year: (year: number) => `năm ${year}`,
  one: 'So hai hồ sơ',
  newer: 'Hồ sơ nộp sau',
  earlier: 'Hồ sơ có trước',
  earlierFile: 'Bài có trước, đưa vào từ tệp',
  sides: { newer: 'hồ sơ nộp sau', earlier: 'hồ sơ có trước' },
  terms: {
    title: 'Tên',
    number: 'Số biên nhận',
    edition: 'Lần tổ chức',
    organisation: 'Đơn vị',
    broughtBy: 'Đơn vị đưa vào',
    year: 'Năm',
    authors: 'Tác giả',
  },
  unknown: 'chưa ghi',
  keptBack:
    'Bên này của đơn vị khác và chưa công khai nên chỉ hiện các đoạn giống nhau. Cần xem đủ thì liên hệ với đơn vị ấy.',
  passages: (n: number) => `${count(n)} đoạn giống nhau`,
  passageHelp:
    'Chữ tô màu giống nhau ở hai bên; chữ gạch chân trong đoạn là chỗ đã sửa. Bấm số của đoạn để sang đoạn tương ứng ở bên kia.',
  jump: 'Đến đoạn',
  passage: (number: number) => `Đoạn ${number}`,
  toOther: (number: number, other: string) => `Đoạn ${number}, sang ${other}`,
  noPassages: 'Hai bài đã thay đổi và không còn đoạn nào giống nhau.',
  decision: 'Hai hồ sơ có trùng nhau không',
  decide: 'Ghi kết luận',
  decideAgain: 'Sửa kết luận',
  deciding: 'Đang ghi',
  answers: {
    same: 'Giống nhau thật: hai hồ sơ là một giải pháp, hoặc chép của nhau',
    other: 'Không trùng: giống ở chỗ ai cũng viết, hoặc đã dẫn nguồn',
  },
  reasonHelp: 'Hội đồng đọc lý do này khi chấm. Nêu đoạn nào giống, vì sao kết luận như vậy.',
  decidedTerm: { by: 'Người kết luận', at: 'Lúc' },
  saved: 'Đã ghi kết luận.',
  changedSince:
    'Một trong hai hồ sơ đã nộp bản khác sau khi kết luận. Xem lại và ghi kết luận mới nếu cần.',
  newerSaved: 'Có người vừa ghi kết luận khác trong lúc này.',
  toList: 'Về danh sách nghi trùng',
  texts: {
    title: 'Bài của các năm trước',
    lead: (total: string) => `${total} bài đưa vào từ tệp, được so với mọi hồ sơ nộp lên.`,
    link: 'Bài của các năm trước',
    none: 'Chưa đưa bài nào vào',
    noneBody:
      'Đưa nội dung các giải pháp, đề tài đã dự thi những năm trước vào để hồ sơ nộp lên được so với chúng.',
    list: 'Bài đưa vào từ tệp',
    columns: { title: 'Tên bài', authors: 'Tác giả', year: 'Năm', words: 'Số chữ', file: 'Tệp' },
    forget: 'Bỏ khỏi kho',
    forgetLabel: (title: string) => `Bỏ khỏi kho: ${title}`,
    confirm: (title: string) => `Bỏ “${title}” khỏi kho bài để so?`,
    confirmBody:
      'Bài này không còn được so với hồ sơ nào; các cặp nghi trùng và kết luận có bài này cũng bị bỏ. Muốn có lại thì đưa tệp vào lần nữa.',
    keep: 'Giữ lại',
    forgotten: 'Đã bỏ bài khỏi kho.',
  },
  import: 'Đưa bài vào từ tệp',
  sheet: 'Bài các năm trước',
  file: 'mau-bai-cac-nam-truoc.xlsx',
  sheetColumns: {
    title: 'Tên bài',
    authors: 'Tác giả',
    year: 'Năm',
    text: 'Nội dung',
  },
  sheetAliases: {
    title: ['Tên giải pháp', 'Tên đề tài', 'Tên công trình', 'Tiêu đề', 'Tên'],
    authors: ['Các tác giả', 'Họ tên tác giả', 'Nhóm tác giả'],
    year: ['Năm dự thi', 'Năm tổ chức'],
    text: ['Nội dung giải pháp', 'Mô tả', 'Mô tả giải pháp', 'Toàn văn', 'Tóm tắt'],
  },
  sheetHelp: {
    text: 'Toàn văn hoặc tóm tắt, ít nhất 50 chữ. Bảng mã nào cũng đọc được.',
    authors: 'Như ghi trong hồ sơ cũ.',
  },
  templateNotes: [
    'Mỗi dòng là một bài. Bài đã có trong kho thì bỏ qua, không ghi hai lần.',
    'Nội dung gõ bằng TCVN3, VNI cũng được; chương trình tự chuyển sang Unicode.',
  ],
  desk: (open: number) => ({
    title: `${count(open)} cặp hồ sơ dự thi nghi trùng`,
    detail: 'Xem các đoạn giống nhau rồi ghi kết luận để hội đồng biết.',
    verb: 'Xem xét',
  }),
};
