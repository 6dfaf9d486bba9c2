/** What a letter needs of the edition. */
interface Of {
  readonly content: { readonly name: string; readonly committee: { readonly name: string } };
  readonly organisation: { readonly name: string };
}

interface Facts {
  readonly title: string;
  readonly certificates: readonly {
    readonly number: string;
    readonly names: readonly string[];
    readonly prize: string;
    readonly title: string;
  }[];
  readonly link: string;
  readonly check: string;
}

const LONGEST_SUBJECT = 180;

const brief = (text: string): string =>
  text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : text;

/** Certificates of a dossier are there. */
export function issuedLetter({ content, organisation }: Of, facts: Facts) {
  const committee = content.committee.name === '' ? organisation.name : content.committee.name;
  const listed = facts.certificates.map(
    ({ number, names, prize }) => `- Số ${number}: ${names.join(', ')}, ${prize}`,
  );
  const parts = [
    'Kính gửi Ông/Bà,',
    `${committee} đã cấp giấy chứng nhận cho hồ sơ “${facts.title}” tại ${content.name}:\n${listed.join('\n')}`,
    `Tải giấy (PDF) và bản ký số ở liên kết sau:\n${facts.link}`,
    'Ai có liên kết này đều tải được giấy có họ tên. Xin giữ thư này, không chuyển cho người khác.',
    `Ai nhận được giấy đều có thể kiểm tra bằng cách quét hình QR trên giấy, hoặc gõ mã ở ${facts.check}.`,
    committee,
  ];
  return {
    subject: brief(`Giấy chứng nhận: ${content.name}`.replace(/\s+/g, ' ')),
    text: `${parts.join('\n\n')}\n`,
  };
}
