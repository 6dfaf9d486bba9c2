import { addDays, type Day } from '../kernel/day.ts';

/** What the office of Sơn La did lately or plans, so many days before the demo is made; all of it is made up. */
interface Recent {
  readonly daysAgo: number;
  readonly kind: string;
  readonly title: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly place?: string;
  readonly partners?: string;
  readonly organisation?: string;
}

const sonla = 'sonla';

const recent: readonly Recent[] = [
  {
    daysAgo: 402,
    kind: 'seminar',
    title: 'Hội thảo khoa học: cây mắc ca trên đất dốc, mười năm nhìn lại',
    data: { form: 'in_person', attendees: 96, papers: 11 },
    place: 'Phường Chiềng Cơi',
    partners: 'Sở Nông nghiệp và Môi trường',
  },
  {
    daysAgo: 371,
    kind: 'contest',
    title: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La lần thứ 7',
    data: { contest: 'ttnnd', edition_no: 7, entries: 188, prizes: 49, sent_up: 8 },
    partners: 'Sở Giáo dục và Đào tạo, Tỉnh đoàn',
  },
  {
    daysAgo: 318,
    kind: 'training',
    title: 'Tập huấn viết tin, bài phổ biến kiến thức',
    data: { classes: 2, trainees: 74, subject: 'Kỹ năng viết cho bà con vùng cao' },
  },
  {
    daysAgo: 246,
    kind: 'committee_meeting',
    title: 'Hội nghị Ban Chấp hành Liên hiệp hội lần thứ 11',
    data: { body: 'executive', attendees: 41 },
  },
  {
    daysAgo: 205,
    kind: 'consultation',
    title: 'Phản biện dự thảo Đề án phát triển vùng nguyên liệu cà phê đặc sản',
    data: { type: 'critique', orderer: 'Ủy ban nhân dân tỉnh', experts: 9, recommendations: 14 },
  },
  {
    daysAgo: 168,
    kind: 'social_work',
    title: 'Trao học bổng cho học sinh vượt khó các xã biên giới',
    data: {
      beneficiaries: 36,
      money: 72_000_000,
      sponsors: 'Quỹ khuyến học và doanh nghiệp trong tỉnh',
    },
  },
  {
    daysAgo: 131,
    kind: 'dialogue',
    title: 'Đối thoại giữa lãnh đạo tỉnh với đội ngũ trí thức',
    data: { attendees: 152, recommendations: 27 },
  },
  {
    daysAgo: 97,
    kind: 'technology_transfer',
    title: 'Chuyển giao nhà sấy nông sản bằng năng lượng mặt trời',
    data: { models: 3, households: 46 },
    place: 'Xã Mường Hung',
  },
  {
    daysAgo: 88,
    kind: 'training',
    title: 'Lớp xóa mù số cho hội viên cao tuổi',
    data: { classes: 6, trainees: 212 },
    organisation: 'sonla-khuyenhoc',
  },
  {
    daysAgo: 61,
    kind: 'consultation',
    title: 'Tư vấn điều chỉnh quy hoạch chung đô thị Mộc Châu',
    data: { type: 'advice', orderer: 'Sở Xây dựng', experts: 7, recommendations: 9 },
  },
  {
    daysAgo: 34,
    kind: 'seminar',
    title: 'Hội thảo khoa học: nước sạch cho các bản vùng lòng hồ',
    data: { form: 'hybrid', attendees: 118, papers: 13 },
    partners: 'Hội Y học tỉnh Sơn La, Hội Bảo vệ tài nguyên và môi trường tỉnh Sơn La',
  },
  {
    daysAgo: 19,
    kind: 'media',
    title: 'Đợt tin bài Ngày Khoa học, Công nghệ và Đổi mới sáng tạo',
    data: { articles: 18, clips: 4, outlet: 'Báo Sơn La, Diễn đàn trí thức' },
  },
  {
    daysAgo: 6,
    kind: 'talk',
    title: 'Tọa đàm: trí thức trẻ trở về quê làm nông nghiệp',
    data: { form: 'in_person', attendees: 57 },
  },
  {
    daysAgo: -17,
    kind: 'training',
    title: 'Tập huấn viết bản mô tả giải pháp dự thi',
    data: { subject: 'Viết rõ điểm mới và hiệu quả bằng con số' },
    place: 'Hội trường Liên hiệp hội',
  },
];

/** The inputs of `recordActivity` for what was done until `today`, oldest first. */
export function recentActivities(today: Day): Readonly<Record<string, unknown>>[] {
  return recent.map(({ daysAgo, organisation = sonla, ...activity }) => ({
    organisation,
    starts_on: addDays(today, -daysAgo),
    ...activity,
  }));
}

/** The inputs of `recordDistinction`, likewise. */
export function recentDistinctions(today: Day): Readonly<Record<string, unknown>>[] {
  return [
    {
      organisation: sonla,
      title: 'commendation',
      level: 'province',
      decided_on: addDays(today, -140),
      decision_no: '1208/QĐ-UBND',
      giver: 'Ủy ban nhân dân tỉnh Sơn La',
      note: 'Có thành tích trong công tác tư vấn, phản biện',
      recipient: 'organisation',
      recipient_organisation: sonla,
    },
    {
      organisation: sonla,
      title: 'typical_intellectual',
      level: 'province',
      decided_on: addDays(today, -52),
      decision_no: '36/QĐ-LHH',
      giver: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
      recipient: 'person',
      recipient_person: 'Tòng Thị Minh Họa',
    },
  ];
}
