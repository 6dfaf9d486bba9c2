import { author, type DemoEntry, entry } from './entries.ts';

/** Farming, forests, environment. */
export const farmingEntries: readonly DemoEntry[] = [
  entry(
    'nong-lam',
    93,
    [
      author('Lường Thị Hiên', '1983-02-08', 'Trung tâm Khuyến nông tỉnh Sơn La', 40),
      author('Nguyễn Khắc Điệp', '1978-07-16', 'Trung tâm Khuyến nông tỉnh Sơn La', 30),
      author('Hà Thị Pâng', '1990-04-04', 'Hợp tác xã Mận hậu Nà Ka', 30),
    ],
    [
      'Quy trình rải vụ mận hậu bằng khoanh vỏ và bọc quả trên đất dốc Mộc Châu',
      'Mận chín dồn trong ba tuần, giá giữa vụ chỉ bằng một phần năm đầu vụ.',
      'Dùng hóa chất ức chế làm cây suy, không được hữu cơ chấp nhận.',
      'Khoanh vỏ theo tuổi cành, tưới nước muộn và bọc quả bằng túi giấy ba lớp; vườn được chia bốn lô, thu từ giữa tháng năm đến cuối tháng bảy. Đã làm trên chín mươi héc-ta trong ba vụ.',
      'Kéo dài vụ mận hậu từ ba lên mười tuần, không dùng hóa chất.',
    ],
  ),
  entry(
    'nong-lam',
    87.5,
    [author('Vàng Thị Dợ', '1987-10-10', 'Hợp tác xã Nông nghiệp Háng Đồng')],
    [
      'Nhân giống sơn tra ghép cho quả sau hai năm trên núi cao',
      'Sơn tra trồng hạt tám năm mới có quả, dân bỏ cây trồng ngô.',
      'Cành giâm ra rễ kém ở độ cao trên một nghìn năm trăm mét.',
      'Chọn cây đầu dòng, ghép nêm trên gốc gieo tại bản, vườn ươm che bằng lưới và rêu rừng; tỷ lệ sống chín mươi phần trăm.',
      'Sơn tra ghép, ra quả sớm, giữ rừng đầu nguồn.',
    ],
  ),
  entry(
    'nong-lam',
    74,
    [author('Trần Văn Hợi', '1971-01-25', 'Hợp tác xã Xoài Chiềng Hặc')],
    [
      'Bẫy ruồi đục quả xoài bằng bả men rượu cần',
      'Ruồi đục quả làm xoài không xuất được.',
      'Bẫy nhập khẩu đắt, chỉ bắt ruồi đực.',
      'Bả từ bã rượu cần lên men và mật mía, bẫy chai nhựa hai phễu, treo theo ô; bắt cả ruồi cái.',
      'Bẫy ruồi rẻ tiền từ bã rượu cần.',
    ],
  ),
  entry(
    'nong-lam',
    70,
    [
      author('Cầm Thị Lả', '1985-05-30', 'Hợp tác xã Chè Tân Lập', 50),
      author('Phan Văn Sỹ', '1975-09-01', 'Hợp tác xã Chè Tân Lập', 50),
    ],
    [
      'Ủ phân hữu cơ từ vỏ cà phê với chế phẩm men bản địa',
      'Vỏ cà phê đổ ven đường, mùi hôi, ruồi nhiều.',
      'Ủ tự nhiên mất tám tháng.',
      'Men phân lập từ đất rừng già, ủ luống đảo bằng máy xới, che bạt thoáng; bốn mươi lăm ngày thành phân.',
      'Phân hữu cơ từ vỏ cà phê trong bốn mươi lăm ngày.',
    ],
  ),
  entry(
    'nong-lam',
    66,
    [author('Lò Văn Inh', '1989-03-21', 'xã Chiềng Bằng')],
    [
      'Nuôi cá tầm bằng nước khe tự chảy có bậc tăng ô-xy',
      'Cá tầm chết khi mất điện máy sục khí.',
      'Sục khí bằng máy nổ tốn dầu.',
      'Nước khe chảy qua bảy bậc tràn đá, bể xoáy tự gom phân; ô-xy trên bảy mi-li-gam một lít không cần điện.',
      'Nuôi cá tầm không cần điện sục khí.',
    ],
  ),
  entry(
    'nong-lam',
    63,
    [author('Hoàng Thị Nhung', '1992-12-19', 'Hạt Kiểm lâm Sốp Cộp')],
    [
      'Bản đồ điểm cháy rừng cập nhật từ ảnh vệ tinh miễn phí cho tổ tuần rừng',
      'Tổ tuần rừng biết cháy khi đã lan rộng.',
      'Báo cháy qua điện thoại, thiếu tọa độ.',
      'Máy tính ở hạt lấy ảnh vệ tinh mỗi ba giờ, lọc điểm nóng theo ranh giới bản, nhắn tin tọa độ và đường đi cho tổ gần nhất.',
      'Báo điểm cháy rừng tới đúng tổ tuần rừng.',
    ],
  ),
  entry(
    'nong-lam',
    59,
    [author('Giàng Thị Mỷ', '1994-06-11', 'xã Co Mạ')],
    [
      'Trồng nấm hương trên cành tỉa sơn tra',
      'Cành tỉa bỏ phí, mùa đông không có việc.',
      'Nấm hương trồng trên gỗ rừng.',
      'Cành tỉa khoan lỗ cấy meo, xếp dưới tán cây, tưới sương bằng nước khe; ba vụ một đợt gỗ.',
      'Trồng nấm hương không chặt gỗ rừng.',
    ],
  ),
  entry(
    'nong-lam',
    55,
    [author('Bạc Cầm Khuyên', '1981-08-28', 'xã Mường Và')],
    [
      'Giữ giống lúa nếp tan bằng ruộng đối chứng ba bản',
      'Nếp tan lẫn giống, mất mùi thơm.',
      'Chọn giống bằng mắt ở từng nhà.',
      'Ba bản chia nhau ba dòng, đổi chéo hạt mỗi năm, ghi sổ chung; trưởng bản chấm mùi thơm mù.',
      'Giữ giống nếp tan bằng ruộng chung của ba bản.',
    ],
  ),
];
