import { author, type DemoEntry, entry } from './entries.ts';

const college = 'Trường Cao đẳng Kỹ thuật công nghệ Sơn La';
const power = 'Điện lực Mai Sơn';

/** Information technology, mechanics, materials. */
export const technicalEntries: readonly DemoEntry[] = [
  entry(
    'cntt',
    91.8,
    [
      author('Cà Văn Chung', '1984-03-11', 'Trung tâm Y tế Mường La', 60),
      author('Đặng Thị Hải Yến', '1990-07-25', 'Trung tâm Y tế Mường La', 40),
    ],
    [
      'Phần mềm theo dõi thai sản dùng được khi mất mạng cho y tế thôn bản',
      'Bản xa không có sóng, cô đỡ thôn bản ghi sổ tay, cuối tháng mới biết ai bỏ lịch khám.',
      'Các phần mềm hiện có đều cần mạng thường xuyên.',
      'Ứng dụng lưu dữ liệu trong điện thoại, tự đồng bộ khi có sóng; nhắc lịch khám bằng tiếng Thái, tiếng Mông; tô đỏ ca có nguy cơ và gửi tin nhắn ngắn về trạm.',
      'Theo dõi thai phụ vùng cao, nhắc lịch bằng tiếng dân tộc, không cần mạng thường xuyên.',
    ],
  ),
  entry(
    'cntt',
    83,
    [author('Lò Minh Tuấn', '1991-10-02', 'Trường THPT Chiềng Sinh')],
    [
      'Trạm đo mưa và cảnh báo lũ quét tự báo bằng còi cho bản ven suối',
      'Mưa đầu nguồn, lũ về đến bản chỉ sau hai mươi phút.',
      'Trạm đo của ngành thủy văn thưa và báo về tỉnh trước.',
      'Gầu lật đo mưa và cảm biến mức nước nối bằng sóng LoRa; vượt ngưỡng thì còi ở nhà văn hóa bản kêu ngay, không qua trung tâm; pin mặt trời dự phòng năm ngày.',
      'Trạm cảnh báo lũ quét rẻ tiền, báo thẳng cho bản.',
    ],
  ),
  entry(
    'cntt',
    71,
    [author('Vũ Đình Khải', '1987-01-30', power)],
    [
      'Bộ giám sát nhiệt độ đầu cốt tủ trung thế truyền không dây',
      'Đầu cốt phát nóng gây sự cố khi phụ tải tăng mùa sấy cà phê.',
      'Đo bằng súng nhiệt mỗi tháng một lần, dễ bỏ sót.',
      'Đầu đo tự lấy điện từ dòng tải, phát số liệu năm phút một lần; máy chủ so ba pha với nhau để nhận ra đầu cốt bất thường.',
      'Giám sát liên tục đầu cốt, báo trước sự cố.',
    ],
  ),
  entry(
    'cntt',
    66,
    [author('Quàng Thị Thanh Nga', '1993-05-14', 'Thư viện tỉnh Sơn La')],
    [
      'Kho sách nói song ngữ Việt – Thái trên thiết bị nghe một nút',
      'Người già không đọc được chữ, điện thoại thông minh khó dùng.',
      'Sách nói trên mạng chỉ có tiếng Việt.',
      'Hộp nghe một nút bấm chạy pin, thẻ nhớ chứa truyện, luật, cách trồng trọt do người trong bản đọc; thư viện xã đổi thẻ mỗi tháng.',
      'Hộp nghe sách một nút cho người cao tuổi.',
    ],
  ),
  entry(
    'cntt',
    61,
    [author('Bùi Văn Trọng', '1982-08-08', 'Văn phòng HĐND và UBND xã Chiềng Mung')],
    [
      'Sổ hẹn trả kết quả hành chính bằng mã QR và tin nhắn',
      'Người dân đi hàng chục cây số mà giấy tờ chưa xong.',
      'Giấy hẹn viết tay không báo được thay đổi.',
      'Mỗi hồ sơ có mã QR; quét thấy đang ở bước nào, chậm thì máy nhắn tin ngày hẹn mới và lý do.',
      'Báo tiến độ hồ sơ hành chính cho người dân ở xa.',
    ],
  ),
  entry(
    'cntt',
    57,
    [author('Sùng A Chớ', '1995-11-21', 'Trường PTDTBT THCS Hang Chú')],
    [
      'Máy chấm cơm bán trú bằng thẻ từ tự làm',
      'Chấm cơm trên giấy, cuối tháng đối chiếu mất hai ngày.',
      'Máy bán sẵn đắt và cần mạng.',
      'Đầu đọc thẻ nối vi điều khiển, ghi thẻ nhớ, xuất bảng theo mẫu thanh toán chế độ bán trú.',
      'Chấm cơm bán trú nhanh, đúng mẫu thanh toán.',
    ],
  ),
  entry(
    'co-khi',
    91.6,
    [
      author('Nguyễn Hữu Thăng', '1976-02-19', 'Hợp tác xã Cà phê Bích Thao', 50),
      author('Lường Văn Quyết', '1981-09-09', 'Hợp tác xã Cà phê Bích Thao', 30),
      author('Trần Thị Hồng Vân', '1989-12-03', 'Hợp tác xã Cà phê Bích Thao', 20),
    ],
    [
      'Dây chuyền xát ướt cà phê tuần hoàn nước cho nhóm hộ',
      'Mỗi vụ, nước thải xát cà phê làm đen suối, dân hạ lưu không có nước dùng.',
      'Máy xát nhỏ dùng hai mươi lít nước cho một ki-lô-gam nhân; máy lớn chỉ hợp nhà máy.',
      'Máy xát trục đứng tách vỏ khô, bể lắng ba ngăn lọc bằng vỏ trấu hun, bơm đưa nước quay lại; vỏ ủ thành phân. Lượng nước còn ba lít cho một ki-lô-gam nhân.',
      'Xát cà phê tiết kiệm nước, không thải ra suối, vừa sức nhóm hai mươi hộ.',
    ],
  ),
  entry(
    'co-khi',
    77,
    [author('Tòng Văn Ái', '1979-06-06', 'xã Chiềng Khoong')],
    [
      'Máy làm cỏ, xới gốc nhãn trên đất dốc dùng tời giữ',
      'Nương nhãn dốc, máy xới thường bị trôi, người phải ghì.',
      'Máy xới tay bán sẵn chỉ dùng ở ruộng bằng.',
      'Máy xới bánh lồng thấp trọng tâm, nối tời điện ở đỉnh nương; người lái thả tời bằng điều khiển, máy tự dừng khi nghiêng quá ba mươi độ.',
      'Xới gốc nhãn trên nương dốc an toàn, nhanh gấp năm lần cuốc tay.',
    ],
  ),
  entry(
    'co-khi',
    68,
    [
      author('Phạm Văn Lâm', '1985-04-27', college, 70),
      author('Hà Văn Diện', '1992-02-12', college, 30),
    ],
    [
      'Máy thái rơm, thân ngô dùng được cả điện lưới và máy nổ',
      'Mùa rét thiếu thức ăn cho trâu bò, rơm để nguyên trâu bò bỏ phí một nửa.',
      'Máy băm bán sẵn chỉ chạy một nguồn điện.',
      'Trục dao hai tầng, khớp nối nhanh giữa mô-tơ và máy nổ, phễu có cửa ngắt khi tay đưa quá vạch.',
      'Máy băm thức ăn gia súc hai nguồn, an toàn tay.',
    ],
  ),
  entry(
    'co-khi',
    64,
    [author('Giàng A Sếnh', '1988-08-15', 'xã Tà Xùa')],
    [
      'Xe cáp hàng chạy bằng tời cho nương chè Shan tuyết',
      'Chè hái trên núi gùi xuống mất nửa ngày, chè ôi.',
      'Đường xe máy chỉ đến chân núi.',
      'Cáp thép căng giữa các cây cột thép, giỏ hàng chạy bằng tời điện có phanh tự hãm; trụ tháo rời vác được.',
      'Cáp chở chè búp xuống núi trong mười phút.',
    ],
  ),
  entry(
    'co-khi',
    60,
    [author('Lê Xuân Hòa', '1974-10-20', 'Công ty cổ phần Môi trường đô thị Sơn La')],
    [
      'Cầu nâng thùng rác lắp trên xe ba bánh cho ngõ dốc',
      'Xe ép rác không vào được ngõ, công nhân khiêng thùng.',
      'Xe gom rác đẩy tay nguy hiểm ở dốc.',
      'Cơ cấu nâng bằng xi lanh điện, thùng đổ sang xe lớn không phải nhấc; phanh kép cho xuống dốc.',
      'Gom rác ngõ dốc không phải khiêng thùng.',
    ],
  ),
  entry(
    'co-khi',
    56,
    [author('Điêu Chính Hải', '1983-03-03', 'xã Quỳnh Nhai')],
    [
      'Guồng cho cá lồng ăn tự động chạy bằng gió lòng hồ',
      'Hộ nuôi cá lồng phải chèo ra cho ăn ngày bốn lần.',
      'Máy rải thức ăn cần điện.',
      'Chong chóng nạp bình, đồng hồ cơ mở cửa thùng theo giờ; trời lặng gió dùng bình tích.',
      'Cho cá lồng ăn đúng giờ trên hồ Sơn La.',
    ],
  ),
  entry(
    'co-khi',
    52,
    [author('Hoàng Văn Tiến', '1990-01-17', 'Trường THCS Yên Châu')],
    [
      'Khung giàn chanh leo tháo lắp bằng ống thép mạ kẽm cũ',
      'Cọc gỗ mục sau hai năm, phá rừng lấy cọc.',
      'Cọc bê tông nặng, khó chở lên nương.',
      'Khớp nối dập từ tôn dày, ống giàn giáo cũ cắt sẵn, dựng một héc-ta trong ba ngày, tháo chuyển được.',
      'Giàn chanh leo tháo lắp thay cọc gỗ.',
    ],
  ),
  entry(
    'vat-lieu',
    82.8,
    [
      author('Trịnh Công Hải', '1980-05-05', 'Công ty TNHH Gạch Mường Bon', 65),
      author('Vì Thị Duyên', '1991-03-29', 'Công ty TNHH Gạch Mường Bon', 35),
    ],
    [
      'Gạch không nung từ bã sắn và xỉ than',
      'Nhà máy sắn thải hàng nghìn tấn bã sơ mỗi vụ, xỉ than chất đống.',
      'Gạch nung tốn than, gạch xi măng cốt liệu phải mua đá mạt từ xa.',
      'Bã sơ sấy khô làm cốt, trộn xỉ than nghiền, xi măng và phụ gia; ép rung, dưỡng ẩm bảy ngày, đạt mác bảy mươi lăm.',
      'Gạch nhẹ tận dụng bã sắn và xỉ than.',
    ],
  ),
  entry(
    'vat-lieu',
    67,
    [author('Lò Văn Phỏng', '1977-12-12', 'xã Mường Giôn')],
    [
      'Bếp hóa khí dùng lõi ngô và vỏ cà phê',
      'Nấu củi khói trong nhà sàn, phụ nữ và trẻ nhỏ hay đau mắt.',
      'Bếp ga đắt, bếp trấu không đốt được lõi ngô.',
      'Buồng đốt hai lớp, quạt nhỏ chạy pin tạo khí cháy ngọn lửa xanh; một mẻ lõi ngô cháy năm mươi phút, tro làm phân.',
      'Bếp ít khói từ phụ phẩm nông nghiệp.',
    ],
  ),
  entry(
    'vat-lieu',
    62,
    [author('Nguyễn Thị Lệ Quyên', '1986-06-23', college)],
    [
      'Than sinh học từ cành đào, cành mận đốn để cải tạo đất bạc màu',
      'Sau đốn tỉa, cành đốt bỏ gây khói mù cả thung lũng.',
      'Lò than truyền thống hiệu suất thấp.',
      'Lò đốt yếm khí hai thùng lồng nhau, thu lại khí để tự đốt; than nghiền ủ với phân chuồng bón cho ngô.',
      'Than sinh học từ cành đốn, giữ ẩm cho đất.',
    ],
  ),
  entry(
    'vat-lieu',
    58,
    [author('Đỗ Mạnh Cường', '1984-09-18', power)],
    [
      'Đèn đường nông thôn điều độ sáng theo người đi lại',
      'Đèn năng lượng mặt trời hết pin nửa đêm.',
      'Đèn bán sẵn sáng đều cả đêm.',
      'Cảm biến chuyển động, các đèn truyền tin cho nhau, sáng trước mặt người đi ba cột; pin dùng đủ đêm mưa.',
      'Đèn đường sáng theo người, đủ pin cả đêm.',
    ],
  ),
  entry(
    'vat-lieu',
    55,
    [author('Mùa A Lềnh', '1992-07-07', 'xã Xím Vàng')],
    [
      'Bộ lọc nước sinh hoạt bằng cát, than và sỏi cho điểm trường',
      'Nước khe sau mưa đục, học sinh đau bụng.',
      'Máy lọc cần điện và thay lõi.',
      'Ba thùng nhựa xếp bậc, rửa ngược bằng van xoay, lưu lượng hai trăm lít một giờ, không dùng điện.',
      'Lọc nước điểm trường không cần điện.',
    ],
  ),
  entry(
    'vat-lieu',
    50,
    [author('Ngô Văn Bính', '1970-11-02', 'phường Tô Hiệu')],
    [
      'Chế phẩm tẩy rỉ sét kim loại từ nước quả chua',
      'Nông cụ rỉ nhanh, hóa chất tẩy độc hại.',
      'Tẩy rỉ bằng axit công nghiệp.',
      'Ngâm nông cụ trong nước quả chua ủ men ba ngày, lau khô, phủ dầu trẩu.',
      'Tẩy rỉ bằng nước quả, không độc.',
    ],
    { end: 'invalid' },
  ),
];
