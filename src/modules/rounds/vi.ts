import { type Day, daysBetween } from '../../kernel/day.ts';
import type { IssueWords } from '../../kernel/issue.ts';
import { parsePeriod } from '../../kernel/period.ts';
import { formatDate } from '../../kernel/vietnamese/dates.ts';
import { periodWords } from '../../kernel/vietnamese/periods.ts';
import type { ReminderKind, Timeliness } from './rules/index.ts';
import type { ObligationState, RoundState } from './schema.ts';

const show = (value: unknown): string => String(value ?? '');
const count = (value: number): string => new Intl.NumberFormat('vi-VN').format(value);
const day = (value: unknown): string => formatDate(show(value));

/** A period's code in words: '2019-H1' is '6 tháng đầu năm 2019'. */
export const periodName = (code: string): string => {
  const period = parsePeriod(code);
  return period === null ? code : periodWords(period);
};

/**
 * What a round is called when nobody names it: words that end the template's name and begin the period's
 * are said once. 'Báo cáo 6 tháng' and 2019-H1 give 'Báo cáo 6 tháng đầu năm 2019'.
 */
export const roundName = (template: string, code: string): string => {
  const [name, period] = [template.split(' '), periodName(code).split(' ')];
  const lengths = period.map((_, at) => period.length - at);
  const shared =
    lengths.find((n) => name.slice(-n).join(' ') === period.slice(0, n).join(' ')) ?? 0;
  return [...name.slice(0, name.length - shared), ...period].join(' ').slice(0, 200);
};

export const stateNames: Readonly<Record<ObligationState, string>> = {
  waiting: 'Chưa làm',
  filling: 'Đang làm',
  submitted: 'Chờ lãnh đạo duyệt',
  checked: 'Đã nộp',
  returned: 'Trả lại để sửa',
  accepted: 'Đã tiếp nhận',
  frozen: 'Đã chốt',
};

export const roundStateNames: Readonly<Record<RoundState, string>> = {
  draft: 'Bản nháp',
  open: 'Đang mở',
  closed: 'Đã đóng',
  frozen: 'Đã chốt',
};

export const timelinessNames: Readonly<Record<Timeliness, string>> = {
  on_time: 'Nộp đúng hạn',
  late: 'Nộp muộn',
  not_yet: 'Chưa nộp, còn hạn',
  overdue: 'Quá hạn chưa nộp',
};

/** The same in a table. */
export const timelinessShort: Readonly<Record<Timeliness, string>> = {
  on_time: 'Đúng hạn',
  late: 'Muộn',
  not_yet: 'Còn hạn',
  overdue: 'Quá hạn',
};

export const roundIssues: IssueWords = {
  unknown: (d) => `Không có đơn vị nào mang mã ${show(d.code)}. Chọn đơn vị khác.`,
  unknown_template: () => 'Không còn mẫu báo cáo này. Chọn mẫu khác.',
  empty_template: () => 'Mẫu này chưa có mục nào. Soạn mẫu trước rồi mới mở đợt.',
  not_its_period: (d) =>
    `“${show(d.typed)}” không phải là kỳ của mẫu này. Chọn một kỳ trong danh sách.`,
  choose_kinds: () => 'Chọn ít nhất một loại đơn vị phải nộp.',
  due_before_opening: () => 'Hạn nộp phải từ ngày mở đợt trở đi.',
  fixed_once_open: () => 'Đợt đã mở, mục này không đổi được nữa.',
  round_ended: () => 'Đợt đã đóng, không sửa được nữa. Mở lại đợt rồi sửa.',
  only_drafts_deleted: () => 'Chỉ xóa được bản nháp. Đợt đã mở thì đóng lại, số liệu được giữ.',
  not_a_draft: () => 'Đợt này đã mở.',
  nobody_below: () =>
    'Không có đơn vị trực thuộc nào thuộc loại đã chọn. Chọn loại khác, hoặc thêm đơn vị vào sơ đồ.',
  round_not_open: () => 'Đợt không mở, nên chưa làm được việc này.',
  round_not_closed: () => 'Đợt chưa đóng.',
  round_stays_here: () => 'Đợt này không giao lại cho đơn vị cấp dưới.',
  already_accepted: () => 'Báo cáo đã được tiếp nhận.',
  after_own_due: (d) =>
    `Hạn này sau hạn của đơn vị thu báo cáo (${day(d.due)}). Chọn ngày sớm hơn, hoặc gia hạn cho đơn vị thu trước.`,
  in_the_past: () => 'Ngày này đã qua. Chọn từ hôm nay trở đi.',
  not_later: (d) => `${show(d.name)} đang có hạn ${day(d.due)}. Hạn mới phải sau ngày ấy.`,
  not_below: () => 'Đơn vị này không trực thuộc đơn vị thu báo cáo.',
  work_began: () =>
    'Đơn vị này đã bắt đầu làm báo cáo hoặc đã giao cho cấp dưới, nên không bỏ khỏi đợt được nữa.',
  choose_some: () => 'Đánh dấu ít nhất một đơn vị.',
};

export const labels: Readonly<Record<string, string>> = {
  organisation: 'Đơn vị',
  template: 'Mẫu báo cáo',
  period: 'Kỳ báo cáo',
  name: 'Tên đợt',
  asked: 'Đơn vị phải nộp',
  kinds: 'Đơn vị phải nộp',
  cascades: 'Đơn vị phải nộp được giao lại cho cấp dưới của mình, theo cùng mẫu',
  opens_on: 'Ngày mở đợt',
  due_on: 'Hạn nộp',
  words: 'Lời dặn',
  opens_itself: 'Tự mở vào sáng ngày mở đợt',
  reason: 'Lý do',
};

export const words = {
  title: 'Đợt báo cáo',
  reports: 'Báo cáo',
  listTitle: (owed: number) =>
    owed === 0 ? 'Đợt báo cáo' : `Đợt báo cáo: ${count(owed)} báo cáo phải nộp`,
  listLead: (overdue: number, week: number) =>
    [
      overdue === 0 ? '' : `${count(overdue)} báo cáo quá hạn`,
      week === 0 ? '' : `${count(week)} báo cáo đến hạn trong bảy ngày`,
    ]
      .filter(Boolean)
      .join(', ') || 'Không có báo cáo nào quá hạn hoặc đến hạn trong bảy ngày.',
  newRound: 'Lập đợt báo cáo',
  owed: 'Báo cáo phải nộp',
  groups: {
    overdue: 'Quá hạn',
    today: 'Đến hạn hôm nay',
    soon: 'Trong bảy ngày',
    later: 'Sau đó',
  },
  nothingOwed: 'Không có báo cáo nào phải nộp.',
  doneBefore: 'Đã nộp và các đợt trước',
  collects: (name: string) => `Đợt báo cáo ${name} thu từ đơn vị cấp dưới`,
  noRounds: 'Chưa có đợt báo cáo nào',
  noRoundsBody:
    'Lập đợt để yêu cầu các đơn vị trực thuộc nộp báo cáo theo một mẫu, theo dõi đơn vị nào đã nộp và nhắc đơn vị chưa nộp.',
  due: (on: Day) => `hạn ${formatDate(on)}`,
  dueShort: (on: Day, today: Day) => {
    const left = daysBetween(today, on);
    if (left < 0) return `quá hạn ${count(-left)} ngày`;
    if (left === 0) return 'hạn hôm nay';
    return left <= 7 ? `còn ${count(left)} ngày` : `hạn ${formatDate(on)}`;
  },
  collector: (name: string) => `nộp ${name}`,
  openForm: 'Mở báo cáo',
  startForm: 'Làm báo cáo',
  sentOf: (sent: number, asked: number) => `${count(sent)}/${count(asked)}`,
  sentOfLong: (sent: number, asked: number) => `${count(sent)}/${count(asked)} đã nộp`,
  acceptedLong: (accepted: number) => `${count(accepted)} đã tiếp nhận`,
  found: (total: number) => `${count(total)} đợt`,
  // One round
  lead: (period: string, opens: Day, due: Day) =>
    `Kỳ ${period} · mở ${formatDate(opens)} · hạn nộp ${formatDate(due)}`,
  draftLead: (period: string, opens: Day, due: Day) =>
    `Bản nháp · kỳ ${period} · dự định mở ${formatDate(opens)} · hạn nộp ${formatDate(due)}`,
  completeness: 'Mức độ đầy đủ',
  timelinessTitle: 'Đúng hạn',
  sentFigure: 'đơn vị đã nộp',
  acceptedFigure: 'đã tiếp nhận',
  onTimeFigure: 'nộp đúng hạn',
  overdueFigure: 'quá hạn chưa nộp',
  percent: (part: number, whole: number) =>
    whole === 0 ? '—' : `${count(Math.round((100 * part) / whole))} %`,
  wholeRound: (sent: number, asked: number) =>
    `Tính mọi cấp: ${count(sent)}/${count(asked)} báo cáo đã nộp.`,
  counted: (many: number, name: string) => `${count(many)} ${name.toLocaleLowerCase('vi')}`,
  unreachable: (many: number) =>
    `${count(many)} đơn vị chưa nộp và chưa có người dùng phần mềm, nên không nhận được thư nhắc. Lập tài khoản ở mục Phân quyền, hoặc nhắc bằng cách khác.`,
  silent: (many: number, weeks: number) =>
    `${count(many)} đơn vị quá hạn hơn ${count(weeks)} tuần, phần mềm không còn tự nhắc`,
  silentOne: (name: string, due: Day, last: Day | null) =>
    `${name}: hạn ${formatDate(due)}, ${last === null ? 'chưa có thư nhắc nào' : `thư nhắc gần nhất ${formatDate(last)}`}`,
  silentMore: (many: number) => `và ${count(many)} đơn vị khác`,
  silentVerb: (many: number) => (many === 1 ? 'Nhắc lại' : `Nhắc lại cả ${count(many)} đơn vị`),
  silentToday: 'Hôm nay đã gửi thư nhắc.',
  tableCaption: 'Đơn vị phải nộp báo cáo',
  columns: {
    choose: 'Chọn',
    organisation: 'Đơn vị',
    state: 'Tình trạng',
    due: 'Hạn nộp',
    sent: 'Ngày nộp',
    timeliness: 'Đúng hạn',
    below: 'Cấp dưới đã nộp',
    earlier: 'Đúng hạn trước đây',
    form: 'Báo cáo',
    period: 'Kỳ',
    sentCount: 'Đã nộp',
    acceptedCount: 'Đã tiếp nhận',
  },
  chooseRow: (name: string) => `Chọn ${name}`,
  extendedMark: 'đã gia hạn',
  noReader: 'Đơn vị chưa có người dùng phần mềm, nên không nhận được thư nhắc.',
  anyState: 'Mọi tình trạng',
  anyTimeliness: 'Mọi trường hợp',
  search: 'Tìm đơn vị',
  searchChip: (value: string) => `Tìm: ${value}`,
  noneFound: 'Không có đơn vị nào khớp với điều kiện đang lọc.',
  edit: 'Sửa đợt',
  open: 'Mở đợt…',
  openTitle: 'Mở đợt báo cáo',
  openQuestion: (name: string, many: number) =>
    `Mở đợt “${name}” và yêu cầu ${count(many)} đơn vị nộp báo cáo?`,
  openBody: (due: Day) =>
    `Mỗi đơn vị có một báo cáo để làm, hạn ${formatDate(due)}; người làm việc ở đó nhận thư báo. Từ lúc ấy mẫu, kỳ và danh sách loại đơn vị không đổi được nữa.`,
  openEarly: (on: Day) =>
    `Ngày mở dự định là ${formatDate(on)}; mở bây giờ thì ngày mở đợt là hôm nay.`,
  openVerb: 'Mở đợt',
  keepDraft: 'Giữ bản nháp',
  close: 'Đóng đợt…',
  closeTitle: 'Đóng đợt báo cáo',
  closeQuestion: (name: string) => `Đóng đợt “${name}”?`,
  closeBody: (missing: number) =>
    `${missing === 0 ? 'Mọi đơn vị đã nộp.' : `${count(missing)} đơn vị chưa nộp sẽ không nộp được nữa.`} Báo cáo đã nộp vẫn còn và vẫn tiếp nhận, chốt được. Đợt mở lại được.`,
  closeVerb: 'Đóng đợt',
  keepOpen: 'Để đợt mở',
  reopen: 'Mở lại đợt',
  remove: 'Xóa bản nháp…',
  removeTitle: 'Xóa bản nháp',
  removeQuestion: (name: string) => `Xóa bản nháp “${name}”?`,
  removeBody: 'Chưa đơn vị nào được yêu cầu nộp. Khôi phục được trong 30 ngày.',
  extend: 'Gia hạn cho đơn vị đã chọn',
  extendTitle: 'Gia hạn nộp báo cáo',
  extendLead: (many: number) => `Cho ${count(many)} đơn vị.`,
  extendFor: 'Gia hạn cho',
  newDue: 'Hạn nộp mới',
  extendHelp: 'Đơn vị thấy lý do bên cạnh hạn nộp.',
  extendVerb: 'Gia hạn',
  remind: 'Nhắc đơn vị chưa nộp…',
  remindTitle: 'Nhắc nộp báo cáo',
  remindQuestion: (many: number) => `Gửi thư nhắc ${count(many)} đơn vị chưa nộp?`,
  remindNobody: 'Mọi đơn vị đã nộp, không còn ai để nhắc.',
  remindBody:
    'Thư gửi đến văn thư, chuyên viên và lãnh đạo của các đơn vị chưa nộp. Mỗi báo cáo chỉ nhắc bằng tay một lần trong ngày. Ngoài ra phần mềm tự nhắc khi mở đợt, ba ngày trước hạn, khi quá hạn và khi bị trả lại.',
  remindVerb: 'Gửi thư nhắc',
  keepQuiet: 'Chưa nhắc',
  reminded: (forms: number, letters: number) =>
    letters === 0
      ? 'Không có thư nào được gửi: các đơn vị chưa nộp đã được nhắc hôm nay, hoặc chưa có người dùng phần mềm.'
      : `Đã gửi ${count(letters)} thư nhắc về ${count(forms)} báo cáo.`,
  add: 'Thêm đơn vị',
  addTitle: 'Thêm đơn vị vào đợt',
  addHelp: 'Đơn vị trực thuộc chưa có trong đợt.',
  addVerb: 'Thêm vào đợt',
  chooseOrganisation: 'Chọn đơn vị',
  nobodyToAdd: 'Mọi đơn vị trực thuộc đều đã có trong đợt.',
  addDueHelp: 'Để trống thì theo hạn chung.',
  drop: 'Bỏ khỏi đợt…',
  dropTitle: 'Bỏ đơn vị khỏi đợt',
  dropBody: (name: string) =>
    `${name} không còn phải nộp báo cáo trong đợt này. Chỉ bỏ được khi đơn vị chưa làm gì.`,
  dropVerb: 'Bỏ khỏi đợt',
  cancel: 'Thôi',
  details: 'Nội dung của đợt',
  manage: 'Quản lý đợt',
  structure: 'Mẫu báo cáo',
  wordsTitle: 'Lời dặn',
  sections: (many: number) => `${count(many)} mục`,
  askedKinds: 'Đơn vị phải nộp',
  cascadesFact: 'Giao lại cho cấp dưới',
  yes: 'Có',
  no: 'Không',
  opensItselfFact: 'Tự mở vào sáng ngày mở đợt',
  organisationFact: 'Đơn vị thu',
  // One who owes
  ownTitle: (round: string) => round,
  ownForm: 'Báo cáo của đơn vị',
  dueFact: 'Hạn nộp',
  stateFact: 'Tình trạng',
  collectorFact: 'Nộp cho',
  sentFact: 'Ngày nộp',
  extendedBecause: (reason: string) => `Đã gia hạn: ${reason}`,
  ask: 'Giao cho đơn vị cấp dưới',
  askTitle: 'Giao báo cáo cho đơn vị cấp dưới',
  askLead: (name: string) =>
    `Đơn vị trực thuộc ${name} làm báo cáo theo cùng mẫu; số liệu đã tiếp nhận được cộng vào báo cáo của ${name}.`,
  askDueHelp: (due: Day) => `Không sau ${formatDate(due)}, hạn của chính đơn vị.`,
  askVerb: 'Giao báo cáo',
  nobodyToAsk: 'Không có đơn vị trực thuộc nào để giao.',
  children: 'Đơn vị cấp dưới đã được giao',
  noChildren: 'Chưa giao cho đơn vị cấp dưới nào.',
  kindCount: (name: string, many: number) => `${name} (${count(many)})`,
  // Form
  formTitle: 'Lập đợt báo cáo',
  editTitle: 'Sửa đợt báo cáo',
  templateSection: 'Mẫu và kỳ',
  whoSection: 'Đơn vị phải nộp',
  whenSection: 'Thời hạn',
  changeTemplate: 'Đổi mẫu',
  chooseTemplate: 'Chọn mẫu báo cáo',
  chooseTemplateBody:
    'Mỗi đợt hỏi theo một mẫu; mẫu quyết định kỳ báo cáo là năm, nửa năm hay quý.',
  noTemplates: 'Chưa có mẫu báo cáo nào',
  noTemplatesBody:
    'Liên hiệp hội Việt Nam soạn mẫu ở trang Mẫu báo cáo; có mẫu rồi mới lập được đợt.',
  nameHelp: (suggested: string) => `Để trống thì gọi là “${suggested}”.`,
  periodHelp: 'Số liệu lấy đến hết ngày cuối kỳ.',
  termExample: 'T2020-2025',
  termHelp: 'Mã nhiệm kỳ, ví dụ T2020-2025.',
  cascadesHelp: 'Ví dụ liên hiệp hội tỉnh giao cho các hội thành viên của tỉnh.',
  wordsHelp: 'Hiện ở đầu báo cáo của mọi đơn vị và trong thư báo mở đợt.',
  save: 'Lưu bản nháp',
  saveOpen: 'Lưu thay đổi',
  openEditNote:
    'Đợt đã mở: chỉ sửa được hạn nộp và lời dặn. Đơn vị chưa được gia hạn theo hạn mới.',
  next: 'Tiếp tục',
  // Said once
  created: 'Đã lưu bản nháp. Xem lại rồi mở đợt.',
  saved: 'Đã lưu thay đổi.',
  opened: 'Đợt đã mở. Các đơn vị được báo bằng thư.',
  closed: 'Đợt đã đóng.',
  reopened: 'Đợt đã mở lại.',
  extended: 'Đã gia hạn.',
  asked: 'Đã giao báo cáo cho đơn vị cấp dưới.',
  added: 'Đã thêm đơn vị vào đợt.',
  dropped: 'Đã bỏ đơn vị khỏi đợt.',
  removed: (name: string) => `Đã xóa bản nháp “${name}”.`,
  restored: 'Đã khôi phục bản nháp.',
  kept: 'Giữ bản nháp',
  backToRound: 'Về đợt báo cáo',
  backToList: 'Về các đợt báo cáo',
  // The desk
  deskFill: (round: string) => `Làm ${lowerFirst(round)}`,
  deskReturned: (round: string) => `Sửa ${lowerFirst(round)} (bị trả lại)`,
  deskApprove: (round: string) => `Duyệt ${lowerFirst(round)}`,
  deskReceive: (many: number) => `Xem ${count(many)} báo cáo đã nộp`,
  deskDetail: (collector: string, state: string) => `Nộp ${collector} · ${state}`,
  deskVerbs: { fill: 'Làm báo cáo', returned: 'Sửa', approve: 'Duyệt', receive: 'Xem' },
};

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

export interface LetterLine {
  readonly kind: ReminderKind;
  readonly organisation: string;
  readonly round: string;
  readonly collector: string;
  readonly dueOn: Day;
  /** What the one who asks has to say: once, when it is new. */
  readonly words: string | null;
  readonly address: string;
}

const letterGroups: readonly (readonly [ReminderKind, string])[] = [
  ['overdue', 'QUÁ HẠN'],
  ['returned', 'BỊ TRẢ LẠI ĐỂ SỬA'],
  ['due_soon', 'SẮP ĐẾN HẠN'],
  ['asked', 'ĐƠN VỊ THU ĐANG CHỜ'],
  ['opened', 'MỚI ĐƯỢC GIAO'],
];

/** One letter about all that somebody is to be reminded of. */
export function reminderLetter(
  name: string,
  lines: readonly LetterLine[],
  today: Day,
): { readonly subject: string; readonly text: string } {
  const [only] = lines;
  const subject =
    lines.length === 1 && only !== undefined
      ? `${only.round}: ${words.dueShort(only.dueOn, today)}`
      : `${count(lines.length)} báo cáo cần làm`;
  const parts = letterGroups.flatMap(([kind, title]) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length === 0
      ? []
      : [`${title}\n\n${own.map((line) => told(line, today)).join('\n\n')}`];
  });
  const text = [
    `Kính gửi ${name},`,
    'Các báo cáo sau đang chờ đơn vị của ông/bà:',
    ...parts,
    'Đơn vị đã nộp thì không nhận thư này nữa.',
  ].join('\n\n');
  return { subject: subject.replace(/\s+/g, ' '), text: `${text}\n` };
}

const left = (on: Day, today: Day): string => {
  const short = words.dueShort(on, today);
  return short === words.due(on) ? '' : `, ${short}`;
};

const told = (line: LetterLine, today: Day): string =>
  [
    `- ${line.round} (${line.organisation}, nộp ${line.collector})`,
    `  Hạn ${formatDate(line.dueOn)}${left(line.dueOn, today)}`,
    ...(line.kind === 'opened' && line.words !== null
      ? [`  ${words.wordsTitle}: ${line.words.replaceAll('\n', '\n  ')}`]
      : []),
    `  ${line.address}`,
  ].join('\n');

export const actionNames: Readonly<Record<string, string>> = {
  'report_round.create': 'Lập đợt báo cáo',
  'report_round.edit': 'Sửa đợt báo cáo',
  'report_round.open': 'Mở đợt báo cáo',
  'report_round.close': 'Đóng đợt báo cáo',
  'report_round.reopen': 'Mở lại đợt báo cáo',
  'report_round.ask_below': 'Giao báo cáo cho đơn vị cấp dưới',
  'report_round.extend': 'Gia hạn nộp báo cáo',
  'report_round.remind': 'Gửi thư nhắc nộp báo cáo',
  'report_round.add': 'Thêm đơn vị vào đợt báo cáo',
  'report_round.drop': 'Bỏ đơn vị khỏi đợt báo cáo',
  'report_round.remove': 'Xóa bản nháp đợt báo cáo',
  'report_round.restore': 'Khôi phục bản nháp đợt báo cáo',
};

export const fieldNames: Readonly<Record<string, string>> = {
  ...labels,
  organisation_id: 'Đơn vị thu',
  template_id: 'Mẫu báo cáo',
  cascades: 'Giao lại cho cấp dưới',
  opens_itself: 'Tự mở',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'round.read': 'Xem đợt báo cáo: đơn vị nào phải nộp, đã nộp đến đâu',
  'round.manage': 'Lập, mở, đóng đợt báo cáo; giao cho cấp dưới, gia hạn, nhắc nộp',
  'report.fill': 'Làm báo cáo của đơn vị',
  'report.check': 'Duyệt báo cáo của đơn vị trước khi nộp lên',
  'report.receive': 'Tiếp nhận báo cáo nộp lên: trả lại, tiếp nhận, mở khóa, chốt',
};
