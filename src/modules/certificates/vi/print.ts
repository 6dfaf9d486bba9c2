/** Words that are printed on every certificate. */
export const printWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  check: 'Kiểm tra giấy này:',
  attached: 'Bản ký số của giấy chứng nhận (Open Badges 3.0)',
};

export const printingWords = {
  file: (edition: string, today: string, part: number) =>
    `giay-chung-nhan-${edition}-${today}-${String(part).padStart(2, '0')}.pdf`,
  oneFile: (number: string) => `giay-chung-nhan-${number}.pdf`,
  credentialFile: (number: string) => `giay-chung-nhan-${number}.json`,
  sampleFile: 'giay-chung-nhan-mau.pdf',
  keyFile: 'khoa-cong-khai-giay-chung-nhan.pem',
};

/** Words inside the credential, for those who read it elsewhere. */
export const credentialWords = {
  issuer: (committee: string, organisation: string) =>
    committee === '' ? organisation : `${committee}, ${organisation}`,
  name: (title: string, number: string) => `${title} số ${number}`,
  description: (prize: string, edition: string) => `${prize}, ${edition}.`,
  criteria: (decision: string | null, day: string | null, edition: string) =>
    decision === null
      ? `Được Ban Tổ chức ${edition} trao giải.`
      : `Được trao giải theo Quyết định số ${decision}${day === null ? '' : ` ngày ${day}`}, ${edition}.`,
};
