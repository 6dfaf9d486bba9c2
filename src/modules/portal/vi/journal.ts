import { vietnamTime } from '../../../kernel/clock.ts';
import { isDay } from '../../../kernel/day.ts';
import { formatPartialDate, partialParts } from '../../../kernel/partial-date.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { codeNames, fieldNames } from './fields.ts';
import { actionVerbs } from './verbs.ts';

const number = (value: number): string => formatNumber(value);
const moment = (at: Date): string => formatDateTime(vietnamTime(at));

/** Places of a report, before their key. */
const placeNames: Readonly<Record<string, string>> = {
  cell: 'Số liệu',
  narrative: 'Lời văn',
  rival: 'Bản gõ cùng lúc ở',
};

const roleTitles: Readonly<Record<string, string>> = {
  web: 'trang',
  api: 'chương trình',
  cli: 'lệnh trên máy chủ',
  job: 'việc tự động',
  setup: 'lúc cài đặt',
};

const rowless: Readonly<Record<string, string>> = {
  certificate_batch: 'một đợt',
  mailing_refusal: 'hội viên mở đường dẫn trong thư',
  member_filter: 'của mình',
  dossier: 'chưa nộp',
};

/** The event log. */
export const logWords = {
  menu: 'Nhật ký',
  title: 'Nhật ký',
  number,
  moment,
  leadFiltered: (total: number) => `${number(total)} việc khớp với bộ lọc.`,
  lead: (total: number, whole: boolean) =>
    whole
      ? `${number(total)} việc đã ghi trong toàn hệ thống. Sổ này chỉ thêm, không sửa, không xóa được.`
      : `${number(total)} việc đã ghi ở đơn vị này và các đơn vị bên dưới. Sổ này chỉ thêm, không sửa, không xóa được.`,
  caption: 'Các việc đã ghi, mới nhất trước',
  when: 'Lúc',
  who: 'Ai',
  what: 'Việc',
  organisation: 'Đơn vị',
  chain: 'Niêm phong',
  via: 'Qua',
  viaWord: (via: string) => roleTitles[via] ?? via,
  system: 'Hệ thống',
  nobody: 'Người chưa đăng nhập',
  gone: 'Tài khoản đã gỡ',
  sealed: (place: number) => `Số ${number(place)}`,
  waiting: 'Chờ niêm phong',
  chainTitle: 'Chuỗi niêm phong.',
  chainState: (sealed: number, pending: number, oldest: Date | null) =>
    pending === 0 || oldest === null
      ? `${number(sealed)} việc đã niêm phong nối tiếp nhau, không việc nào đang chờ. Lệnh lientri doctor kiểm tra lại cả chuỗi.`
      : `${number(sealed)} việc đã niêm phong nối tiếp nhau, ${number(pending)} việc đang chờ, lâu nhất từ ${moment(oldest)}. Lệnh lientri doctor kiểm tra lại cả chuỗi.`,
  filterWho: 'Ai',
  filterWhat: 'Việc về',
  anything: 'Mọi việc',
  from: 'Từ ngày',
  to: 'Đến ngày',
  chipFrom: (day: string) => `từ ${formatDate(day)}`,
  chipTo: (day: string) => `đến ${formatDate(day)}`,
  chipWho: (who: string) => `“${who}”`,
  excel: 'Tải về Excel',
  emptyTitle: 'Chưa có việc nào được ghi',
  empty: 'Mỗi lần ai đó ghi, sửa hay xóa một mục, việc ấy hiện ra ở đây.',
  noneTitle: 'Không có việc nào khớp với bộ lọc',
  none: 'Bỏ bớt một điều kiện, hoặc chọn khoảng ngày rộng hơn.',
  clear: 'Bỏ hết bộ lọc',
  changes: (count: number) => `${number(count)} mục thay đổi`,
  noChanges: 'Không có mục nào thay đổi',
  field: 'Mục',
  old: 'Trước',
  new: 'Sau',
  unset: 'chưa ghi',
  erased: 'đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân',
  yes: 'có',
  no: 'không',
  reason: (reason: string) => `Lý do: ${reason}`,
  verb: (action: string) => actionVerbs[action] ?? `làm việc “${action}”`,
  fieldName(type: string, field: string): string {
    const row = /^row_(\d+)$/.exec(field)?.[1];
    if (row !== undefined) return `Dòng ${row}`;
    const place = /^(cell|narrative|rival)_(.+)$/.exec(field);
    if (place !== null) return `${placeNames[place[1] ?? '']} ${place[2]}`;
    return fieldNames[`${type}.${field}`] ?? fieldNames[field] ?? field;
  },
  deleted: '(đã xóa)',
  unknownSubject: '(không còn trong sổ)',
  /** Subjects that no row stands for, or no more. */
  subjectOf: (type: string): string => rowless[type] ?? logWords.unknownSubject,
  more: (count: number): string[] => (count > 0 ? [`và ${number(count)} mục khác`] : []),
  otherEvidence: 'bằng chứng khác',
  sheet: 'Nhật ký',
  time: 'Giờ',
  reasonHead: 'Lý do',
  sheetAction: 'Mã việc',
  sheetChanges: 'Thay đổi',
  sheetTitle: (name: string) => `Nhật ký, ${name}`,
  sheetNote: (at: Date) => `Xuất lúc ${moment(at)}.`,
  sheetCut: (most: number) =>
    `Chỉ có ${number(most)} việc mới nhất. Chọn khoảng ngày hẹp hơn để xuất phần còn lại.`,
  subject: 'Về',
  fileName: (code: string, day: string) => `nhat-ky-${code}-${day}.xlsx`,
};

/**
 * A value of a changed field, in words. `names` has the words for ids and codes that are data; an
 * inner id without a name is never shown.
 */
export function valueWords(
  at: { readonly type: string; readonly field: string },
  value: unknown,
  names: ReadonlyMap<string, string>,
): string {
  const again = (inner: unknown, field = at.field) => valueWords({ ...at, field }, inner, names);
  if (value === null || value === undefined || value === '') return logWords.unset;
  if (typeof value === 'boolean') return value ? logWords.yes : logWords.no;
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return logWords.unset;
    const told = value.slice(0, mostTold).map((one) => again(one));
    return [...told, ...logWords.more(value.length - told.length)].join('; ');
  }
  // A file: its address says nothing to a reader.
  if (at.field === 'files' && typeof value === 'object' && 'name' in value)
    return String(value.name);
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([key, part]) => {
      const inner = `${at.field}.${key}`;
      const label = names.get(inner) ?? fieldNames[inner] ?? fieldNames[key] ?? key;
      return `${label}: ${again(part, inner)}`;
    });
    return parts.length === 0 ? logWords.unset : parts.join('; ');
  }
  return textWords(at, String(value), names);
}

/** Of a long list the first ones stand for all. */
const mostTold = 20;
/** Days of which only the month or the year may be known. */
const partial = new Set(['birth_date', 'joined']);
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const innerId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function textWords(
  { type, field }: { readonly type: string; readonly field: string },
  text: string,
  names: ReadonlyMap<string, string>,
): string {
  if (innerId.test(text)) return names.get(text) ?? logWords.unknownSubject;
  if (isDay(text)) return formatDate(text);
  if (partial.has(field) && partialParts(text) !== null) return formatPartialDate(text);
  if (field === 'decision.about') return evidenceIn(text, names);
  // Whether a line of a bank statement was taken.
  if (/^row_\d+$/.test(field)) return codeNames[`${type}.decision:${text}`] ?? text;
  if (instant.test(text)) return moment(new Date(text));
  const keys = [`${type}.${field}:${text}`, `${field}:${text}`];
  for (const key of keys) {
    const word = codeNames[key] ?? names.get(key);
    if (word !== undefined) return word;
  }
  return text;
}

// The codes of a pattern of evidence; one that may not be told is no word.
function evidenceIn(pattern: string, names: ReadonlyMap<string, string>): string {
  const told = pattern.split('+').map((code) => names.get(`evidence:${code}`));
  return told.some((word) => word === undefined)
    ? logWords.otherEvidence
    : told.join(', ').toLocaleLowerCase('vi');
}
