import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: number): string => formatNumber(value, 0);

const faults: Readonly<Record<string, string>> = {
  foreign:
    'Tệp này không phải bộ chứng cứ do Liên Trí lập, hoặc đã bị thay đổi sau khi lập (thêm, bớt hay sửa ít nhất một byte).',
  files: 'Các phần trong tệp không đúng: thừa, thiếu hoặc đổi thứ tự.',
  manifest: 'Bảng kê các phần đã bị thay đổi.',
  part_hash: 'Nội dung khác với lúc ký.',
  chain: 'Chuỗi mã băm trong bảng kê bị đứt.',
  signature: 'Phần chữ ký đã bị thay đổi.',
  key_unknown: 'Chữ ký do một khóa không có trong tệp lập ra.',
  signature_wrong: 'Chữ ký không khớp với bảng kê.',
  form: 'Phần này không được viết theo đúng khuôn dạng.',
  other_key: 'Tệp do một khóa khác ký, không phải khóa đã chỉ định.',
};

const differences: Readonly<Record<string, string>> = {
  unreadable: 'Có phần không đọc được nên không tính lại hết',
  text_hash: 'Mã băm của văn bản đã ký không khớp',
  key_unknown: 'Văn bản do một khóa không có trong tệp ký',
  signature_wrong: 'Chữ ký của văn bản không khớp',
  sheet_of: 'Phiếu chấm không khớp với phân công',
  sheet_points: 'Tổng điểm trên phiếu không bằng tổng các phần',
  sheet_failed: 'Kết luận đạt hay không đạt trên phiếu không khớp với các phần',
  sheet_rubric: 'Phiếu chấm theo thang điểm khác với thang điểm của lần tổ chức',
  sheet_dossier: 'Phiếu chấm một bản khác của hồ sơ',
  sheet_versions: 'Thiếu hoặc thừa một lần ký của phiếu chấm',
  sheet_holds: 'Bản được tính không phải là bản ký sau cùng',
  ballot_result: 'Kiểm lại phiếu bầu cho kết quả khác',
  ballot_totals: 'Số phiếu tổ kiểm phiếu ghi không cộng được',
  ballot_voters: 'Số lá phiếu không bằng số người đã bỏ phiếu',
  ballot_codes: 'Mã phiếu bị trùng hoặc không theo thứ tự',
  ballot_papers: 'Không có lá phiếu nào và cũng không có số kiểm phiếu',
  run_output: 'Phân công lại với cùng số khởi đầu cho kết quả khác',
  outcome: 'Tính lại điểm và xếp hạng cho kết quả khác',
  allocation_phase: 'Không có kết quả của giai đoạn xét giải',
  allocation_proposed: 'Giải do xếp hạng đề xuất tính lại thì khác',
  prize_unknown: 'Giải không có trong cơ cấu giải',
  prize_no_contender: 'Hồ sơ nhận giải không có trong danh sách được xét',
  prize_twice: 'Hồ sơ nhận hai giải',
  prize_not_standing: 'Hồ sơ nhận giải không đủ điều kiện',
  prize_below_floor: 'Hồ sơ nhận giải có điểm dưới mức của giải',
  prize_over_quota: 'Số giải nhiều hơn cơ cấu',
  prize_passed_over: 'Hồ sơ xếp sau nhận giải cao hơn mà không ghi lý do',
  prize_tie_undecided: 'Hai hồ sơ cùng hạng nhận giải khác nhau mà không ghi lý do',
  prize_not_voted: 'Hồ sơ nhận giải chưa được hội đồng bỏ phiếu thông qua',
  prize_withheld_unsaid: 'Giải để trống trong khi có hồ sơ đủ điều kiện mà không ghi lý do',
  prize_not_withheld: 'Giải không được để trống mà không trao',
};

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

/** What is said of a bundle on the command line and on pages. */
export const verifyWords = {
  fault: ({ code, part }: { readonly code: string; readonly part: string | null }): string =>
    `${part === null ? '' : `${part}: `}${faults[code] ?? code}`,
  difference: (one: {
    readonly code: string;
    readonly at: string;
    readonly stated: unknown;
    readonly computed: unknown;
  }): string => {
    const said = differences[one.code] ?? one.code;
    const where = one.at === '' ? '' : ` (${one.at})`;
    return one.computed === null
      ? `${said}${where}: ${shown(one.stated)}.`
      : `${said}${where}: ghi ${shown(one.stated)}, tính lại được ${shown(one.computed)}.`;
  },
  broken: 'Bộ chứng cứ KHÔNG nguyên vẹn.',
  differs: (many: number): string =>
    `Bộ chứng cứ nguyên vẹn và có chữ ký, nhưng có ${count(many)} chỗ tính lại khác với điều đã ghi.`,
  equal: 'Bộ chứng cứ nguyên vẹn; mọi con số tính lại đều khớp.',
  edition: (name: string, decision: string): string => `${name}. Quyết định: ${decision}.`,
  key: (fingerprint: string): string =>
    `Khóa đã ký (SHA-256): ${fingerprint}. So với khóa mà đơn vị công bố.`,
  looked: (many: {
    readonly sheets: number;
    readonly dossiers: number;
    readonly phases: number;
    readonly ballots: number;
    readonly papers: number;
    readonly runs: number;
    readonly prizes: number;
    readonly minutes: number;
  }): string =>
    `Đã tính lại ${count(many.sheets)} phiếu chấm đã ký của ${count(many.dossiers)} hồ sơ qua ${count(many.phases)} giai đoạn, ${count(many.ballots)} cuộc bỏ phiếu (${count(many.papers)} lá phiếu), ${count(many.runs)} lần phân công, ${count(many.prizes)} giải, ${count(many.minutes)} biên bản.`,
} as const;
