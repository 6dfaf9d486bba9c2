/** Fields in which provinces have associations, the usual ones first. `society`: a national sector society. */
export interface DemoField {
  readonly code: string;
  readonly name: string;
  readonly society: string | null;
  /** Share of a union's members, relative. */
  readonly weight: number;
}

const rows: readonly (readonly [
  code: string,
  name: string,
  society: string | null,
  weight: number,
])[] = [
  ['khuyenhoc', 'Hội Khuyến học', 'Hội Khuyến học Việt Nam', 900],
  ['dongy', 'Hội Đông y', 'Hội Đông y Việt Nam', 20],
  ['yhoc', 'Hội Y học', 'Tổng hội Y học Việt Nam', 25],
  ['dieuduong', 'Hội Điều dưỡng', 'Hội Điều dưỡng Việt Nam', 20],
  ['duochoc', 'Hội Dược học', 'Hội Dược học Việt Nam', 8],
  ['luatgia', 'Hội Luật gia', null, 12],
  ['kinhte', 'Hội Khoa học Kinh tế', 'Hội Khoa học Kinh tế Việt Nam', 5],
  ['lichsu', 'Hội Khoa học Lịch sử', 'Hội Khoa học Lịch sử Việt Nam', 4],
  ['kientruc', 'Hội Kiến trúc sư', 'Hội Kiến trúc sư Việt Nam', 3],
  ['xaydung', 'Hội Xây dựng', 'Tổng hội Xây dựng Việt Nam', 6],
  ['cauduong', 'Hội Khoa học kỹ thuật Cầu đường', 'Hội Khoa học kỹ thuật Cầu đường Việt Nam', 4],
  ['thuyloi', 'Hội Thủy lợi', 'Hội Đập lớn và Phát triển nguồn nước Việt Nam', 4],
  ['lamvuon', 'Hội Làm vườn', 'Hội Làm vườn Việt Nam', 120],
  ['channuoi', 'Hội Chăn nuôi', 'Hội Chăn nuôi Việt Nam', 15],
  ['thuy', 'Hội Thú y', 'Hội Thú y Việt Nam', 8],
  ['dat', 'Hội Khoa học Đất', 'Hội Khoa học Đất Việt Nam', 3],
  ['lamnghiep', 'Hội Khoa học kỹ thuật Lâm nghiệp', 'Hội Khoa học kỹ thuật Lâm nghiệp Việt Nam', 5],
  ['nganhnghe', 'Hội Ngành nghề nông nghiệp nông thôn', null, 10],
  ['tinhoc', 'Hội Tin học', 'Hội Tin học Việt Nam', 5],
  ['dientu', 'Hội Vô tuyến - Điện tử', 'Hội Vô tuyến - Điện tử Việt Nam', 3],
  ['dienluc', 'Hội Điện lực', 'Hội Điện lực Việt Nam', 6],
  ['cokhi', 'Hội Cơ khí', 'Tổng hội Cơ khí Việt Nam', 4],
  ['hoahoc', 'Hội Hóa học', 'Hội Hóa học Việt Nam', 3],
  ['vatly', 'Hội Vật lý', 'Hội Vật lý Việt Nam', 3],
  ['toanhoc', 'Hội Toán học', 'Hội Toán học Việt Nam', 3],
  ['sinhhoc', 'Hội Sinh học', null, 3],
  [
    'moitruong',
    'Hội Bảo vệ thiên nhiên và môi trường',
    'Hội Bảo vệ Thiên nhiên và Môi trường Việt Nam',
    7,
  ],
  ['nguoitieudung', 'Hội Bảo vệ quyền lợi người tiêu dùng', null, 6],
  ['doanhnghiep', 'Hiệp hội Doanh nghiệp', null, 9],
  ['ketoan', 'Hội Kế toán', null, 5],
  ['tamly', 'Hội Khoa học Tâm lý - Giáo dục', 'Hội Khoa học Tâm lý - Giáo dục Việt Nam', 6],
  ['cuugiaochuc', 'Hội Cựu giáo chức', null, 40],
  ['giaoduc', 'Hội Giáo dục chăm sóc sức khỏe cộng đồng', null, 10],
  ['kehoachhoa', 'Hội Kế hoạch hóa gia đình', null, 12],
  ['chamcuu', 'Hội Châm cứu', 'Hội Châm cứu Việt Nam', 5],
  ['sinhvatcanh', 'Hội Sinh vật cảnh', null, 25],
  ['quyhoach', 'Hội Quy hoạch phát triển đô thị', 'Hội Quy hoạch Phát triển Đô thị Việt Nam', 3],
  ['tracdia', 'Hội Trắc địa - Bản đồ - Viễn thám', null, 3],
  ['ngheca', 'Hội Nghề cá', 'Hội Nghề cá Việt Nam', 10],
  ['huutri', 'Câu lạc bộ Trí thức hưu trí', null, 3],
];

export const fields: readonly DemoField[] = rows.map(([code, name, society, weight]) => ({
  code,
  name,
  society,
  weight,
}));
