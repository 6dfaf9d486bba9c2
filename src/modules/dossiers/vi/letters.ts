import { formatSecond } from '../../../kernel/vietnamese/dates.ts';

/** What a letter needs of the edition. */
interface Of {
  readonly content: { readonly name: string; readonly committee: { readonly name: string } };
  readonly organisation: { readonly name: string };
}

interface Letter {
  readonly subject: string;
  readonly text: string;
}

const LONGEST_SUBJECT = 180;

// A title may have any length, a subject line may not.
const brief = (text: string, max = 80): string =>
  text.length > max ? `${text.slice(0, max - 1).trimEnd()}…` : text;
/** 'abcd efgh …': a public id as it is read aloud and typed. */
export const inFours = (pid: string): string => pid.replace(/(.{4})(?=.)/g, '$1 ');

const called = (title: string): string => (title === '' ? 'chưa đặt tên' : `“${title}”`);
const signed = ({ content, organisation }: Of): string =>
  content.committee.name === '' ? organisation.name : content.committee.name;

const letter = (of: Of, subject: string, parts: readonly string[]): Letter => ({
  subject: brief(subject.replace(/\s+/g, ' '), LONGEST_SUBJECT),
  text: `${['Kính gửi Ông/Bà,', ...parts, signed(of)].join('\n\n')}\n`,
});

const keep =
  'Liên kết này là chìa khóa của hồ sơ: ai có liên kết đều mở và sửa được. Xin giữ thư này, không chuyển cho người khác.';

/** The link of a dossier that was just begun. */
export const startLetter = (of: Of, link: string): Letter =>
  letter(of, `Liên kết mở hồ sơ: ${of.content.name}`, [
    `Ông/Bà vừa bắt đầu một hồ sơ tham gia ${of.content.name}. Mở hồ sơ bằng liên kết sau:\n${link}`,
    'Những gì đã ghi được lưu lại, có thể viết tiếp bất cứ lúc nào trên máy tính hay điện thoại, rồi nộp trước khi hết hạn.',
    keep,
    'Nếu không phải Ông/Bà yêu cầu, xin bỏ qua thư này.',
  ]);

interface OwnLink {
  readonly title: string;
  readonly number: string | null;
  readonly link: string;
}

/** The links of all dossiers of an address. */
export const linksLetter = (of: Of, links: readonly OwnLink[]): Letter =>
  letter(of, `Liên kết các hồ sơ của Ông/Bà: ${of.content.name}`, [
    `Các hồ sơ mở bằng địa chỉ thư này trong ${of.content.name}:`,
    ...links.map(
      ({ title, number, link }) =>
        `- Hồ sơ ${called(title)}${number === null ? ' (chưa nộp)' : `, số biên nhận ${number}`}:\n${link}`,
    ),
    keep,
  ]);

interface ReceiptFacts {
  readonly number: string;
  readonly version: number;
  readonly sha256: string;
  /** Vietnam time to the second. */
  readonly received: string;
  readonly title: string;
  readonly link: string;
}

/** The receipt of a submission. */
export const receiptLetter = (of: Of, facts: ReceiptFacts): Letter =>
  letter(of, `Biên nhận ${facts.number}: ${of.content.name}`, [
    `Ban tổ chức đã nhận hồ sơ ${called(facts.title)} tham gia ${of.content.name}.`,
    [
      `Số biên nhận: ${facts.number}`,
      `Lần nộp: ${facts.version}`,
      `Thời điểm nhận (giờ máy chủ, giờ Việt Nam): ${formatSecond(facts.received)}`,
      `Mã kiểm nội dung (SHA-256): ${facts.sha256}`,
    ].join('\n'),
    `Xem hồ sơ, tải biên nhận có chữ ký số (PDF), hoặc rút hồ sơ tại:\n${facts.link}`,
    keep,
  ]);

interface ReturnFacts {
  readonly number: string;
  readonly title: string;
  readonly until: string;
  readonly words: string;
  readonly lines: readonly { readonly label: string | null; readonly words: string }[];
  readonly link: string;
}

/** What is to be mended, and until when. */
export const returnLetter = (of: Of, facts: ReturnFacts): Letter =>
  letter(of, `Đề nghị bổ sung hồ sơ ${facts.number}: ${of.content.name}`, [
    `Ban thư ký đề nghị bổ sung hồ sơ ${called(facts.title)}, số biên nhận ${facts.number}.`,
    facts.words,
    ...(facts.lines.length === 0
      ? []
      : [
          facts.lines
            .map(({ label, words }) => `- ${label === null ? '' : `${label}: `}${words}`)
            .join('\n'),
        ]),
    `Hạn bổ sung: ${formatSecond(facts.until)}. Sửa và nộp lại tại:\n${facts.link}`,
    'Quá hạn mà chưa nộp lại, hồ sơ được xét như đã nộp.',
    keep,
  ]);

interface DecisionFacts {
  readonly number: string;
  readonly title: string;
  readonly valid: boolean;
  readonly reason: string | null;
}

/** Whether the secretariat found the dossier valid. */
export const decisionLetter = (of: Of, { number, title, valid, reason }: DecisionFacts): Letter =>
  letter(of, `Hồ sơ ${number} ${valid ? 'hợp lệ' : 'không hợp lệ'}: ${of.content.name}`, [
    valid
      ? `Ban thư ký đã kiểm tra hồ sơ ${called(title)}, số biên nhận ${number}: hồ sơ hợp lệ và được đưa vào vòng tiếp theo.`
      : `Ban thư ký đã kiểm tra hồ sơ ${called(title)}, số biên nhận ${number}: hồ sơ không hợp lệ.`,
    ...(reason === null ? [] : [`${valid ? 'Ghi chú' : 'Lý do'}: ${reason}`]),
  ]);

interface LeaveFacts {
  /** Public id: what a draft without a receipt is called by. */
  readonly pid: string;
  readonly number: string | null;
  readonly title: string;
  readonly until: string;
  readonly reason: string;
  readonly link: string;
}

/** Time beyond the deadline. */
export const leaveLetter = (of: Of, facts: LeaveFacts): Letter =>
  letter(of, `Gia hạn riêng cho hồ sơ: ${of.content.name}`, [
    `${facts.number === null ? `Hồ sơ chưa nộp, mã ${inFours(facts.pid)},` : `Hồ sơ ${called(facts.title)}, số biên nhận ${facts.number},`} được gia hạn riêng đến ${formatSecond(facts.until)}.`,
    `Lý do: ${facts.reason}`,
    `Mở hồ sơ tại:\n${facts.link}`,
    keep,
  ]);

interface ConsentFacts {
  readonly name: string;
  readonly party: 'author' | 'representative';
  readonly link: string;
}

/** Asks for the consents of an author, or of the legal representative. */
export const consentLetter = (of: Of, { name, party, link }: ConsentFacts): Letter =>
  letter(of, `Xin ý kiến đồng ý: ${of.content.name}`, [
    party === 'author'
      ? `${name} được ghi là tác giả trong một hồ sơ tham gia ${of.content.name}. Xin cho biết ý kiến về việc tham gia, công bố và gửi hồ sơ đi dự thi ở cấp trên.`
      : `${name} được ghi là tác giả trong một hồ sơ tham gia ${of.content.name}. Theo Luật Bảo vệ dữ liệu cá nhân, cần ý kiến của người đại diện theo pháp luật của ${name} (cha, mẹ hoặc người giám hộ).`,
    `Xem hồ sơ nói gì và trả lời tại:\n${link}`,
    'Có thể đổi ý bất cứ lúc nào bằng chính liên kết này. Nếu có sự nhầm lẫn, xin bỏ qua thư này.',
  ]);

interface HigherFacts {
  readonly title: string;
  readonly award: string;
  /** The edition below that it was sent on from. */
  readonly from: string;
}

/** What was sent on won a prize above. */
export const higherAwardLetter = (of: Of, { title, award, from }: HigherFacts): Letter =>
  letter(of, `Kết quả ở cấp trên: ${award}`, [
    `Hồ sơ ${called(title)}, gửi lên từ ${from}, đã đạt ${award} của ${of.content.name}.`,
    'Kết quả được ghi ở trang của hồ sơ. Trân trọng chúc mừng.',
  ]);

/** Under a letter to many entrants: who wrote it, and why to this address. */
export const entrantLetterFoot = (of: Of): string =>
  `${signed(of)}\nThư này gửi tới địa chỉ đã ghi khi nộp hồ sơ tham gia ${of.content.name}.`;
