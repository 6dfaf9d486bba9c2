import { sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { tokenHash } from '../../platform/tokens.ts';
import {
  createEdition,
  type EditionContent,
  editionByPid,
  editionSamples,
  frozenText,
  openEdition,
  type Phase,
  type Rubric,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';

/** A sheet with a part of each kind. */
export const rubric: Rubric = {
  key: 'phieu-thu',
  name: 'Phiếu chấm thử',
  basis: null,
  pass: 50,
  parts: [
    {
      kind: 'bands',
      key: 'tinh-moi',
      label: 'Tính mới',
      help: null,
      bands: [
        { label: 'Hoàn toàn mới', from: 27, to: 30 },
        { label: 'Cải tiến khá', from: 21, to: 26 },
        { label: 'Ít cải tiến', from: 1, to: 20 },
        { label: 'Không mới', from: 0, to: 0 },
      ],
      step: 1,
      weight: 1,
      zeroFails: true,
      comment: 'optional',
    },
    {
      kind: 'points',
      key: 'hieu-qua',
      label: 'Hiệu quả',
      help: null,
      max: 35,
      step: 0.5,
      weight: 2,
      comment: 'required',
    },
    { kind: 'gate', key: 'an-toan', label: 'Bảo đảm an toàn', help: null, comment: 'optional' },
    { kind: 'votes', key: 'binh-chon', label: 'Bình chọn', help: null, max: 20, decimals: 1 },
    {
      kind: 'note',
      key: 'nhan-xet',
      label: 'Nhận xét chung',
      help: null,
      to: 'council',
      required: false,
    },
  ],
};

/** Complete: 28 + 2 × 30,5 = 89. */
export const fullMarks = {
  'tinh-moi': { points: 28 },
  'hieu-qua': { points: '30,5', comment: 'Tiết kiệm một nửa công.' },
  'an-toan': { answer: 'yes' },
};

/** The same as a form posts it. */
export const fullForm = {
  'mark-tinh-moi': '28',
  'mark-hieu-qua': '30,5',
  'comment-hieu-qua': 'Tiết kiệm một nửa công.',
  'gate-an-toan': 'yes',
};

export type Changes = Readonly<Record<string, Partial<Phase>>>;

/** The test clock stands on 12/05/2026, 10:00: in the first round of judging. */
export function contestContent(changes: Changes = {}): EditionContent {
  const { content } = editionSamples.find((sample) => sample.content.kind === 'technical_contest')!;
  const judging: Phase = {
    key: 'so-khao',
    name: 'Chấm sơ khảo',
    opens: '2026-05-01T08:00:00',
    closes: '2026-05-20T17:00:00',
    permits: [{ who: 'judge', may: ['judge'] }],
    hidden: [
      { from: 'judge', what: ['authors', 'judges', 'scores', 'results'] },
      { from: 'entrant', what: ['judges', 'scores', 'results'] },
    ],
    rubric: rubric.key,
    review: { each: 2, trim: 0, spread: 20, by: 'mean', goes_on: null },
  };
  const meeting: Phase = {
    key: 'hop',
    name: 'Họp xét giải',
    opens: '2026-05-21T08:00:00',
    closes: '2026-05-31T17:00:00',
    permits: [{ who: 'chair', may: ['discuss', 'approve'] }],
    hidden: [],
    rubric: null,
    review: null,
  };
  const taking: Phase = {
    ...meeting,
    key: 'nhan',
    name: 'Nhận hồ sơ',
    opens: '2026-04-01T08:00:00',
    closes: '2026-04-20T17:00:00',
    permits: [{ who: 'entrant', may: ['save', 'submit'] }],
  };
  return {
    ...content,
    name: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VIII',
    rubrics: [rubric],
    phases: [taking, judging, meeting].map((phase) => ({ ...phase, ...changes[phase.key] })),
  };
}

/** An open contest of Sơn La that judges judge in; gives its public id. */
export async function openContest(cx: Cx, changes: Changes = {}, code = 'stkt-8'): Promise<string> {
  const content = contestContent(changes);
  const { pid } = await done(execute(cx, createEdition, { organisation: 'sonla', code, content }));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

let made = 0;

export interface TestDossier {
  readonly id: string;
  readonly pid: string;
  readonly number: string;
}

/** A dossier that was found valid. */
export async function validDossier(
  cx: Cx,
  edition: string,
  parts: {
    readonly title?: string;
    readonly field?: string;
    readonly author?: string;
    readonly answers?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestDossier> {
  made += 1;
  const { id: editionId } = await editionByPid(cx, edition);
  const dossier = { id: cx.ids.uuid(), pid: cx.ids.pid(), number: `STKT-${1000 + made}` };
  const { title = `Giải pháp số ${made}`, field = 'cntt', author = 'Lò Văn Bình' } = parts;
  const at = '2026-04-10T08:00:00+07:00';
  await sql`insert into dossier (id, pid, edition_id, origin, state, email, working, saved_at, entrant,
      field, title, search, number, submitted, first_submitted_at, submitted_at, created_at)
    values (${dossier.id}, ${dossier.pid}, ${editionId}, 'link', 'valid', 'dia.chi@example.vn', '{}', ${at},
      'individual', ${field}, ${title}, ${foldForSearch(title)}, ${dossier.number}, 1, ${at}, ${at},
      ${at})`.execute(cx.db);
  await sql`insert into edition_series as s (edition_id, last) values (${editionId}, ${1000 + made})
    on conflict (edition_id) do update set last = greatest(s.last, excluded.last)`.execute(cx.db);
  await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
    values (${dossier.id}, 0, ${`key-${made}`}, ${author}, '1980-05-01', '{}')`.execute(cx.db);
  const answers = parts.answers ?? { 'noi-dung': 'Trục dao ba tầng.' };
  await frozenDossier(cx, edition, dossier, 1, { ten: title, ...answers });
  return dossier;
}

/** A version of a dossier as submitting it leaves it. */
export async function frozenDossier(
  cx: Cx,
  edition: string,
  dossier: TestDossier,
  number: number,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const frozen = frozenText({
    edition,
    dossier: dossier.pid,
    content: 1,
    number,
    field: 'cntt',
    entrant: 'individual',
    answers,
    files: [],
  });
  await sql`insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at,
      receipt, signature, key_id)
    values (${dossier.id}, ${number}, 1, ${frozen}, encode(sha256(convert_to(${frozen}, 'UTF8')), 'hex'),
      ${cx.clock.now()}, 'r', 's', 'k')`.execute(cx.db);
  await sql`update dossier set submitted = ${number} where id = ${dossier.id}`.execute(cx.db);
}

export interface TestJudge {
  readonly id: string;
  readonly pid: string;
  readonly name: string;
  /** The secret of the judge's link. */
  readonly token: string;
}

/** A judge who agreed to serve, with a link. */
export async function servingJudge(cx: Cx, edition: string, name: string): Promise<TestJudge> {
  made += 1;
  const { id: editionId } = await editionByPid(cx, edition);
  const token = made.toString(16).padStart(40, 'a');
  const judge = { id: cx.ids.uuid(), pid: cx.ids.pid(), name, token };
  const email = `giam-khao-${made}@example.vn`;
  const now = cx.clock.now();
  await sql`insert into judge (id, pid, edition_id, name, email, search, state, invited_at, answered_at,
      created_at)
    values (${judge.id}, ${judge.pid}, ${editionId}, ${name}, ${email}, ${foldForSearch(name)},
      'accepted', ${now}, ${now}, ${now})`.execute(cx.db);
  await sql`insert into judge_link (token_hash, judge_id, email, created_at, expires_at)
    values (${tokenHash(token)}, ${judge.id}, ${email}, ${now}, '2030-01-01')`.execute(cx.db);
  return judge;
}

export interface TestCouncil {
  readonly id: string;
  readonly pid: string;
}

/** A council of judges; the first one has the chair. */
export async function seatedCouncil(
  cx: Cx,
  edition: string,
  judges: readonly TestJudge[],
  name = 'Hội đồng giám khảo',
): Promise<TestCouncil> {
  const { id: editionId } = await editionByPid(cx, edition);
  const council = { id: cx.ids.uuid(), pid: cx.ids.pid() };
  await sql`insert into council (id, pid, edition_id, name, created_at)
    values (${council.id}, ${council.pid}, ${editionId}, ${name}, ${cx.clock.now()})`.execute(
    cx.db,
  );
  for (const [at, { id }] of judges.entries())
    await sql`insert into seat (id, pid, council_id, judge_id, role, votes, given_at)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${council.id}, ${id},
        ${at === 0 ? 'chair' : 'member'}, true, ${cx.clock.now()})`.execute(cx.db);
  return council;
}

/** Gives a judge a dossier; gives the public id of the assignment. */
export async function assigned(
  cx: Cx,
  council: TestCouncil,
  dossier: TestDossier,
  judge: TestJudge,
  phase = 'so-khao',
): Promise<string> {
  const pid = cx.ids.pid();
  await sql`insert into assignment (id, pid, council_id, phase, dossier_id, judge_id, how, made_at)
    values (${cx.ids.uuid()}, ${pid}, ${council.id}, ${phase}, ${dossier.id}, ${judge.id}, 'whole',
      ${cx.clock.now()})`.execute(cx.db);
  return pid;
}

/** The id of an assignment. */
export const assignmentId = async (cx: Cx, pid: string): Promise<string> =>
  (await one(cx.db, sql<{ id: string }>`select id from assignment where pid = ${pid}`)).id;

export interface Panel {
  readonly edition: string;
  readonly council: TestCouncil;
  /** Chair and member. */
  readonly judges: readonly [TestJudge, TestJudge];
  readonly dossiers: readonly [TestDossier, TestDossier];
  /** Public ids of assignments: `sheets[judge][dossier]`. */
  readonly sheets: readonly (readonly string[])[];
}

/** Two judges who both judge two dossiers. */
export async function panel(cx: Cx, changes: Changes = {}, code?: string): Promise<Panel> {
  const edition = await openContest(cx, changes, code);
  return panelIn(cx, edition);
}

/** The same in an edition that is open. */
export async function panelIn(cx: Cx, edition: string): Promise<Panel> {
  const judges = [
    await servingJudge(cx, edition, 'Cầm Thị Hoa'),
    await servingJudge(cx, edition, 'Quàng Văn Nam'),
  ] as const;
  const dossiers = [
    await validDossier(cx, edition, { title: 'Máy băm thân chuối' }),
    await validDossier(cx, edition, { title: 'Bếp sấy nông sản' }),
  ] as const;
  const council = await seatedCouncil(cx, edition, judges);
  const sheets: string[][] = [];
  for (const judge of judges) {
    const own: string[] = [];
    for (const dossier of dossiers) own.push(await assigned(cx, council, dossier, judge));
    sheets.push(own);
  }
  return { edition, council, judges, dossiers, sheets };
}
