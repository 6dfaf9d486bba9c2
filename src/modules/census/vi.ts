export const sourceWords = {
  label: 'Hội viên trong danh sách',
  human: 'Người (mỗi người tính một lần)',
  kind: 'Loại hội viên',
  kinds: { full: 'Chính thức', associate: 'Liên kết', honorary: 'Danh dự' },
  gender: 'Giới tính',
  genders: { male: 'Nam', female: 'Nữ', other: 'Khác', unknown: 'Chưa rõ' },
  degree: 'Trình độ',
  degrees: {
    doctor: 'Tiến sĩ trở lên',
    master: 'Thạc sĩ, chuyên khoa',
    graduate: 'Cử nhân, kỹ sư, bác sĩ',
    none: 'Chưa ghi',
  },
};

export const words = {
  section: 'Hội viên',
  title: 'Thống kê hội viên',
  lead: (name: string, day: string) =>
    `${name}, tính đến ngày ${day}. Mỗi người được tính một lần, dù là hội viên của nhiều hội.`,
  on: 'Tính đến ngày',
  show: 'Xem',
  badDay: 'Ngày cần ghi như 31/12/2025. Đang tính đến hôm nay.',
  people: 'người là hội viên',
  memberships: 'lượt hội viên',
  declared: 'người theo số khai báo',
  difference: 'chênh lệch so với khai báo',
  byOrganisation: 'Theo hội và đơn vị',
  organisation: 'Hội, đơn vị',
  inRoster: 'Trong danh sách',
  inDeclared: 'Khai báo',
  differs: 'Chênh lệch',
  notDeclared: 'chưa khai',
  total: 'Cả đơn vị, mỗi người một lần',
  noneBelow: 'Chưa có hội nào ở dưới có danh sách hoặc số khai báo.',
  ages: 'Theo tuổi',
  age: 'Tuổi',
  band: (key: string) => {
    if (key === 'unknown') return 'Chưa rõ năm sinh';
    const [from = '', to = ''] = key.split('-');
    if (from === '') return `Dưới ${Number(to) + 1}`;
    return to === '' ? `Từ ${from} trở lên` : `${from}–${to}`;
  },
  ageNote: 'Tuổi tính theo năm: năm đang xem trừ năm sinh.',
  genders: 'Theo giới tính',
  gender: 'Giới tính',
  degrees: 'Theo trình độ cao nhất',
  degree: 'Trình độ',
  degreeNames: {
    DH: 'Đại học (cử nhân, kỹ sư, bác sĩ, dược sĩ…)',
    ThS: 'Thạc sĩ, chuyên khoa cấp I',
    TS: 'Tiến sĩ, chuyên khoa cấp II',
    TSKH: 'Tiến sĩ khoa học',
    PGS: 'Phó giáo sư',
    GS: 'Giáo sư',
    none: 'Chưa ghi trình độ',
  } as Readonly<Record<string, string>>,
  fields: 'Theo lĩnh vực',
  field: 'Lĩnh vực',
  count: 'Số người',
  share: 'Tỷ lệ',
  growth: 'Tăng, giảm qua các năm',
  year: 'Năm',
  atEnd: 'Cuối năm',
  joined: 'Vào hội',
  left: 'Ra hội',
  growthNote:
    'Người có trong danh sách mà chưa rõ ngày vào hội được tính từ ngày danh sách được nhập.',
  empty: 'Chưa có hội viên nào trong danh sách',
  emptyBody: 'Nhập danh sách hội viên từ Excel, hoặc ghi từng người, rồi xem thống kê ở đây.',
  import: 'Nhập danh sách',
};
