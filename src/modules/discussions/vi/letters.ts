import { brief } from '../rules/index.ts';
import { figure } from './say.ts';

/** To those who look at comments: what waits, at most once an hour. */
export const waitingLetter = (of: {
  readonly name: string;
  readonly held: number;
  readonly reported: number;
  readonly feedback: number;
  readonly comments: string;
  readonly inbox: string;
}): { subject: string; text: string } => {
  const waits = [
    of.held > 0 ? `${figure(of.held)} bình luận chờ duyệt` : null,
    of.reported > 0 ? `${figure(of.reported)} bình luận bị báo vi phạm` : null,
    of.feedback > 0 ? `${figure(of.feedback)} góp ý chờ trả lời` : null,
  ].filter((one) => one !== null);
  return {
    subject: `Chờ xem: ${waits.join(', ')}`,
    text: `${[
      'Kính gửi Ban Biên tập,',
      `Trang của ${of.name} đang có:\n${waits.map((one) => `- ${one}`).join('\n')}`,
      ...(of.held + of.reported > 0 ? [`Duyệt bình luận tại:\n${of.comments}`] : []),
      ...(of.feedback > 0 ? [`Trả lời góp ý tại:\n${of.inbox}`] : []),
      'Thư này được gửi nhiều nhất mỗi giờ một lần.',
    ].join('\n\n')}\n`,
  };
};

/** The office's answer to feedback, with what was asked. */
export const answerLetter = (of: {
  readonly to: string;
  readonly question: string;
  readonly answer: string;
  readonly from: string;
}): { subject: string; text: string } => ({
  subject: `Trả lời góp ý: ${brief(of.question, 60)}`,
  text: `${[
    `Kính gửi ${of.to},`,
    of.answer,
    `Trân trọng,\n${of.from}`,
    `Góp ý đã nhận:\n${of.question
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')}`,
  ].join('\n\n')}\n`,
});

/** A reader passes something on; the sender is named as typed, and says nothing of their own. */
export const passedLetterWords = (of: {
  readonly title: string;
  readonly lead: string | null;
  readonly address: string;
  readonly sender: string;
  readonly site: string;
  readonly out: string;
}): { subject: string; text: string } => ({
  subject: brief(of.title, 150),
  text: `${[
    `Một người đọc ghi tên là “${of.sender}” gửi đến quý vị bài sau trên trang của ${of.site}.`,
    [of.title, of.lead, of.address].filter(Boolean).join('\n\n'),
    `-- \nTrang không kiểm tra được tên người gửi và không lưu địa chỉ này. Không muốn nhận thư như vậy nữa, mở:\n${of.out}`,
  ].join('\n\n')}\n`,
});
