import { matchKey } from './fold.ts';

// Only used to tell a form of address from a name ("Ông Nguyễn Văn A" and Ông Ích Khiêm), never to
// judge whether a name is right. Văn and Thị are left out: they are middle names first.
const COMMON = `
  Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Trịnh Đinh Lâm Mai
  Trương Phùng Vương Tô Hà Tạ Cao Lương Lưu Thái Châu Tôn Quách Chu Đồng Kiều Nghiêm Ninh Phó Phí
  Quan Quản Khổng Khúc Kim Lại Lục Mạc Mạch Mã Nhâm Nhữ Ông Từ Thân Thạch Thẩm Tăng Tống Trà Triệu
  Trang Ưng Uông Vi Viên Vưu Xa Âu An Bạch Bế Biện Bồ Cái Cát Cấn Chung Chử Cù Cung Danh Diệp Doãn Đàm
  Đan Đậu Điền Điêu Đới Đổng Đường Giang Giáp Hạ Hàn Hầu Hứa Hùng Hướng Khương La Lã Lãnh Lều Liêu Liễu
  Lò Lô Lộ Lù Luân Lường Mẫn Mông Mùa Nông Ngụy Nhan Ngọ Ngọc Ngũ Ong Phương Sái Sầm Sơn Sùng Tào Thang
  Thào Thiều Tiêu Tòng Tráng Trừ Tướng Vàng Vừ Vương Viêm Quàng Quảng Lừu Giàng Sồng Cầm Cà Bạc Điêu
  Hoàng Hờ Thò Hạng Lầu Lý Má Phàn Tẩn Chảo Chẻo Lỳ Pờ Lò Hù Tếnh Mè Leo Vì Vi Lữ Kha Lang Quang Ma
  Dương Đèo Khoàng Tao Thùng Cứ Cháng Sìn Củng Ly Vù Dềnh Hạ Bàn Đặng Triệu Phùng Y H K Rơ Ksor Nay
  Siu Kpă Rmah Rahlan Niê Ayun Ênuôl Mlô Êban Byă Kbuôr Hmok Adrơng Kơ Kon Păng Ting Liêng Cil Lơmu
  Bon Đinh A Zơrâm Alăng Bhling Pơloong Bríu Hôih Coor Hồ Kray Chamaléa Katơr Pinăng Đàng Thạch Kim
  Sơn Danh Tăng Châu Chau Neáng Trượng Từ Báo Não Quảng Bá Thành Dụng Lộ Phú Lưu Vạn
`;

const KEYS = new Set(COMMON.trim().split(/\s+/).map(matchKey));

/** True for a family or clan name that is in use in Vietnam and known to us; case does not matter. */
export function isKnownFamilyName(word: string): boolean {
  return KEYS.has(matchKey(word));
}
