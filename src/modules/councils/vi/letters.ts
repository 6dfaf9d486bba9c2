interface Of {
  readonly name: string;
  readonly title: string | null;
  readonly edition: {
    readonly content: { readonly name: string; readonly committee: { readonly name: string } };
    readonly organisation: { readonly name: string };
  };
}

interface Letter {
  readonly subject: string;
  readonly text: string;
}

const LONGEST_SUBJECT = 180;

const brief = (text: string): string =>
  text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : text;

/** 'PGS.TS Nguyễn Văn A' or 'Ông/Bà Nguyễn Văn A'. */
const addressed = ({ name, title }: Of): string => `${title ?? 'Ông/Bà'} ${name}`;

const letter = (of: Of, subject: string, parts: readonly (string | null)[]): Letter => {
  const { content, organisation } = of.edition;
  const signed = content.committee.name === '' ? organisation.name : content.committee.name;
  return {
    subject: brief(subject.replace(/\s+/g, ' ')),
    text: `${[`Kính gửi ${addressed(of)},`, ...parts.filter((part) => part !== null), signed].join('\n\n')}\n`,
  };
};

const keep =
  'Liên kết này dành riêng cho Ông/Bà: ai có liên kết đều mở được trang chấm. Xin giữ thư này, không chuyển cho người khác.';

interface Invitation {
  readonly link: string;
  /** What the office adds. */
  readonly words: string | null;
  /** How many seats wait for the judge. */
  readonly seats: number;
}

/** Asks somebody to be a judge. */
export const invitationLetter = (of: Of, { link, words, seats }: Invitation): Letter => {
  const { name } = of.edition.content;
  return letter(of, `Mời tham gia hội đồng giám khảo: ${name}`, [
    `Ban tổ chức trân trọng mời Ông/Bà tham gia hội đồng giám khảo ${name}.`,
    words,
    `Xem ${seats > 0 ? 'nhiệm vụ được giao, ' : ''}quyền và trách nhiệm của giám khảo, rồi trả lời nhận lời hay từ chối tại:\n${link}`,
    'Khi nhận lời, Ông/Bà khai những người, đơn vị có quan hệ với mình để Ban tổ chức không phân công hồ sơ có liên quan.',
    keep,
  ]);
};

/** A new link in place of the one before. */
export const linkLetter = (of: Of, link: string): Letter =>
  letter(of, `Liên kết trang giám khảo: ${of.edition.content.name}`, [
    `Liên kết mới mở trang giám khảo ${of.edition.content.name} của Ông/Bà:\n${link}`,
    'Từ khi có thư này, liên kết gửi trước không dùng được nữa.',
    keep,
  ]);
