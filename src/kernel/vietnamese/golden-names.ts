// Every vowel with every tone, pairs that other orders get wrong, and names of many peoples of
// Vietnam: made up, or borne by well-known people. NFC, each once, in no order.
const SYLLABLES = `
  a à ả ã á ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị o ò ỏ õ ó ọ ô ồ ổ ỗ ố
  ộ ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ ma mà mả mã má mạ ba bà bả bã bá bạ ca cà cả
  cá cạ da dà dã dạ dâu dầu dấu dậu đa đà đả đã đá đạ đâu đầu đấu đậu đẩu lan làn lãn lán lạn
  lăn lằn lẳn lặn lân lần lẩn lẫn lấn lận ăn ẵm ắng ẩm ấm ậm ần ân anh ánh ảnh ành em ém én ếch
  êm ễnh ếm hoa hoà hỏa hoá họa hòa hóa hoạ hoe hoè khỏe khoẻ thuy thuỳ thủy thuý thụy thùy thuỷ
  thúy thuê thuế thuở quy quý quỳ quỷ quỹ quạ quá quả giá già giã giả kỹ kĩ lý lí mỹ mĩ sỹ sĩ tỷ
  tỉ vy vi nguyên nguyền nguyện nguyễn nga ngà ngả ngã ngạ nghe nghề nghễ nghệ nghiên nghiêng
  ngô ngọ ngữ ngự trăng trắng trằng trâng tràng trang tráng trạng tranh trình trịnh yên yến yêu
  yếu yểu xuân xuyến xoan xoàn xoắn phương phường phướng phượng phước ong ông ổng õng óng ọng ơn
  ớn ờn ởn ốc ộc óc ọc ứng ưng ửng ừng
`;

const NAMES = `
  Hạ An | Hà Văn | Hà An | Hạ Văn | Lê Thị Hoà | Lê Thị Hòa | Lê Thị Hoa | Lê Thị Hóa
  Đang Văn Đạt | Dang Van Dat | Đặng Văn Đạt | Đăng Văn Dạt | Y Moan Ênuôl | Y Bih Alêô
  Y Ngông Niê Kdăm | Y Wang Mlô Duôn Du | Y Thuyên Êban | Y Biêr Niê | Y Ly | Y Khút Niê
  Y Vinh Tơr | Y Garia | H'Hen Niê | H'Lim Niê | H Ngăm Niê Kdăm | H'Yim Kđoh | H'Mai Hwing
  H'Ren Ksor | Nay Der | Nay Phin | Rơ Châm Anh | Rơ Chăm Ơt | Rơ Mah Bluin | Ksor Krơn
  Ksor Phước | Siu Black | Siu Hương | Kpă Klơng | Kpuih Thu | Rah Lan Hiếu | Mùa A Dếnh
  Mùa A Sơn | Mùa A Vảng | Mùa Thị Mỷ | Giàng A Chu | Giàng A Páo | Giàng Seo Phử
  Giàng Thị Dung | Sùng A Hồng | Sùng A Lềnh | Sùng Thìn Cò | Vừ A Bằng | Vừ A Dính
  Vàng A Chỉnh | Vàng Seo Gà | Thào A Súa | Thào Xuân Sùng | Hờ A Chư | Lầu A Páo | Lầu Bá Thái
  Tráng A Pao | Tráng A Tủa | Cứ A Nếnh | Lừu A Phừ | Hạng A Xà | Lò Thị Ánh | Lò Thị Mai
  Lò Thị Én | Lò Văn Ấm | Lò Văn Hặc | Lò Văn Ún | Lò Giàng Páo | Lù Thị Ún | Lường Văn Pấng
  Lường Thị Ón | Quàng Văn Én | Quàng Văn Đôi | Quàng Thị Ọi | Cầm Ngọc Minh | Cầm Thị Ỏn
  Cà Văn Chiu | Cà Thị Ẻn | Tòng Văn Ơn | Tòng Thị Ương | Bạc Cầm Khuyên | Điêu Chính Lâm
  Đèo Văn Ỏ | Hoàng Văn Ỷ | Lèo Văn Ướm | Vì Văn Ứng | Vi Văn Úc | Mè Thị Ỉnh | Hà Thị Ếm
  Hà Văn Ẩu | Bàn Tài Đoàn | Bàn Thị Ỵ | Phàn Lở Mẩy | Tẩn A Ĩ | Chảo Láo Tả | Chẻo Sử Mẩy
  Lý Lỳ Xá | Pờ Dần Xinh | Chu Ké Lù | Hù Cố Xuân | Lý Mý Sì | Má A Cú | Sìn Văn Ũng
  Củng Phủ Ý | Nông Đức Mạnh | Nông Văn Ỳ | Triệu Thị Òng | Ma Văn Õng | La Văn Ỡ | Lương Thị Ợi
  Sầm Văn Ởn | Hứa Thị Ỗi | A Dơi | A Đum | A Sanh | Đinh Thị Ênh | Đinh Văn Ậm | Hồ Thị Kêêr
  Hồ Văn Ẳng | Hồ Ô | Hồ Ợ | Kray Sức | Alăng Avốt | Bhling Hạnh | Bríu Liếc | Pơloong Plênh
  Zơrâm Bường | Pinăng Thạnh | Chamaléa Âu | Katơr Ểm | K'Brơi | K'Dền | K'Ế | Ka Sô Liễng
  Cil Múp | Bon Yô Soan | Điểu Ông | Điểu Ong | Điểu Kré | Điểu Thị Ôi | Thạch Sên | Thạch Ồn
  Sơn Thị Ộn | Kim Rương | Danh Út | Châu Ổn | Neáng Ưng | Từ Công Ỏ | Báo Thị Ử | Quảng Đại Ừng
  Não Văn Ữ | Thành Văn Ỹ | Tôn Nữ Thị Ninh | Tôn Thất Bách | Tôn Thất Tùng | Công Tằng Tôn Nữ Ý
  Âu Dương Ân | Ông Ích Khiêm | Ông Thị Ân | Ưng Hoàng Ái | An Dương Ấn | Ấu Triệu | Đào Duy Anh
  Đào Duy Ánh | Trần Lê Quốc Toàn | Nguyễn Trần Diễm Quỳnh | Nguyễn Thị Ngọc Quỳnh
  Nguyễn Thị Ngọc-Quỳnh | Lê-Na | Lê Na | Anh-Thư | Anh Thư | Mai-Ly Ấn | Nguyễn-Trần Ân
  Thu-Hà | Thu Hà | Thuhà | Sen | Ẵm | Ổ | Én | Ất | Bưởi | Đào | Dao | Đao | Dào | Ơn | Út | Ý
  Ỷ | Tý | Tị | Tỵ | Mỵ | Mị | Kỷ | Kỉ | Trần Văn A | Trần Văn Ă | Trần Văn Â | Trần Văn B
  Trần Văn D | Trần Văn Đ | Trần Văn E | Trần Văn Ê | Trần Văn O | Trần Văn Ô | Trần Văn Ơ
  Trần Văn U | Trần Văn Ư | Trần Văn Y | TRẦN VĂN A | trần văn a | Đỗ Đức
  Lâm Bá Ái An | Phạm Ân | Kiều Ánh | Ưng Ảnh | Chu Hữu Anh | Cao Quốc Ất | Huỳnh Thị Bắc
  Âu Quốc Bách | Điêu Thị Bằng | Âu Thị Bình | Dương Bích | Võ Minh Cẩm | Kiều Chi
  Đinh Ánh Cường | Đỗ Diễm | Âu Công Dũng | Phan Hữu Dung | Âu Duy | Ngô Như Duyên
  Cao Hồng Phương Dương | Lưu Quốc Đan | Đỗ Quốc Đang | Huỳnh Mỹ Đạt | Quách Ý Hồng Đào
  Trịnh Hữu Định | Vũ Ngọc Độ | Mai Kim Đức | Tạ Đường | Hoàng Phương Đình Giang | Mai Quang Hà
  Quách Hồng Hạ | Hoàng Xuân Kim Hải | Hoàng Hạnh | Đinh Ánh Hảo | Lương Bá Hằng | Trương Hân
  Lưu Quang Hậu | Vũ Thanh Hiền | Trịnh Quốc Hiển | Hà Kim Hiếu | Huỳnh Bá Hoà | Ông Minh Hòa
  Cao Xuân Ích Hoa | Tạ Ánh Bá Hoài | Dương Ngọc Huệ | Đặng Quốc Huế | Nguyễn Phương Hùng
  Đỗ Văn Hưng | Đặng Công Hương | Doãn Minh Hường | Chu Ái Ánh Hữu | Phạm Ánh Khánh
  Ông Ích Khoẻ | Hà Kỳ | Điêu Thanh Kỷ | Hoàng Hồng Ngọc Lan | Vũ Thị Lân | Phan Lê
  Đặng Công Lệ | Doãn Liên | Ngô Minh Linh | Điêu Công Lĩnh | Ân Đức Loan | Vũ Hồng Kim Lộc
  Thái Minh Lợi | Phan Ý Lý | Đào Ích Lỳ | Bùi Thanh Mai | Đồng Ích Mậu | Kiều Mỹ Thu Mẫn
  Huỳnh Xuân Mỹ | Đồng Ngọc Mỵ | Trương Như Như Nam | Chu Quốc Năm | Doãn Thanh Quốc Nga
  Hà Quốc Ngà | Hồ Công Ngân | Trần Xuân Kim Nghĩa | Đào Quang Nghị | Trương Ý Ngọ
  Trương Công Hữu Ngọc | Dương Ngữ | Thái Thanh Nhàn | Thái Quang Nhã | Nguyễn Ái Nhân
  Trương Hữu Ánh Nhẫn | Vũ Ích Thanh Như | Thái Thế Ái Nhung | Mai Oanh | Hà Ý Ơn
  Huỳnh Ngọc Phú | Võ Phúc | Ưng Ái Minh Phước | Doãn Kim Ánh Phượng | Trương Như Quân | Võ Quý
  Phan Minh Quỳnh | Cao Thanh Thanh Quyên | Trần Thu Quyền | Chu Phương Sáu | Lâm Thế Sen
  Võ Sĩ | Trương Ánh Phương Sơn | Đồng Mỹ Sửu | Võ Mỹ Sương | Chu Tâm | Lương Quang Văn Tân
  Đặng Kim Tấn | Doãn Như Thái | Phạm Mỹ Thạch | Đồng Đức Thắm | Ông Thắng | Hồ Đức Thảo
  Chu Văn Thêm | Hoàng Quang Thìn | Chu Thanh Thơ | Đoàn Như Thời | Thái Quốc Thu
  Đồng Xuân Như Thuý | Hồ Minh Thế Thúy | Vũ Đình Thủy | Hoàng Thế Thuỷ | Hoàng Thu Thuỳ
  Vũ Minh Ích Thư | Phùng Minh Thương | Lưu Đức Tiên | Hà Ngọc Ánh Tiến | Dương Thế Tín
  Chu Thế Toàn | Hồ Hữu Tố | Phùng Trà | Ông Ích Trang | Trần Mỹ Trâm | Doãn Hữu Trinh
  Vũ Quốc Đức Trúc | Huỳnh Thị Tú | Đỗ Minh Tuấn | Cao Ánh Xuân Tuệ | Hà Mỹ Tuyết
  Âu Đình Tuyến | Huỳnh Ích Tư | Đỗ Hữu Tý | Đoàn Ái Hữu Uyên | Đào Ưng | Dương Út | Vũ Đình Vân
  Ông Xuân Vấn | Doãn Mỹ Vinh | Lý Ngọc Xuân Vĩnh | Phạm Thu Vũ | Điêu Thanh Vượng
  Trịnh Ánh Vy | Đỗ Văn Xuân | Đào Xuyến | Trần Như Ý | Hồ Quốc Yên | Lương Yến | Cao Như Ẵm
  Hà Thu Ích Ổn
`;

/** Syllables and names on which every order that we use must agree with `Intl.Collator('vi')`. */
export const goldenNames: readonly string[] = [
  ...SYLLABLES.trim().split(/\s+/),
  ...NAMES.trim().split(/\s*[|\n]\s*/),
];
