import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

/** A unit as it is compared: its own words, and where it is, as far as it is written. */
export interface UnitKey {
  /** 'thpt to hieu'; empty: nothing that tells one unit from others. */
  readonly core: string;
  readonly places: readonly string[];
}

// Longer forms first; folded words on both sides.
const shortForms: readonly (readonly [string, string])[] = [
  ['trung hoc pho thong', 'thpt'],
  ['pho thong trung hoc', 'thpt'],
  ['ptth', 'thpt'],
  ['trung hoc co so', 'thcs'],
  ['tieu hoc', 'th'],
  ['dai hoc', 'dh'],
  ['cao dang', 'cd'],
  ['khoa hoc va cong nghe', 'khcn'],
  ['khoa hoc cong nghe', 'khcn'],
  ['kh va cn', 'khcn'],
  ['kh cn', 'khcn'],
  ['khoa hoc va ky thuat', 'khkt'],
  ['khoa hoc ky thuat', 'khkt'],
  ['kh va kt', 'khkt'],
  ['kh kt', 'khkt'],
  ['giao duc va dao tao', 'gddt'],
  ['giao duc dao tao', 'gddt'],
  ['gd va dt', 'gddt'],
  ['gd dt', 'gddt'],
  ['nong nghiep va phat trien nong thon', 'nnptnt'],
  ['nn va ptnt', 'nnptnt'],
  ['nn ptnt', 'nnptnt'],
  ['tai nguyen va moi truong', 'tnmt'],
  ['tn va mt', 'tnmt'],
  ['tn mt', 'tnmt'],
  ['benh vien', 'bv'],
  ['uy ban nhan dan', 'ubnd'],
  ['trach nhiem huu han', 'tnhh'],
  ['co phan', 'cp'],
  ['mot thanh vien', 'mtv'],
  ['cong ty', 'cty'],
];

// 'Trường' before what says it better; kinds of places before their names.
const needless = /^truong (?=(?:thpt|thcs|th|dh|cd|ptdtnt|ptdt|mam non|trung cap|tc|hoc vien)\b)/;
const placeWords =
  /^(?:o |tai )?(?:tinh|thanh pho|tp|t p|huyen|thi xa|tx|thi tran|tt|quan|phuong|xa|ban|thon)(?= )/;

// What many write who have no unit, and kinds of units without a name.
const nothing = new Set([
  'tu do',
  'lao dong tu do',
  'nghi huu',
  'huu tri',
  'da nghi huu',
  'da ve huu',
  'khong co',
  'o nha',
  'tai nha',
  'gia dinh',
  'nong dan',
  'ca nhan',
  'sinh vien',
  'hoc sinh',
  'giao vien',
  'truong hoc',
  'mam non',
  'trung cap',
  'cty tnhh',
  'cty cp',
  'van phong',
  'hop tac xa',
  'ubnd xa',
  'ubnd phuong',
  'ubnd huyen',
  'ubnd tinh',
]);

const shortened = (folded: string): string => {
  let text = ` ${folded} `;
  for (const [long, short] of shortForms) text = text.replaceAll(` ${long} `, ` ${short} `);
  return text
    .trim()
    .replace(/\bva\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(needless, '');
};

const place = (folded: string): string => folded.replace(placeWords, '').trim();

/**
 * The key of a unit as people write it: 'Trường THPT Tô Hiệu, TP Sơn La' and 'Trung học phổ thông Tô Hiệu'
 * have the same core. What stands after a comma or a dash, or after 'tỉnh', is where it is.
 */
export function unitKey(text: string | null): UnitKey {
  const parts = (text ?? '')
    .split(/[,;()\n]|\s[-–]\s/u)
    .map(foldForSearch)
    .filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  // 'Bệnh viện Đa khoa tỉnh' says no more of where it is than 'Bệnh viện Đa khoa'.
  const whole = shortened(first).replace(/ (?:tinh|huyen|thanh pho|tp)$/, '');
  const within = /^(.+?) (?:tinh|thanh pho|tp) (.+)$/.exec(whole);
  const core = within === null || generic(within[1]!) ? whole : within[1]!;
  const places = [...(core === whole ? [] : [within![2]!]), ...rest.map(place)];
  return generic(core) ? { core: '', places } : { core, places };
}

/** One word, or a kind of unit alone, names no unit. */
const generic = (core: string): boolean => nothing.has(core) || !core.includes(' ');

/** How a unit may be written: its own words, and they with where it is. */
export const unitForms = ({ core, places }: UnitKey): string[] =>
  core === '' ? [] : [core, ...places.map((place) => `${core} ${place}`)];

/** sure: the same unit; maybe: only one side says where it is; null: another one. */
export function sameUnit(a: UnitKey, b: UnitKey): 'sure' | 'maybe' | null {
  if (a.core === '' || b.core === '') return null;
  if (a.core !== b.core)
    return unitForms(a).includes(b.core) || unitForms(b).includes(a.core) ? 'sure' : null;
  if (a.places.length === 0 && b.places.length === 0) return 'sure';
  if (a.places.length === 0 || b.places.length === 0) return 'maybe';
  return a.places.some((one) => b.places.some((other) => nested(one, other))) ? 'sure' : null;
}

const nested = (a: string, b: string): boolean =>
  a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
