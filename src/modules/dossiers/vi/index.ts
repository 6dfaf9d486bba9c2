export { ownIssues } from './issues.ts';
export * from './letters.ts';

export const permissionNames: Readonly<Record<string, string>> = {
  'dossier.enter': 'Viết, nộp, rút hồ sơ dự thi bằng liên kết gửi qua thư',
  'dossier.read': 'Xem hồ sơ đã nộp của các hội thi, tôn vinh',
  'dossier.keep': 'Làm thư ký: kiểm tra, trả bổ sung, chuyển lĩnh vực, nhập hồ sơ giấy',
};
