/** A dossier of the demo as it is written in the browser. */
export interface DemoDossier {
  readonly email: string;
  readonly entrant: 'individual' | 'group';
  readonly field: string;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Says no to being published. */
  readonly private?: boolean;
}

interface Pupil {
  readonly name: string;
  readonly birth: string;
  readonly school: string;
  readonly class: string;
  readonly representative: string;
}

const pupil = (
  name: string,
  birth: string,
  school: string,
  className: string,
  representative: string,
): Pupil & { relation: string } => ({
  name,
  birth,
  school,
  class: className,
  representative,
  relation: 'Cha hoặc mẹ',
});

const youth = (
  email: string,
  field: string,
  people: readonly Pupil[],
  [title, made, idea, parts, work, summary]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
): DemoDossier => ({
  email,
  entrant: people.length === 1 ? 'individual' : 'group',
  field,
  answers: {
    ten: title,
    'tac-gia': people,
    'huong-dan': '',
    'thoi-gian': made,
    'y-tuong': idea,
    'cau-tao': parts,
    'hoat-dong': work,
    'tinh-moi': 'Dùng vật liệu sẵn có ở bản, tháo lắp được, không phải mua linh kiện đắt tiền.',
    'tinh-sang-tao': 'Các em tự thiết kế, tự làm, đã thử và sửa qua ba lần.',
    'ap-dung': 'Làm được ở các trường và các hộ trong xã với giá dưới năm trăm nghìn đồng.',
    'tom-tat': summary,
    'cam-doan': true,
  },
});

/** What pupils of Sơn La enter, each with the school that it comes from. */
export const youthDossiers: readonly DemoDossier[] = [
  youth(
    'thcs-chiengsinh@demo.example',
    'gia-dinh',
    [
      pupil('Lò Thị Bích Ngọc', '2012-05-12', 'Trường THCS Chiềng Sinh', '8A', 'Lò Văn Hòa'),
      pupil('Quàng Minh Đức', '2012-11-03', 'Trường THCS Chiềng Sinh', '8A', 'Quàng Thị Xuân'),
    ],
    [
      'Máy tách hạt ngô chạy bằng pin tháo rời',
      '2026-02',
      'Mùa thu hoạch, ông bà phải tách hạt bằng tay, vừa chậm vừa đau tay.',
      'Khung thép hộp, trục quay có răng cao su, phễu nạp, khay hứng, hộp pin lấy từ máy khoan cũ.',
      'Bắp ngô đưa vào phễu, trục quay có răng cao su tách hạt khỏi lõi mà không làm vỡ hạt; hạt rơi xuống khay, lõi ra ở đầu kia.',
      'Máy nhỏ gọn tách hạt ngô cho hộ gia đình, chạy bằng pin, một giờ được khoảng bốn mươi ki-lô-gam.',
    ],
  ),
  youth(
    'pt-moclay@demo.example',
    'moi-truong',
    [pupil('Mùa A Súa', '2010-09-20', 'Trường PTDT nội trú Mộc Châu', '10B', 'Mùa A Chu')],
    [
      'Gạch lát sân làm từ túi ni lông và cát suối',
      '2026-01',
      'Rác ni lông quanh chợ phiên rất nhiều, đem đốt thì khói độc.',
      'Nồi nung kín có ống dẫn khói qua nước, khuôn thép, cát suối đã rửa.',
      'Túi ni lông đã rửa được nung chảy trong nồi kín, trộn với cát suối theo tỷ lệ một phần ni lông ba phần cát, ép trong khuôn rồi để nguội.',
      'Gạch lát sân chịu được xe máy, mỗi viên dùng hết khoảng sáu mươi túi ni lông.',
    ],
  ),
  youth(
    'th-quyetthang@demo.example',
    'hoc-tap',
    [pupil('Nguyễn Gia Hân', '2017-03-08', 'Trường Tiểu học Quyết Thắng', '3C', 'Nguyễn Văn Toàn')],
    [
      'Bàn tính ghép nam châm học bảng cửu chương',
      '2025-12',
      'Bạn em ngồi cạnh khó nhớ bảng cửu chương nên em làm đồ chơi để cùng học.',
      'Bảng sắt, các miếng gỗ có nam châm, số viết hai mặt.',
      'Người chơi ghép miếng gỗ theo phép nhân, ghép đúng thì hai nam châm hút nhau, ghép sai thì đẩy nhau.',
      'Đồ chơi giúp học sinh tiểu học tự học bảng cửu chương.',
    ],
  ),
  youth(
    'thpt-tohieu@demo.example',
    'phan-mem',
    [
      pupil('Cầm Thùy Dương', '2009-01-15', 'Trường THPT Tô Hiệu', '11A1', 'Cầm Văn Minh'),
      pupil('Đặng Quốc Bảo', '2008-12-30', 'Trường THPT Tô Hiệu', '11A1', 'Đặng Thị Lan'),
      pupil('Vì Văn Kiên', '2009-07-04', 'Trường THPT Tô Hiệu', '11A3', 'Vì Thị Phương'),
    ],
    [
      'Phần mềm học tiếng Thái Đen qua truyện kể',
      '2026-03',
      'Nhiều bạn người Thái không còn đọc được chữ Thái cổ của ông bà.',
      'Ứng dụng chạy trên điện thoại, kho truyện kể có tiếng đọc của người già trong bản, bộ chữ Thái.',
      'Người học nghe truyện, chạm vào từng chữ để xem nghĩa và cách viết, rồi ghép lại câu; phần mềm nhớ những chữ hay sai và hỏi lại.',
      'Ứng dụng miễn phí dạy đọc, viết chữ Thái qua truyện kể của bản.',
    ],
  ),
  youth(
    'thcs-muongla@demo.example',
    'khi-hau',
    [pupil('Hoàng Thị Mai Hương', '2011-10-10', 'Trường THCS Ít Ong', '9B', 'Hoàng Văn Sơn')],
    [
      'Thiết bị báo sạt lở đất bằng dây căng và chuông',
      '2026-04',
      'Mưa lớn ban đêm, đất sạt sau nhà mà không ai biết.',
      'Cọc tre, dây cáp phanh xe đạp, công tắc, chuông, tấm pin mặt trời nhỏ.',
      'Dây căng giữa các cọc trên sườn dốc; đất dịch chuyển làm dây kéo công tắc, chuông trong nhà kêu và đèn sáng.',
      'Thiết bị rẻ tiền báo sớm sạt lở cho nhà ở sườn dốc.',
    ],
  ),
];

/** One of Hà Nội. */
export const youthOfHanoi: readonly [DemoDossier] = [
  youth(
    'thcs-giangvo@demo.example',
    'hoc-tap',
    [pupil('Phạm Quỳnh Chi', '2013-06-18', 'Trường THCS Giảng Võ', '7A', 'Phạm Hải Nam')],
    [
      'Hộp thí nghiệm quang học gấp bằng giấy bìa',
      '2026-02',
      'Dụng cụ thí nghiệm ở trường ít, mỗi nhóm phải đợi nhau.',
      'Bìa cứng, kính lúp cũ, gương nhỏ, đèn pin.',
      'Gấp bìa thành hộp tối, đặt gương và kính vào các khe có vạch chia, chiếu đèn để thấy đường đi của tia sáng.',
      'Bộ hộp gấp giúp mỗi em tự làm thí nghiệm quang học ở nhà.',
    ],
  ),
];

const engineer = (
  name: string,
  birth: string,
  workplace: string,
  address: string,
  share: number,
) => ({ name, birth, workplace, address, phone: '0912000118', share });

const solution = (
  email: string,
  field: string,
  people: readonly object[],
  [title, problem, known, content, summary]: readonly [string, string, string, string, string],
  amount: number,
  own: Partial<DemoDossier> = {},
): DemoDossier => ({
  email,
  entrant: people.length === 1 ? 'individual' : 'group',
  field,
  answers: {
    ten: title,
    'tac-gia': people,
    'thoi-gian': '2025-09',
    'dat-van-de': problem,
    'da-biet': known,
    'noi-dung': content,
    'tinh-moi': 'Chưa có giải pháp tương tự được áp dụng trên địa bàn tỉnh.',
    'ap-dung': 'Đã áp dụng tại đơn vị và ba hợp tác xã trong tỉnh.',
    'hieu-qua': { amount, words: 'Giảm sức người, giảm thất thoát, bảo vệ môi trường.' },
    'tom-tat': summary,
    'cam-doan': true,
  },
  ...own,
});

const drying =
  'Thiết bị gồm buồng sấy nhiều khay, quạt đối lưu, bộ gia nhiệt bằng bơm nhiệt và bộ điều khiển độ ẩm. Mận được chần qua nước sôi ba mươi giây, xếp khay một lớp, sấy ở nhiệt độ năm mươi lăm độ trong mười hai giờ rồi hạ dần xuống bốn mươi độ. Hơi ẩm ngưng tụ được dẫn ra ngoài, nhiệt thừa quay lại buồng sấy nên điện năng giảm gần một nửa so với lò đốt củi. Bộ điều khiển ghi lại nhiệt độ và độ ẩm từng mẻ để truy xuất nguồn gốc.';
const dryingAgain =
  'Thiết bị gồm buồng sấy có nhiều khay, quạt đối lưu, bộ gia nhiệt dùng bơm nhiệt và bộ điều khiển độ ẩm tự động. Quả mận được chần qua nước sôi nửa phút, xếp khay một lớp, sấy ở nhiệt độ năm mươi lăm độ trong mười hai giờ rồi hạ dần xuống bốn mươi độ. Hơi ẩm ngưng tụ được dẫn ra ngoài, phần nhiệt thừa quay lại buồng sấy nên điện năng giảm gần một nửa so với lò đốt củi. Bộ điều khiển ghi nhiệt độ và độ ẩm của từng mẻ để truy xuất nguồn gốc.';

/** Solutions of the technical contest of Sơn La; the last one repeats the first in other words. */
export const technicalDossiers: readonly DemoDossier[] = [
  solution(
    'htx-phienkhoai@demo.example',
    'nong-lam',
    [
      engineer('Hà Văn Thưởng', '1974-06-02', 'Hợp tác xã Phiêng Khoài', 'xã Phiêng Khoài', 60),
      engineer('Lường Thị Én', '1985-01-19', 'Hợp tác xã Phiêng Khoài', 'xã Phiêng Khoài', 40),
    ],
    [
      'Thiết bị sấy mận hậu bằng bơm nhiệt có kiểm soát độ ẩm',
      'Mận chín rộ trong ba tuần, giá rơi, nông dân phải đổ bỏ.',
      'Lò sấy đốt củi làm quả ám khói, chín không đều.',
      drying,
      'Sấy mận bằng bơm nhiệt, giữ màu và mùi, giảm nửa điện năng.',
    ],
    420_000_000,
  ),
  solution(
    'benhvien-sonla@demo.example',
    'y-duoc',
    [
      engineer(
        'BSCKII. Nguyễn Thị Thanh Huyền',
        '1979-11-25',
        'Bệnh viện Đa khoa tỉnh',
        'phường Chiềng Lề',
        100,
      ),
    ],
    [
      'Quy trình cấp cứu đột quỵ liên thông từ trạm y tế xã đến bệnh viện tỉnh',
      'Người bệnh ở xã xa đến viện quá giờ vàng.',
      'Mỗi tuyến làm một cách, mất thời gian làm lại xét nghiệm.',
      'Trạm y tế xã dùng bảng kiểm năm dấu hiệu, gửi ảnh và giờ khởi phát qua ứng dụng; bệnh viện tỉnh chuẩn bị sẵn phòng chụp, kíp trực và thuốc; xe đi thẳng tới phòng chụp. Quy trình có phiếu chung, ai làm việc gì trong bao nhiêu phút, họp rút kinh nghiệm từng ca.',
      'Rút thời gian từ cửa viện đến điều trị đột quỵ từ chín mươi xuống bốn mươi phút.',
    ],
    0,
  ),
  solution(
    'dienluc-mocchau@demo.example',
    'cntt',
    [engineer('Bùi Quang Huy', '1988-04-14', 'Điện lực Mộc Châu', 'phường Mộc Châu', 100)],
    [
      'Hệ thống giám sát trạm biến áp vùng cao qua sóng LoRa',
      'Trạm ở xa, hỏng thiết bị bảo vệ nhiều giờ mới biết.',
      'Giám sát bằng sóng di động không dùng được ở nơi không có sóng.',
      'Mỗi trạm gắn bộ đo dòng, áp, nhiệt độ dầu; dữ liệu truyền qua sóng LoRa nhiều chặng về trung tâm. Phần mềm so với ngưỡng từng trạm, báo cho tổ trực bằng tin nhắn và gợi ý nguyên nhân.',
      'Giám sát trạm biến áp nơi không có sóng di động với chi phí thấp.',
    ],
    185_000_000,
    { private: true },
  ),
  solution(
    'truong-cdnl@demo.example',
    'co-khi',
    [
      engineer(
        'Trần Đức Mạnh',
        '1982-08-30',
        'Trường Cao đẳng Kỹ thuật công nghệ',
        'phường Quyết Tâm',
        50,
      ),
      engineer(
        'Tòng Văn Hặc',
        '1990-12-01',
        'Trường Cao đẳng Kỹ thuật công nghệ',
        'phường Quyết Tâm',
        50,
      ),
    ],
    [
      'Máy thu hoạch cà phê cầm tay rung tần số thay đổi',
      'Hái cà phê bằng tay tốn công, hái lẫn quả xanh.',
      'Máy rung nhập khẩu nặng, làm gãy cành chè vối già.',
      'Đầu rung nhẹ dùng động cơ không chổi than, thay đổi tần số theo độ chín của quả; ngón rung bọc cao su; nguồn pin đeo lưng. Quả chín rụng xuống bạt, quả xanh ở lại cành.',
      'Máy rung cầm tay hái quả chín, giữ quả xanh, nặng dưới hai ki-lô-gam.',
    ],
    96_000_000,
  ),
  solution(
    'htx-muongsang@demo.example',
    'nong-lam',
    [engineer('Đinh Công Thành', '1980-02-17', 'Hợp tác xã Mường Sang', 'xã Mường Sang', 100)],
    [
      'Hệ thống sấy quả mận tiết kiệm điện dùng bơm nhiệt',
      'Đến vụ mận, quả nhiều bán không kịp.',
      'Sấy củi ám khói.',
      dryingAgain,
      'Hệ thống sấy mận tiết kiệm điện.',
    ],
    300_000_000,
  ),
];
