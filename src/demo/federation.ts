import { fields } from './associations.ts';
import { type DemoProvince, placeName, provinces } from './provinces.ts';
import { choose, share, steady } from './traits.ts';

/** One association of a union, as the demo makes it. */
export interface PlannedAssociation {
  readonly code: string;
  readonly name: string;
  readonly kind: 'member_association' | 'collective_member';
  readonly society: string | null;
  readonly joined: string;
  readonly members: number;
  readonly intellectuals: number;
}

export interface PlannedUnion {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly province: string;
  readonly place: string;
  readonly accent: string;
  readonly founded: string;
  readonly staff: number;
  readonly office: boolean;
  readonly car: boolean;
  readonly associations: readonly PlannedAssociation[];
}

const codes = provinces.map((p) => p.code);
const others = codes.filter((c) => c !== 'sonla');

// Totals over 63 unions that give the published means: 18,5 · 22,5 · 11 vạn · 1,8 vạn · 9,5.
const ages = share(
  codes,
  1166,
  (c) => 10 + 18 * steady('age', c),
  { min: 10, max: 37 },
  {
    sonla: 9,
    dienbien: 8,
    laichau: 8,
    haugiang: 8,
    daknong: 7,
  },
);
const memberCounts = share(
  codes,
  1418,
  (c) => 12 + 22 * steady('members', c),
  { min: 9, max: fields.length },
  { sonla: 19 },
);
const staffs = share(
  codes,
  599,
  (c) => 5 + 9 * steady('staff', c),
  { min: 3, max: 22 },
  { sonla: 10 },
);
const headcounts = share(
  codes,
  6_930_000,
  (c) => 110_000 * steady('heads', c) ** 1.3 + 48_000,
  { min: 44_000, max: 290_000 },
  // Three unions are larger than Sơn La.
  { sonla: 304_206, hanoi: 402_310, hochiminh: 388_540, nghean: 341_260 },
);
const intellectuals = share(
  codes,
  1_134_000,
  (c) => 26_000 * steady('minds', c) + 5_000,
  { min: 2_500, max: 36_000 },
  { sonla: 25_000 },
);
const offices = choose('office', codes, 31, ['sonla']);
const cars = choose('car', codes, 25, ['sonla']);

const two = (n: number) => String(n).padStart(2, '0');

function dayOf(year: number, ...words: readonly (string | number)[]): string {
  const month = 1 + Math.floor(12 * steady('month', ...words));
  const day = 1 + Math.floor(28 * steady('day', ...words));
  return `${year}-${two(month)}-${two(day)}`;
}

/** Divides a union's headcount over its associations by the weight of their fields; sums are exact. */
function divide(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((w) => Math.floor((total * w) / all));
  parts[0] = parts[0]! + total - parts.reduce((a, b) => a + b, 0);
  return parts;
}

// Associations of a union that declare their intellectuals: the usual ones.
const declaring = 6;

// No association has more intellectuals than members; the largest one takes what is left over.
function intellectualsOf(
  total: number,
  weights: readonly number[],
  heads: readonly number[],
): number[] {
  const parts = divide(
    total,
    weights.map((w, i) => (i < declaring ? Math.min(w, 30) : 0)),
  ).map((n, i) => Math.min(n, heads[i]!));
  parts[0] = parts[0]! + total - parts.reduce((a, b) => a + b, 0);
  if (parts[0] > heads[0]!) throw new Error('more intellectuals than members');
  return parts;
}

function associationsOf(
  province: DemoProvince,
  place: string,
  foundedYear: number,
): PlannedAssociation[] {
  const { code } = province;
  const count = memberCounts.get(code)!;
  const usual = fields.slice(0, 6);
  const rest = fields.slice(6).toSorted((a, b) => steady(code, a.code) - steady(code, b.code));
  const chosen = [...usual, ...rest].slice(0, count);
  const heads = divide(
    headcounts.get(code)!,
    chosen.map((f) => f.weight),
  );
  const minds = intellectualsOf(
    intellectuals.get(code)!,
    chosen.map((f) => f.weight),
    heads,
  );
  return chosen.map((field, i) => ({
    code: `${code}-${field.code}`,
    name: `${field.name} ${place}`,
    kind: 'member_association',
    // Membership of a national society is told in full for one region.
    society: province.region === 'northern_mountains' ? field.society : null,
    joined: dayOf(
      i < 9 ? foundedYear : Math.min(2018, foundedYear + i - 8),
      code,
      field.code,
      'joined',
    ),
    members: heads[i]!,
    intellectuals: minds[i]!,
  }));
}

/** The 62 unions beside Sơn La; everything about them is made up but for the sums over the country. */
export const unions: readonly PlannedUnion[] = provinces
  .filter((p) => others.includes(p.code))
  .map((province) => {
    const year = 2019 - ages.get(province.code)!;
    const place = placeName(province);
    const founded = dayOf(year, province.code, 'founded');
    return {
      code: province.code,
      name: `Liên hiệp các Hội Khoa học và Kỹ thuật ${place}`,
      shortName: `Liên hiệp hội ${place}`,
      province: province.name,
      place,
      accent: province.accent,
      founded,
      staff: staffs.get(province.code)!,
      office: offices.has(province.code),
      car: cars.has(province.code),
      associations: associationsOf(province, place, year).map((a) => ({
        ...a,
        joined: a.joined < founded ? founded : a.joined,
      })),
    };
  });

export { codes as unionCodes };
