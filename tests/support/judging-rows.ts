// One more of everything that the pages about the judging of an edition list: a valid dossier with a picture and
// consents, a judge, a council, a seat, a conflict, assignments, signed sheets, votes, a ballot with its number,
// a prize, a certificate, a complaint. Dossier, judge and council 0 stand for those that an address names.
import { sql } from 'kysely';
import { drawing } from '../../src/demo/drawing.ts';
import { technicalJudging } from '../../src/demo/rubrics.ts';
import { addAssignment, assignmentsOf, enterPhase } from '../../src/modules/assignments/index.ts';
import {
  castBallot,
  closeBallot,
  createBallot,
  openBallot,
} from '../../src/modules/ballots/index.ts';
import { cleanDossier } from '../../src/modules/blinding/index.ts';
import {
  authorKey,
  createEdition,
  type EditionContent,
  editionByPid,
  editionSamples,
  openEdition,
  type Phase,
  type VotesPart,
} from '../../src/modules/calls/index.ts';
import {
  certificateDesignSent,
  designOfEdition,
  issueCertificates,
  listCertificates,
  setCertificateDesign,
} from '../../src/modules/certificates/index.ts';
import { acceptComplaint, enterComplaint } from '../../src/modules/complaints/index.ts';
import {
  councilByPid,
  createCouncil,
  giveSeat,
  listConflicts,
  seatsOf,
} from '../../src/modules/councils/index.ts';
import { acceptedJudge, type MadeJudge } from '../../src/modules/councils/testing.ts';
import {
  addFile,
  dossierByPid,
  enterPaper,
  giveConsent,
  newLink,
  recordAward,
  savePaper,
  submitPaper,
  validateDossier,
} from '../../src/modules/dossiers/index.ts';
import {
  approveAllocation,
  createAllocation,
  editAllocation,
  numberPaper,
  proposeAllocation,
  publishAllocation,
  saveMinutes,
} from '../../src/modules/results/index.ts';
import { recordVotes, sayInCouncil, signSheet } from '../../src/modules/reviews/index.ts';
import { type Command, type Cx, execute } from '../../src/platform/command.ts';
import { saveFile } from '../../src/platform/files.ts';
import { done, nameOf } from './member-rows.ts';

const site = 'https://hoi.example';
const [first, last] = ['so-khao', 'chung-khao'] as const;

const prize = (key: string, quota: number | null, special: boolean) => ({
  ...{ key, name: `Giải ${key}`, money: 1_000_000, quota, floor: null },
  ...{ withheld: true, special },
});

const votes: VotesPart = {
  ...{ key: 'binh-chon', label: 'Bình chọn', help: null },
  ...{ kind: 'votes', max: 10, decimals: 1 },
};

/** After the first round the council talks about what it judged. */
const withTalk = (phase: Phase): Phase[] => {
  if (phase.key !== first) return [phase];
  const permits: Phase['permits'] = [{ who: 'chair', may: ['discuss'] }];
  const name = 'Hội đồng thảo luận';
  return [phase, { ...phase, key: 'thao-luan', name, permits, rubric: null, review: null }];
};

/** All phases are open at once: whatever is done may be done today. */
function judgedContent(): EditionContent {
  const sample = editionSamples.find(({ code }) => code === 'sang-tao-ky-thuat')!;
  const content = technicalJudging(sample.content);
  const open = (phase: Phase, at: number): Phase => ({
    ...phase,
    opens: `20${at + 10}-01-01T00:00:00`,
    closes: '2098-12-31T23:59:59',
    hidden: phase.rubric === null ? [] : [{ from: 'judge', what: ['authors'] }],
  });
  return {
    ...content,
    phases: content.phases.flatMap(withTalk).map(open),
    rubrics: content.rubrics.map((one) => ({ ...one, parts: [...one.parts, votes] })),
    prizes: {
      per: 'field',
      prizes: [prize('dac-biet', null, true), prize('nhat', 1, false), prize('ba', null, false)],
    },
  };
}

interface Entered {
  readonly id: string;
  readonly pid: string;
  readonly token: string;
}

export interface JudgingRows {
  add(n: number): Promise<void>;
  /** A prize by hand and the certificate of it for the newest dossier. */
  reward(): Promise<void>;
  /** Closes the ballot before and opens another one, with one paper in its box. */
  vote(n: number): Promise<void>;
  /** Approves and publishes prizes for all dossiers, and issues certificates to all who have none. */
  decide(): Promise<void>;
  /** Ends the first round: what is told of it only afterwards may be asked for. */
  end(): Promise<void>;
  /** The address with the edition and the records that it names, or as it was where it names others. */
  fill(pattern: string): string;
}

/** @param union the organisation whose pages are looked at */
export async function judgingRows(cx: Cx, union: string): Promise<JudgingRows> {
  // biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
  const run = <T>(command: Command<any, any, T>, raw: unknown) => done(execute(cx, command, raw));
  const today = cx.clock.today();
  const code = 'hoi-thi-cham';
  const sent = { organisation: union, code, content: judgedContent() };
  const { pid: edition } = await run(createEdition, sent);
  await run(openEdition, { pid: edition });
  const opened = await editionByPid(cx, edition);
  const { design } = await designOfEdition(cx, opened);
  const signer = { signer_authority: null, signer_post: 'TRƯỞNG BAN', signer_name: 'Quàng Văn Én' };
  await run(setCertificateDesign, { ...certificateDesignSent(design), ...signer, edition });

  async function dossier(n: number): Promise<Entered> {
    const { pid } = await run(enterPaper, { edition, email: `tac.gia.${n}@example.vn` });
    const author = { name: nameOf(n), birth: '1980', workplace: `Đơn vị ${n}`, share: 100 };
    const answers = { ten: `Giải pháp chấm thứ ${n}`, 'tac-gia': [author] };
    await run(savePaper, { pid, entrant: 'individual', field: 'cntt', answers });
    const { id } = await dossierByPid(cx, pid);
    const token = await newLink(cx, id, `tac.gia.${n}@example.vn`);
    const picture = { name: 'ban-ve.png', bytes: drawing(1000 + n), limit: 1_000_000 };
    const { pid: file } = await done(saveFile(cx, cx.files, picture));
    await run(addFile, { token, field: 'anh', file });
    const said = { author: authorKey(author.name, author.birth), party: 'author' };
    for (const purpose of ['enter', 'publish'])
      await run(giveConsent, { token, ...said, purpose, given: true, told_by: author.name });
    await run(submitPaper, { pid, site, reason: 'Nhập để thử' });
    await run(validateDossier, { pid });
    await cleanDossier(cx, id);
    return { id, pid, token };
  }

  const judge = (n: number): Promise<MadeJudge> =>
    acceptedJudge(cx, edition, { unit: `Đơn vị ${n}`, expertise: ['cntt'] }, [
      { relation: 'unit', unit: `Cơ quan cũ ${n}` },
    ]);
  const seat = (of: string, { pid }: MadeJudge, role: string) =>
    run(giveSeat, { council: of, judge: pid, role, votes: true });

  async function sheet(council: string, of: Entered, { pid, id, token }: MadeJudge, n: number) {
    const given = { council, phase: first, dossier: of.pid, judge: pid, reason: 'Giao để thử' };
    await run(addAssignment, given);
    const own = await assignmentsOf(cx, { editionId: opened.id, phase: first, judgeId: id });
    const assignment = own.find((one) => one.dossier.pid === of.pid)!.pid;
    const marks = {
      'dung-the-le': { answer: 'yes', comment: 'Đúng lĩnh vực.' },
      'tinh-moi': { points: 21 + (n % 6), comment: 'Có phần mới.' },
      'ap-dung': { points: 20 },
      'hieu-qua': { points: 25 + (n % 15) },
    };
    await run(signSheet, { token, assignment, marks, version: 0, dossier: 1 });
    await run(sayInCouncil, { token, assignment, text: `Ý kiến ${n}` });
    return assignment;
  }

  // Judge 0 is of the unit of no dossier.
  const chair = await judge(100_000);
  const main = await run(createCouncil, { edition, name: 'Hội đồng chung', phases: [first] });
  await seat(main.pid, chair, 'chair');
  const [chairs] = await seatsOf(cx, [(await councilByPid(cx, main.pid)).id]);
  const all: Entered[] = [await dossier(0)];
  const own = await sheet(main.pid, all[0]!, chair, 0);
  const { pid: allocation } = await run(createAllocation, { edition, phase: first });
  let ballot: string | null = null;

  const complained = async (n: number): Promise<void> => {
    const { pid } = await run(enterComplaint, {
      ...{ token: all[0]!.token, site, topic: 'result', complainant: nameOf(n) },
      ...{ address: 'Sơn La', body: `Đề nghị xem lại lần ${n}`, asks: 'Xem lại' },
    });
    if (n % 2 === 0) await run(acceptComplaint, { pid, site });
  };

  /** The ballot before is closed with its number; the new one has all dossiers on it, and one paper in the box. */
  async function voted(n: number): Promise<void> {
    await closed();
    const raw = { council: main.pid, phase: first, kind: 'approve', how: 'link' };
    const dossiers = all.map(({ pid }) => pid);
    const more = { subject: `Thông qua lần ${n}`, rule: 'ban-to-chuc', dossiers };
    ballot = (await run(createBallot, { ...raw, ...more })).pid;
    await run(openBallot, { pid: ballot });
    const paper = cx.ids.pid().replace(/^(.{5})(.{5}).*$/, '$1-$2');
    const choices = dossiers.map(() => 'yes');
    await run(castBallot, { token: chair.token, ballot, code: paper, choices });
  }

  async function closed(): Promise<void> {
    if (ballot === null) return;
    await run(closeBallot, { pid: ballot });
    const signed = { signed_on: today, signer: 'Quàng Văn Én', position: 'Trưởng Ban' };
    await run(numberPaper, { edition, paper: 'count', ballot, ...signed });
  }

  async function prizes(): Promise<void> {
    const reason = 'Thử';
    const given = all.map(({ pid }) => ({ dossier: pid, prize: 'ba', reason }));
    const withheld = opened.content.fields.map(({ code }) => ({
      prize: 'nhat',
      field: code,
      reason,
    }));
    await run(editAllocation, { pid: allocation, prizes: given, withheld });
  }

  const certified = (dossiers?: readonly string[]) =>
    done(issueCertificates(cx, cx.ids.uuid(), { edition, issued_on: today, site, dossiers }));
  const oneCode = async (): Promise<string> => {
    const any = { under: null, dossier: null, state: null, prize: null, q: '' };
    const listed = { ...any, sort: 'so', descending: false, page: 1, size: 1 } as const;
    return (await listCertificates(cx, { ...listed, edition: opened.id })).rows[0]!.code;
  };
  let [certificate, conflict] = ['', ''];

  return {
    async add(n) {
      const made = await dossier(n);
      all.push(made);
      const another = await judge(n);
      await seat(main.pid, another, 'member');
      await sheet(main.pid, made, chair, n);
      await sheet(main.pid, all[0]!, another, n);
      const source = `Biên bản ${n}`;
      const counted = { edition, phase: first, part: votes.key, source };
      await run(recordVotes, { ...counted, votes: [{ dossier: made.pid, votes: n }] });
      const council = await run(createCouncil, { edition, name: `Tổ ${n}`, phases: [last] });
      await seat(council.pid, another, 'chair');
      const held = { council: council.pid, phase: last, held_on: today, place: 'Hội trường' };
      await run(saveMinutes, { ...held, proceedings: 'Họp', conclusion: 'Xong' });
      await run(enterPhase, { edition, phase: last, dossiers: all.map(({ pid }) => pid) });
      await voted(n);
      await prizes();
      await complained(n);
    },
    vote: voted,
    async reward() {
      const { pid } = all.at(-1)!;
      const decided = { decision: '01/QĐ-BTC', decided_on: today };
      await run(recordAward, { pid, level: 'province', prize: 'dac-biet', ...decided });
      await certified([pid]);
      if (certificate !== '') return;
      certificate = await oneCode();
      conflict = (await listConflicts(cx, opened.id, { page: 1, size: 1 })).rows[0]!.pid;
    },
    async decide() {
      await closed();
      ballot = null;
      await run(proposeAllocation, { pid: allocation });
      const decided = { decision: '02/QĐ-BTC', decided_on: today };
      await run(approveAllocation, { pid: allocation, ...decided });
      await run(publishAllocation, { pid: allocation });
      while ((await certified()).left > 0);
    },
    async end() {
      const at = opened.content.phases.findIndex(({ key }) => key === first);
      await sql`
        update edition set content = jsonb_set(content, ${`{phases,${at},closes}`}::text[], '"2020-12-31T23:59:59"')
        where id = ${opened.id}
      `.execute(cx.db);
    },
    fill: (pattern) =>
      filled(pattern, {
        ...{ union, edition, code, council: main.pid, judge: chair.pid, token: chair.token },
        ...{ dossier: all[0]!, assignment: own, ballot: ballot ?? '', certificate },
        ...{ conflict, seat: chairs!.pid },
      }),
  };
}

interface Named {
  readonly union: string;
  readonly edition: string;
  readonly code: string;
  readonly council: string;
  readonly judge: string;
  /** The secret of the judge's link. */
  readonly token: string;
  readonly dossier: Entered;
  readonly assignment: string;
  readonly ballot: string;
  /** The code on a certificate. */
  readonly certificate: string;
  readonly conflict: string;
  readonly seat: string;
}

const rooms = 'hoi-dong|giam-khao|xung-dot|phan-cong|an-danh|cham|ket-qua|chung-nhan|khieu-nai';
const lists =
  'judges|councils|council-problems|conflicts|assignments|assignment-runs|phases|score-sheets|votes|prize-allocation|result|decision-bundle|certificate-design|complaints|complaint-figures|complaint-rules';
/** What is below the judged edition, or behind a link of one of its judges or dossiers. */
const below = new RegExp(
  [
    `^/vp/:code/hoi-thi/:edition[^/]*/(${rooms})(\\.|/|$)`,
    `^/api/v1/editions/:pid/(${lists})(/|$)`,
    '^/api/v1/councils/:pid/|^/api/v1/(blind-dossiers|ballots|certificates)$',
    '^/giam-khao/:token|^/ho-so/:token/(khieu-nai|ket-qua)|^/chung-nhan/(:code|thu-hoi/:list)',
    '^(/:code)?/hoi-thi/:edition/ket-qua$',
  ].join('|'),
);

function filled(pattern: string, named: Named): string {
  if (!below.test(pattern)) return pattern;
  const { union, code, edition, council, judge, token, dossier, assignment, ballot } = named;
  const address = pattern
    .replace(/\{[^/]*\}/g, '')
    .replace(/^(\/:code)?\/hoi-thi\/:edition/, `/${union}/hoi-thi/${code}`)
    .replace(/:edition|editions\/:pid/, (part) => part.replace(/:.*/, edition))
    .replace(/:council|councils\/:pid/, (part) => part.replace(/:.*/, council))
    .replace('/ho-so/:token', `/ho-so/${dossier.token}`)
    .replace(':token', token)
    .replace(':judge', judge)
    .replace(':dossier', dossier.pid)
    .replace(':assignment', assignment)
    .replace(':ballot', ballot)
    .replace(':conflict', named.conflict)
    .replace(':seat', named.seat)
    .replace('/chung-nhan/:code', `/chung-nhan/${named.certificate}`)
    .replace(':list', '1')
    .replace(/(vao-vong|phases)\/:phase(?!\/outcome)/, `$1/${last}`)
    .replace(':phase', first);
  const asked = questionOf(address, named);
  return asked === '' ? address : `${address}?${asked}`;
}

/** What an address wants to be told besides. */
function questionOf(address: string, { edition, council }: Named): string {
  if (/\/(score-sheets|votes)$/.test(address)) return `phase=${first}`;
  if (/^\/api\/v1\/(blind-dossiers|ballots|certificates)$/.test(address))
    return `edition=${edition}`;
  if (!address.startsWith('/vp/')) return '';
  const phase = `giai-doan=${first}`;
  if (/\/bien-ban(\/chot)?$/.test(address)) return `hoi-dong=${council}&${phase}`;
  if (/\/cap-so$/.test(address)) return 'van-ban=proposal';
  return /\/(cham|cham\.xlsx|binh-chon|ket-qua|vao-vong-sau)$/.test(address) ? phase : '';
}
