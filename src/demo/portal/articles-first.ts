import type { DemoArticle } from './types.ts';

// Five pieces retold in words of our own from what unions have published; the figures are theirs.

const creditOffice = 'minh họa';

export const firstArticles: readonly DemoArticle[] = [
  {
    site: 'vusta',
    section: 'tin-dia-phuong',
    title: 'Sơn La: chín việc thường xuyên, bốn việc trọng tâm và một cách làm mới với trí thức',
    lead: 'Sau giai đoạn hoàn thành 93 nhiệm vụ khoa học và công nghệ, Liên hiệp hội Sơn La chọn đổi mới cách tập hợp trí thức làm việc của những năm tiếp theo.',
    when: '2022-03-17',
    author: 'Ban Biên tập',
    role: 'compiler',
    source: { name: 'Trang tin Liên hiệp hội Việt Nam, ngày 17/03/2022' },
    tags: ['Sơn La', 'tập hợp trí thức', 'tư vấn phản biện'],
    cover: {
      scene: 'hall',
      alt: 'Hội trường kín chỗ, phía trên là đoàn chủ tọa sáu người',
      caption: 'Hội nghị Ban Chấp hành Liên hiệp hội Sơn La lần thứ ba, nhiệm kỳ 2020–2025',
      credit: creditOffice,
    },
    body: `
      Từ năm 2016 đến năm 2020, các hội viên của Liên hiệp hội Sơn La đã làm xong 93 nhiệm vụ khoa học và công nghệ: 86 nhiệm vụ cấp tỉnh và 7 nhiệm vụ cấp quốc gia. Nhiều kết quả đã đi vào mô hình sản xuất ứng dụng công nghệ cao, vào chương trình nông thôn mới và vào căn cứ của các quyết sách của tỉnh.
      ## Việc đã thành nếp
      Liên hiệp hội tự đặt cho mình 9 nhiệm vụ thường xuyên và 4 nhiệm vụ trọng tâm. Từ danh mục ấy, một loạt việc cụ thể đã chạy:
      - ký chương trình phối hợp với các hội thành viên, với Ban Tuyên giáo Tỉnh ủy và Sở Khoa học và Công nghệ;
      - góp ý dự thảo luật theo đề nghị của Đoàn đại biểu Quốc hội trong hai năm 2021 và 2022;
      - tham gia 40 hội đồng thẩm định nhiệm vụ và đồ án quy hoạch xây dựng, 22 hội đồng xác định và nghiệm thu đề tài;
      - cùng các sở chuyên ngành tổ chức 3 hội thảo tư vấn;
      - tôn vinh 58 trí thức tiêu biểu và điển hình lao động sáng tạo năm 2021.
      Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ 5 có 32 mô hình đoạt giải cấp tỉnh; ở vòng toàn quốc lần thứ 17, tỉnh có một giải Nhất và hai giải Khuyến khích.
      ## Chỗ còn yếu
      Bản tổng kết không né phần khó: chuyên gia đầu ngành còn ít; trí thức trẻ, trí thức trong doanh nghiệp và người Sơn La làm việc ngoài tỉnh chưa được tập hợp bao nhiêu; tư vấn, phản biện và giám định xã hội chưa được coi trọng đúng mức; cơ quan quản lý và hội trí thức chưa gặp nhau đều đặn.
      > Mời đúng người, hỏi đúng việc và trả lời đến cùng: ba điều ấy quyết định trí thức có trở lại lần sau hay không.
      ## Hướng đi tiếp
      Liên hiệp hội sẽ mở diễn đàn theo chuyên đề cho những vấn đề xã hội đang quan tâm, gắn bó hơn với các trường đại học, cao đẳng trong tỉnh, mời chuyên gia ở ngoài tỉnh về làm việc theo nhiệm vụ, và bồi dưỡng lại chính bộ máy của mình. Muốn phản biện có chất lượng thì danh sách chuyên gia phải sống: biết ai đang làm gì, ở đâu và sẵn lòng góp sức vào việc nào.
    `,
    comments: [
      {
        name: 'Hoàng Thị Ngát',
        text: 'Phần "chỗ còn yếu" viết thẳng. Tỉnh tôi cũng thiếu cán bộ trẻ y như vậy; mong Liên hiệp hội Việt Nam tổ chức học chéo giữa các tỉnh.',
        after: 1,
        likes: 9,
      },
    ],
  },
  {
    site: 'quangngai',
    section: 'tin-hoat-dong',
    title: 'Quảng Ngãi nhìn lại năm 2019 và chọn chín việc cho năm 2020',
    lead: 'Hai mươi hai hội thành viên với chừng 20.000 hội viên bước vào năm mới từ một năm nhiều tọa đàm, nhiều phản biện và hai mùa thi sáng tạo được mùa.',
    when: '2020-02-29',
    author: 'Văn phòng Liên hiệp hội',
    source: { name: 'Trang tin Liên hiệp hội Quảng Ngãi, ngày 29/02/2020' },
    tags: ['Quảng Ngãi', 'Ban Chấp hành', 'kế hoạch công tác'],
    cover: {
      scene: 'hall',
      alt: 'Quang cảnh hội nghị nhìn từ cuối hội trường',
      caption: 'Hội nghị Ban Chấp hành tổng kết năm 2019, chiều 28/02/2020',
      credit: creditOffice,
    },
    pictures: {
      robots: {
        scene: 'robots',
        alt: 'Ba rô-bốt của học sinh trên sân thi, phía sau là khán giả',
        caption:
          'Hai đội tuyển của Quảng Ngãi dự cuộc thi rô-bốt dành cho học sinh trung học phổ thông năm 2019',
        credit: creditOffice,
      },
    },
    body: `
      Chiều 28/02/2020, Ban Chấp hành Liên hiệp hội họp tổng kết năm cũ, bàn việc năm mới, có lãnh đạo Ủy ban nhân dân và Hội đồng nhân dân tỉnh cùng dự.
      ## Một năm qua những con số
      | Việc | Năm 2019 |
      | Hội thành viên | 22 |
      | Tọa đàm | 30 |
      | Chương trình, dự án được tư vấn, thẩm định, phản biện | 20 |
      | Hội thảo khoa học | 6 |
      | Đề tài dự Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ 4 (đoạt giải) | 45 (25) |
      | Giải pháp dự Hội thi Sáng tạo kỹ thuật lần thứ 11 (đoạt giải) | 49 (33) |
      Mang đi toàn quốc, tỉnh có 2 giải ở Cuộc thi (một Nhì, một Khuyến khích) và 4 giải ở Hội thi (hai Ba, hai Khuyến khích).
      ![robots]
      ## Phối hợp thành văn bản
      Liên hiệp hội đã ký quy chế phối hợp với Đảng đoàn Hội đồng nhân dân tỉnh và Ban Tuyên giáo Tỉnh ủy. Ý kiến phản biện nhờ vậy có nơi nhận, có người trả lời, và một số đã được dùng.
      @youtube M7lc1UVf-VE Năm sự kiện và năm hoạt động nổi bật của năm (phim minh họa)
      ## Chín việc của năm 2020
      Thể chế hóa các chủ trương; giáo dục chính trị, tư tưởng; vận động, tập hợp trí thức trong và ngoài tỉnh; củng cố tổ chức; tư vấn, phản biện và giám định xã hội; phổ biến kiến thức; tổ chức hội thi, cuộc thi; nghiên cứu và phát triển công nghệ; làm tròn vai thành viên Mặt trận.
      Lãnh đạo tỉnh đề nghị Liên hiệp hội làm việc chuyên nghiệp và năng động hơn, trước hết là trở thành đầu mối thật sự của trí thức trong tỉnh, ngoài tỉnh và ở nước ngoài.
    `,
  },
  {
    site: 'vusta',
    section: 'hoi-thi-giai-thuong',
    title: 'Giao ban các Liên hiệp hội tỉnh, thành phố tại Hà Tĩnh: cụm thi đua làm nên không khí',
    lead: 'Đại biểu của 60 Liên hiệp hội địa phương bàn việc sáu tháng đầu năm 2023, chia tổ theo chín cụm thi đua và nói thẳng những khó khăn về vị trí của tổ chức.',
    when: '2023-07-07',
    author: 'Ban Biên tập',
    source: { name: 'Trang tin Quỹ VIFOTEC, tháng 7/2023' },
    tags: ['giao ban', 'cụm thi đua', 'Hà Tĩnh'],
    cover: {
      scene: 'hall',
      alt: 'Đoàn chủ tọa và các đại biểu tại hội nghị giao ban',
      caption: 'Hội nghị giao ban năm 2023 tại Hà Tĩnh, ngày 06/07/2023',
      credit: creditOffice,
    },
    body: `
      Ngày 06/07/2023, Liên hiệp hội Việt Nam họp giao ban với các Liên hiệp hội tỉnh, thành phố tại Hà Tĩnh. Sáu mươi đơn vị có mặt.
      ## Sáu tháng dày việc
      Báo cáo sơ kết điểm lại lễ kỷ niệm 40 năm thành lập Liên hiệp hội Việt Nam và 60 năm ngày Chủ tịch Hồ Chí Minh gặp mặt trí thức; cuộc gặp đầu xuân của lãnh đạo Đảng, Nhà nước với trí thức, trong đó 38 người thuộc hệ thống Liên hiệp hội; các chuyến làm việc với năm tỉnh về công tác vận động trí thức; chuyến thăm Trường Sa và nhà giàn DK1.
      Trụ sở mới của Liên hiệp hội Việt Nam được nhận bàn giao, nơi giao dịch chuyển về quận Cầu Giấy.
      ## Tiếng nói từ địa phương
      Các đại biểu kể cách làm hay trong tư vấn, phản biện, phổ biến kiến thức, tôn vinh trí thức. Họ cũng lo lắng: sau khi có kết luận mới về danh mục chức danh, vị trí của lãnh đạo Liên hiệp hội ở nhiều tỉnh bị xếp thấp hơn trước. Kiến nghị được ghi lại để Liên hiệp hội Việt Nam làm việc với các cơ quan ở Trung ương.
      ## Chín cụm, chín cuộc trao đổi
      Buổi chiều, đại biểu ngồi theo cụm thi đua. Chia cụm làm các tỉnh gần nhau có dịp so việc, học nhau và thi với nhau; cả phiên toàn thể cuối ngày đều nhắc tới không khí ấy.
      > Liên hiệp hội phải là ngôi nhà chung, nơi người làm khoa học ở trong nước và ở nước ngoài đều thấy có chỗ của mình.
    `,
  },
  {
    site: 'sonla',
    section: 'nghien-cuu-trao-doi',
    title: 'Mười năm Liên hiệp hội Sơn La: làm được gì, còn trăn trở gì',
    lead: 'Thành lập ngày 21/04/2010, thuộc nhóm sau cùng của cả nước, Liên hiệp hội Sơn La đã đi được một quãng đáng kể. Bảng so sánh với cả nước cho thấy cả phần vượt và phần hụt.',
    when: '2020-04-17',
    author: 'Ban Biên tập',
    role: 'digest',
    source: { name: 'Diễn đàn trí thức Sơn La, ngày 17/04/2020' },
    tags: ['10 năm', 'bảng so sánh', 'hội thành viên'],
    cover: {
      scene: 'headquarters',
      alt: 'Trụ sở ba tầng của Liên hiệp hội, phía sau là núi',
      caption: 'Trụ sở Liên hiệp hội Sơn La',
      credit: creditOffice,
    },
    pictures: {
      library: {
        scene: 'library',
        alt: 'Hai bạn đọc trước ba tầng giá sách',
        caption:
          'Bản tin Trí thức với Khoa học và Công nghệ ra đời năm 2011, Diễn đàn trí thức điện tử năm 2012',
        credit: creditOffice,
      },
    },
    body: `
      Mười năm là quãng ngắn so với tuổi trung bình 18,5 năm của các Liên hiệp hội cấp tỉnh. Sơn La lại ra đời đúng lúc Chỉ thị 42 của Bộ Chính trị được triển khai, được tỉnh bố trí người, trụ sở và việc. Năm năm đầu dựng xong bộ máy; năm năm sau là kế thừa và nâng chất lượng.
      ## Làm được
      Cơ quan chuyên trách từ những người mới lạ với việc hội nay làm chủ chuyên môn. Liên hiệp hội dự hơn 50 lượt hội đồng, trên 100 đề tài cấp tỉnh qua tay phản biện; tổ chức hơn 20 hội thảo; tự chủ trì một đề tài và ba mô hình ứng dụng.
      Ấn phẩm là chỗ Sơn La nổi bật: bản tin giấy từ năm 2011, diễn đàn điện tử từ năm 2012 với hơn 1.000 tin bài và hơn 9 triệu lượt truy cập sau tám năm.
      ![library]
      ## Sơn La trong bảng của cả nước, năm 2019
      | Tiêu chí | Bình quân hoặc số tỉnh có | Sơn La |
      | Thâm niên (năm) | 18,5 | 9,0 |
      | Hội thành viên | 22,5 | 19 |
      | Hội viên (vạn người) | 11 | hơn 30 |
      | Trí thức trong hội viên (vạn người) | 1,8 | 2,5 |
      | Nhân lực chuyên trách (người) | 9,5 | 10 |
      | Có bản tin | 42 tỉnh | có, từ 2011 |
      | Có diễn đàn điện tử | 24 tỉnh | có, từ 2012 |
      | Tổ chức Hội thi Sáng tạo kỹ thuật | 58 tỉnh | có, từ 2012 |
      | Tổ chức Cuộc thi thanh thiếu niên, nhi đồng | 48 tỉnh | có, từ 2013 |
      | Tôn vinh trí thức tiêu biểu | 25 tỉnh | có, từ 2014 |
      | Thường trực giải thưởng khoa học | 12 tỉnh | chưa |
      | Huân chương Lao động | 9 tỉnh | chưa |
      Bảng này nay mở được đến từng bản ghi: xem [bảng so sánh](/sonla/so-lieu).
      ## Trăn trở
      - Cán bộ chủ chốt đến tuổi nghỉ, chuyên viên chuyển từ biên chế sang hợp đồng, kinh phí chuyển từ cấp phát sang đặt hàng: dòng chảy không được đứt.
      - Điều lệ chung không nói tới hội thành viên của Liên hiệp hội cấp tỉnh; tỉnh chưa có quy chế riêng cho tư vấn, phản biện.
      - Nghiên cứu khoa học, hoạt động xã hội và hợp tác quốc tế còn thấp hơn mặt bằng chung.
      - Còn nhiều hội có thể lập: bảo vệ người tiêu dùng, tài nguyên và môi trường, câu lạc bộ tiến sĩ, trí thức hưu trí.
      > Vạn sự khởi đầu nan. Chặng khó nhất là chặng đầu, và chặng ấy đã qua.
    `,
    comments: [
      {
        name: 'Lường Văn Thái',
        text: 'Tôi là hội viên Hội Khuyến học từ năm 2011. Đọc bảng mới biết ba mươi vạn hội viên của mình nằm chủ yếu ở đâu.',
        after: 2,
        likes: 14,
        answer:
          'Cảm ơn bác. Số liệu từng hội nay mở được ở trang Số liệu, cập nhật theo kỳ báo cáo.',
      },
      {
        name: 'Cà Thị Xôm',
        text: 'Đề nghị Ban Biên tập có bài riêng về câu lạc bộ trí thức hưu trí, nhiều thầy cô ở Mai Sơn đang hỏi.',
        after: 5,
        likes: 6,
      },
      {
        name: 'Nguyễn Hải Đăng',
        text: 'Bảng rõ ràng, dễ so. Nên làm mỗi năm một lần.',
        after: 9,
        likes: 3,
      },
    ],
  },
  {
    site: 'bacgiang',
    section: 'tin-hoat-dong',
    title: 'Bắc Giang góp ý đề tài cấp bộ: phối hợp phải có quy chế, có người chịu trách nhiệm',
    lead: 'Sáu Liên hiệp hội cùng bàn về một câu hỏi cũ mà chưa xong: làm sao để hội trí thức và các sở, ban, ngành làm việc với nhau đều đặn.',
    when: '2023-11-16',
    author: 'Ban Biên tập',
    source: { name: 'Báo Bắc Giang, ngày 16/11/2023' },
    tags: ['Bắc Giang', 'phối hợp', 'hội thảo'],
    cover: {
      scene: 'hall',
      alt: 'Đại biểu dự hội thảo khoa học',
      caption: 'Hội thảo lấy ý kiến tham luận, ngày 16/11/2023',
      credit: creditOffice,
    },
    body: `
      Ngày 16/11/2023, Liên hiệp hội Bắc Giang tổ chức hội thảo cho đề tài cấp bộ về hiệu quả phối hợp giữa Liên hiệp hội cấp tỉnh với các sở, ban, ngành, đoàn thể. Phú Thọ, Quảng Ninh, Ninh Bình, Bắc Ninh và Thái Nguyên cùng dự.
      ## Ba loại quy chế được đề xuất
      - giữa đảng đoàn Liên hiệp hội với các ban cán sự đảng, đảng đoàn, huyện ủy, thành ủy;
      - về từng việc: tư vấn, phản biện và giám định xã hội, tôn vinh trí thức, hội thi và cuộc thi, nói rõ ai thường trực, ai phối hợp;
      - giữa Liên hiệp hội với hội thành viên, sở, ngành và ủy ban nhân dân cấp huyện.
      ## Kiến nghị lên trên
      Với Liên hiệp hội Việt Nam và các bộ: có khung bộ máy, số lượng và tiêu chuẩn chức danh thống nhất cho cơ quan chuyên trách cấp tỉnh; mở rộng chương trình phối hợp; giao cho hội thành viên một số dịch vụ công để từng bước tự chủ.
      Với tỉnh: bảo đảm kinh phí theo tinh thần Chỉ thị 42, gặp mặt trí thức hằng năm, đặt hàng việc cụ thể.
      Chủ trì hội thảo tiếp thu toàn bộ ý kiến và giao nhóm nghiên cứu hoàn thiện các chuyên đề trước khi báo cáo Liên hiệp hội Việt Nam.
    `,
    comments: [
      {
        name: 'Trần Đình Lâm',
        text: 'Quy chế đã có ở tỉnh tôi từ 2019 nhưng không ai đo. Nên kèm chỉ số và công bố hằng năm.',
        after: 1,
        likes: 11,
      },
      {
        name: 'Ngô Thị Bích',
        text: 'Mong có bản tổng hợp tham luận để tải về.',
        after: 3,
        likes: 2,
        answer: 'Văn phòng đang biên tập, sẽ đăng ở mục Văn bản trong tháng tới.',
      },
    ],
  },
];
