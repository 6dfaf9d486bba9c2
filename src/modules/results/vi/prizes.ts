import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

const count = (value: number): string => formatNumber(value, 0);

export const prizeWords = {
  title: 'Giải thưởng',
  lead: (name: string): string => `Xét theo kết quả giai đoạn ${name}.`,
  none: 'Chưa có dự kiến giải thưởng',
  noneBody:
    'Dự kiến giải được lập từ xếp hạng của giai đoạn chấm cuối: máy đề xuất theo cơ cấu giải và mức điểm, hội đồng quyết định.',
  create: 'Lập dự kiến giải',
  created: 'Đã lập dự kiến giải theo xếp hạng.',
  edit: 'Giải của từng hồ sơ',
  editHelp:
    'Chọn giải cho từng hồ sơ. Giải khác với xếp hạng thì ghi lý do; lý do vào tờ trình và bộ chứng cứ.',
  columns: {
    dossier: 'Hồ sơ',
    place: 'Hạng',
    points: 'Điểm',
    proposed: 'Máy đề xuất',
    prize: 'Giải',
    reason: 'Lý do nếu khác đề xuất',
    money: 'Tiền thưởng',
  },
  noPrize: 'Không',
  save: 'Lưu dự kiến',
  saved: 'Đã lưu dự kiến giải.',
  propose: 'Trình duyệt',
  proposed: 'Đã trình dự kiến giải.',
  proposeQuestion: (many: number): string => `Trình ${count(many)} giải để duyệt?`,
  proposeBody:
    'Sau khi trình, xếp hạng và danh sách giải giữ nguyên cho đến khi được duyệt hoặc trả lại.',
  back: 'Trả lại để sửa',
  backTitle: 'Trả lại dự kiến giải',
  returned: 'Đã trả lại dự kiến giải.',
  returnedWith: 'Dự kiến giải được trả lại để sửa:',
  approve: 'Duyệt giải thưởng',
  approveTitle: 'Duyệt giải thưởng',
  approveHelp:
    'Duyệt xong, từng giải được ghi vào hồ sơ và bộ chứng cứ của quyết định được ký. Việc này không hoàn tác được.',
  approved: 'Đã duyệt giải thưởng.',
  publish: 'Công bố kết quả',
  publishQuestion: 'Công bố kết quả trên trang công khai?',
  publishBody:
    'Trang công khai hiện tên giải pháp, tác giả, trường hoặc nơi làm việc và giải; chỉ những hồ sơ đã có đủ ý kiến đồng ý công bố mới hiện tên.',
  published: 'Đã công bố kết quả.',
  notYet: 'Chưa công bố',
  labels: {
    decision: 'Số quyết định trao giải',
    decided_on: 'Ngày quyết định',
    reason: 'Lý do',
  } as Readonly<Record<string, string>>,
  decisionHelp: 'Ví dụ 24/QĐ-BTCHT.',
  keep: 'Để sau',
  decision: 'Quyết định',
  total: 'Tổng tiền thưởng',
  revoked: 'Đã thu hồi',
  takeBack: 'Thu hồi quyết định…',
  takeBackTitle: 'Thu hồi quyết định trao giải',
  takeBackHelp:
    'Dùng khi khiếu nại được chấp nhận hoặc phát hiện sai sót. Danh sách giải trở về tình trạng đã trình; cần sửa thì trả lại để sửa, rồi trình và duyệt lại.',
  takeBackBody: (published: boolean): string =>
    `${published ? 'Trang công khai sẽ ghi quyết định này đã thu hồi và không còn nêu tên ai đạt giải. ' : ''}Giải đã ghi vào hồ sơ và giấy chứng nhận đã cấp giữ nguyên cho đến khi có quyết định mới; giấy nào sai thì thu hồi ở mục Chứng nhận.`,
  takeBackReason: 'Ghi vào nhật ký và trang này, không nêu trên trang công khai.',
  takeBackDo: 'Thu hồi quyết định',
  tookBack: 'Đã thu hồi quyết định trao giải.',
  takenBack: (decision: string, decided: string, day: string): string =>
    `Quyết định số ${decision} ngày ${decided} đã thu hồi ngày ${day}.`,
  takenBackStands:
    'Giải đã ghi vào hồ sơ theo quyết định ấy vẫn giữ; khi duyệt lại, giải nào không còn được trao thì mới bỏ.',
  withheld: 'Giải để trống',
  withheldHelp:
    'Các giải sau không trao cho hồ sơ nào trong khi có hồ sơ đủ điều kiện. Ghi lý do để trống; lý do vào biên bản họp, tờ trình và bộ chứng cứ.',
  withheldLabel: (prize: string): string => `Lý do để trống ${prize}`,
  withheldOf: (prize: string, field: string): string =>
    field === '' ? prize : `${prize}, lĩnh vực ${field}`,
  withheldLine: (prize: string, reason: string): string => `${prize}: ${reason}`,
  open: 'Việc máy không quyết định được',
  openTie: (dossiers: string, places: string): string =>
    `Các hồ sơ ${dossiers} cùng hạng; chỉ còn ${places}. Hội đồng chọn và ghi lý do.`,
  placesOf: (many: number, prize: string): string => `${count(many)} ${prize}`,
  unfilled: 'Giải chưa có hồ sơ',
  unfilledLine: (prize: string, field: string, places: number, why: string): string =>
    `${count(places)} ${prize}${field === '' ? '' : `, ${field}`}: ${why}.`,
  why: {
    floor: 'không hồ sơ nào còn lại đạt mức điểm',
    withheld: 'không trao',
    nobody: 'không còn hồ sơ',
  } as Readonly<Record<string, string>>,
  publicPage: 'Trang kết quả công khai',
  desk: (name: string, state: 'proposed' | 'approved') =>
    state === 'proposed'
      ? {
          title: `Giải thưởng chờ duyệt: ${name}`,
          detail: 'Ban thư ký đã trình dự kiến giải.',
          verb: 'Xem và duyệt',
        }
      : {
          title: `Giải thưởng chờ công bố: ${name}`,
          detail: 'Giải đã duyệt nhưng chưa ai ngoài văn phòng thấy.',
          verb: 'Công bố',
        },
} as const;

export const siteWords = {
  title: 'Kết quả',
  lead: (many: number): string => `${count(many)} giải.`,
  decision: (decision: string, day: string): string =>
    `Theo Quyết định số ${decision} ngày ${day}.`,
  columns: { prize: 'Giải', title: 'Giải pháp', who: 'Tác giả', field: 'Lĩnh vực' },
  keptBackMany: (many: number): string =>
    `Còn ${count(many)} giải chưa nêu tên ở đây vì chưa đủ ý kiến đồng ý công bố của tác giả hoặc người đại diện.`,
  takenBack: (decision: string, decided: string, day: string): string =>
    `Quyết định số ${decision} ngày ${decided} đã được thu hồi ngày ${day}.`,
  takenBackBody: 'Kết quả đang được xem xét lại và sẽ được công bố theo quyết định mới.',
  ownTakenBack:
    'Quyết định trao giải đã được thu hồi để xem xét lại. Khi có quyết định mới, trang này hiện kết quả của hồ sơ.',
  none: 'Chưa công bố kết quả',
  own: 'Kết quả của hồ sơ',
  ownPrize: (prize: string): string => `Hồ sơ đạt ${prize}.`,
  ownNone: 'Hồ sơ không đạt giải lần này.',
  ownNotYet: 'Kết quả chưa công bố. Khi có kết quả, trang này hiện giải của hồ sơ.',
  ownPoints: 'Điểm của hồ sơ',
  ownPlace: 'Hạng trong lĩnh vực',
  toDossier: 'Về hồ sơ',
} as const;
