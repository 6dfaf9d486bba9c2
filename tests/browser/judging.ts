import {
  assigned,
  openContest,
  seatedCouncil,
  servingJudge,
  validDossier,
} from '../../src/modules/reviews/testing.ts';
import type { Cx } from '../../src/platform/command.ts';

// A contest in the middle of its judging, for the picture of a score sheet: the demo's was judged long ago.

/** 17:00 of a day that is so many days from today in Vietnam. */
const second = (days: number): string =>
  `${new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10)}T17:00:00`;

const described = {
  'thoi-gian': '2025-09',
  'dat-van-de':
    'Phần lớn hộ nuôi dưới mười con lợn băm chuối bằng dao hoặc dùng nhờ máy ba pha của tổ hợp tác. Băm tay mất gần hai giờ mỗi ngày; máy ba pha không dùng được ở bản có lưới điện một pha.',
  'da-biet': 'Máy băm trục đứng dao phẳng: hay kẹt thân chuối già, phải có người đẩy.',
  'noi-dung':
    'Trục dao ba tầng lắp lệch 40 độ, chạy động cơ 1,1 kW một pha. Thân chuối nguyên đưa theo máng nghiêng, tự kéo vào nhờ góc dao, không cần đẩy tay. Hộp che có công tắc ngắt khi mở.\n\nThử 210 giờ: năng suất 420 kg/giờ, tiêu thụ 0,9 kWh/giờ, không có sự cố mất an toàn.',
  'tinh-moi': 'Góc dao tự kéo; ba tầng dao thay riêng từng lưỡi.',
  'ap-dung': 'Đang chạy ở 14 hộ của hai bản; thợ cơ khí ở xã tự làm và sửa được.',
  'hieu-qua': { amount: 9_600_000, words: 'Mỗi hộ bớt gần hai giờ công một ngày.' },
  'tom-tat': 'Máy băm thân chuối chạy điện một pha, dao tự kéo, cho hộ nuôi dưới mười con lợn.',
  'cam-doan': true,
};

/** Address of a sheet that a judge has not begun. */
export async function openSheet(cx: Cx): Promise<string> {
  const edition = await openContest(
    cx,
    {
      nhan: { opens: second(-30), closes: second(-20) },
      'so-khao': { opens: second(-10), closes: second(10) },
      hop: { opens: second(11), closes: second(20) },
    },
    'dang-cham',
  );
  const judge = await servingJudge(cx, edition, 'Cầm Thị Hoa');
  const council = await seatedCouncil(cx, edition, [judge]);
  const titles = [
    'Máy băm thân chuối chạy điện một pha cho hộ chăn nuôi nhỏ',
    'Bếp sấy nông sản tận dụng khói lò',
    'Bộ điều khiển tưới theo độ ẩm đất',
  ];
  // Of every kind of field, where the helper's own are texts.
  const answers = described as unknown as Readonly<Record<string, string>>;
  const sheets: string[] = [];
  for (const title of titles) {
    const dossier = await validDossier(cx, edition, { title, field: 'co-khi', answers });
    sheets.push(await assigned(cx, council, dossier, judge));
  }
  return `/giam-khao/${judge.token}/phieu/${sheets[0]}`;
}
