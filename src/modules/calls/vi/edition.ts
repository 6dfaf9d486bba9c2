import type { IssueWords } from '../../../kernel/issue.ts';
import {
  awardLevelNames,
  entrantNames,
  meaningNames,
  partyNames,
  personColumnNames,
  phaseActNames,
} from './names.ts';
import { bytes, date, figure, moment, named, quoted, show, typed } from './say.ts';

const stateSentences: Readonly<Record<string, string>> = {
  draft: 'Lần tổ chức này chưa công bố.',
  open: 'Lần tổ chức này đã công bố rồi.',
  closed: 'Lần tổ chức này đã khép lại. Mở lại trước.',
};

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** What contradicts itself in an edition, and what is missing before it opens. */
export const editionIssues: IssueWords = {
  edition_name_missing: () => 'Chưa ghi tên hội thi, cuộc thi. Ghi tên như trong thể lệ.',
  ordinal_wrong: (d) => `Lần tổ chức thứ ${figure(d.ordinal)} không có. Ghi từ 1, hoặc để trống.`,
  years_turned: (d) =>
    `Năm đầu ${show(d.first)} sau năm cuối ${show(d.last)}. Sửa một trong hai năm.`,
  key_wrong: (d) =>
    `Mã ${typed(d.typed)} chưa đúng. Mã bắt đầu bằng chữ thường không dấu, sau đó là chữ, số, dấu gạch, dài đến 40.`,
  field_name_missing: (d) => `Lĩnh vực mã ${quoted(d.code)} chưa có tên. Ghi tên lĩnh vực.`,
  field_code_twice: (d) => `Mã ${quoted(d.name)} có hai lĩnh vực dùng. Mỗi lĩnh vực một mã riêng.`,
  field_name_twice: (d) => `Lĩnh vực ${quoted(d.name)} ghi hai lần. Bỏ một, hoặc đổi tên.`,
  no_entrants: () =>
    'Chưa chọn ai được dự thi. Chọn cá nhân, nhóm, tổ chức hoặc người được giới thiệu.',
  series_wrong: (d) =>
    `Ký hiệu số biên nhận ${typed(d.typed)} chưa đúng. Dùng chữ in hoa không dấu và số, ví dụ STKT8.`,
  organiser_twice: (d) => `Đơn vị ${quoted(d.name)} ghi hai lần. Bỏ một dòng.`,
  born_turned: (d) =>
    `Ngày sinh sớm nhất ${date(d.first)} sau ngày muộn nhất ${date(d.last)} nên không ai dự thi được. Đổi chỗ hai ngày.`,
  born_later: (d) =>
    `Ngày sinh tính từ ${date(d.first)}, sau năm tổ chức ${show(d.year)}, nên không ai dự thi được. Sửa lại ngày.`,
  made_turned: (d) =>
    `Năm tạo ra giải pháp tính từ ${show(d.from)} đến ${show(d.to)} nên không giải pháp nào dự thi được. Sửa một trong hai năm.`,
  made_later: (d) =>
    `Năm tạo ra giải pháp tính từ ${show(d.from)}, sau năm tổ chức ${show(d.year)}. Sửa lại năm.`,
  worked_wrong: (d) =>
    `Số năm công tác ${figure(d.years)} ngoài khoảng 1 đến 60. Sửa lại, hoặc bỏ điều kiện này.`,
  group_turned: (d) =>
    `Nhóm ít nhất ${figure(d.min)} người mà nhiều nhất ${figure(d.max)} người. Sửa một trong hai số.`,
  group_of_one: () =>
    'Nhóm tác giả có ít nhất 2 người. Sửa số người ít nhất, hoặc cho cá nhân dự thi.',
  group_not_asked: () =>
    'Có quy định số người của nhóm mà không cho nhóm tác giả dự thi. Chọn thêm nhóm tác giả, hoặc bỏ quy định.',
  award_twice: () => 'Một điều kiện về giải đã đạt ghi hai lần. Bỏ một dòng.',
  birth_not_asked: () =>
    'Có điều kiện về ngày sinh mà mẫu hồ sơ không bắt buộc ghi ngày sinh của tác giả. Thêm ngày sinh vào danh sách tác giả.',
  representative_not_asked: () =>
    'Người chưa đủ 18 tuổi dự thi được mà mẫu hồ sơ không hỏi người đại diện theo pháp luật. Thêm người đại diện vào danh sách tác giả.',
  made_not_asked: () =>
    'Có điều kiện về năm tạo ra giải pháp mà mẫu hồ sơ không bắt buộc ghi. Thêm mục ngày mang nghĩa thời gian tạo ra giải pháp.',
  worked_not_asked: () =>
    'Có điều kiện về số năm công tác mà mẫu hồ sơ không bắt buộc ghi. Thêm mục ngày mang nghĩa thời gian bắt đầu công tác.',
  label_missing: () => 'Có mục của mẫu hồ sơ chưa có tên. Ghi tên mục.',
  asked_of_nobody: (d) =>
    `Mục ${quoted(d.label)} hỏi ${lower(named(entrantNames, d.entrant))}, mà đối tượng này không được dự thi. Bỏ chọn, hoặc cho dự thi.`,
  form_key_twice: (d) => `Khóa ${quoted(d.name)} có hai mục dùng. Mỗi mục một khóa riêng.`,
  label_twice: (d) => `Mẫu hồ sơ có hai mục cùng tên ${quoted(d.name)}. Đổi tên một mục.`,
  meaning_of_other_kind: (d) =>
    `Mục ${quoted(d.label)} không ghi được ${lower(named(meaningNames, d.means))} vì khác loại. Đổi loại mục, hoặc bỏ nghĩa.`,
  meaning_twice: (d) =>
    `Mục ${quoted(d.label)} và mục ${quoted(d.other)} cùng mang nghĩa ${lower(named(meaningNames, d.means))}. Chỉ giữ ở một mục.`,
  limit_wrong: (d) =>
    `Mục ${quoted(d.label)}: số ký tự phải từ ${figure(d.least)} đến ${figure(d.most)}. Cần dài hơn thì chọn loại đoạn văn.`,
  bounds_turned: (d) =>
    `Mục ${quoted(d.label)}: mức ít nhất ${figure(d.min)} lớn hơn mức nhiều nhất ${figure(d.max)}. Sửa một trong hai số.`,
  bounds_empty: (d) =>
    `Mục ${quoted(d.label)}: mức giới hạn phải là số dương. Sửa lại, hoặc để trống.`,
  needed_not_asked: (d) =>
    `Mục ${quoted(d.label)} bắt buộc ghi ${named(personColumnNames, d.column)} mà không hỏi. Thêm cột này, hoặc bỏ bắt buộc.`,
  no_file_types: (d) => `Mục ${quoted(d.label)} chưa chọn loại tệp nào được gửi.`,
  file_limit_wrong: (d) =>
    `Mục ${quoted(d.label)}: cỡ tệp phải từ 1 byte đến ${bytes(d.most)}. Sửa lại.`,
  declaration_empty: (d) =>
    `Mục ${quoted(d.label)} chưa có lời cam đoan. Ghi lời mà tác giả cam đoan.`,
  too_few_options: (d) => `Mục ${quoted(d.label)} có chưa đến hai lựa chọn. Thêm lựa chọn.`,
  option_twice: (d) => `Lựa chọn ${quoted(d.name)} ghi hai lần. Bỏ một.`,
  phase_name_missing: () => 'Có giai đoạn chưa có tên. Ghi tên giai đoạn.',
  phase_key_twice: (d) =>
    `Khóa ${quoted(d.name)} có hai giai đoạn dùng. Mỗi giai đoạn một khóa riêng.`,
  phase_name_twice: (d) => `Có hai giai đoạn cùng tên ${quoted(d.name)}. Đổi tên một giai đoạn.`,
  no_such_second: (d) =>
    `Giai đoạn ${quoted(d.name)}: không có thời điểm ${typed(d.typed)}. Ghi ngày, giờ, phút, giây; hết ngày là 23:59:59.`,
  phase_turned: (d) =>
    `Giai đoạn ${quoted(d.name)} kết thúc lúc ${moment(d.closes)}, trước khi bắt đầu lúc ${moment(d.opens)}. Sửa một trong hai.`,
  phase_without_opening: (d) =>
    `Giai đoạn ${quoted(d.name)} có lúc kết thúc mà chưa có lúc bắt đầu. Ghi lúc bắt đầu.`,
  hidden_but_needed: (d) =>
    `Giai đoạn ${quoted(d.name)} giấu với ${named(partyNames, d.party)} điều phải thấy để ${named(phaseActNames, d.act)}. Bỏ giấu, hoặc bỏ quyền này.`,
  prizes_without_fields: () =>
    'Giải tính theo lĩnh vực mà chưa có lĩnh vực nào. Thêm lĩnh vực, hoặc tính chung.',
  prize_name_missing: () => 'Có giải chưa có tên. Ghi tên giải.',
  prize_figure_wrong: (d) =>
    `Giải ${quoted(d.name)}: tiền thưởng, số giải và điểm sàn là số không âm; tiền và số giải là số nguyên. Sửa lại.`,
  prize_key_twice: (d) => `Khóa ${quoted(d.name)} có hai giải dùng. Mỗi giải một khóa riêng.`,
  prize_name_twice: (d) => `Có hai giải cùng tên ${quoted(d.name)}. Đổi tên một giải.`,
  prize_money_rises: (d) =>
    `${show(d.name)} thưởng ${figure(d.own)} đồng, nhiều hơn ${show(d.above)} đứng trên (${figure(d.other)} đồng). Sửa tiền, hoặc đổi thứ tự.`,
  prize_floor_rises: (d) =>
    `${show(d.name)} đòi ${figure(d.own)} điểm, cao hơn ${show(d.above)} đứng trên (${figure(d.other)} điểm). Sửa điểm sàn, hoặc đổi thứ tự.`,
  no_basis: () => 'Chưa ghi căn cứ. Ghi quyết định, thể lệ làm căn cứ trước khi công bố.',
  no_fields: () => 'Chưa có lĩnh vực dự thi. Thêm ít nhất một lĩnh vực.',
  no_prizes: () => 'Chưa có cơ cấu giải. Thêm các giải trước khi công bố.',
  no_title_field: () => 'Mẫu hồ sơ chưa có mục nào mang nghĩa tên hồ sơ. Chọn mục ấy trong mẫu.',
  no_authors_field: () =>
    'Mẫu hồ sơ chưa có danh sách tác giả. Thêm mục danh sách người mang nghĩa ấy.',
  no_lead: () => 'Chưa ghi đơn vị chủ trì. Thêm đơn vị tổ chức với vai trò chủ trì.',
  no_entry_phase: () =>
    'Chưa có giai đoạn nào cho nộp hồ sơ. Thêm quyền nộp hồ sơ vào một giai đoạn.',
  phase_unset: (d) => `Giai đoạn ${quoted(d.name)} chưa có lúc bắt đầu. Ghi ngày, giờ.`,
  unknown: (d) => `Không có đơn vị nào mang mã ${typed(d.code)}. Chọn đơn vị khác.`,
  edition_code_taken: (d) =>
    `Địa chỉ ${quoted(d.code)} đã có lần tổ chức khác dùng. Chọn địa chỉ khác, ví dụ thêm năm.`,
  edition_sample_unknown: () => 'Chưa chọn mẫu. Chọn một mẫu, hoặc gửi kèm nội dung.',
  edition_over: () => 'Lần tổ chức này đã khép lại nên không sửa được. Mở lại trước khi sửa.',
  edition_code_fixed: () =>
    'Đã công bố nên không đổi được địa chỉ: người dự thi đã được báo địa chỉ này.',
  edition_kind_fixed: () => 'Đã công bố nên không đổi được loại. Lập lần tổ chức khác.',
  edition_reason_missing: () =>
    'Đã công bố: ghi lý do thay đổi. Lý do được giữ cùng bản trước và bản sau.',
  edition_only_drafts_deleted: () => 'Đã công bố nên không xóa được. Khép lại thay vì xóa.',
  edition_state: (d) => stateSentences[show(d.state)] ?? 'Không làm được lúc này.',
  entry_without_end: (d) =>
    `Giai đoạn ${quoted(d.name)} chưa có hạn nộp hồ sơ. Ghi ngày, giờ, phút, giây.`,
};

export const levelOf = (level: unknown): string => named(awardLevelNames, level);
