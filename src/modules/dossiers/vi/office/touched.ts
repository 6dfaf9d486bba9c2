/** Words of the page that tells which dossiers a change of the edition touches. */
export const touchedWords = {
  title: 'Hồ sơ bị chạm tới',
  lead: (count: number) =>
    count === 0
      ? 'Không hồ sơ nào bị thay đổi này chạm tới.'
      : `${count} hồ sơ bị thay đổi này chạm tới. Chưa có gì được lưu.`,
  save: 'Lưu thay đổi',
  back: 'Sửa tiếp',
  none: 'Không hồ sơ nào bị chạm tới',
  dossier: 'Hồ sơ',
  draft: 'Hồ sơ đang viết',
  state: 'Tình trạng',
  feels: 'Thấy gì',
  included: (words: string) => `${words.replace(/\.$/, '')}; trước đây chưa đúng.`,
  kept: (count: number) => `${count} mục đã ghi không còn được hỏi, nội dung vẫn giữ.`,
  consents: (count: number) => `Cần thêm ${count} ý kiến đồng ý.`,
  rest: (count: number) => `Còn ${count} hồ sơ khác cũng bị chạm tới.`,
} as const;
