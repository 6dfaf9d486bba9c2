import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

/** Words of the public archive. */
export const siteWords = {
  home: 'Trang chủ',
  title: 'Kho giải pháp',
  lead: (name: string | null) =>
    name === null
      ? 'Giải pháp, đề tài, sản phẩm đã dự thi và đoạt giải ở các liên hiệp hội, được tác giả đồng ý công bố.'
      : `Giải pháp, đề tài, sản phẩm đã dự thi và đoạt giải do ${name} tổ chức, được tác giả đồng ý công bố.`,
  count: (total: number) => `${formatNumber(total)} giải pháp`,
  search: 'Tìm theo tên, tác giả, nơi làm việc',
  hint: 'Ví dụ: máy gieo hạt',
  anyField: 'Mọi lĩnh vực',
  field: 'Lĩnh vực',
  year: 'Năm',
  anyYear: 'Mọi năm',
  edition: 'Lần tổ chức',
  anyEdition: 'Mọi lần tổ chức',
  prize: 'Giải',
  anyPrize: 'Mọi giải',
  union: 'Liên hiệp hội',
  anyUnion: 'Mọi liên hiệp hội',
  find: 'Tìm',
  list: 'Các giải pháp',
  noneTitle: 'Không có giải pháp nào khớp với điều kiện tìm',
  none: 'Bớt một điều kiện, hoặc tìm bằng ít chữ hơn. Gõ có dấu hay không dấu đều được.',
  emptyTitle: 'Kho chưa có giải pháp nào',
  empty:
    'Khi một lần tổ chức khép lại, hồ sơ hợp lệ và hồ sơ đoạt giải hiện ở đây nếu các tác giả đồng ý công bố.',
  clear: 'Bỏ mọi điều kiện',
  noPrize: 'Không đoạt giải',
  authors: 'Tác giả',
  award: 'Giải thưởng',
  facts: 'Thông tin',
  imported:
    'Giải pháp của một lần tổ chức trước, ghi theo danh sách được lưu: kho chỉ có tên, lĩnh vực, giải và năm.',
  transferTitle: 'Liên hệ chuyển giao',
  transferLead:
    'Muốn dùng giải pháp này? Gửi yêu cầu cho liên hiệp hội; văn phòng sẽ liên hệ với tác giả.',
  transfer: 'Gửi yêu cầu',
  back: 'Về kho giải pháp',
  feed: 'Nguồn tin (Atom)',
  all: 'Kho giải pháp của các liên hiệp hội',
  perPage: 'Mỗi trang 20 giải pháp, lần tổ chức mới nhất đứng trước.',
  yes: 'Có',
  no: 'Không',
  description: (title: string, edition: string) => `${title}. ${edition}.`,
  uncounted: 'Hiệu quả khác',
};

/** Words of the form by which a reader asks for the transfer of a solution. */
export const transferWords = {
  title: 'Liên hệ chuyển giao',
  lead: (title: string) => `Giải pháp: ${title}`,
  name: 'Họ và tên, đơn vị',
  contact: 'Điện thoại hoặc thư điện tử',
  contactHelp: 'Để văn phòng trả lời; không hiện trên trang công khai.',
  message: 'Nội dung cần trao đổi',
  messageHelp: 'Ví dụ: muốn dùng thử ở đâu, quy mô nào, khi nào.',
  trap: 'Để trống ô này',
  send: 'Gửi yêu cầu',
  sending: 'Đang gửi…',
  back: 'Về trang của giải pháp',
  sentTitle: 'Đã gửi yêu cầu',
  sent: (union: string) =>
    `${union} đã nhận yêu cầu và sẽ trả lời qua cách liên hệ mà ông/bà đã ghi.`,
  privacy:
    'Liên hiệp hội dùng tên và cách liên hệ chỉ để trả lời yêu cầu này, và không cho người khác biết.',
};
