import type { Role } from '../kernel/role.ts';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly description: string;
}

const account = (
  role: Role,
  name: string,
  organisation: string,
  description: string,
): DemoAccount => ({
  email: `${role}@demo.example`,
  name,
  role,
  organisation,
  description,
});

/** One sign-in for each persona. They exist only in a folder made with demo data. */
export const demoSignIns = {
  root: 'vusta',
  admin: 'admin@demo.example',
  password: 'Dau-sac-huyen-2019',
  accounts: [
    account('clerk', 'Lò Thị Hương Giang', 'sonla', 'chuyên viên văn phòng LHH Sơn La'),
    account('leader', 'Quàng Văn Én', 'sonla', 'lãnh đạo LHH Sơn La'),
    account('officer', 'Mùa A Dếnh', 'sonla-khuyenhoc', 'cán bộ Hội Khuyến học Sơn La'),
    account('national', 'Đặng Thu Thủy', 'vusta', 'cán bộ LHH Việt Nam'),
    account('expert', 'Cầm Thị Ngọc Quỳnh', 'sonla', 'chuyên gia'),
    account('author', 'Vàng Thị Mỷ', 'sonla', 'tác giả hồ sơ dự thi'),
    account('judge', 'Hà Văn Bình', 'sonla', 'thành viên hội đồng'),
    account('agency', 'Tòng Thị Ánh', 'sonla', 'cơ quan đặt hàng'),
    account('editor', 'Nguyễn Ngọc Ổn', 'sonla', 'biên tập viên'),
    account('reader', 'Lường Văn Thái', 'sonla', 'bạn đọc'),
    account('admin', 'Phạm Quốc Đạt', 'vusta', 'quản trị hệ thống'),
    account('auditor', 'Vũ Thị Ẵm', 'vusta', 'người kiểm tra'),
  ],
} as const;
