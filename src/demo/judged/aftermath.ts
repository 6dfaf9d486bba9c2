import { editionByPid } from '../../modules/calls/index.ts';
import {
  certificateDesignSent,
  designOfEdition,
  issueCertificates,
  setCertificateDesign,
} from '../../modules/certificates/index.ts';
import {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  enterComplaint,
  proposeAnswer,
} from '../../modules/complaints/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { byLink, onDay, site } from './days.ts';
import type { Entered } from './entering.ts';

/** The sample as the design, signed for Sơn La; everybody who won gets a certificate. */
export async function certified(cx: Cx, edition: string): Promise<void> {
  const then = onDay(cx, 3);
  const { design } = await designOfEdition(cx, await editionByPid(cx, edition));
  const signer = {
    signer_authority: 'TM. BAN TỔ CHỨC',
    signer_post: 'TRƯỞNG BAN',
    signer_name: 'Quàng Văn Én',
  };
  const sent = { ...certificateDesignSent(design), ...signer, edition };
  await done(execute(then, setCertificateDesign, sent));
  const issued = onDay(cx, 5, 30);
  const raw = { edition, issued_on: issued.clock.today(), letters: 'yes', site };
  await done(issueCertificates(issued, cx.ids.uuid(), raw));
}

/** An entrant who won nothing asks, and is answered in time. */
export async function complainedOnce(cx: Cx, leader: Cx, { entry, token }: Entered): Promise<void> {
  const [author] = entry.authors;
  const said = {
    topic: 'result',
    complainant: author!.name,
    address: `${author!.workplace}, tỉnh Sơn La`,
    body: 'Theo thông báo, giải pháp vào chung khảo nhưng không có giải. Tôi đề nghị cho biết điểm từng phần và vì sao phần hiệu quả thấp.',
    asks: 'Cho xem điểm từng phần và xem lại phần hiệu quả.',
  };
  const anybody = byLink(onDay(cx, 8, 200));
  const { pid } = await done(execute(anybody, enterComplaint, { ...said, token, site }));
  const at = { pid, site };
  await done(execute(onDay(cx, 11), acceptComplaint, at));
  const handler = 'Tổ thư ký Hội thi';
  await done(execute(onDay(cx, 11, 20), assignComplaint, { ...at, handler }));
  const answer =
    'Tổ thư ký đã đối chiếu năm phiếu chấm chung khảo với biên bản họp hội đồng: cộng điểm đúng, các phiếu chênh nhau không quá bốn điểm. Phần hiệu quả thấp vì hồ sơ mới có số liệu của một nơi áp dụng. Kết quả xếp giải giữ nguyên; nhận xét của hội đồng được gửi kèm để tác giả hoàn thiện.';
  await done(execute(onDay(cx, 18), proposeAnswer, { ...at, outcome: 'rejected', answer }));
  const given = onDay(cx, 20, 60);
  const letter = { document: '21/CV-BTCHT', answered_on: given.clock.today() };
  await done(execute({ ...given, actor: leader.actor }, answerComplaint, { ...at, ...letter }));
}
