import type { ReportForm } from '../modules/reports/index.ts';

const registry = 'theo sổ công văn đi và hồ sơ lưu tại Văn phòng; chưa ghi vào phần mềm';

/** What Sơn La declares otherwise than its records say, and why. */
const declared: Readonly<Record<string, readonly [value: number, reason: string | null]>> = {
  '1.2': [4, `Bốn cuộc họp Ban Chấp hành, Ban Thường vụ ${registry}.`],
  '1.3': [2, `Hai cuộc ${registry}.`],
  '3.4': [3, `Ba văn bản tham mưu ${registry}.`],
  '3.5': [
    7,
    'Theo giấy mời và biên bản họp của các hội đồng trong năm; phần mềm chỉ ghi quyết định cử.',
  ],
  '4.1': [3, `Hai hội thảo và một tọa đàm ${registry}.`],
  '4.1a': [2, `Hai hội thảo ${registry}.`],
  '4.1b': [1, `Một tọa đàm ${registry}.`],
  '4.2': [210, null],
  '5.1': [6, null],
  '5.2': [318, null],
  '5.3': [
    4,
    'Bốn số Bản tin Trí thức với Khoa học và Công nghệ; phần mềm chỉ ghi số đầu tiên (năm 2011).',
  ],
  '5.3a': [4, 'Mỗi quý một số; phần mềm chỉ ghi số đầu tiên (năm 2011).'],
  '5.4': [126, null],
  '6.2a': [12, null],
};

/** The words of Sơn La's report for 2019; {key} stands for the figure of that row. */
const words: Readonly<Record<string, string>> = {
  'to-chuc': `Đến cuối kỳ, Liên hiệp hội có {I.2} hội thành viên và hội viên tập thể với {I.3} hội viên, trong đó {I.3a} trí thức khoa học và công nghệ. Trong kỳ có {1.1} đơn vị được kết nạp là Bệnh viện Đa khoa tỉnh.

Ban Chấp hành, Ban Thường vụ họp {1.2} cuộc, duy trì giao ban hằng quý với các hội. Đã tổ chức {1.3} cuộc kiểm tra việc thực hiện Điều lệ tại các hội thành viên; các hội được kiểm tra đều giữ nền nếp sinh hoạt, một số hội còn chậm kiện toàn nhân sự khi có người nghỉ hưu. Cơ quan Liên hiệp hội có {I.4} người làm việc chuyên trách.`,
  'chinh-tri': `Đảng đoàn và cơ quan Liên hiệp hội tổ chức học tập, quán triệt các nghị quyết của Trung ương và của Tỉnh ủy đến cán bộ, hội viên; gắn với tổng kết việc thực hiện nghị quyết về xây dựng đội ngũ trí thức. Các hội thành viên lồng ghép việc học tập trong các kỳ họp Ban Chấp hành, qua đó nắm và phản ánh kịp thời tâm tư, nguyện vọng của trí thức với cấp ủy.`,
  'tu-van': `Trong kỳ đã thực hiện {3.1} việc tư vấn, phản biện với {3.2} lượt chuyên gia tham gia, gửi {3.3} kiến nghị đến cơ quan đặt hàng. Phần lớn kiến nghị được tiếp thu, chỉnh sửa trong văn bản trước khi trình. Việc chọn chuyên gia đã mở rộng sang các trường, viện và các tỉnh lân cận, nên ý kiến sát với đặc điểm miền núi hơn những năm trước.

Liên hiệp hội tham mưu {3.4} việc với Tỉnh ủy, Ủy ban nhân dân tỉnh; cử đại diện tham gia {3.5} lần trong hội đồng khoa học, hội đồng sáng kiến của tỉnh.`,
  'nghien-cuu': `Tổ chức {4.1} cuộc hội thảo, tọa đàm với {4.2} lượt người dự, tập trung vào chế biến nông sản, bảo quản quả sau thu hoạch và phòng bệnh cho đàn gia súc vùng cao. Các mô hình chuyển giao từ những năm trước tiếp tục được các hội theo dõi, hướng dẫn hộ dân duy trì; trong kỳ chưa có đề tài, dự án mới.`,
  'pho-bien': `Mở {5.1} lớp tập huấn cho {5.2} người, chủ yếu ở các xã vùng cao; phát hành {5.3} số Bản tin Trí thức với Khoa học và Công nghệ. Diễn đàn trí thức điện tử được cập nhật thường xuyên; đã đăng, phát {5.4} tin, bài về hoạt động của Liên hiệp hội và các hội thành viên trên báo, đài của tỉnh và trên Diễn đàn.`,
  'hoi-thi': `Tổ chức Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh với {6.2} hồ sơ dự thi, trao {6.3} giải và chọn {6.2a} hồ sơ gửi dự thi toàn quốc. Cuộc thi đã có ở tất cả các huyện, thành phố; nhiều mô hình xuất phát từ việc nhà, việc bản, được giáo viên hướng dẫn công phu.`,
  'ton-vinh': `Tổ chức {7.1} đợt tôn vinh trí thức tiêu biểu, điển hình lao động sáng tạo của tỉnh với {7.2} người; {7.3} người được vinh danh toàn quốc. Tập thể, cá nhân của Liên hiệp hội nhận {7.4} quyết định khen thưởng của Liên hiệp hội Việt Nam.`,
  'phoi-hop': `Tiếp tục thực hiện các nội dung phối hợp với Sở Khoa học và Công nghệ, Tỉnh đoàn và các cơ quan báo chí; hằng năm có kế hoạch riêng và kiểm điểm vào cuối năm. Trong kỳ không ký chương trình mới.`,
  'xa-hoi': `Vận động tài trợ, trao học bổng cho học sinh, sinh viên vượt khó; có {9.2} em được nhận với tổng trị giá {9.3} triệu đồng. Hội Y học, Hội Đông y duy trì khám bệnh, cấp thuốc miễn phí cho người nghèo ở các xã đặc biệt khó khăn.`,
  'xay-dung-dang': `Chi bộ cơ quan sinh hoạt đều, thực hiện tốt quy chế dân chủ; công đoàn cơ sở vững mạnh. Không có cán bộ, đảng viên vi phạm phải xử lý kỷ luật.`,
  'han-che': `Một số hội thành viên hoạt động chưa đều, báo cáo còn chậm và thiếu số liệu. Việc ghi sổ các hoạt động trong năm chưa kịp thời nên nhiều số liệu phải đối chiếu lại với công văn, giấy mời lưu tại Văn phòng. Kinh phí cho tư vấn, phản biện còn phụ thuộc vào từng việc được giao.

Nguyên nhân chủ yếu là cán bộ các hội phần lớn kiêm nhiệm, nhiều người đã nghỉ hưu; chưa có quy định thống nhất về chế độ báo cáo; đơn vị đặt hàng gửi hồ sơ muộn nên thời gian nghiên cứu ngắn.`,
  'phuong-huong': `Chuẩn bị và tổ chức tốt đại hội nhiệm kỳ tới của các hội đến hạn. Chủ động đề xuất danh mục việc tư vấn, phản biện ngay từ đầu năm, ưu tiên các đề án về nông nghiệp công nghệ cao và du lịch cộng đồng.

Tổ chức Hội thi Sáng tạo kỹ thuật của tỉnh; nâng chất lượng Bản tin và Diễn đàn trí thức điện tử. Lập danh sách hội viên trên phần mềm dùng chung, ghi sổ hoạt động theo từng tháng để cuối năm không phải đối chiếu lại.`,
  'kien-nghi': `Đề nghị Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam sớm thống nhất mẫu báo cáo và hướng dẫn cách tính hội viên là trí thức; mở lớp bồi dưỡng nghiệp vụ tư vấn, phản biện cho các tỉnh miền núi phía Bắc.

Đề nghị Ủy ban nhân dân tỉnh giao nhiệm vụ tư vấn, phản biện kèm dự toán ngay trong kế hoạch đầu năm.`,
};

/** The places of Sơn La's form as its clerk fills them, over a form that nobody has written into. */
export function sonLaReport({ sections }: ReportForm) {
  const cells = sections.flatMap((section) =>
    section.cells.flatMap(({ row, offered, version }) => {
      const given = declared[row.key];
      if (given !== undefined)
        return [{ row: row.key, declared: given[0], reason: given[1], version }];
      return row.required && offered === null ? [{ row: row.key, declared: 0, version }] : [];
    }),
  );
  const narratives = Object.entries(words).map(([section, text]) => ({
    section,
    words: text,
    version: 0,
  }));
  return { cells, narratives };
}
