import { fixedClock } from '../kernel/clock.ts';
import { addDays } from '../kernel/day.ts';
import { askTransfer, importEdition, publicList, readPastJson } from '../modules/archive/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

type Line = readonly [title: string, field: string, author: string, born: string, prize: string];

const technical = (year: number): readonly Line[] => [
  [
    'Máy tách vỏ và phân loại hạt cà phê chè chạy bằng điện một pha',
    'Cơ khí tự động hóa',
    'Lò Văn Pâng',
    '1979',
    'Giải Nhất',
  ],
  [
    'Hệ thống cảnh báo sớm lũ quét cho bản vùng cao bằng cảm biến tự chế',
    'Công nghệ thông tin, điện tử',
    'Nguyễn Thị Thu Hà',
    '1985',
    'Giải Nhất',
  ],
  [
    'Quy trình nhân giống lan kim tuyến bằng nuôi cấy mô',
    'Nông lâm ngư nghiệp',
    'Quàng Thị Xuân',
    '1982',
    'Giải Nhì',
  ],
  [
    'Lò sấy nông sản dùng vỏ cà phê làm chất đốt',
    'Cơ khí tự động hóa',
    'Cà Văn Sơn',
    '1974',
    'Giải Nhì',
  ],
  [
    'Phần mềm quản lý tiêm chủng cho trạm y tế xã không có mạng',
    'Công nghệ thông tin, điện tử',
    'Hoàng Minh Đức',
    '1990',
    'Giải Ba',
  ],
  ['Bài thuốc tắm của người Dao chế thành viên nén', 'Y dược', 'Bàn Thị Mẩy', '1968', 'Giải Ba'],
  [
    'Giá thể trồng rau từ bã mía và trấu hun',
    'Nông lâm ngư nghiệp',
    'Vì Thị Hương',
    '1988',
    'Giải Ba',
  ],
  [
    `Khung tập đi cho người sau tai biến, có thể gấp lại, làm ở xưởng của bệnh viện tỉnh năm ${year - 1}`,
    'Y dược',
    'Đinh Công Thắng',
    '1971',
    'Giải Khuyến khích',
  ],
  [
    'Máy gieo ngô hai hàng kéo tay trên đất dốc',
    'Cơ khí tự động hóa',
    'Tòng Văn Hặc',
    '1966',
    'Giải Khuyến khích',
  ],
  [
    'Bộ thí nghiệm vật lý từ đồ dùng bỏ đi',
    'Giáo dục và đào tạo',
    'Phạm Thu Trang',
    '1991',
    'Giải Khuyến khích',
  ],
  [
    'Trạm bơm nước bằng năng lượng mặt trời cho nương chè',
    'Cơ khí tự động hóa',
    'Lường Văn Ơn',
    '1980',
    '',
  ],
  ['Ứng dụng học chữ Thái cổ trên điện thoại', 'Giáo dục và đào tạo', 'Cầm Thị Chiêu', '1986', ''],
];

// What won nothing.
const others = (
  [
    ['Nông lâm ngư nghiệp', 'Bẫy đèn bắt bướm đêm hại ngô dùng pin mặt trời', 'Hà Văn Ơn', '1977'],
    ['Nông lâm ngư nghiệp', 'Cách bảo quản khoai sọ giống trong hầm đất khô', 'Tráng A Và', '1983'],
    ['Nông lâm ngư nghiệp', 'Ủ chua thân cây chuối làm thức ăn cho lợn bản', 'Lò Thị Inh', '1975'],
    ['Nông lâm ngư nghiệp', 'Trồng dâu tây trên luống nghiêng có màng phủ', 'Đỗ Thị Loan', '1989'],
    ['Nông lâm ngư nghiệp', 'Ghép cải tạo vườn nhãn già tại xã biên giới', 'Lường Văn Inh', '1972'],
    ['Nông lâm ngư nghiệp', 'Nuôi ong nội dưới tán rừng phòng hộ', 'Giàng A Vạng', '1981'],
    ['Cơ khí tự động hóa', 'Máy vò chè mini dùng mô-tơ xe điện cũ', 'Trần Văn Khải', '1970'],
    ['Cơ khí tự động hóa', 'Xe kéo mía bánh xích qua suối cạn', 'Quàng Văn Bó', '1968'],
    ['Cơ khí tự động hóa', 'Khuôn đúc cọc rào bê tông có lõi tre', 'Nguyễn Bá Lực', '1965'],
    ['Cơ khí tự động hóa', 'Tời nước quay tay có khóa an toàn', 'Hạng A Dơ', '1984'],
    ['Cơ khí tự động hóa', 'Máy se sợi lanh đạp chân', 'Vàng Thị Chư', '1979'],
    ['Công nghệ thông tin, điện tử', 'Chuông báo giờ học hẹn theo mùa', 'Lê Đình Toàn', '1986'],
    ['Công nghệ thông tin, điện tử', 'Loa bản phát tin hẹn giờ qua thẻ nhớ', 'Cà Văn Xôm', '1982'],
    [
      'Công nghệ thông tin, điện tử',
      'Bản đồ số các điểm sạt lở do dân báo',
      'Phạm Hồng Quân',
      '1992',
    ],
    [
      'Công nghệ thông tin, điện tử',
      'Công tơ nước thẻ từ cho công trình tự chảy',
      'Vũ Văn Đông',
      '1980',
    ],
    ['Y dược', 'Ghế đẩy người bệnh trên sàn nhà sàn', 'Tòng Văn Hịa', '1974'],
    ['Y dược', 'Sổ theo dõi tăng huyết áp bằng hình màu', 'Bùi Thị Hậu', '1987'],
    ['Y dược', 'Giá treo truyền dịch gấp gọn theo xe máy', 'Đèo Văn Muôn', '1978'],
    ['Giáo dục và đào tạo', 'Bộ chữ ghép gỗ lát cho lớp ghép', 'Lò Thị Kiêm', '1985'],
    ['Giáo dục và đào tạo', 'Vườn trường làm phòng học sinh học', 'Nguyễn Thị Vui', '1990'],
    ['Giáo dục và đào tạo', 'Lịch treo tường các từ Thái cổ', 'Hoàng Văn Panh', '1963'],
    ['Giáo dục và đào tạo', 'Sa bàn chiến thắng Nà Sản', 'Đinh Văn Tụ', '1976'],
  ] as const
).map(([field, title, author, born]): Line => [title, field, author, born, '']);

const totalOf = (lines: readonly Line[]) => ({
  entries_total: lines.length,
  prizes_total: lines.filter(([, , , , prize]) => prize !== '').length,
});

const listed = (name: string, lines: readonly Line[]) => ({
  name,
  ...totalOf(lines),
  dossiers: lines.map(([title, field, author, birth, prize]) => ({
    title,
    field,
    prize,
    authors: [{ name: author, birth }],
  })),
});

/** Of two editions only the report is left. With the seventh and the eighth: 150 solutions, 35 prizes. */
const figuresAlone = (year: number) => [
  {
    name: `Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VI (${year - 7}-${year - 6})`,
    entries_total: 37,
    prizes: { 'Giải Nhất': 1, 'Giải Nhì': 2, 'Giải Ba': 2, 'Giải Khuyến khích': 3 },
    prizes_total: 8,
  },
  {
    name: `Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ V (${year - 9}-${year - 8})`,
    entries_total: 41,
    prizes: { 'Giải Nhì': 2, 'Giải Ba': 3, 'Giải Khuyến khích': 3 },
    prizes_total: 8,
  },
];

/**
 * Contests that are over, as files told them: the public archive is made of these. One tells figures
 * alone, and they contradict each other.
 */
export async function demoPastEditions(cx: Cx): Promise<void> {
  const year = Number(cx.clock.today().slice(0, 4));
  const past: readonly (readonly [string, unknown])[] = [
    [
      'sonla',
      listed(`Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VII (${year - 5}-${year - 4})`, [
        ...technical(year - 4),
        ...others,
      ]),
    ],
    ...figuresAlone(year).map((told) => ['sonla', told] as const),
    [
      'sonla',
      {
        name: `Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La lần thứ 12, năm ${year - 1}`,
        entries_total: 150,
        by_field: {
          'Đồ dùng dành cho học tập': 52,
          'Phần mềm tin học': 21,
          'Sản phẩm thân thiện với môi trường': 38,
          'Các dụng cụ sinh hoạt gia đình và đồ chơi trẻ em': 27,
          'Các giải pháp kỹ thuật nhằm ứng phó với biến đổi khí hậu': 12,
        },
        prizes: { 'Giải Nhất': 6, 'Giải Nhì': 12, 'Giải Ba': 24, 'Giải Khuyến khích': 48 },
        prizes_total: 92,
      },
    ],
    [
      'laichau',
      listed(
        `Hội thi Sáng tạo kỹ thuật tỉnh Lai Châu lần thứ IV (${year - 4}-${year - 3})`,
        technical(year - 3)
          .slice(2, 7)
          .map(([title, ...rest]): Line => [`${title}, cải tiến ở Lai Châu`, ...rest]),
      ),
    ],
  ];
  for (const [organisation, value] of past) {
    const read = readPastJson(value);
    if (!read.ok) throw new Error('demo: no past edition');
    await done(execute(cx, importEdition(read.value), { organisation }));
  }
  await asking(cx);
}

/** Somebody wants to use the first of them. */
async function asking(cx: Cx): Promise<void> {
  const { items } = await publicList(cx, { under: null, union: 'sonla', page: 1, size: 1 });
  for (const { pid } of items) {
    const clock = fixedClock(`${addDays(cx.clock.today(), -2)}T15:20:00+07:00`);
    await done(
      execute({ ...cx, clock }, askTransfer, {
        pid,
        name: 'Trần Văn Bình, Hợp tác xã Nông nghiệp Bình Minh',
        contact: '0900 000 000',
        message:
          'Hợp tác xã có 40 hộ trồng cà phê. Xin hỏi có thể đặt làm ba máy, và tác giả có hướng dẫn tại chỗ không.',
        sender: 'demo',
        site: 'http://localhost',
      }),
    );
  }
}
