import { author, type DemoEntry, entry } from './entries.ts';

const hospital = 'Bệnh viện Đa khoa tỉnh Sơn La';

/** Medicine, schools. */
export const peopleEntries: readonly DemoEntry[] = [
  entry(
    'y-duoc',
    87,
    [
      author('Nguyễn Thị Hạnh', '1980-11-13', hospital, 50),
      author('Quàng Văn Thoa', '1986-02-22', hospital, 30),
      author('Lê Thị Mai Phương', '1991-08-06', hospital, 20),
    ],
    [
      'Quy trình hồi sức sơ sinh non tháng khi chuyển viện đường đèo dài',
      'Trẻ non tháng từ huyện xa về tỉnh mất ba giờ, hạ thân nhiệt và ngừng thở trên xe.',
      'Lồng ấp chuyển viện đắt, huyện không có.',
      'Túi giữ nhiệt nhiều lớp có đệm gel, bóng bóp hạn chế áp lực, bảng kiểm mười lăm phút một lần, gọi hình ảnh với khoa sơ sinh; đã dùng cho một trăm hai mươi sáu ca ở sáu huyện cũ.',
      'Chuyển trẻ non tháng an toàn bằng dụng cụ rẻ tiền và bảng kiểm.',
    ],
  ),
  entry(
    'y-duoc',
    66,
    [author('Bàn Văn Tá', '1969-04-17', 'Hội Đông y tỉnh Sơn La')],
    [
      'Cao xoa bóp chữa đau khớp từ mười hai vị thuốc của người Dao',
      'Người làm nương đau khớp, dùng thuốc giảm đau lâu ngày.',
      'Thuốc ngâm rượu khó chuẩn liều.',
      'Cô cao theo nhiệt độ cố định, định lượng bằng tỷ trọng, đóng tuýp; đã theo dõi sáu mươi người bệnh.',
      'Cao xoa bóp chuẩn liều từ bài thuốc người Dao.',
    ],
  ),
  entry(
    'y-duoc',
    63,
    [author('Tòng Thị Phiên', '1988-01-09', 'Trạm Y tế xã Mường Lèo')],
    [
      'Bảng tranh tư vấn dinh dưỡng bà mẹ bằng tiếng Xinh Mun',
      'Bà mẹ Xinh Mun không hiểu tờ rơi tiếng Việt.',
      'Tờ rơi chung cả nước.',
      'Hai mươi bốn tranh vẽ món ăn ở bản, câu hỏi ngắn, thẻ màu theo tháng tuổi; thu tiếng đọc vào thẻ nghe.',
      'Tư vấn dinh dưỡng bằng tranh và tiếng Xinh Mun.',
    ],
  ),
  entry(
    'y-duoc',
    60,
    [author('Đoàn Quang Vinh', '1984-10-27', hospital)],
    [
      'Khay gá dụng cụ nội soi tự thiết kế giảm hỏng dây quang',
      'Dây quang gãy khi rửa, mỗi dây vài chục triệu đồng.',
      'Khay inox bán sẵn không giữ cố định.',
      'Khay in ba chiều, rãnh giữ từng dụng cụ, nắp trong; giảm dây hỏng từ sáu xuống một mỗi năm.',
      'Khay rửa dụng cụ nội soi, đỡ hỏng dây quang.',
    ],
  ),
  entry(
    'y-duoc',
    57,
    [author('Hoàng Thị Ngát', '1993-03-15', 'Trung tâm Kiểm soát bệnh tật tỉnh Sơn La')],
    [
      'Mạng lưới trưởng bản báo dịch bằng tin nhắn mã số',
      'Ca bệnh đầu tiên báo lên chậm năm ngày.',
      'Báo cáo giấy hằng tuần.',
      'Sáu mã số cho sáu nhóm dấu hiệu, tin nhắn thường, máy chủ vẽ bản đồ và gọi lại trong một giờ.',
      'Báo dịch sớm từ bản bằng tin nhắn mã số.',
    ],
  ),
  entry(
    'giao-duc',
    77,
    [
      author('Lò Thị Thuận', '1986-09-12', 'Trường Tiểu học Chiềng Ngần', 60),
      author('Nguyễn Thu Hoài', '1990-05-20', 'Trường Tiểu học Chiềng Ngần', 40),
    ],
    [
      'Bộ học liệu chuẩn bị tiếng Việt cho trẻ Thái, Mông trước lớp Một',
      'Trẻ vào lớp Một chưa nghe được tiếng Việt, nản học.',
      'Tài liệu chung dạy chữ ngay.',
      'Sáu mươi tình huống chơi theo mùa của bản, thẻ tranh, bài hát song ngữ; giáo viên ghi mức nghe nói của từng trẻ.',
      'Học liệu nghe nói tiếng Việt trước lớp Một.',
    ],
  ),
  entry(
    'giao-duc',
    67.8,
    [author('Vũ Thị Kim Liên', '1982-12-01', 'Trường THPT Mường La')],
    [
      'Phòng thí nghiệm hóa học ảo ghép với bộ dụng cụ tối giản',
      'Hóa chất hết hạn, thí nghiệm chỉ xem tranh.',
      'Phần mềm ảo không rèn tay.',
      'Mỗi bài có phần ảo để dự đoán và phần làm thật bằng ống nhỏ giọt, hóa chất bếp; phiếu so kết quả.',
      'Thí nghiệm hóa học nửa ảo nửa thật, ít tốn.',
    ],
  ),
  entry(
    'giao-duc',
    68,
    [author('Mùa Thị Sua', '1991-02-28', 'Trường PTDTBT Tiểu học Kim Bon')],
    [
      'Góc thư viện xanh trong gùi cho điểm trường lẻ',
      'Điểm trường xa không có sách, thư viện ở trung tâm.',
      'Tủ sách cố định ít đổi sách.',
      'Gùi sách chia ngăn, giáo viên luân chuyển theo phiên chợ, sổ đọc của bản; mỗi điểm đổi sách hai tuần một lần.',
      'Gùi sách luân chuyển cho điểm trường lẻ.',
    ],
    { private: true },
  ),
  entry(
    'giao-duc',
    59,
    [author('Phạm Quỳnh Anh', '1994-07-19', 'Trường THCS Nguyễn Trãi')],
    [
      'Trò chơi thẻ bài học lịch sử Nhà tù Sơn La',
      'Học sinh nhớ năm tháng mà không hiểu sự kiện.',
      'Tham quan một lần mỗi năm.',
      'Bộ thẻ nhân vật, sự kiện, địa điểm; luật chơi theo nhóm; có thẻ câu hỏi để tranh luận.',
      'Học lịch sử địa phương qua trò chơi thẻ bài.',
    ],
  ),
  entry(
    'giao-duc',
    56,
    [author('Cà Thị Bun', '1989-11-11', 'Trường Mầm non Chiềng Cơi')],
    [
      'Đồ chơi vận động từ lốp xe và tre cho trường mầm non',
      'Sân trường mầm non ít đồ chơi.',
      'Đồ chơi nhựa đắt, nhanh hỏng.',
      'Lốp sơn không chì, khung tre ghép mộng, sơ đồ lắp và bảng kiểm an toàn hằng tháng.',
      'Sân chơi vận động từ vật liệu có sẵn.',
    ],
  ),
  entry(
    'giao-duc',
    54,
    [author('Trương Văn Thế', '1985-04-09', 'Trường THPT Phù Yên')],
    [
      'Sổ chủ nhiệm điện tử trên bảng tính dùng chung',
      'Sổ chủ nhiệm giấy khó tra cứu.',
      'Phần mềm trường học chưa có phần này.',
      'Bảng tính có mẫu sẵn, khóa ô, tự gửi tổng hợp cho phụ huynh mỗi tháng.',
      'Sổ chủ nhiệm trên bảng tính.',
    ],
    { end: 'withdrawn' },
  ),
];
