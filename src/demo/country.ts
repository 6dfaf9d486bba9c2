import { unionCodes as codes } from './federation.ts';
import { choose, steady } from './traits.ts';

/** One activity or distinction that gives a union a trait of the table. */
export type PlannedRecord =
  | {
      readonly type: 'activity';
      readonly kind: string;
      readonly title: (place: string, year: number, n: number) => string;
      readonly years: (code: string) => readonly number[];
      readonly data: (n: number) => Readonly<Record<string, unknown>>;
    }
  | {
      readonly type: 'distinction';
      readonly title: string;
      readonly level: string;
      readonly class?: string;
      readonly recipient: 'organisation' | 'person';
      readonly giver: (place: string) => string;
      readonly years: (code: string) => readonly number[];
    };

export interface Trait {
  readonly holders: ReadonlySet<string>;
  readonly record: PlannedRecord;
}

const sonla = ['sonla'];
const noSonla: readonly string[] = [];

/** Years from a start that depends on the union, every `step` years until 2019. */
function every(name: string, first: number, spread: number, step: number) {
  return (code: string): readonly number[] => {
    const start = first + Math.floor(spread * steady(name, 'start', code));
    const years = [];
    for (let y = start; y <= 2019; y += step) years.push(y);
    return years;
  };
}

const once = (name: string, first: number, last: number) => (code: string) => [
  first + Math.floor((last - first + 1) * steady(name, 'year', code)),
];

function activity(
  name: string,
  count: number,
  has: boolean,
  record: Omit<Extract<PlannedRecord, { type: 'activity' }>, 'type' | 'data'> & {
    readonly data?: (n: number) => Readonly<Record<string, unknown>>;
  },
): Trait {
  return {
    holders: choose(name, codes, count, has ? sonla : noSonla, has ? noSonla : sonla),
    record: { type: 'activity', data: () => ({}), ...record },
  };
}

function distinction(
  name: string,
  count: number,
  has: boolean,
  record: Omit<Extract<PlannedRecord, { type: 'distinction' }>, 'type'>,
): Trait {
  return {
    holders: choose(name, codes, count, has ? sonla : noSonla, has ? noSonla : sonla),
    record: { type: 'distinction', ...record },
  };
}

const award = choose('award', codes, 20, noSonla, sonla);
const standing = new Set(
  [...award].toSorted((a, b) => steady('standing', a) - steady('standing', b)).slice(0, 12),
);
const awardRecord = (standingBody: boolean): PlannedRecord => ({
  type: 'activity',
  kind: 'science_award',
  title: (place, year) => `Giải thưởng Khoa học và Công nghệ ${place} năm ${year}`,
  years: every('award', 2008, 8, 5),
  data: (n) => ({ standing_body: standingBody, works: 8 + (n % 9) }),
});

/** How many of the 63 unions have each trait, as the published table says; who has it is made up. */
export const traits: readonly Trait[] = [
  activity('bulletin', 42, true, {
    kind: 'publication',
    title: (place) => `Bản tin Trí thức với Khoa học và Công nghệ ${place}`,
    years: once('bulletin', 1998, 2014),
    data: (n) => ({ form: 'bulletin', copies: 300 + 50 * (n % 8) }),
  }),
  activity('forum', 24, true, {
    kind: 'publication',
    title: (place) => `Diễn đàn trí thức điện tử ${place}`,
    years: once('forum', 2006, 2017),
    data: () => ({ form: 'e_forum' }),
  }),
  activity('journal', 7, false, {
    kind: 'publication',
    title: (place) => `Tạp chí Khoa học và Đời sống ${place}`,
    years: once('journal', 2000, 2015),
    data: () => ({ form: 'journal' }),
  }),
  activity('stkt', 58, true, {
    kind: 'contest',
    title: (place, _year, n) => `Hội thi Sáng tạo kỹ thuật ${place} lần thứ ${n}`,
    years: every('stkt', 1998, 14, 2),
    data: (n) => ({
      contest: 'stkt',
      edition_no: n,
      entries: 30 + ((n * 17) % 60),
      prizes: 12 + (n % 10),
    }),
  }),
  activity('ttnnd', 48, true, {
    kind: 'contest',
    title: (place, _year, n) =>
      `Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng ${place} lần thứ ${n}`,
    years: every('ttnnd', 2007, 9, 2),
    data: (n) => ({
      contest: 'ttnnd',
      edition_no: n,
      entries: 60 + ((n * 23) % 90),
      prizes: 20 + (n % 12),
    }),
  }),
  activity('research', 35, true, {
    kind: 'seminar',
    title: (place, year) =>
      `Hội thảo khoa học về phát triển nông nghiệp bền vững ${place}, năm ${year}`,
    years: every('research', 2009, 6, 3),
    data: (n) => ({ form: 'in_person', attendees: 60 + ((n * 13) % 90), papers: 6 + (n % 9) }),
  }),
  activity('council', 42, true, {
    kind: 'council_participation',
    title: (place, year) => `Tham gia Hội đồng khoa học và công nghệ ${place}, năm ${year}`,
    years: every('council', 2010, 7, 3),
    data: () => ({ council: 'science', level: 'province' }),
  }),
  { holders: standing, record: awardRecord(true) },
  { holders: new Set([...award].filter((c) => !standing.has(c))), record: awardRecord(false) },
  activity('honour', 25, true, {
    kind: 'honour_round',
    title: (place, year) => `Tôn vinh trí thức tiêu biểu ${place} năm ${year}`,
    years: every('honour', 2010, 7, 3),
    data: (n) => ({ level: 'province', honoured: 20 + ((n * 11) % 40) }),
  }),
  activity('nomination', 39, true, {
    kind: 'honour_nomination',
    title: (place, year) =>
      `Giới thiệu trí thức ${place} tham gia xét vinh danh toàn quốc năm ${year}`,
    years: every('nomination', 2015, 2, 2),
    data: () => ({ nominated: 2 }),
  }),
  activity('advisory', 25, true, {
    kind: 'advisory',
    title: (place, year) => `Tham mưu về phát triển đội ngũ trí thức ${place}, năm ${year}`,
    years: every('advisory', 2010, 7, 4),
    data: () => ({ addressee: 'party_committee' }),
  }),
  activity('consultation', 46, true, {
    kind: 'consultation',
    title: (place, year) =>
      `Phản biện dự thảo kế hoạch phát triển kinh tế - xã hội ${place}, năm ${year}`,
    years: every('consultation', 2008, 8, 2),
    data: (n) => ({
      type: 'critique',
      orderer: 'Ủy ban nhân dân',
      experts: 5 + (n % 6),
      recommendations: 4 + (n % 9),
    }),
  }),
  activity('social', 50, true, {
    kind: 'social_work',
    title: (place, year) => `Trao học bổng cho học sinh, sinh viên vượt khó ${place}, năm ${year}`,
    years: every('social', 2011, 6, 2),
    data: (n) => ({ beneficiaries: 15 + ((n * 9) % 50), money: 30_000_000 + 5_000_000 * (n % 6) }),
  }),
  activity('representation', 1, true, {
    kind: 'representation',
    title: () =>
      'Đại diện khối Liên hiệp hội địa phương dự Lễ kỷ niệm quốc gia và biểu dương điển hình tiên tiến',
    years: () => [2018],
  }),
  distinction('merit', 45, true, {
    title: 'commendation',
    level: 'province',
    recipient: 'organisation',
    giver: (place) => `Ủy ban nhân dân ${place}`,
    years: every('merit', 2009, 7, 4),
  }),
  distinction('flag', 20, true, {
    title: 'emulation_flag',
    level: 'national_union',
    recipient: 'organisation',
    giver: () => 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam',
    years: once('flag', 2012, 2018),
  }),
  distinction('pm-person', 15, true, {
    title: 'commendation',
    level: 'prime_minister',
    recipient: 'person',
    giver: () => 'Thủ tướng Chính phủ',
    years: once('pm-person', 2012, 2018),
  }),
  distinction('pm-collective', 12, false, {
    title: 'commendation',
    level: 'prime_minister',
    recipient: 'organisation',
    giver: () => 'Thủ tướng Chính phủ',
    years: once('pm-collective', 2011, 2018),
  }),
  distinction('order', 9, false, {
    title: 'labour_order',
    level: 'state',
    class: 'Hạng Ba',
    recipient: 'organisation',
    giver: () => 'Chủ tịch nước',
    years: once('order', 2010, 2018),
  }),
];
