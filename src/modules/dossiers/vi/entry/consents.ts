import { vietnamTime } from '../../../../kernel/clock.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';

const when = (at: Date): string => formatDateTime(vietnamTime(at));

/** Words of the consents, in the sense of law 91/2025/QH15 on personal data. */
export const consentWords = {
  lead: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, tác giả chưa đủ 18 tuổi cần có ý kiến đồng ý. Mỗi mục đích hỏi riêng: có thể đồng ý mục này mà không đồng ý mục kia, và đổi ý bất cứ lúc nào.',
  nobody: 'Chưa có tác giả nào trong hồ sơ. Ghi danh sách tác giả ở bước 1, rồi quay lại đây.',
  toWriting: 'Đến bước 1',
  ages: {
    under_7: 'Chưa đủ 7 tuổi: người đại diện theo pháp luật đồng ý.',
    under_16: 'Từ đủ 7 đến chưa đủ 16 tuổi: cả tác giả và người đại diện theo pháp luật đồng ý.',
    under_18_both:
      'Từ đủ 16 đến chưa đủ 18 tuổi: tác giả đồng ý; lần tổ chức này hỏi cả người đại diện theo pháp luật.',
    under_18: 'Từ đủ 16 đến chưa đủ 18 tuổi: tác giả tự đồng ý.',
    adult: 'Đủ 18 tuổi: nộp hồ sơ là tự mình tham gia, không cần ghi ý kiến riêng.',
    unknown:
      'Chưa rõ ngày sinh nên hỏi như với người nhỏ tuổi nhất có thể. Ghi đủ ngày sinh ở bước 1.',
  },
  parties: {
    author: (name: string) => `Ý kiến của tác giả ${name}`,
    representative: (name: string) => `Ý kiến của người đại diện theo pháp luật của ${name}`,
  },
  // What is asked, to the one who answers.
  purposes: {
    enter: {
      label: 'Tham gia',
      help: 'Ban tổ chức và ban giám khảo được đọc hồ sơ để kiểm tra, chấm và xét giải. Không đồng ý thì không nộp được hồ sơ.',
    },
    publish: {
      label: 'Công bố',
      help: 'Tên giải pháp, tóm tắt và giải đạt được đăng trên trang này. Với tác giả chưa đủ 18 tuổi chỉ công bố họ tên, trường và giải; không công bố ngày sinh, lớp, ảnh, điện thoại, địa chỉ.',
    },
    forward: {
      label: 'Gửi lên cấp trên',
      help: 'Hồ sơ hợp lệ hoặc đạt giải được gửi lên lần tổ chức của cấp trên, như hội thi toàn quốc.',
    },
  },
  yes: 'Đồng ý',
  no: 'Không đồng ý',
  toldBy: 'Họ và tên người trả lời',
  toldByHelp: {
    author: 'Chính tác giả.',
    representative: 'Cha, mẹ hoặc người giám hộ.',
  },
  save: 'Ghi ý kiến',
  saveOf: (whose: string) => `Ghi ý kiến: ${whose}`,
  saved: 'Đã ghi ý kiến.',
  nothing: 'Chưa chọn ý kiến nào. Chọn Đồng ý hoặc Không đồng ý ở ít nhất một mục đích.',
  nameMissing: 'Ghi họ và tên người trả lời.',
  standing: (by: string, at: Date, how: 'page' | 'link' | 'paper') =>
    `Đã trả lời: ${by}, ${when(at)}${how === 'link' ? ', bằng liên kết riêng' : how === 'paper' ? ', trên giấy' : ''}.`,
  missing: 'Chưa có ý kiến',
  refused: 'Không đồng ý tham gia',
  complete: 'Đã đồng ý tham gia',
  askTitle: 'Người trả lời không ở cạnh? Gửi thư để họ tự trả lời',
  askHelp: 'Thư có liên kết riêng, chỉ trả lời được cho người này, không sửa được hồ sơ.',
  askEmail: 'Địa chỉ thư của người trả lời',
  ask: 'Gửi thư xin ý kiến',
  asked: 'Đã gửi thư xin ý kiến.',
  askTooMany: 'Hôm nay đã gửi nhiều thư xin ý kiến cho hồ sơ này. Ngày mai gửi tiếp.',
  own: 'Tác giả này muốn ghi ý kiến riêng',
  next: 'Sang bước 4',
  back: 'Quay lại bước 2',
  link: {
    title: 'Ý kiến đồng ý',
    leadAuthor: (name: string) => `Dành cho ${name}, được ghi là tác giả trong hồ sơ dưới đây.`,
    leadRepresentative: (name: string) =>
      `Dành cho người đại diện theo pháp luật của ${name} (cha, mẹ hoặc người giám hộ).`,
    about: 'Hồ sơ nói gì',
    name: 'Tên hồ sơ',
    edition: 'Cuộc thi',
    by: 'Ban tổ chức',
    authors: 'Các tác giả',
    summary: 'Tóm tắt',
    asked: 'Người được hỏi ý kiến',
    gone: 'Hồ sơ không còn ghi tên tác giả này',
    goneWhat:
      'Tên hoặc ngày sinh của tác giả đã được sửa trong hồ sơ sau khi gửi thư. Xin liên hệ người viết hồ sơ để nhận liên kết mới.',
    anytime: 'Có thể đổi ý bất cứ lúc nào bằng chính liên kết này.',
    call: 'Xem thể lệ',
  },
} as const;
