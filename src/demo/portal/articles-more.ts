import type { DemoArticle } from './types.ts';

// What else stands on the demo sites. People, places and figures are invented.

const credit = 'minh họa';

export const moreArticles: readonly DemoArticle[] = [
  {
    site: 'sonla',
    section: 'hoi-thi-cuoc-thi',
    title: 'Nhà sấy năng lượng mặt trời giúp bà con Mường Hung giữ được vụ nhãn trong tháng mưa',
    lead: 'Giải pháp của nhóm tác giả hợp tác xã và Trường Cao đẳng Sơn La rút thời gian sấy từ bảy ngày xuống còn hai ngày rưỡi, đã được 46 hộ ở ba xã áp dụng từ năm 2024.',
    when: { ago: 1 },
    author: 'Tòng Thị Mai',
    others: [{ name: 'Lò Văn Chựa', role: 'photo' }],
    tags: ['sấy nông sản', 'năng lượng mặt trời', 'nhãn Sông Mã'],
    cover: {
      scene: 'drying-house',
      alt: 'Nhà sấy vòm trong suốt giữa thung lũng, bên cạnh là tấm pin mặt trời',
      caption: 'Nhà sấy 96 m² tại bản Pá Lưng, xã Mường Hung',
      credit,
    },
    body: `
      Mỗi năm, nhãn chín rộ ở Mường Hung đúng vào những tuần mưa nhiều nhất. Phơi sân thì mốc, sấy than thì khói ám và tốn củi; có vụ, một phần ba sản lượng phải bán đổ cho thương lái với giá chưa bằng nửa giá đầu mùa.
      Nhóm bốn tác giả bắt đầu từ một câu hỏi giản dị: làm sao giữ được nhiệt về đêm. Họ ghép mái nhựa hai lớp với một bể đá tích nhiệt dưới sàn, dùng quạt chạy bằng tấm pin 120 W. Ban ngày không khí nóng được dẫn qua lớp đá; ban đêm dòng khí đảo chiều, khay nhãn tiếp tục khô ở 42–48 °C.
      ## Rẻ hơn, sạch hơn và sửa được tại bản
      Chi phí vật tư một nhà sấy 96 m² là 38,5 triệu đồng, hoàn vốn sau hai vụ. Mọi chi tiết đều mua được ở chợ xã; thợ hàn trong bản sửa được mà không cần chờ người dưới xuôi.
      | So sánh cho một tấn quả tươi | Sấy than | Nhà sấy mới |
      | Thời gian sấy (ngày) | 7,0 | 2,5 |
      | Chi phí nhiên liệu (đồng) | 1.150.000 | 0 |
      | Tỷ lệ quả loại một | 61 % | 88 % |
      > Điều chúng tôi mừng nhất không phải là giải thưởng, mà là năm nay không nhà nào phải thức đêm canh lò.
      Giải pháp đoạt giải Nhì Hội thi Sáng tạo kỹ thuật tỉnh và được Ban Tổ chức giới thiệu dự Hội thi toàn quốc. Xem các giải pháp khác trong [Kho giải pháp](/sonla/kho-giai-phap).
    `,
    comments: [
      {
        name: 'Lường Kim Oanh',
        text: 'Gia đình tôi ở Chiềng Khương làm theo được một vụ. Xin nhóm tác giả cho biết lớp đá bao nhiêu phân thì vừa, đá suối có dùng được không ạ?',
        after: 0,
        likes: 12,
        answer:
          'Dạ, lớp đá 35–40 cm, cỡ 6–10 cm, đá suối rửa sạch là tốt nhất. Quý vị cần bản vẽ thì ghi ở mục Góp ý, nhóm gửi ngay.',
        answeredBy: 'Tòng Thị Mai',
      },
      {
        name: 'Hoàng Đức Thuận',
        text: 'Bài viết rõ ràng, có số liệu so sánh. Đề nghị Ban Biên tập làm thêm phần về an toàn thực phẩm khi xuất khẩu.',
        after: 0,
        likes: 7,
      },
    ],
  },
  {
    site: 'sonla',
    section: 'tu-van-phan-bien',
    title: 'Ba ngày, mười bốn chuyên gia và một bản quy hoạch: chuyện nghề của người làm phản biện',
    lead: 'Đằng sau mười bốn trang ý kiến gửi cơ quan soạn thảo là ba ngày đi ruộng, hai buổi cãi nhau và một bảng đối chiếu từng khoản.',
    when: { ago: 2 },
    author: 'Nguyễn Ngọc Ổn',
    tags: ['tư vấn phản biện', 'quy hoạch', 'chuyên gia'],
    cover: {
      scene: 'map',
      alt: 'Bản đồ các ô đất nhiều màu với dòng sông chảy chéo',
      caption: 'Bản đồ thổ nhưỡng dùng khi đối chiếu quy hoạch',
      credit,
    },
    body: `
      Hồ sơ quy hoạch đến Liên hiệp hội vào một chiều thứ Sáu, dày hơn bốn trăm trang. Thư ký chia thành sáu phần, mỗi phần hai người đọc độc lập, không ai biết người kia là ai cho tới buổi họp chung.
      ## Đi trước khi viết
      Ngày thứ hai cả nhóm ra ruộng. Một chuyên gia đất lấy mẫu ở bốn điểm; một kỹ sư thủy lợi đo lại cao trình con mương mà bản thuyết minh ghi là "đã kiên cố". Con mương ấy vẫn là mương đất.
      ## Cãi nhau là một phần của việc
      Hai ý kiến trái nhau về diện tích chuyển đổi đều được ghi vào bản tổng hợp, kèm lý do. Phản biện không phải là tìm một giọng nói chung mà là để người quyết định thấy hết những gì đã được cân nhắc.
      - 31 kiến nghị gửi đi;
      - 19 kiến nghị được tiếp thu, 7 tiếp thu một phần;
      - 5 kiến nghị được trả lời vì sao không tiếp thu.
      > Cái chúng tôi cần không phải là được khen đúng, mà là được trả lời.
    `,
  },
  {
    site: 'sonla',
    section: 'hoi-thi-cuoc-thi',
    title: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng: 47 mô hình vào vòng chung khảo',
    lead: 'Từ 132 mô hình của học sinh 12 huyện, thành phố, hội đồng sơ khảo chọn 47; lĩnh vực đồ dùng học tập và bảo vệ môi trường chiếm hơn nửa.',
    when: { ago: 4 },
    author: 'Tòng Thị Mai',
    tags: ['thanh thiếu niên nhi đồng', 'chung khảo'],
    cover: {
      scene: 'robots',
      alt: 'Học sinh đứng quanh sân xem ba mô hình rô-bốt chạy',
      caption: 'Buổi chạy thử mô hình của câu lạc bộ rô-bốt xã Chiềng Khoong',
      credit,
    },
    body: `
      Hội đồng sơ khảo làm việc trong bốn ngày, chấm theo phiếu ẩn tên trường và tên học sinh. Mỗi mô hình được ba người chấm; điểm chênh quá hai bậc thì chấm lại.
      ## Năm nay có gì khác
      Số mô hình do học sinh dân tộc thiểu số làm tăng gấp rưỡi năm trước. Nhiều em dùng vật liệu nhặt được: vỏ chai, lốp xe, động cơ quạt hỏng. Em nhỏ nhất học lớp 3.
      | Lĩnh vực | Dự thi | Vào chung khảo |
      | Đồ dùng học tập | 41 | 15 |
      | Bảo vệ môi trường | 33 | 12 |
      | Dụng cụ sinh hoạt | 28 | 9 |
      | Phần mềm tin học | 17 | 6 |
      | Sản phẩm khác | 13 | 5 |
      Danh sách chỉ nêu tên mô hình cho đến khi có đủ sự đồng ý của cha mẹ hoặc người giám hộ.
    `,
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    title: 'Liên hiệp hội và Sở Khoa học và Công nghệ ký chương trình phối hợp giai đoạn 2026–2030',
    lead: 'Hai bên thống nhất bảy nội dung, trong đó lần đầu có chỉ số đo hiệu quả phối hợp hằng năm.',
    when: { ago: 6 },
    author: 'Văn phòng Liên hiệp hội',
    tags: ['phối hợp', 'Sở Khoa học và Công nghệ'],
    cover: {
      scene: 'hall',
      alt: 'Lễ ký chương trình phối hợp trong hội trường',
      caption: 'Lễ ký chương trình phối hợp',
      credit,
    },
    body: `
      Chương trình có bảy nội dung: xác định và nghiệm thu nhiệm vụ khoa học; tư vấn, phản biện; hội thi và cuộc thi; phổ biến kiến thức; tôn vinh trí thức; sở hữu trí tuệ cho giải pháp đoạt giải; cơ sở dữ liệu chuyên gia dùng chung.
      Cuối mỗi năm, hai bên công bố số việc đã làm, số kiến nghị được trả lời và số giải pháp được đưa vào sử dụng. Con số nào cũng mở được đến hồ sơ gốc.
    `,
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    title: 'Hội Dược học tỉnh tập huấn nhận biết thuốc giả cho 120 nhà thuốc vùng cao',
    lead: 'Ba lớp ở Mường La, Sốp Cộp và Bắc Yên, mỗi lớp một ngày, có phần thực hành tra số đăng ký bằng điện thoại.',
    when: { ago: 9 },
    author: 'Hội Dược học Sơn La',
    tags: ['phổ biến kiến thức', 'y dược', 'hội thành viên'],
    cover: {
      scene: 'laboratory',
      alt: 'Ba người đứng sau bàn thí nghiệm, trên giá là các lọ mẫu',
      caption: 'Phần thực hành so mẫu thuốc',
      credit,
    },
    body: `
      Người bán thuốc ở vùng cao là người đầu tiên bà con hỏi khi ốm. Lớp tập huấn chia làm hai buổi: buổi sáng học cách đọc nhãn, tra số đăng ký, nhận ra bao bì in lại; buổi chiều thực hành với mẫu thật và mẫu giả do cơ quan kiểm nghiệm cung cấp.
      - Giữ hóa đơn của mọi lô thuốc nhập.
      - Ngờ thì không bán, báo trạm y tế xã.
      - Không nhận lại thuốc khách trả rồi bán cho người khác.
    `,
  },
  {
    site: 'sonla',
    section: 'pho-bien-kien-thuc',
    title: 'Cà phê chè Sơn La trước mưa trái mùa: ba việc nên làm ngay',
    lead: 'Kinh nghiệm của Hội ngành nghề nông nghiệp, nông thôn qua bốn niên vụ theo dõi độ ẩm đất.',
    when: { ago: 3 },
    author: 'Hội ngành nghề nông nghiệp, nông thôn',
    tags: ['cà phê', 'nông nghiệp'],
    cover: {
      scene: 'orchard',
      alt: 'Vườn cây ăn quả thẳng hàng trong thung lũng',
      caption: 'Vườn cà phê xen cây ăn quả ở Chiềng Ban',
      credit,
    },
    body: `
      Mưa trái mùa làm cà phê ra hoa lác đác, quả chín không đều, công hái tăng mà giá giảm. Theo dõi bốn niên vụ ở 26 vườn cho thấy ba việc sau giúp nhiều nhất.
      ## Giữ ẩm chứ không tưới đuổi
      Phủ gốc bằng thân ngô băm dày 10 cm giữ được ẩm thêm 9 ngày so với đất trống.
      ## Cắt cành vượt trước ngày 20
      Cành vượt hút dinh dưỡng đúng lúc cây cần nuôi quả. Cắt sớm, vết cắt khô trước đợt mưa.
      ## Hái làm ba lần
      Hái ba lần tốn công hơn 15 % nhưng tỷ lệ quả chín đạt trên 90 %, bán được giá cao hơn.
    `,
    comments: [
      {
        name: 'Lò Văn Sơn',
        text: 'Nhà tôi phủ vỏ trấu thay thân ngô, có tốt bằng không?',
        after: 1,
        likes: 5,
      },
    ],
  },
  {
    site: 'sonla',
    section: 'pho-bien-kien-thuc',
    title: 'Hỏi đáp: nước giếng khoan đục sau lũ, xử lý thế nào cho an toàn',
    lead: 'Bốn bước làm được tại nhà, và khi nào phải gửi mẫu đi kiểm nghiệm.',
    when: { ago: 12 },
    author: 'Hội Nước sạch và Môi trường',
    tags: ['nước sạch', 'sau lũ', 'phổ biến kiến thức'],
    cover: {
      scene: 'river',
      alt: 'Một người chèo thuyền trên sông dưới chân núi',
      caption: 'Mùa nước lớn ở Quỳnh Nhai',
      credit,
    },
    body: `
      ## Bốn bước tại nhà
      - Bơm bỏ nước đục cho đến khi nước trong trở lại, thường từ 30 đến 60 phút.
      - Làm trong bằng phèn chua, 50 g cho một mét khối, khuấy đều rồi để lắng 30 phút.
      - Khử trùng bằng viên cloramin B đúng liều ghi trên vỏ.
      - Đun sôi trước khi uống trong ít nhất hai tuần.
      ## Khi nào gửi mẫu
      Nước có mùi lạ, váng dầu, hoặc giếng ở gần chuồng trại, nghĩa trang, nơi chứa thuốc bảo vệ thực vật thì không dùng cho ăn uống cho đến khi có kết quả kiểm nghiệm.
    `,
  },
  {
    site: 'sonla',
    section: 'tri-thuc-tieu-bieu',
    title: 'Người giữ chữ Thái cổ và kho tư liệu số của Hội Khoa học Lịch sử',
    lead: 'Hơn ba trăm cuốn sách chép tay đã được chụp lại, đánh số và ghi xuất xứ; người làm việc ấy năm nay bảy mươi hai tuổi.',
    when: { ago: 15 },
    author: 'Nguyễn Ngọc Ổn',
    tags: ['trí thức tiêu biểu', 'chữ Thái', 'lịch sử'],
    cover: {
      scene: 'library',
      alt: 'Giá sách ba tầng, hai người đang tìm sách',
      caption: 'Phòng đọc của Hội Khoa học Lịch sử',
      credit,
    },
    body: `
      Ông bắt đầu từ chiếc hòm gỗ của cha để lại, trong có mười một cuốn sách giấy dó. Chữ thì đọc được, nhưng mỗi cuốn một cách viết, có cuốn mất nửa đầu.
      Mười hai năm đi các bản, ông gom được hơn ba trăm cuốn, phần lớn là mượn về chụp rồi trả. Mỗi cuốn có một phiếu: tìm thấy ở đâu, của ai, chép năm nào, nói việc gì.
      > Sách trả lại cho nhà người ta, còn chữ thì để cho con cháu đọc.
    `,
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    title: 'Chi hội Khoa học Đất bàn giao bản đồ thổ nhưỡng tỷ lệ 1/25.000 cho bốn xã',
    lead: 'Bản đồ kèm bảng khuyến cáo cây trồng cho 38 loại đất, dùng được trên điện thoại không cần mạng.',
    when: { ago: 20 },
    author: 'Chi hội Khoa học Đất',
    tags: ['thổ nhưỡng', 'bản đồ', 'hội thành viên'],
    body: `
      Bốn xã nhận bản đồ in khổ lớn, tệp số và một buổi hướng dẫn cho cán bộ khuyến nông. Mỗi ô trên bản đồ dẫn tới phiếu lấy mẫu: ngày lấy, độ sâu, người lấy, kết quả phân tích.
    `,
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    kind: 'notice',
    title: 'Triệu tập Hội nghị Ban Chấp hành lần thứ 4, khóa IV',
    lead: 'Kính mời các ủy viên Ban Chấp hành dự hội nghị; tài liệu gửi kèm trước bảy ngày.',
    when: { ago: 5 },
    number: '38/TB-LHH',
    tags: [],
    body: `
      **Thời gian:** 8 giờ, thứ Sáu tuần tới.
      **Địa điểm:** hội trường tầng 3, trụ sở Liên hiệp hội.
      **Nội dung:** kiểm điểm công tác năm, bàn phương hướng năm sau, kiện toàn nhân sự.
      Ủy viên vắng mặt báo Văn phòng trước hai ngày.
    `,
  },
  {
    site: 'sonla',
    section: 'tu-van-phan-bien',
    kind: 'notice',
    title: 'Mời tham gia ý kiến dự thảo Nghị quyết về chính sách thu hút trí thức trẻ',
    lead: 'Hội thành viên và chuyên gia gửi ý kiến theo từng điều về Văn phòng Liên hiệp hội.',
    when: { ago: 7 },
    number: '36/TB-LHH',
    due: 20,
    tags: ['góp ý dự thảo'],
    body: `
      Dự thảo gồm 4 chương, 17 điều. Đề nghị góp ý theo từng điều, nêu rõ lý do và câu chữ đề nghị sửa. Ý kiến khác nhau đều được tổng hợp và gửi cơ quan soạn thảo.
    `,
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    kind: 'notice',
    title: 'Lịch nộp báo cáo năm của các hội thành viên',
    lead: 'Các hội nộp báo cáo trên hệ thống; số liệu đã có trong sổ hội viên và hoạt động được điền sẵn.',
    when: { ago: 10 },
    number: '35/TB-LHH',
    due: 30,
    tags: ['báo cáo'],
    body: `
      Hội thành viên kiểm lại số đã điền sẵn, bổ sung phần nhận xét và gửi lên trước hạn. Báo cáo bị trả lại thì chỉ sửa ô được nêu.
    `,
  },
  {
    site: 'sonla',
    section: 'gioi-thieu',
    kind: 'page',
    title: 'Chức năng, nhiệm vụ của Liên hiệp hội',
    lead: 'Liên hiệp hội tập hợp, đoàn kết và phát huy đội ngũ trí thức khoa học và công nghệ của tỉnh.',
    when: { ago: 200 },
    tags: [],
    body: `
      - Vận động, tập hợp trí thức; phát triển hội thành viên.
      - Tư vấn, phản biện và giám định xã hội.
      - Phổ biến kiến thức, ứng dụng tiến bộ khoa học và công nghệ.
      - Tổ chức hội thi, cuộc thi sáng tạo; tôn vinh trí thức.
      - Đại diện, bảo vệ quyền và lợi ích hợp pháp của hội viên.
    `,
  },
  {
    site: 'vusta',
    section: 'tin-hoat-dong',
    title:
      'Phát huy vai trò của trí thức trong chuyển đổi số: việc của hội là nối người biết với nơi cần',
    lead: 'Tọa đàm tại Hà Nội bàn ba việc hội làm được ngay mà không phải chờ thêm kinh phí.',
    when: { ago: 2 },
    author: 'Ban Biên tập',
    tags: ['chuyển đổi số', 'tọa đàm'],
    cover: {
      scene: 'laboratory',
      alt: 'Nhóm nghiên cứu trước bàn thí nghiệm',
      caption: 'Một nhóm nghiên cứu trẻ giới thiệu thiết bị đo',
      credit,
    },
    body: `
      Ba việc được nhắc nhiều nhất: danh bạ chuyên gia có sự đồng ý của từng người; kho giải pháp từ các hội thi mở cho người cần tìm; số liệu hội viên sạch, không đếm trùng.
      Các đại biểu cho rằng công nghệ không thiếu. Cái thiếu là dữ liệu do chính các hội giữ đang nằm rải trong sổ giấy và bảng tính.
    `,
  },
  {
    site: 'vusta',
    section: 'tin-hoat-dong',
    title: 'Hoàn thiện các quy chế về tổ chức và hoạt động: hội thảo góp 42 ý kiến',
    lead: 'Bốn nhóm quy chế được bàn, trong đó quy chế tổ chức hội thi, cuộc thi nhận nhiều ý kiến nhất.',
    when: { ago: 8 },
    author: 'Văn phòng Liên hiệp hội Việt Nam',
    tags: ['quy chế', 'hội thảo'],
    body: `
      Hội thảo ghi 42 ý kiến, chia theo điều khoản. Văn phòng sẽ trả lời từng ý kiến trong bản giải trình tiếp thu, đăng công khai cùng dự thảo tiếp theo.
    `,
  },
  {
    site: 'vusta',
    section: 'tin-dia-phuong',
    title: 'Đắk Lắk trao giải Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng',
    lead: 'Hơn ba trăm học sinh, thầy cô và cha mẹ dự buổi trao giải; mô hình đoạt giải Nhất là bộ cảnh báo cháy rừng bằng cảm biến khói.',
    when: { ago: 11 },
    author: 'Liên hiệp hội Đắk Lắk',
    tags: ['thanh thiếu niên nhi đồng', 'Đắk Lắk'],
    cover: {
      scene: 'robots',
      alt: 'Học sinh xem mô hình chạy trên sân',
      caption: 'Trưng bày các mô hình đoạt giải',
      credit,
    },
    body: `
      Bộ cảnh báo dùng cảm biến khói, pin mặt trời và sóng tầm xa, giá vật tư chưa tới 600.000 đồng. Ban Giám khảo đánh giá cao vì các em đã thử ngoài trời trong hai tháng mùa khô.
    `,
  },
  {
    site: 'vusta',
    section: 'tin-hoat-dong',
    kind: 'notice',
    title: 'Lịch họp giao ban các cụm thi đua quý tới',
    lead: 'Chín cụm họp trong tháng; đơn vị trưởng cụm gửi chương trình trước mười ngày.',
    when: { ago: 6 },
    number: '112/TB-LHHVN',
    due: 21,
    tags: ['cụm thi đua'],
    body: `
      Nội dung chung: đối chiếu bảng điểm, kiểm hồ sơ minh chứng, chọn đơn vị đề nghị khen. Biểu mẫu đã có sẵn số liệu từ báo cáo của từng tỉnh.
    `,
  },
  {
    site: 'bacgiang',
    section: 'tin-hoat-dong',
    title: 'Đô thị xanh ở Lạng Giang: hội thảo chọn cây trước khi chọn gạch',
    lead: 'Chuyên gia đề nghị đưa chỉ tiêu bóng mát vào quy hoạch chi tiết thay vì chỉ tính diện tích cây xanh.',
    when: '2023-07-31',
    author: 'Ban Biên tập',
    tags: ['đô thị xanh', 'hội thảo'],
    cover: {
      scene: 'orchard',
      alt: 'Hàng cây xanh trong thung lũng',
      caption: 'Vành đai cây xanh theo đề xuất',
      credit,
    },
    body: `
      Diện tích cây xanh nhiều mà vỉa hè vẫn nắng: các tham luận chỉ ra rằng vị trí và tán cây quan trọng hơn tổng diện tích. Hội thảo đề nghị tính tỷ lệ vỉa hè có bóng mát lúc 14 giờ tháng Bảy làm chỉ tiêu.
    `,
  },
  {
    site: 'quangngai',
    section: 'tin-hoat-dong',
    kind: 'notice',
    title: 'Nhận đăng ký đề tài dự Hội thi Sáng tạo kỹ thuật',
    lead: 'Cá nhân, nhóm tác giả và tổ chức trong tỉnh gửi phiếu đăng ký về Văn phòng Liên hiệp hội.',
    when: { ago: 14 },
    number: '12/TB-LHH',
    due: 45,
    tags: ['hội thi'],
    body: `
      Sáu lĩnh vực như các lần trước. Giải pháp đã áp dụng thử từ năm trước trở lại đây được ưu tiên. Hồ sơ nộp trên mạng, có biên nhận ghi giờ đến giây.
    `,
  },
  {
    site: 'hanoi',
    section: 'tin-hoat-dong',
    title: 'Hà Nội mở lớp đọc bản đồ ngập cho tổ dân phố',
    lead: 'Sáu buổi tối ở bốn phường, mỗi buổi một tấm bản đồ và một đoạn phố để đi thử.',
    when: { ago: 13 },
    author: 'Văn phòng Liên hiệp hội',
    tags: ['phổ biến kiến thức', 'bản đồ'],
    cover: {
      scene: 'map',
      alt: 'Bản đồ các ô phố với dòng sông chảy qua',
      caption: 'Bản đồ dùng trong buổi học đầu tiên',
      credit,
    },
    body: `
      Người học tự đánh dấu chỗ từng ngập lên bản đồ, rồi so với cao trình. Sau hai buổi, tổ dân phố có danh sách nhà cần báo trước khi mưa lớn.
    `,
    comments: [{ name: 'Phạm Thu Hà', text: 'Phường tôi đăng ký học ở đâu?', after: 1, likes: 2 }],
  },
];
