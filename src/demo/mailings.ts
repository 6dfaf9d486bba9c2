import { mailingSamples, recordMailing, recordTemplate } from '../modules/mailings/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

const templates = [
  {
    name: 'Giấy mời hội thảo',
    subject: 'Mời dự hội thảo khoa học về đất dốc',
    body: `Kính gửi {ho_ten},

{noi_gui} trân trọng kính mời hội viên {hoi} dự hội thảo “Phục hồi đất dốc sau nương rẫy”.

- Thời gian: 8 giờ, thứ Năm tuần cuối của tháng
- Địa điểm: hội trường Liên hiệp hội

Xin trả lời thư này nếu không dự được, để ban tổ chức sắp xếp chỗ ngồi.

{noi_gui}, {ngay}`,
  },
  {
    name: 'Thông báo hội phí',
    subject: 'Thông báo hội phí của {hoi}',
    body: `Kính gửi {ho_ten} (số thẻ {so_the}),

{hoi} thông báo hội viên nộp hội phí năm nay trước ngày 30 tháng 6, tại văn phòng hội hoặc qua chuyển khoản.

Hội viên đã nộp xin bỏ qua thư này.

{noi_gui}, {ngay}`,
  },
];

/** Templates of Sơn La and two drafts: an invitation to everybody, news to those who agreed. */
export async function demoMailings(cx: Cx, organisation = 'sonla'): Promise<void> {
  for (const template of templates)
    await done(execute(cx, recordTemplate, { organisation, ...template }));
  const [invitation] = templates;
  const [, , congratulation] = mailingSamples;
  await done(
    execute(cx, recordMailing, {
      organisation,
      kind: 'service',
      subject: invitation!.subject,
      body: invitation!.body,
    }),
  );
  await done(
    execute(cx, recordMailing, {
      organisation,
      kind: 'newsletter',
      subject: 'Bản tin khoa học và đời sống Sơn La, số minh họa',
      body: congratulation.body.replace(
        'Nhân dịp …',
        'Nhân Ngày Khoa học và Công nghệ Việt Nam 18/5',
      ),
      filter: { kind: 'full' },
    }),
  );
}
