import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import type { Complaint } from '../schema/index.ts';
import { count, countingNames, outcomeNames, refusalNames, topicNames } from './names.ts';

/** What a letter needs of the edition. */
interface Of {
  readonly content: { readonly name: string; readonly committee: { readonly name: string } };
  readonly organisation: { readonly name: string };
}

interface More {
  readonly reason: string | null;
  /** Where its standing can be read; null: by a letter on paper. */
  readonly link: string | null;
}

type Kind = 'receive' | 'accept' | 'refuse' | 'extend' | 'answer';

const LONGEST_SUBJECT = 180;

const brief = (text: string): string =>
  text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : text;

const day = (value: string | null): string => (value === null ? '' : formatDate(value));

const subjects: Readonly<Record<Kind, string>> = {
  receive: 'Đã nhận khiếu nại, kiến nghị',
  accept: 'Thụ lý khiếu nại, kiến nghị',
  refuse: 'Không thụ lý khiếu nại, kiến nghị',
  extend: 'Gia hạn trả lời khiếu nại, kiến nghị',
  answer: 'Trả lời khiếu nại, kiến nghị',
};

const told: Readonly<Record<Kind, (one: Complaint, reason: string | null) => readonly string[]>> = {
  receive: (one) => [
    'Ban tổ chức đã nhận khiếu nại, kiến nghị của Ông/Bà.',
    [
      `Số đơn: ${one.number}`,
      `Về: ${topicNames[one.topic]}`,
      `Thời điểm nhận (giờ Việt Nam): ${formatDateTime(vietnamTime(one.receivedAt))}`,
      `Mã kiểm nội dung (SHA-256): ${one.sha256}`,
    ].join('\n'),
    `Chậm nhất ngày ${day(one.acceptBy)}, ban tổ chức báo có thụ lý hay không (${countingNames[one.rules.counting].toLocaleLowerCase('vi')}, tính cả ngày cuối).`,
  ],
  accept: (one) => [
    `Đơn số ${one.number} đã được thụ lý ngày ${day(one.acceptedOn)}.`,
    `Hạn trả lời: hết ngày ${day(one.answerBy)}.`,
  ],
  refuse: (one, reason) => [
    `Đơn số ${one.number} không được thụ lý: ${one.refusal === null ? '' : refusalNames[one.refusal].toLocaleLowerCase('vi')}.`,
    ...(reason === null ? [] : [reason]),
  ],
  extend: (one, reason) => [
    `Thời hạn trả lời đơn số ${one.number} được gia hạn thêm ${count(one.extended ?? 0)} ngày, đến hết ngày ${day(one.answerBy)}.`,
    ...(reason === null ? [] : [`Lý do: ${reason}`]),
  ],
  answer: (one) => [
    `Ban tổ chức trả lời đơn số ${one.number} tại công văn số ${one.document ?? ''} ngày ${day(one.answeredOn)}.`,
    `Kết luận: ${one.outcome === null ? '' : outcomeNames[one.outcome].toLocaleLowerCase('vi')}.`,
    one.answer ?? '',
  ],
};

/** A letter to the complainant. */
export function letterOf(
  { content, organisation }: Of,
  complaint: Complaint,
  kind: Kind,
  { reason, link }: More,
): { readonly subject: string; readonly text: string } {
  const committee = content.committee.name === '' ? organisation.name : content.committee.name;
  const parts = [
    'Kính gửi Ông/Bà,',
    ...told[kind](complaint, reason),
    ...(link === null
      ? []
      : [
          `Xem tình trạng của đơn tại:\n${link}`,
          'Liên kết này mở cả hồ sơ của Ông/Bà. Xin giữ thư này, không chuyển cho người khác.',
        ]),
    'Tên người gửi đơn không đưa cho giám khảo và cho hồ sơ bị khiếu nại.',
    committee,
  ];
  return {
    subject: brief(`${subjects[kind]} ${complaint.number}: ${content.name}`.replace(/\s+/g, ' ')),
    text: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
  };
}
