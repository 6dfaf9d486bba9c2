import type { PlannedAssociation, PlannedUnion } from './federation.ts';

// Sơn La as two published articles of 2020 and 2022 tell of it: founding, associations, staff, what it
// has done since when. Headcounts of single associations, days within a year, and every association
// after the first ten are made up; people's names are invented.

const provinceName = 'tỉnh Sơn La';

const association = (
  code: string,
  name: string,
  joined: string,
  members: number,
  intellectuals: number,
  society: string | null = null,
  kind: PlannedAssociation['kind'] = 'member_association',
): PlannedAssociation => ({
  code: `sonla-${code}`,
  name,
  kind,
  society,
  joined,
  members,
  intellectuals,
});

const associations: readonly PlannedAssociation[] = [
  association(
    'khuyenhoc',
    'Hội Khuyến học tỉnh Sơn La',
    '2010-04-21',
    268_410,
    9_636,
    'Hội Khuyến học Việt Nam',
  ),
  association(
    'kinhte',
    'Hội Khoa học Kinh tế tỉnh Sơn La',
    '2010-04-21',
    312,
    298,
    'Hội Khoa học Kinh tế Việt Nam',
  ),
  association(
    'lichsu',
    'Hội Khoa học Lịch sử tỉnh Sơn La',
    '2010-04-21',
    186,
    171,
    'Hội Khoa học Lịch sử Việt Nam',
  ),
  association(
    'nganhnghe',
    'Hội Ngành nghề nông nghiệp, nông thôn tỉnh Sơn La',
    '2010-04-21',
    1_240,
    316,
  ),
  association(
    'cauduong',
    'Hội Khoa học kỹ thuật Cầu đường tỉnh Sơn La',
    '2010-04-21',
    264,
    240,
    'Hội Khoa học kỹ thuật Cầu đường Việt Nam',
  ),
  association(
    'kientruc',
    'Hội Kiến trúc sư tỉnh Sơn La',
    '2010-04-21',
    86,
    84,
    'Hội Kiến trúc sư Việt Nam',
  ),
  association(
    'duochoc',
    'Hội Dược học tỉnh Sơn La',
    '2010-04-21',
    742,
    655,
    'Hội Dược học Việt Nam',
  ),
  association(
    'dieuduong',
    'Hội Điều dưỡng tỉnh Sơn La',
    '2010-04-21',
    2_134,
    1_720,
    'Hội Điều dưỡng Việt Nam',
  ),
  association('doanhnghiep', 'Hiệp hội Doanh nghiệp tỉnh Sơn La', '2010-04-21', 418, 205),
  association(
    'dat',
    'Chi hội Khoa học Đất tỉnh Sơn La',
    '2010-04-21',
    58,
    58,
    'Hội Khoa học Đất Việt Nam',
  ),
  association(
    'yhoc',
    'Hội Y học tỉnh Sơn La',
    '2011-09-15',
    2_860,
    2_604,
    'Tổng hội Y học Việt Nam',
  ),
  association('dongy', 'Hội Đông y tỉnh Sơn La', '2012-03-20', 1_975, 402, 'Hội Đông y Việt Nam'),
  association('luatgia', 'Hội Luật gia tỉnh Sơn La', '2013-06-10', 1_388, 1_240),
  association(
    'lamvuon',
    'Hội Làm vườn tỉnh Sơn La',
    '2014-05-08',
    12_640,
    890,
    'Hội Làm vườn Việt Nam',
  ),
  association('cuugiaochuc', 'Hội Cựu giáo chức tỉnh Sơn La', '2015-11-20', 9_870, 5_205),
  association(
    'thuy',
    'Hội Chăn nuôi và Thú y tỉnh Sơn La',
    '2017-04-12',
    836,
    512,
    'Hội Chăn nuôi Việt Nam',
  ),
  association('tinhoc', 'Hội Tin học tỉnh Sơn La', '2018-08-24', 215, 196, 'Hội Tin học Việt Nam'),
  association(
    'truongcaodang',
    'Trường Cao đẳng Sơn La',
    '2016-09-05',
    322,
    318,
    null,
    'collective_member',
  ),
  association(
    'benhvien',
    'Bệnh viện Đa khoa tỉnh Sơn La',
    '2019-05-19',
    250,
    250,
    null,
    'collective_member',
  ),
];

/** The association that joined after 2019: the table of 2019 does not count it. */
export const laterAssociation: PlannedAssociation = association(
  'moitruong',
  'Hội Bảo vệ tài nguyên và môi trường tỉnh Sơn La',
  '2020-02-18',
  640,
  388,
);

export const sonLa: PlannedUnion = {
  code: 'sonla',
  name: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
  shortName: 'Liên hiệp hội tỉnh Sơn La',
  province: 'Sơn La',
  place: provinceName,
  accent: 'indigo',
  founded: '2010-04-21',
  staff: 10,
  office: true,
  car: true,
  associations,
};

/** Associations that the province recognised as having a special status. */
export const specialStatus = ['khuyenhoc', 'dongy', 'luatgia', 'cuugiaochuc', 'lamvuon'].map(
  (c) => `sonla-${c}`,
);

export interface SonLaActivity {
  readonly kind: string;
  readonly on: string;
  readonly title: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly role?: 'host' | 'co_host' | 'participant';
  readonly place?: string;
  readonly partners?: string;
}

const contests: readonly SonLaActivity[] = [
  ...[2012, 2014, 2016, 2018].map((year, i) => ({
    kind: 'contest',
    on: `${year}-10-1${i}`,
    title: `Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ ${i + 1}`,
    data: {
      contest: 'stkt',
      edition_no: i + 1,
      entries: [31, 36, 40, 46][i],
      prizes: [7, 8, 9, 11][i],
    },
    partners: 'Sở Khoa học và Công nghệ, Liên đoàn Lao động tỉnh, Tỉnh đoàn',
  })),
  ...[2013, 2015, 2017, 2019].map((year, i) => ({
    kind: 'contest',
    on: `${year}-08-2${i}`,
    title: `Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La lần thứ ${i + 1}`,
    data: {
      contest: 'ttnnd',
      edition_no: i + 1,
      entries: [96, 118, 131, 146][i],
      prizes: [33, 37, 40, 43][i],
    },
    partners: 'Sở Giáo dục và Đào tạo, Tỉnh đoàn',
  })),
  {
    kind: 'contest',
    on: '2021-08-24',
    title: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La lần thứ 5',
    data: { contest: 'ttnnd', edition_no: 5, prizes: 32, sent_up: 6 },
  },
];

const seminarSubjects = [
  'nâng cao chất lượng hoạt động của các hội thành viên',
  'sử dụng đất dốc bền vững',
  'phát triển cây ăn quả trên đất dốc',
  'bảo tồn chữ Thái và văn hóa các dân tộc Sơn La',
  'du lịch lòng hồ thủy điện Sơn La',
  'năng lực cạnh tranh cấp tỉnh với khởi nghiệp sáng tạo',
  'tiêu chí trí thức, trí thức tiêu biểu và chuyên gia cấp tỉnh',
  'nước sạch cho vùng cao',
  'chè Shan tuyết và chỉ dẫn địa lý',
  'cà phê chè Sơn La trước biến đổi khí hậu',
  'phòng, chống sạt lở, lũ quét',
  'đào tạo nghề cho lao động nông thôn',
  'y học cổ truyền các dân tộc Tây Bắc',
  'công nghệ thông tin trong quản lý hội',
  'chế biến sâu nông sản',
  'nông nghiệp công nghệ cao vùng Mộc Châu',
];

const research: readonly SonLaActivity[] = [
  ...seminarSubjects.map((subject, i) => ({
    kind: 'seminar',
    on: `${2011 + Math.floor(i / 2)}-${i % 2 === 0 ? '05' : '11'}-${String(10 + i).padStart(2, '0')}`,
    title: `Hội thảo khoa học: ${subject}`,
    data: { form: 'in_person', attendees: 60 + ((i * 17) % 80), papers: 6 + (i % 7) },
    place: 'Thành phố Sơn La',
  })),
  {
    kind: 'science_task',
    on: '2014-03-12',
    title:
      'Đề tài cấp tỉnh: giải pháp nâng cao chất lượng hoạt động của Liên hiệp hội và các hội thành viên',
    data: { level: 'province', status: 'accepted', budget: 420_000_000, accepted_on: '2015-12-10' },
  },
  ...[
    'trồng rau trái vụ trong nhà lưới',
    'nuôi cá lồng trên lòng hồ',
    'ghép cải tạo vườn mận già cỗi',
  ].map((model, i) => ({
    kind: 'technology_transfer',
    on: `${2016 + i}-06-15`,
    title: `Chuyển giao mô hình ${model}`,
    data: { models: 1, households: 12 + 6 * i },
  })),
];

const consultationSubjects = [
  'dự thảo Báo cáo chính trị Đại hội Đảng bộ tỉnh',
  'quy hoạch phát triển kinh tế - xã hội tỉnh',
  'đề án phát triển cây ăn quả trên đất dốc',
  'dự thảo Luật Khoa học và công nghệ',
  'đề án xây dựng đội ngũ trí thức',
  'đồ án quy hoạch chung xây dựng đô thị',
  'chính sách thu hút nguồn nhân lực chất lượng cao',
  'dự thảo Luật Trồng trọt',
  'chỉ số cải cách hành chính và giám sát xã hội',
  'dự án đầu tư của doanh nghiệp trên địa bàn',
];

/** 38 consultations from 2010 to 2019: "nearly forty matters". */
const consultations: readonly SonLaActivity[] = Array.from({ length: 38 }, (_, i) => {
  const year = 2010 + Math.floor((i * 10) / 38);
  const subject = consultationSubjects[i % consultationSubjects.length];
  return {
    kind: 'consultation',
    on: `${year}-${String(5 + (i % 7)).padStart(2, '0')}-${String(8 + (i % 19)).padStart(2, '0')}`,
    title: `Tư vấn, phản biện ${subject} (${year})`,
    data: {
      type: i % 3 === 0 ? 'advice' : 'critique',
      orderer: i % 2 === 0 ? 'Ủy ban Mặt trận Tổ quốc tỉnh' : 'Đoàn đại biểu Quốc hội tỉnh',
      experts: 4 + (i % 8),
      recommendations: 3 + (i % 9),
    },
  };
});

const honours: readonly SonLaActivity[] = [
  ...[2014, 2015, 2016, 2018, 2019].map((year, i) => ({
    kind: 'honour_round',
    on: `${year}-04-21`,
    title: `Tôn vinh trí thức tiêu biểu, điển hình lao động sáng tạo tỉnh Sơn La năm ${year}`,
    data: { level: 'province', edition_no: i + 1, honoured: [84, 92, 88, 95, 94][i] },
  })),
  {
    kind: 'honour_round',
    on: '2021-11-18',
    title: 'Tôn vinh trí thức tiêu biểu, điển hình lao động sáng tạo tỉnh Sơn La năm 2021',
    data: { level: 'province', edition_no: 6, honoured: 58 },
  },
  ...[
    [2012, 'Bằng Lao động sáng tạo', 1],
    [2014, 'Trí thức vì sự nghiệp nông nghiệp, phát triển nông thôn', 4],
    [2015, 'Nhà sáng chế không chuyên tiêu biểu', 2],
    [2015, 'Trí thức tiêu biểu toàn quốc', 1],
    [2017, 'Sách vàng Sáng tạo Việt Nam; Trí thức tiêu biểu toàn quốc', 2],
    [2018, 'Nhà khoa học của Nhà nông', 1],
    [2019, 'Nhà khoa học của Nhà nông', 1],
  ].map(([year, award, honoured]) => ({
    kind: 'honour_nomination',
    on: `${year}-09-02`,
    title: `Giới thiệu, đề cử: ${award} (${year})`,
    data: { award, honoured },
  })),
  {
    kind: 'representation',
    on: '2018-06-11',
    title:
      'Đại diện khối Liên hiệp hội địa phương dự Lễ kỷ niệm 70 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc',
    data: { delegates: 1 },
  },
];

const rest: readonly SonLaActivity[] = [
  {
    kind: 'publication',
    on: '2011-05-18',
    title: 'Bản tin Trí thức với Khoa học và Công nghệ, số đầu tiên',
    data: { form: 'bulletin', first_issued_on: '2011-05-18' },
  },
  {
    kind: 'publication',
    on: '2012-04-21',
    title: 'Diễn đàn trí thức điện tử Sơn La',
    data: { form: 'e_forum' },
  },
  {
    kind: 'council_participation',
    on: '2010-08-10',
    title: 'Tham gia Hội đồng khoa học và công nghệ tỉnh',
    data: { council: 'science', level: 'province' },
  },
  {
    kind: 'council_participation',
    on: '2016-03-15',
    title: 'Tham gia Hội đồng sáng kiến cấp tỉnh',
    data: { council: 'initiative', level: 'province' },
  },
  {
    kind: 'council_participation',
    on: '2021-12-20',
    title: 'Tham gia hội đồng thẩm định nhiệm vụ và đồ án quy hoạch, năm 2021',
    data: { council: 'appraisal', level: 'province', count: 40 },
    role: 'participant',
  },
  {
    kind: 'advisory',
    on: '2010-11-05',
    title: 'Tham mưu chương trình hành động thực hiện Chỉ thị 42-CT/TW',
    data: { addressee: 'peoples_committee' },
  },
  {
    kind: 'advisory',
    on: '2013-08-20',
    title: 'Tham mưu tổng kết Nghị quyết 27-NQ/TW về xây dựng đội ngũ trí thức',
    data: { addressee: 'party_committee' },
  },
  {
    kind: 'advisory',
    on: '2018-12-12',
    title: 'Tham mưu nội dung, hình thức đối thoại trí thức của tỉnh',
    data: { addressee: 'party_committee' },
  },
  ...[2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019].map((year, i) => ({
    kind: 'social_work',
    on: `${year}-09-0${1 + i}`,
    title: `Vận động tài trợ, trao học bổng cho học sinh, sinh viên vượt khó năm ${year}`,
    data: { beneficiaries: 4 + i, money: 12_000_000 + 3_000_000 * i },
  })),
  {
    kind: 'coordination_programme',
    on: '2021-04-15',
    title: 'Chương trình phối hợp với Sở Khoa học và Công nghệ',
    data: { partner: 'Sở Khoa học và Công nghệ', period: '2021–2025' },
  },
  {
    kind: 'coordination_programme',
    on: '2021-05-20',
    title: 'Chương trình phối hợp với Ban Tuyên giáo Tỉnh ủy',
    data: { partner: 'Ban Tuyên giáo Tỉnh ủy', period: '2021–2025' },
  },
  {
    kind: 'seminar',
    on: '2022-03-10',
    title: 'Hội thảo tư vấn với các sở chuyên ngành',
    data: { form: 'hybrid', attendees: 85, papers: 9 },
  },
];

export const sonLaActivities: readonly SonLaActivity[] = [
  ...contests,
  ...research,
  ...consultations,
  ...honours,
  ...rest,
];

export interface SonLaDistinction {
  readonly title: string;
  readonly level: string;
  readonly on: string;
  readonly giver: string;
  /** A person's invented name; the union itself when left out. */
  readonly person?: string;
  readonly note?: string;
}

const vusta = 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam';
const committee = 'Ủy ban nhân dân tỉnh Sơn La';

export const sonLaDistinctions: readonly SonLaDistinction[] = [
  ...[2011, 2013, 2015, 2016, 2018].map((year) => ({
    title: 'commendation',
    level: 'province',
    on: `${year}-12-28`,
    giver: committee,
  })),
  ...[2012, 2014, 2015, 2016, 2018, 2019].map((year) => ({
    title: 'commendation',
    level: 'national_union',
    on: `${year}-12-20`,
    giver: vusta,
  })),
  {
    title: 'emulation_flag',
    level: 'province',
    on: '2014-12-30',
    giver: committee,
    note: 'Dẫn đầu khối hội địa phương của tỉnh năm 2014',
  },
  {
    title: 'emulation_flag',
    level: 'national_union',
    on: '2017-12-22',
    giver: vusta,
    note: 'Dẫn đầu khu vực Trung du và miền núi phía Bắc năm 2017',
  },
  {
    title: 'commendation',
    level: 'prime_minister',
    on: '2017-05-16',
    giver: 'Thủ tướng Chính phủ',
    person: 'Cầm Văn Minh Họa',
  },
  {
    title: 'typical_intellectual',
    level: 'national_union',
    on: '2015-11-20',
    giver: vusta,
    person: 'Lò Thị Minh Họa',
  },
  {
    title: 'typical_intellectual',
    level: 'national_union',
    on: '2017-11-20',
    giver: vusta,
    person: 'Quàng Văn Minh Họa',
  },
  {
    title: 'typical_intellectual',
    level: 'national_union',
    on: '2019-11-20',
    giver: vusta,
    person: 'Hoàng Ngọc Minh Họa',
  },
];

/** The remark beside each figure of Sơn La in the table of 2019, in our own short words. */
export const sonLaNotes: Readonly<Record<string, string>> = {
  'I.1': 'Thành lập năm 2010',
  'I.2': 'Lúc mới thành lập có 10 hội',
  'I.3': 'Chủ yếu ở Hội Khuyến học',
  'I.4': '3 lãnh đạo, 1 chuyên trách, 2 cán bộ nghỉ hưu và bộ máy giúp việc',
  'II.1.1': 'Từ năm 2011',
  'II.1.2': 'Từ năm 2012',
  'II.2.1': 'Từ năm 2012',
  'II.2.2': 'Từ năm 2013',
  'II.3.1': '1 đề tài cấp tỉnh, 3 mô hình chuyển giao, hội thảo hơn 15 vấn đề',
  'II.3.2': 'Hội đồng KH&CN từ năm 2010, Hội đồng sáng kiến năm 2016',
  'II.4.1': 'Đang xúc tiến thành lập',
  'II.5.1': 'Từ năm 2014',
  'II.5.2': 'Từ năm 2012, 12 người được vinh danh',
  'II.6.1': 'Từ năm 2010',
  'II.6.2': 'Từ năm 2010',
  'II.7': 'Từ năm 2012: tài trợ hội thi, cuộc thi; học bổng cho học sinh, sinh viên nghèo vượt khó',
  'III.1': '5 bằng khen của UBND tỉnh, 6 bằng khen của Liên hiệp hội Việt Nam',
  'III.2': 'Cờ của tỉnh năm 2014; cờ khu vực Trung du và miền núi phía Bắc năm 2017',
  'III.3': 'Năm 2018',
  'III.4.1': 'Năm 2017',
};
