export const bundleWords = {
  title: 'Bộ chứng cứ của quyết định',
  body: 'Một tệp có chữ ký số gồm thể lệ, phân công, mọi phiếu chấm đã ký, phiếu bầu, cách tính và giải thưởng, không có tên tác giả và giám khảo. Ai có tệp cũng tính lại được: lientri verify TỆP.',
  get: 'Tải bộ chứng cứ (ZIP)',
  hash: 'SHA-256',
  takenBack: (at: string): string => `Của quyết định đã thu hồi lúc ${at}.`,
} as const;
