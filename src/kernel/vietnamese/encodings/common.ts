import { isSyllable } from './syllables.ts';

// Words that names, addresses and notes of a roster are made of. They decide where a cell could be
// read in two ways ('Vò' is Vũ in TCVN3; 'Lý' is Lư in Windows-1258), so each must be more usual
// than what it is mistaken for. Not a list of what is right.
const FAMILIES = `
  nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn trịnh đinh lâm trương
  phùng vương tô hà tạ lương lưu thái châu tôn quách đồng kiều nghiêm phó phí quản khổng khúc lại
  lục mạc mã nhâm nhữ ông từ thân thạch thẩm tăng tống trà triệu ưng âu bạch bế biện bồ cát cấn
  chử cù diệp doãn đàm đan đậu điền điêu đới đổng giáp hạ hàn hầu hứa la lã lãnh lều liễu lò lô lộ
  lù lường mẫn mùa nông ngụy ngọc sái sầm sùng tào thào tòng tráng trừ tướng vàng viêm quàng
  quảng lừu giàng sồng cầm cà bạc hờ hạng lầu má phàn tẩn chảo chẻo lỳ pờ mè lữ đèo cứ cháng sìn
  củng bàn đàng báo não niê ênuôl mlô êban byă kpă chu
`;
const GIVEN = `
  ái ẩn ân ấn ánh bằng bảo bắc bách bích biên bình bính bổn bộ bửu cẩm cảnh cần cầu chí chiến chiểu
  chính chỉnh chúc chung chương công cúc cường đại đạm đạt đăng đắc đẳng đệ đích điểm điệp định
  đoan độ đông đức dự dũng duẩn dưỡng dương đường gấm giáo giới hải hạnh hảo hào hân hậu hằng hiếu
  hiền hiển hiến hiệp hiệu hòa hoà hoài hoàn hoạt hoan học hộ hồng hợp hợi huấn huệ huế hùng hưng
  hương hường hướng hữu huyền huyên khả khải khánh khiêm khoa khoái khoát khương kỳ kỷ kiên kiếm
  kiệt kim kính lạc lài lâm lân lập lệ lễ liêm liên liệu lĩnh lộc lợi lụa luân luận luật lực lượng
  luyến luyện mạnh mẫu mậu mến minh mộng mỹ mừng mười nam năm nga ngà ngân nghị nghĩa nghiệp ngoan
  ngọ nguyên nguyện nguyệt nhã nhàn nhân nhẫn nhật nhì nhiên nhị nhu như nhưng nhường nhượng nữ nương
  oánh phái phấn phát phi phong phú phúc phước phụng phương phường phượng quân quang quế quốc quí
  quý quỳnh quyên quyền quyết quyến sách sang sáng sáu sâm sen sĩ sinh sơn sương sửu sự sỹ tài tâm
  tám tấn tần tân tạo thắng thạo thành thanh thảo thắm thăng thế thêm thêu thị thi thìn thịnh thiện
  thiết thiệp thọ thoa thơ thới thông thống thời thu thư thứ thuần thuận thục thụ thủy thuỷ thúy thuý thùy
  thuỳ thụy thương thường thưởng thước tiên tiền tiến tiếp tiệp tín tình tính tĩnh toàn toán toản tố
  tộ tới trâm trân trí trinh trình triều triển trọng trúc trưng trung trường trưởng truyền tú tư tứ
  tự tuân tuấn tuất tuệ tùng tương tường tuyên tuyền tuyển tuyến tuyết tý tỵ tị ứng út uyên văn vân
  vấn vạn vị viễn viên viết việt vĩnh vọng vượng xuân xuyến xứng ý yên yến mơ nở lý lỹ cúc tú bảy chín bá sì sẻ vỹ vĩ
`;
const PLACES = `
  xã phường thị trấn quận huyện tỉnh thành phố đường ngõ ngách hẻm số tổ ấp thôn bản làng khu xóm
  khối phòng tầng tòa toà nhà tập thể chung cư đại lộ quốc lộ cầu chợ bến sông suối núi đồi đảo biển
  hà nội hồ chí nẵng hải phòng huế cần thơ sài gòn thừa thiên nghệ tĩnh quảng trị bình định phú yên
  khánh hòa hoà ninh thuận đắk lắk nông lâm đồng rịa vũng tàu tây đông bắc long tiền vĩnh trà đồng
  tháp kiên giang hậu sóc trăng bạc liêu cà mau lạng cao bằng tuyên lào điện biên lai châu sơn la mộc
  thái hưng hải dương thọ phúc mường chiềng nậm thạnh lộc mỹ phước tân đức lương nhơn đạo cửa điền lạc
  cẩm thới vạn trạch kiến hạ hùng đình lũng dân cốc đô hoằng quế lăng đà môn gò lãng ngũ bồng đài
`;
const NOTES = `
  họ và tên ngày tháng năm sinh giới tính nam nữ dân tộc tôn giáo trình độ học vấn hàm vị chuyên ngành
  môn nghiệp vụ chức danh cơ quan đơn đơn địa chỉ điện thoại thư ghi chú đảng viên hội vào ra chính
  thức dự bị đoàn thể đã đang sẽ nghỉ hưu mất chuyển về từ đến là có không được cho của các những với
  trong ngoài trên dưới này khác cũng rồi còn chưa hoặc như khi để tại bởi bằng cấp giấy khen thưởng
  huy chương huân kỷ niệm chứng nhận thẻ phí đóng nộp đủ thiếu nợ quý liên hiệp khoa kỹ thuật hội nhà
  báo luật gia y dược bác sĩ sỹ tiến thạc cử phó giáo sư kỹ ban chủ tịch thường trực ủy uỷ trưởng phó
  thư ký kế toán giám đốc nhân công chức cán bộ quản lý hành tổng nghiên cứu viện trường đại cao đẳng
  trung tiểu mầm giáo dục đào tạo y tế nông lâm thủy sản xây dựng giao thông vận tải tài nguyên môi
  thông tin truyền văn hóa hoá thể thao du lịch quân đội bộ binh công an chiến cựu người cao tuổi phụ
  thanh thiếu niên đồng ý kiến đề nghị bổ sung hồ sơ quyết định số cũ mới lớp khóa khoá tốt nghiệp
  kinh nghiệm chuyển sinh hoạt nơi ở hiện nay quê quán thường trú tạm giữ nguyên đơn vị phòng sở chi
  cục ngân hàng hợp tác doanh cổ phần trách nhiệm hữu hạn một hai ba bốn sáu bảy tám chín mười trăm
  nghìn triệu đồng tiền lương hưởng hệ bậc ngạch chế độ bảo hiểm sức khỏe khoẻ bệnh tật thương cô chú
  anh chị em cháu cụ bà thầy trò vợ chồng con mẹ cha gia đình việc làm nghề giỏi khá xuất sắc mỏ cỏ bỏ
  bị vì nên thì mà lại hết phải rất nhiều ít hơn nhất cùng giữa sau trước lúc thời gian giá thuê cá ý
`;

const split = (words: string): string[] => words.trim().split(/\s+/);
const families = new Set(split(FAMILIES));
const common = new Set([FAMILIES, GIVEN, PLACES, NOTES].flatMap(split));

/** What a lower-case NFC word speaks for: 0 no Vietnamese syllable, 2 one, 3 one that rosters use. */
export function wordWeight(word: string): 0 | 2 | 3 {
  if (common.has(word)) return 3;
  return isSyllable(word) ? 2 : 0;
}

export function isFamily(word: string): boolean {
  return families.has(word);
}
