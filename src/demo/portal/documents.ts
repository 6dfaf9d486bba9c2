import { addMedium } from '../../modules/media/index.ts';
import { createMember, setConsent } from '../../modules/people/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { proseDocx } from '../../platform/documents/prose/index.ts';
import { done } from '../done.ts';
import { prose } from './writing.ts';

const documents = [
  {
    title: 'Mẫu phiếu đăng ký tham gia danh bạ chuyên gia',
    name: 'mau-phieu-dang-ky-chuyen-gia.docx',
    caption: 'Điền, ký rồi gửi văn phòng; người ký bằng lòng cho nêu tên trên trang.',
    tags: 'biểu mẫu, chuyên gia',
    body: `
Kính gửi: Văn phòng Liên hiệp hội
## Người đăng ký
- Họ và tên, học hàm, học vị:
- Lĩnh vực chuyên môn:
- Nơi làm việc:
## Ý kiến đồng ý
Tôi đồng ý có tên, học hàm, học vị, lĩnh vực, nơi làm việc và chức danh trong hội trên danh bạ chuyên gia. Số điện thoại, thư điện tử và ngày sinh không đăng.
`,
  },
  {
    title: 'Hướng dẫn viết bản mô tả giải pháp dự thi',
    name: 'huong-dan-mo-ta-giai-phap.docx',
    caption: 'Dùng cho Hội thi Sáng tạo kỹ thuật và Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng.',
    tags: 'biểu mẫu, hội thi',
    body: `
Bản mô tả không quá năm trang, có hình vẽ hoặc ảnh của mô hình.
## Bốn phần của bản mô tả
- Tình trạng kỹ thuật trước khi có giải pháp: đang làm thế nào, hạn chế ở đâu.
- Nội dung giải pháp: điểm mới, cách làm từng bước.
- Khả năng áp dụng: đã làm ở đâu, ai có thể làm theo.
- Hiệu quả: trước và sau, bằng con số đo được.
`,
  },
  {
    title: 'Quy chế làm việc của Ban Biên tập Diễn đàn trí thức',
    name: 'quy-che-ban-bien-tap.docx',
    caption: null,
    tags: 'văn bản',
    body: `
Ban Biên tập chịu trách nhiệm về nội dung đăng trên trang.
- Bài do một người viết, một người khác biên tập và một người duyệt.
- Tên tác giả chỉ đăng khi người ấy đồng ý.
- Ý kiến bạn đọc được xem trước khi hiện ra.
`,
  },
] as const;

/** Forms and papers that everybody may take from the library. */
export async function addDocuments(cx: Cx, organisation: string): Promise<void> {
  for (const { title, name, caption, tags, body } of documents) {
    const bytes = await proseDocx(
      { title, prose: prose(body, new Map()) },
      { pictures: new Map() },
    );
    const said = { organisation, title, caption, tags, public: true, listed: true };
    await done(addMedium(cx, said, { name, bytes }));
  }
}

const writers = [
  { name: 'Nguyễn Ngọc Ổn', degrees: 'ThS', field: 'Truyền thông khoa học', born: '1968' },
  { name: 'Tòng Thị Mai', degrees: 'KS', field: 'Chế biến nông sản', born: '1985' },
] as const;

/** Those who write for the site agree to stand in the directory of experts: public ids by name. */
export async function addWriters(cx: Cx, organisation: string): Promise<Map<string, string>> {
  const pids = new Map<string, string>();
  for (const { name, degrees, field, born } of writers) {
    const { pid } = await done(
      execute(cx, createMember, {
        organisation,
        full_name: name,
        degrees,
        field,
        birth_date: born,
        no_membership: true,
        another: true,
      }),
    );
    for (const purpose of ['directory', 'share_national'])
      await done(
        execute(cx, setConsent, { pid, purpose, given: true, source: 'Phiếu đăng ký chuyên gia' }),
      );
    pids.set(name, pid);
  }
  return pids;
}
