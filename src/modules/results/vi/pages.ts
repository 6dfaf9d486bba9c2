import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { AllocationState } from '../schema/index.ts';

const count = (value: number): string => formatNumber(value, 0);

/** Of hundredths, always two decimals: 86,50. */
export const points = (hundredths: number | null): string =>
  hundredths === null ? '–' : formatNumber(hundredths / 100, 2);

export const allocationStateNames: Readonly<Record<AllocationState, string>> = {
  draft: 'Dự kiến',
  proposed: 'Đã trình',
  approved: 'Đã duyệt',
  published: 'Đã công bố',
};

export const basisNames = {
  mean: 'điểm trung bình',
  trimmed: 'điểm trung bình đã bỏ điểm cao nhất, thấp nhất',
  calibrated: 'điểm đã hiệu chỉnh',
} as const;

export const pageWords = {
  none: 'Lần tổ chức này không có giai đoạn chấm điểm',
  noneBody:
    'Ghi giai đoạn chấm và phiếu chấm trong nội dung của lần tổ chức thì điểm được tổng hợp ở đây.',
  phases: 'Giai đoạn',
  fields: 'Lĩnh vực',
  allFields: 'Tất cả lĩnh vực',
  hidden: 'Điểm của giai đoạn này chưa được xem.',
  hiddenBody:
    'Thể lệ giữ kín điểm với ban thư ký trong lúc giám khảo đang chấm. Hết giai đoạn thì bảng tổng hợp hiện ở đây.',
  lead: (dossiers: number, sheets: number): string =>
    `${count(dossiers)} hồ sơ, ${count(sheets)} phiếu chấm đã ký.`,
  basis: (name: string): string => `Xếp hạng theo ${name}. Điểm gốc luôn đứng cạnh để so.`,
  table: (field: string): string => `Tổng hợp điểm: ${field}`,
  empty: 'Chưa có hồ sơ nào trong nhóm này.',
  columns: {
    place: 'Hạng',
    dossier: 'Hồ sơ',
    mean: 'Trung bình',
    trimmed: 'Bỏ cao, thấp',
    calibrated: 'Hiệu chỉnh',
    votes: 'Điểm bình chọn',
    value: 'Điểm xếp hạng',
    range: 'Chênh lệch',
    sheets: 'Phiếu',
  },
  rankIn: (rank: number | null): string => (rank === null ? '' : `hạng ${count(rank)}`),
  error: (error: number | null): string => (error === null ? '' : ` ± ${points(error)}`),
  failed: 'Bị loại',
  unjudged: 'Chưa chấm',
  asked: (failing: number): string => `${count(failing)} phiếu không đạt, chờ hội đồng kết luận`,
  failing: (failing: number): string => `${count(failing)} phiếu không đạt`,
  below: 'Dưới điểm tối thiểu',
  alarm: 'Chênh lệch lớn, cần thảo luận',
  moved: (place: number): string => `Hội đồng xếp hạng ${count(place)}`,
  close: 'Sát vạch, chưa phân biệt được',
  tied: 'Bằng điểm',
  cut: (name: string, places: number): string => `Vạch ${name}: ${count(places)} hồ sơ ở trên`,
  cutUnreached: (name: string, floor: string): string =>
    `${name}: không còn hồ sơ nào đạt mức ${floor} điểm.`,
  cutTied: 'Hồ sơ hai bên vạch bằng điểm nhau, hội đồng quyết định.',
  goesOn: 'vào vòng sau',
  bars: 'Vạch',
  without: 'Nếu không tính một giám khảo',
  withoutHelp: 'Danh sách trên vạch cuối có đổi không khi bỏ hết phiếu của từng giám khảo.',
  withoutColumns: {
    judge: 'Giám khảo',
    sheets: 'Số phiếu',
    entered: 'Vào danh sách',
    left: 'Ra khỏi danh sách',
  },
  withoutNone: 'Bỏ phiếu của bất kỳ giám khảo nào thì danh sách trên vạch cuối vẫn như vậy.',
  judge: (number: number): string => `Giám khảo ${count(number)}`,
  explain: 'Cách tính',
  explainBody: [
    'Trung bình: tổng điểm các phiếu đã ký chia cho số phiếu.',
    'Bỏ cao, thấp: trung bình sau khi bỏ số phiếu cao nhất và thấp nhất theo thể lệ.',
    'Hiệu chỉnh: trừ phần giám khảo chấm chặt hay lỏng hơn những người cùng chấm; số sau dấu ± là sai số. Hai hồ sơ lệch nhau ít hơn sai số thì điểm chưa phân biệt được.',
    'Điểm xếp hạng: điểm theo thể lệ cộng điểm bình chọn nếu có.',
  ],
  notComparable:
    'Có nhóm giám khảo không chấm chung hồ sơ nào với nhóm khác, nên điểm hiệu chỉnh giữa các nhóm không so được với nhau.',
  calibration: {
    calibrated: (leniency: string, noise: string): string =>
      `Giám khảo chặt, lỏng khác nhau khoảng ${leniency} điểm; một phiếu dao động ngẫu nhiên khoảng ${noise} điểm.`,
    raw: 'Chưa đủ phiếu chấm chung để hiệu chỉnh; điểm hiệu chỉnh bằng điểm trung bình.',
  },
  judges: 'Mức chặt, lỏng của giám khảo',
  judgesHelp:
    'Chỉ chủ tịch, thư ký hội đồng và người kiểm tra xem. Số dương là lỏng hơn mức chung, số âm là chặt hơn.',
  judgesNone: 'Chưa có phiếu chấm nào đã ký.',
  judgesTask: {
    title: (phase: string): string => `Mức chặt, lỏng của giám khảo: ${phase}`,
    detail: 'Giai đoạn đã kết thúc; chủ tịch và thư ký xem cách hiệu chỉnh điểm của hội đồng.',
    verb: 'Xem',
  },
  judgeColumns: {
    judge: 'Giám khảo',
    sheets: 'Số phiếu',
    mean: 'Trung bình',
    leniency: 'Lỏng (+), chặt (−)',
    agreement: 'Tương quan với người khác',
  },
  dossier: 'Điểm của hồ sơ',
  sheetsOf: 'Các phiếu chấm',
  sheetColumns: {
    judge: 'Giám khảo',
    points: 'Điểm',
    failed: 'Kết luận',
    round: 'Lần chấm',
    signed: 'Ký lúc',
  },
  round: (round: number): string => (round === 1 ? 'Lần đầu' : `Chấm lại lần ${count(round - 1)}`),
  sheetFails: 'Không đạt',
  sheetPasses: 'Đạt',
  history: 'Điều chỉnh của hội đồng',
  historyNone: 'Chưa điều chỉnh gì; hồ sơ đứng theo điểm.',
  changed: (place: number | null): string =>
    place === null ? 'Về hạng theo điểm' : `Xếp hạng ${count(place)}`,
  failSaid: (fails: boolean): string =>
    fails ? 'Hội đồng kết luận loại' : 'Hội đồng kết luận không loại',
  move: 'Điều chỉnh hạng',
  moveTitle: 'Điều chỉnh hạng theo kết luận của hội đồng',
  moveLabel: 'Hạng mới',
  moveHelp: 'Để trống thì về hạng theo điểm.',
  reason: 'Lý do',
  reasonHelp: 'Ghi vào biên bản và bộ chứng cứ; người khiếu nại đọc được.',
  saveMove: 'Lưu hạng',
  movedNotice: 'Đã lưu hạng.',
  fail: 'Kết luận loại hay không loại',
  failLabel: 'Hội đồng kết luận',
  failYes: 'Loại hồ sơ này',
  failNo: 'Không loại, vẫn xếp hạng theo điểm',
  saveFail: 'Ghi kết luận',
  failNotice: 'Đã ghi kết luận của hội đồng.',
  back: 'Về bảng tổng hợp',
  goOn: 'Chọn hồ sơ vào vòng sau',
  goOnTitle: (phase: string): string => `Hồ sơ vào ${phase}`,
  goOnHelp: (places: number | null): string =>
    places === null
      ? 'Chọn các hồ sơ được vào vòng sau.'
      : `Thể lệ lấy ${count(places)} hồ sơ mỗi nhóm; các hồ sơ ấy đã đánh dấu sẵn.`,
  goOnSave: 'Lưu danh sách vào vòng sau',
  goOnDone: 'Đã lưu danh sách vào vòng sau.',
} as const;
