/** The pages of an edition's results, which this module begins and `results` goes on with. */
export const sectionWords = {
  title: 'Kết quả',
  parts: { points: 'Tổng hợp điểm', ballots: 'Bỏ phiếu', prizes: 'Giải thưởng', papers: 'Giấy tờ' },
} as const;
