import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chooser, chooserFromSeed } from '../../../kernel/random.ts';
import { largestRemainder } from '../../../kernel/shares.ts';
import { checkValue } from '../testing.ts';

/** A message, and the figures in it that may be made wrong: each is told where it is. */
interface Message {
  readonly value: Record<string, unknown> | unknown[];
  readonly doubted: readonly string[];
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const figures = (choose: Chooser, count: number, most = choose.pick([40, 900, 30_000])): number[] =>
  Array.from({ length: count }, () => choose.between(1, most));
const totalName = (choose: Chooser): string =>
  choose.pick(['total', 'tong', 'tổng', 'Tổng số', 'tong_cong', 'Tổng cộng']);
const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `linh_vuc_${letters[at]!.toLowerCase()}`);

/** What stands beside a table in a message and has nothing to do with its total. */
function noise(choose: Chooser): Record<string, unknown> {
  const all: Record<string, unknown> = {
    year: choose.between(2015, 2025),
    don_vi: 'Liên hiệp hội tỉnh Sơn La',
    cac_nam: [2017, 2018, 2019],
    phone: '0912345678',
    lien_he: [
      { ten: 'Nguyễn Văn An', dien_thoai: 912_345_678, ma: 12 },
      { ten: 'Trần Thị Bình', dien_thoai: 912_345_679, ma: 13 },
    ],
    diem: figures(choose, 3, 10),
    de_tai: figures(choose, choose.between(2, 4)).map((so, at) => ({ ten: `Đề tài ${at}`, so })),
    ghi_chu: 'Số liệu tính đến ngày 31/12/2019.',
    ty_le_hoan_thanh: [90, 95.5, 100],
    cap_nhat: '2019-12-31',
  };
  return Object.fromEntries(Object.entries(all).filter(() => choose.chance(0.35)));
}

/** The members in any order. */
const mixed = (choose: Chooser, members: Record<string, unknown>): Record<string, unknown> => {
  const entries = Object.entries(members);
  for (let at = entries.length - 1; at > 0; at--) {
    const other = choose.between(0, at);
    [entries[at], entries[other]] = [entries[other]!, entries[at]!];
  }
  return Object.fromEntries(entries);
};

type Make = (choose: Chooser) => Message;

/** Men, women and both, by association, with the totals as a last row, a member or a list. */
function crossRows(choose: Chooser) {
  const rows = Array.from({ length: choose.between(3, 9) }, (_, at) => {
    const [nam = 0, nu = 0] = figures(choose, 2);
    return { ten: `Hội ${letters[at]}`, nam, nu, tong: nam + nu };
  });
  const keys = ['nam', 'nu', 'tong'] as const;
  const all = Object.fromEntries(keys.map((key) => [key, sum(rows.map((row) => row[key]))]));
  return { rows, all, keys };
}

const shapes: Record<string, Make> = {
  'rows with a total at their end': (choose) => {
    const { rows, all, keys } = crossRows(choose);
    const value = [...rows, { ten: totalName(choose), ...all }];
    return { value, doubted: value.flatMap((_, at) => keys.map((key) => `/${at}/${key}`)) };
  },
  'rows beside an object of totals': (choose) => {
    const { rows, all, keys } = crossRows(choose);
    const name = choose.pick(['total', 'totals', 'tong', 'footer']);
    const list = choose.pick(['rows', 'data', 'cac_hoi']);
    const value =
      list === 'cac_hoi'
        ? { [list]: rows, [name]: all }
        : mixed(choose, { ...noise(choose), [list]: rows, [name]: all });
    const cells = rows.flatMap((_, at) => keys.map((key) => `/${list}/${at}/${key}`));
    return { value, doubted: [...cells, ...keys.map((key) => `/${name}/${key}`)] };
  },
  'rows beside one total, and other lists': (choose) => {
    const counts = figures(choose, choose.between(2, 8));
    const name = totalName(choose);
    const rows = counts.map((so, at) => ({ ten: `Hội ${letters[at]}`, ma: at + 100, so }));
    const value = mixed(choose, { ...noise(choose), [name]: sum(counts), rows });
    return { value, doubted: [`/${name}`] };
  },
  'a total beside its parts, and other lists': (choose) => {
    const counts = figures(choose, choose.between(2, 8));
    const name = totalName(choose);
    const parts = Object.fromEntries(names(counts.length).map((key, at) => [key, counts[at]]));
    const value = mixed(choose, { ...noise(choose), ...parts, [name]: sum(counts) });
    return { value, doubted: [`/${name}`] };
  },
  'a total beside a member of parts, and other lists': (choose) => {
    const counts = figures(choose, choose.between(2, 8));
    const name = totalName(choose);
    const inside = choose.pick(['parts', 'theo_linh_vuc', 'chi_tiet']);
    const parts = Object.fromEntries(names(counts.length).map((key, at) => [key, counts[at]]));
    const list = choose.chance(0.3) ? counts : parts;
    const value = mixed(choose, { ...noise(choose), [inside]: list, [name]: sum(counts) });
    return { value, doubted: [`/${name}`] };
  },
  'a table keyed by name, deep inside': (choose) => {
    const { rows, all, keys } = crossRows(choose);
    const table = Object.fromEntries([
      ...rows.map(({ ten, ...own }) => [ten, own] as const),
      ['Tổng', all] as const,
    ]);
    const value = mixed(choose, { ...noise(choose), bao_cao: { bang: table } });
    const doubted = Object.keys(table).flatMap((row) =>
      keys.map((key) => `/bao_cao/bang/${row}/${key}`),
    );
    return { value, doubted };
  },
  'lists of counts and shares': (choose) => {
    const counts = figures(choose, choose.between(3, 8), 500);
    const percent = largestRemainder(counts);
    const name = choose.pick(['ty_le', 'percent', 'tyLe', 'percentages']);
    const value = mixed(choose, { so: counts, [name]: percent, linh_vuc: names(counts.length) });
    return { value, doubted: counts.map((_, at) => `/${name}/${at}`) };
  },
  'counts and shares by name, with a total': (choose) => {
    const counts = figures(choose, choose.between(3, 8), 500);
    const keys = names(counts.length);
    const percent = largestRemainder(counts);
    const by = (values: readonly number[]) =>
      Object.fromEntries(keys.map((k, at) => [k, values[at]]));
    const value = mixed(choose, {
      so_luong: by(counts),
      ty_le: by(percent),
      total: sum(counts),
      don_vi: 'Sơn La',
    });
    return { value, doubted: [...keys.map((key) => `/ty_le/${key}`), '/total'] };
  },
  'several tables with totals of their own': (choose) => {
    const tables = Array.from({ length: choose.between(2, 4) }, (_, at) => {
      const counts = figures(choose, choose.between(2, 6));
      return {
        title: `Bảng ${at + 1}`,
        rows: counts.map((so, row) => ({ ten: `Hội ${letters[row]}`, so })),
        total: sum(counts),
      };
    });
    const named = choose.chance(0.5);
    const value = {
      tables: named ? Object.fromEntries(tables.map((one) => [one.title, one])) : tables,
    };
    const place = (at: number): string => (named ? tables[at]!.title : String(at));
    return { value, doubted: tables.map((_, at) => `/tables/${place(at)}/total`) };
  },
  'levels: each total is the sum of those below it': (choose) => {
    const huyen = Array.from({ length: choose.between(2, 4) }, (_, at) => {
      const counts = figures(choose, choose.between(2, 4));
      const children = counts.map((hoi_vien, row) => ({ ten: `Xã ${row}`, hoi_vien }));
      return { ten: `Huyện ${letters[at]}`, hoi_vien: sum(counts), children };
    });
    const value = {
      ten: 'Tỉnh',
      hoi_vien: sum(huyen.map((one) => one.hoi_vien)),
      children: huyen,
    };
    return { value, doubted: ['/hoi_vien'] };
  },
};

function holder(value: unknown, pointer: string): { object: Record<string, number>; key: string } {
  const steps = pointer.slice(1).split('/');
  const key = steps.pop()!;
  const object = steps.reduce<unknown>(
    (one, step) => (one as Record<string, unknown>)[step],
    value,
  );
  return { object: object as Record<string, number>, key };
}

/** A total that is right for another list by chance cannot be told from one of that list. */
function isElsewhere(value: Message['value'], total: number): boolean {
  const { de_tai: rows = [], diem = [] } = value as Record<string, never[]>;
  const sums = [rows.map(({ so }) => so), diem].map(sum);
  return sums.includes(total) || [rows, diem, value].some((list) => list.length === total);
}

for (const [shape, make] of Object.entries(shapes)) {
  test(`300 right messages: ${shape}: no false alarm`, () => {
    const choose = chooserFromSeed(`right ${shape}`);
    for (let round = 0; round < 300; round++) {
      const { value } = make(choose);
      assert.deepEqual(checkValue(value), [], JSON.stringify(value));
    }
  });

  test(`300 wrong messages: ${shape}: one wrong figure is told at its place`, () => {
    const choose = chooserFromSeed(`wrong ${shape}`);
    for (let round = 0; round < 300; round++) {
      const { value, doubted } = make(choose);
      const pointer = choose.pick(doubted);
      const { object, key } = holder(value, pointer);
      const before = object[key]!;
      const isShare = /^\/(?:ty_le|tyLe|percent)/.test(pointer);
      const step = isShare
        ? choose.between(2, 30) / 10
        : choose.between(1, Math.max(1, before >> 2));
      const after = Number((before + step).toFixed(1));
      object[key] = after;
      if (isElsewhere(value, after)) continue;
      const found = checkValue(value).map((one) => one.replace(/^\w+ /, ''));
      assert.deepEqual(found, [`${pointer} ${after} ${before}`], JSON.stringify(value));
    }
  });
}
