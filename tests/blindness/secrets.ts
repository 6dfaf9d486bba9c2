import { type Identity, identities } from '../../src/modules/blinding/testing.ts';
import type { TestJudge } from '../../src/modules/councils/testing.ts';

/** What two worlds may differ in. */
export const hidings = ['entrant', 'colleague', 'points', 'complainant', 'votes'] as const;
export type Hiding = (typeof hidings)[number];

type Colleague = Required<Pick<TestJudge, 'name' | 'title' | 'unit' | 'email' | 'phone'>>;

export interface Complainant {
  readonly complainant: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly body: string;
}

/** What a member put on a paper for two dossiers, and the code that only this member knows. */
export interface Vote {
  readonly code: string;
  readonly choices: readonly ['yes' | 'no', 'yes' | 'no'];
}

/** Everything that is somebody's secret in a world: two worlds differ in nothing else. */
export interface Secrets {
  /** Who entered the dossier. */
  readonly entrant: Identity;
  /** Who judges it beside the judge that looks. */
  readonly colleague: Colleague;
  /** How many points that one gives for each part. */
  readonly points: number;
  /** Who complained on paper about the dossier of somebody else. */
  readonly complainant: Complainant;
  /** What two members voted, the one after the other. */
  readonly votes: readonly [Vote, Vote];
  /** Words of both worlds that may stand nowhere. */
  readonly words: readonly string[];
  /** Those of them that somebody who guesses would search for. */
  readonly guesses: readonly string[];
}

const colleagues: readonly [Colleague, Colleague] = [
  {
    name: 'Quàng Văn Hặc',
    title: 'TS.',
    unit: 'Trường Cao đẳng Sơn La',
    email: 'hac@example.vn',
    phone: '0912 345 671',
  },
  {
    name: 'Trần Thị Diệu Linh',
    title: 'PGS.TS.',
    unit: 'Bệnh viện Đa khoa tỉnh',
    email: 'dieulinh.tran@example.vn',
    phone: '0987 654 328',
  },
];

const complainants: readonly [Complainant, Complainant] = [
  {
    complainant: 'Tòng Văn Xôm',
    address: 'Bản Bó, phường Chiềng An',
    phone: '0912 000 111',
    email: 'xom@example.vn',
    body: 'Con tôi có dự thi. Đề nghị xem lại điểm.',
  },
  {
    complainant: 'Hoàng Thị Phương Thảo',
    address: 'Tổ 11, thị trấn Mai Sơn, tỉnh Sơn La',
    phone: '0987 222 333',
    email: 'phuongthao.hoang@example.vn',
    body: 'Sản phẩm này là của nhóm chúng tôi làm từ năm ngoái, có ảnh kèm theo.',
  },
];

const papers: readonly [Vote, Vote] = [
  { code: 'k0d01-k0d01', choices: ['yes', 'no'] },
  { code: 'p0d02-p0d02', choices: ['no', 'yes'] },
];

const names: ReadonlySet<string> = new Set([
  ...identities.map(({ person }) => person.name),
  colleagues[0].name,
  complainants[0].complainant,
]);
const isName = (word: string): boolean => names.has(word);

/** The secrets of a world. What is not in `differ` is the same in the other one. */
export function secretsOf(at: 0 | 1, differ: readonly Hiding[]): Secrets {
  const own = (what: Hiding): 0 | 1 => (differ.includes(what) ? at : 0);
  const words: Readonly<Record<Hiding, readonly string[]>> = {
    entrant: identities.flatMap(({ person, email }) => [person.name, person.school, email]),
    colleague: colleagues.flatMap(({ name, email }) => [name, email]),
    points: [],
    complainant: complainants.flatMap(({ complainant, body }) => [complainant, body]),
    votes: [],
  };
  return {
    entrant: identities[own('entrant')],
    colleague: colleagues[own('colleague')],
    points: own('points') === 0 ? 1 : 4,
    complainant: complainants[own('complainant')],
    votes: own('votes') === 0 ? papers : [papers[1], papers[0]],
    words: differ.flatMap((what) => words[what]),
    guesses: differ.flatMap((what) => words[what].filter(isName)),
  };
}
