import type { IssueWords } from '../../../kernel/issue.ts';
import type { MissingConsent } from '../rules/consents.ts';
import type { Decision, EligibilityRule } from '../rules/eligibility.ts';
import { levelOf } from './edition.ts';
import { actionNames, consentPartyNames, entrantNames, stateNames } from './names.ts';
import { type Data, date, figure, moment, named, quoted, show, span } from './say.ts';

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const action = (d: Data): string => lower(named(actionNames, d.action));

/** Why something may not be done with a dossier now. */
export const stateIssues: IssueWords = {
  dossier_state: (d) =>
    `Hồ sơ ở trạng thái ${quoted(named(stateNames, d.state))} nên không ${action(d)} được. Hồ sơ vẫn giữ nguyên.`,
  phase_closed: (d) =>
    `Hết hạn ${action(d)} lúc ${moment(d.closes)} theo giờ máy chủ. Những gì đã lưu vẫn còn; có lý do chính đáng thì hỏi ban thư ký.`,
  phase_not_open_yet: (d) =>
    `Chưa đến lúc ${action(d)}: mở từ ${moment(d.opens)}. Những gì đã lưu vẫn còn.`,
  phase_not_set: (d) =>
    `Chưa định lịch để ${action(d)}. Những gì đã lưu vẫn còn; xem lại khi có thông báo của ban tổ chức.`,
  phase_not_permitted: (d) =>
    `Lần tổ chức này không có giai đoạn nào cho ${action(d)}. Cần làm thì hỏi ban thư ký.`,
};

const ask = 'Cần hỏi thêm.';

type Say = (detail: Data) => string;
interface RuleWords {
  readonly name: string;
  readonly no: Say;
  readonly ask: Say;
}

const rules: Readonly<Record<EligibilityRule, RuleWords>> = {
  field: {
    name: 'Lĩnh vực',
    no: (d) => `Lĩnh vực ${quoted(d.field)} không có trong lần tổ chức này. Chọn lĩnh vực khác.`,
    ask: () => `Chưa chọn lĩnh vực. ${ask}`,
  },
  entrant: {
    name: 'Đối tượng dự thi',
    no: (d) => `${named(entrantNames, d.entrant)} không thuộc đối tượng dự thi.`,
    ask: () => `Chưa rõ đối tượng dự thi. ${ask}`,
  },
  group: {
    name: 'Số tác giả',
    no: (d) =>
      Number(d.max) === 1
        ? `Hồ sơ cá nhân mà có ${figure(d.count)} tác giả. Chọn nhóm tác giả, hoặc chỉ giữ một người.`
        : `Nhóm có ${figure(d.count)} tác giả, thể lệ nhận ${
            d.max == null
              ? `từ ${figure(d.min)} người`
              : `từ ${figure(d.min)} đến ${figure(d.max)} người`
          }.`,
    ask: () => `Chưa có tác giả nào. ${ask}`,
  },
  born: {
    name: 'Ngày sinh',
    no: (d) => `Sinh ${date(d.birth)}, thể lệ nhận người sinh ${span(d.first, d.last, date)}.`,
    ask: (d) =>
      d.birth == null
        ? `Chưa biết ngày sinh; thể lệ nhận người sinh ${span(d.first, d.last, date)}. ${ask}`
        : `Mới biết sinh ${date(d.birth)}, chưa đủ để đối chiếu với thể lệ (${span(d.first, d.last, date)}). ${ask}`,
  },
  made: {
    name: 'Năm tạo ra giải pháp',
    no: (d) =>
      `Giải pháp tạo ra ${date(d.made)}, thể lệ nhận giải pháp ${span(d.from, d.to, show)}.`,
    ask: () => `Chưa biết năm tạo ra giải pháp. ${ask}`,
  },
  worked: {
    name: 'Số năm công tác',
    no: (d) =>
      `Đến ${date(d.on)} mới công tác ${figure(d.years)} năm, thể lệ đòi ít nhất ${figure(d.least)} năm.`,
    ask: (d) => `Chưa biết đã công tác đủ ${figure(d.least)} năm chưa. ${ask}`,
  },
  awarded: {
    name: 'Giải đã đạt',
    no: (d) =>
      `Đã đạt ${quoted(d.award)} (${levelOf(d.level)}${d.year == null ? '' : `, ${show(d.year)}`}), thể lệ không nhận${d.since == null ? '' : ` nếu đạt từ năm ${show(d.since)}`}.`,
    ask: (d) => `Đã đạt ${quoted(d.award)} (${levelOf(d.level)}) nhưng chưa biết năm. ${ask}`,
  },
};

export const ruleNames: Readonly<Record<EligibilityRule, string>> = Object.fromEntries(
  Object.entries(rules).map(([rule, { name }]) => [rule, name]),
) as Record<EligibilityRule, string>;

/** The sentence of a decision. */
export function sayDecision({ ok, rule, detail }: Decision): string {
  const words = rules[rule];
  if (ok === true) return `${words.name}: đúng thể lệ.`;
  return ok === null ? words.ask(detail) : words.no(detail);
}

/** What is still to be asked before something of an author is public or sent on. */
export function sayMissingConsent({ party, why }: MissingConsent, author: string): string {
  const who = `${named(consentPartyNames, party)}${party === 'author' ? '' : ' của'} ${author}`;
  return why === 'withdrawn'
    ? `Đã có ý kiến không đồng ý của ${who}. Hồ sơ không được công khai.`
    : `Chưa có ý kiến đồng ý của ${who}. Hồ sơ chưa được công khai.`;
}
