import { sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { newToken, tokenHash } from '../../platform/tokens.ts';
import {
  createEdition,
  type Edition,
  type EditionContent,
  editionByPid,
  editionSamples,
  frozenText,
  openEdition,
  type Rubric,
  type VotingRule,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';

// A contest whose dossiers are judged: made by rows, so that what is tested here does not hang on the days and steps
// of the modules before.

/** 100 points in two parts, a gate, and votes. */
export const sheet: Rubric = {
  key: 'phieu',
  name: 'Phiếu chấm giải pháp',
  basis: null,
  pass: null,
  parts: [
    {
      kind: 'points',
      key: 'moi',
      label: 'Tính mới',
      help: null,
      max: 60,
      step: 0.5,
      weight: 1,
      comment: 'optional',
    },
    {
      kind: 'points',
      key: 'hieu-qua',
      label: 'Hiệu quả',
      help: null,
      max: 40,
      step: 0.5,
      weight: 1,
      comment: 'none',
    },
    { kind: 'gate', key: 'dung', label: 'Đúng đối tượng', help: null, comment: 'optional' },
    {
      kind: 'votes',
      key: 'phieu-btc',
      label: 'Phiếu của Ban Tổ chức',
      help: null,
      max: 10,
      decimals: 1,
    },
  ],
};

export const twoThirds: VotingRule = {
  key: 'hai-phan-ba',
  name: 'Ít nhất hai phần ba tổng số thành viên',
  basis: null,
  of: 'members',
  share: { parts: 2, of: 3 },
  quorum: { parts: 2, of: 3 },
};

const { content: sample } = editionSamples.find((one) => one.content.kind === 'technical_contest')!;

/** Two reviewing phases, from the second with judges of their own rounds; both are over on the test's day. */
export const content: EditionContent = {
  ...sample,
  name: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VIII',
  fields: sample.fields.slice(0, 2),
  rubrics: [sheet],
  voting: [twoThirds],
  phases: [
    {
      key: 'nhan',
      name: 'Nhận hồ sơ',
      opens: '2026-01-05T08:00:00',
      closes: '2026-02-15T17:00:00',
      permits: [
        { who: 'entrant', may: ['save', 'submit', 'withdraw'] },
        { who: 'secretariat', may: ['return', 'validate', 'move'] },
      ],
      hidden: [],
      rubric: null,
      review: null,
    },
    phase('so-khao', 'Chấm sơ khảo', '2026-03-01', '2026-03-20', 3),
    phase('chung-khao', 'Chấm chung khảo', '2026-04-01', '2026-04-20', null),
  ],
  prizes: {
    per: 'field',
    prizes: [
      {
        key: 'nhat',
        name: 'Giải Nhất',
        money: 30_000_000,
        quota: 1,
        floor: 90,
        withheld: true,
        special: false,
      },
      {
        key: 'nhi',
        name: 'Giải Nhì',
        money: 20_000_000,
        quota: 1,
        floor: 70,
        withheld: true,
        special: false,
      },
      {
        key: 'ba',
        name: 'Giải Ba',
        money: 10_000_000,
        quota: 1,
        floor: null,
        withheld: true,
        special: false,
      },
    ],
  },
};

function phase(
  key: string,
  name: string,
  from: string,
  to: string,
  goesOn: number | null,
): EditionContent['phases'][number] {
  return {
    key,
    name,
    opens: `${from}T08:00:00`,
    closes: `${to}T17:00:00`,
    permits: [{ who: 'judge', may: ['judge'] }],
    hidden: [{ from: 'judge', what: ['authors', 'scores'] }],
    rubric: 'phieu',
    review: { each: null, trim: 1, spread: 20, by: 'mean', goes_on: goesOn },
  };
}

/** An open edition; gives it. */
export async function contest(
  cx: Cx,
  parts: Partial<EditionContent> = {},
  organisation = 'sonla',
): Promise<Edition> {
  const input = { organisation, code: 'stkt-8', content: { ...content, ...parts } };
  const { pid } = await done(execute(cx, createEdition, input));
  await done(execute(cx, openEdition, { pid }));
  return editionByPid(cx, pid);
}

export interface TestJudge {
  readonly id: string;
  readonly pid: string;
  readonly token: string;
  readonly name: string;
}

export interface TestCouncil {
  readonly id: string;
  readonly pid: string;
  readonly judges: readonly TestJudge[];
}

const names = [
  'Nguyễn Thị Ngọc Quỳnh',
  'Lò Văn Ẵm',
  'Cầm Thị Ổn',
  'Giàng A Páo',
  'Trần Đức Ơn',
  'Hoàng Thị Ánh',
  'Vì Văn Đạt',
  'Lường Thị Ân',
  'Quàng Văn Hạ',
] as const;

/** A council of so many accepted members who vote, the first of them in the chair. */
export async function council(
  cx: Cx,
  edition: Edition,
  many: number,
  parts: {
    readonly fields?: readonly string[];
    readonly voting?: string | null;
    readonly name?: string;
  } = {},
): Promise<TestCouncil> {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  await sql`insert into council (id, pid, edition_id, name, fields, voting, created_at)
    values (${id}, ${pid}, ${edition.id}, ${parts.name ?? 'Hội đồng giám khảo'},
      ${parts.fields ?? []}::text[], ${parts.voting === undefined ? twoThirds.key : parts.voting},
      ${cx.clock.now()})`.execute(cx.db);
  const judges: TestJudge[] = [];
  for (let at = 0; at < many; at += 1) {
    const judge = await newJudge(cx, edition, names[at % names.length]!);
    await sql`insert into seat (id, pid, council_id, judge_id, role, votes, given_at)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${judge.id},
        ${at === 0 ? 'chair' : at === 1 ? 'secretary' : 'member'}, true, ${cx.clock.now()})`.execute(
      cx.db,
    );
    judges.push(judge);
  }
  return { id, pid, judges };
}

async function newJudge(cx: Cx, edition: Edition, name: string): Promise<TestJudge> {
  const [id, pid, token] = [cx.ids.uuid(), cx.ids.pid(), newToken()];
  const now = cx.clock.now();
  await sql`insert into judge (id, pid, edition_id, name, title, search, state, answered_at, created_at)
    values (${id}, ${pid}, ${edition.id}, ${name}, 'PGS.TS', ${foldForSearch(name)}, 'accepted', ${now},
      ${now})`.execute(cx.db);
  await sql`insert into judge_link (token_hash, judge_id, email, created_at, expires_at)
    values (${tokenHash(token)}, ${id}, 'giam.khao@example.vn', ${now},
      ${new Date(now.getTime() + 86_400_000_000)})`.execute(cx.db);
  return { id, pid, token, name };
}

export interface TestDossier {
  readonly id: string;
  readonly pid: string;
}

let numbers = 0;

/** A valid dossier with its submitted version and one author. */
export async function dossier(
  cx: Cx,
  edition: Edition,
  title: string,
  field = 'cntt',
): Promise<TestDossier> {
  numbers += 1;
  const [id, pid, number] = [
    cx.ids.uuid(),
    cx.ids.pid(),
    `STKT8-${String(numbers).padStart(4, '0')}`,
  ];
  const at = '2026-02-10T09:00:00+07:00';
  await sql`insert into dossier (id, pid, edition_id, origin, state, email, working, saved_at, entrant, field,
      title, search, number, submitted, first_submitted_at, submitted_at, created_at)
    values (${id}, ${pid}, ${edition.id}, 'link', 'valid', 'tac.gia@example.vn',
      '{"entrant": null, "field": null, "answers": {}}', ${at}, 'individual',
      ${field}, ${title}, ${foldForSearch(title)}, ${number}, 1, ${at}, ${at}, ${at})`.execute(
    cx.db,
  );
  await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
    values (${id}, 0, ${`khoa-${numbers}`}, ${`Lò Văn Tác ${numbers}`}, '1980-05-01',
      '{"workplace":"Trường THPT Chuyên"}')`.execute(cx.db);
  const frozen = frozenText({
    edition: edition.pid,
    dossier: pid,
    content: 1,
    number: 1,
    field,
    entrant: 'individual',
    answers: { ten: title },
    files: [],
  });
  await sql`insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at, receipt,
      signature, key_id)
    values (${id}, 1, 1, ${frozen}, encode(sha256(convert_to(${frozen}, 'UTF8')), 'hex'), ${at}, 'r', 's',
      'k')`.execute(cx.db);
  return { id, pid };
}

/** Every row of a table as text, to look for what must not be in it. */
export async function textOf(cx: Cx, table: string): Promise<string> {
  const rows = await all(
    cx.db,
    sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`,
  );
  return rows.map(({ row }) => row).join('\n');
}
