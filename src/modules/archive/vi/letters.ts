interface Asked {
  readonly title: string;
  readonly name: string;
  readonly contact: string;
  readonly message: string;
  /** Page of the dossier. */
  readonly address: string;
  readonly officeAddress: string;
}

const short = (title: string): string => (title.length > 80 ? `${title.slice(0, 79)}…` : title);

/** To those who answer for the office: somebody asks for the transfer of a solution. */
export const transferLetter = (asked: Asked): { subject: string; text: string } => ({
  subject: `Yêu cầu chuyển giao: ${short(asked.title.replace(/\s+/g, ' '))}`,
  text: `${[
    'Kính gửi văn phòng,',
    `Có người muốn liên hệ để chuyển giao giải pháp “${asked.title}”:\n${asked.address}`,
    `Người gửi: ${asked.name}\nLiên hệ: ${asked.contact}`,
    `Nội dung:\n${asked.message}`,
    `Văn phòng liên hệ với tác giả và trả lời người gửi; trang công khai không cho biết cách liên hệ với tác giả. Trả lời xong, ghi lại tại:\n${asked.officeAddress}`,
  ].join('\n\n')}\n`,
});
