// Files as offices have them, made in tests with a known truth, and what came of them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cx, execute } from '../../../platform/command.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import {
  type OutCell,
  type OutSheet,
  writeXlsxRows,
} from '../../../platform/documents/tables/testing.ts';
import { testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import {
  exportMembers,
  findImport,
  type ImportCounts,
  importFile,
  type MemberLine,
  takeBackImport,
  unwatched,
} from '../index.ts';
import { organisation } from '../testing.ts';

export const everybody =
  "Nguyễn Văn Đức|Trần Thị Ánh|Lê Quốc Ân|Phạm Thị Ẩn|Hoàng Ái Vân|Vũ Đình Ước|Đặng Ơn|Bùi Thị Oanh|Đỗ Đăng Đạt|Hồ Thị Kỷ|Ngô Thế Ổn|Dương Quỳnh Như|Lý Ý Nhi|Giàng A Tủa|Lò Thị Pản|Y Moan Ênuôl|H'Hen Niê|Vừ A Chu|Thào Mí Lình|Điêu Thị Thủy|Lường Văn Ổn|Quàng Thị Ẵm|Mùa A Páo|Sùng Thị Mỷ|Tôn Nữ Thị Hoà|Nguyễn Thị Hòa|Phan Thuý Hằng|Đinh Thúy Nga|Hà Kiều Mỵ|Nguyễn Ngọc Ngạn|Lưu Thị Ngưỡng|Âu Dương Ấn|Ưng Thị Ỷ Lan|Huỳnh Thị Bẩy|Phan Đình Giót|Hoàng Hanh|Ksor H'Bơ Khăp|Rơ Mah Ơi|Thạch Sô Phươl|Siu Ký".split(
    '|',
  );

export interface Somebody {
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
  readonly phones: readonly string[];
  readonly branch: string;
}
export const two = (n: number): string => String(n).padStart(2, '0');
export const some = (from: number, count: number): Somebody[] =>
  Array.from({ length: count }, (_, k) => {
    const i = from + k;
    const fullName = everybody[i % everybody.length]!;
    return {
      fullName,
      birthDate: `${1940 + ((i * 7) % 55)}-${two(1 + ((i * 5) % 12))}-${two(1 + ((i * 11) % 28))}`,
      gender: /Thị|Nữ|H'/.test(fullName) ? 'female' : 'male',
      phones: [`09${String(i * 7919 + 12_345_678).slice(-8)}`],
      branch: `Chi hội ${['Chiềng Sinh', 'Mường La', 'Tiểu khu 3'][i % 3]}`,
    };
  });
export const shown = (day: string): string => day.split('-').reverse().join('/');
export const heads = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Điện thoại', 'Chi hội'];
export const genders = { male: 'Nam', female: 'Nữ' } as const;
export const line = (one: Somebody, at: number): string[] => [
  String(at + 1),
  one.fullName,
  genders[one.gender],
  shown(one.birthDate),
  one.phones[0]!,
  one.branch,
];
export const table = (people: readonly Somebody[]): string[][] => [heads, ...people.map(line)];
export const csv = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => row.join(separator)).join('\r\n');

/** What is compared: only what the truth says of somebody. */
export type Truth = Partial<MemberLine> & { readonly fullName: string };

export interface TrialFile {
  readonly path: string;
  readonly name: string;
  readonly asOf: null;
}

/** An association below a union, into which files are brought. */
export interface Trials {
  readonly cx: Cx;
  readonly union: { readonly id: string; readonly code: string };
  readonly place: { readonly id: string; readonly code: string };
  put(name: string, bytes: string | Uint8Array): TrialFile;
  book(
    sheets: readonly OutSheet[],
    fonts?: readonly string[],
    shared?: boolean,
  ): Promise<TrialFile>;
  /** As `lientri import members --yes` does it. */
  bring(file: TrialFile, into?: Trials['place']): Promise<{ counts: ImportCounts; pid: string }>;
  members(): Promise<MemberLine[]>;
  undo(pid: string): Promise<void>;
  /** Everybody of the truth and nobody else comes in; a longer file again: 0 changes; taken back: nobody. */
  comesIn(file: TrialFile, truth: readonly Truth[], rejected?: number): Promise<ImportCounts>;
  close(): Promise<void>;
}

export const sheet = (rows: readonly (readonly OutCell[])[], name = 'DS'): OutSheet => ({
  name,
  rows,
});

/** A union with associations in a database of their own. */
export async function openTrials(): Promise<Trials> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-trials-'));
  const database = await testDatabase();
  const clock = testClock();
  const cx = testCx(database.db, { coverage, clock, via: 'cli' });
  const union = await organisation(cx, 'sonla', 'provincial_union', 'Liên hiệp hội Sơn La');
  const id = await organisation(cx, 'vuon', 'member_association', 'Hội Làm vườn', [union]);
  await organisation(cx, 'dongy', 'member_association', 'Hội Đông y', [union]);
  const place = { id, code: 'vuon' };

  const put = (name: string, bytes: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return { path: file, name, asOf: null };
  };
  const book = async (sheets: readonly OutSheet[], fonts?: readonly string[], shared = true) => {
    const file = path.join(folder, 'book.xlsx');
    await writeXlsxRows(file, { sheets, sharedStrings: shared, ...(fonts ? { fonts } : {}) });
    return { path: file, name: 'book.xlsx', asOf: null };
  };
  async function bring(file: TrialFile, into = place) {
    clock.move(60_000);
    const done = await importFile(cx, into, file, unwatched);
    assert.ok(done.ok, JSON.stringify(done));
    const { counts, importPid } = done.value;
    const { rows, created, updated, unchanged, rejected, duplicates } = counts;
    assert.equal(rows, created + updated + unchanged + rejected + duplicates);
    return { counts, pid: importPid! };
  }
  async function members(): Promise<MemberLine[]> {
    const found: MemberLine[] = [];
    await exportMembers(cx, place.code, false, (batch) => void found.push(...batch));
    return found;
  }
  async function undo(pid: string): Promise<void> {
    const { id } = await findImport(cx, pid);
    const done = await execute(cx, takeBackImport(unwatched), { id });
    assert.ok(done.ok, JSON.stringify(done));
  }
  async function comesIn(file: TrialFile, truth: readonly Truth[], rejected = 0) {
    const first = await bring(file);
    const keys = [...new Set(truth.flatMap((one) => Object.keys(one)))] as (keyof MemberLine)[];
    const part = (one: Partial<MemberLine>) => JSON.stringify(keys.map((key) => one[key] ?? null));
    const found = (await members()).map(part).sort();
    assert.deepEqual(found, truth.map(part).sort());
    assert.equal(first.counts.rejected, rejected);
    if (truth.length > 10) {
      const second = await bring(file);
      assert.deepEqual([second.counts.created, second.counts.updated], [0, 0]);
      await undo(second.pid);
    }
    await undo(first.pid);
    assert.deepEqual(await members(), []);
    return first.counts;
  }
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const top = { id: union, code: 'sonla' };
  return { cx, union: top, place, put, book, bring, members, undo, comesIn, close };
}
