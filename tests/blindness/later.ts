import {
  castBallot,
  closeBallot,
  createBallot,
  openBallot,
} from '../../src/modules/ballots/index.ts';
import { editionByPid } from '../../src/modules/calls/index.ts';
import {
  certificateDesignSent,
  designOfEdition,
  issueCertificates,
  setCertificateDesign,
} from '../../src/modules/certificates/index.ts';
import {
  acceptComplaint,
  enterComplaint,
  enterLetter,
} from '../../src/modules/complaints/index.ts';
import type { MadeJudge } from '../../src/modules/councils/testing.ts';
import {
  approveAllocation,
  createAllocation,
  editAllocation,
  numberPaper,
  proposeAllocation,
  publishAllocation,
  saveMinutes,
  signMinutes,
} from '../../src/modules/results/index.ts';
import { done } from '../../src/modules/rounds/testing.ts';
import { type Command, type Cx, execute } from '../../src/platform/command.ts';
import type { TestClock } from '../../src/platform/testing.ts';
import { worked } from './application.ts';
import { type Bench, phase, signAll } from './judging.ts';
import type { Secrets, Vote } from './secrets.ts';

/** What there is when the prizes are published. */
export interface Late {
  /** Public ids: one ballot is closed, the other one still open. */
  readonly closed: string;
  readonly open: string;
  readonly allocation: string;
  /** Public id of the letter whose writer is a secret. */
  readonly complaint: string;
}

interface Stage {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly edition: string;
  readonly bench: Bench;
  readonly secrets: Secrets;
  /** Public ids; that whose entrant is the secret comes first. */
  readonly dossiers: readonly string[];
  /** Of the second one: number of its receipt and secret of its link. */
  readonly number: string;
  readonly token: string;
}

const site = 'https://hoi.example';

// biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
const run = <T>(cx: Cx, command: Command<any, any, T>, raw: unknown): Promise<T> =>
  done(execute(cx, command, raw));

/** From signed sheets to published prizes, certificates and complaints. */
export async function published(stage: Stage): Promise<Late> {
  const { cx, clock, edition, bench } = stage;
  await signAll(cx, edition, bench.judge, 3);
  clock.move(70 * 86_400_000);
  const closed = await voted(stage, 'Thông qua danh sách');
  await run(cx, closeBallot, { pid: closed });
  const signed = { signed_on: cx.clock.today(), signer: 'Quàng Văn Én', position: 'Trưởng Ban' };
  await run(cx, numberPaper, { edition, paper: 'count', ballot: closed, ...signed });
  const open = await voted(stage, 'Thông qua lần hai');
  const allocation = await decided(stage);
  await worked(cx);
  clock.move(15 * 86_400_000);
  await run(cx, publishAllocation, { pid: allocation });
  await certified(stage);
  const complaint = await complained(stage);
  await worked(cx);
  return { closed, open, allocation, complaint };
}

/** A ballot by link in which all four voted: what the third and the fourth put in is the secret. */
async function voted({ cx, bench, dossiers, secrets }: Stage, subject: string): Promise<string> {
  const { pid: ballot } = await run(cx, createBallot, {
    ...{ council: bench.council, phase, kind: 'approve', how: 'link' },
    ...{ subject, rule: 'hai-phan-ba', dossiers },
  });
  const { chair, secretary, judge, colleague } = bench;
  const present = [chair, secretary, judge, colleague].map(({ pid }) => pid);
  await run(cx, openBallot, { pid: ballot, present });
  const agreed = (code: string): Vote => ({ code, choices: ['yes', 'yes'] });
  const papers: readonly (readonly [MadeJudge, Vote])[] = [
    [chair, agreed('z0d03-z0d03')],
    [judge, secrets.votes[0]],
    [secretary, agreed('a0d04-a0d04')],
    [colleague, secrets.votes[1]],
  ];
  for (const [{ token }, vote] of papers) await run(cx, castBallot, { token, ballot, ...vote });
  return ballot;
}

async function decided({ cx, edition, bench, dossiers }: Stage): Promise<string> {
  const about = { council: bench.council, phase };
  const minutes = { held_on: cx.clock.today(), place: 'Hội trường', from: '08:00', to: '10:00' };
  const said = { proceedings: 'Hội đồng thảo luận.', conclusion: 'Thông qua danh sách.' };
  await run(cx, saveMinutes, { ...about, ...minutes, ...said });
  await run(cx, signMinutes, about);
  const { pid } = await run(cx, createAllocation, { edition, phase });
  const prizes = dossiers.map((dossier) => ({ dossier, prize: 'ba', reason: 'Thử' }));
  const { prizes: structure, fields } = (await editionByPid(cx, edition)).content;
  const contests = structure.per === 'overall' ? [null] : fields.map(({ code }) => code);
  const withheld = structure.prizes.flatMap(({ key, special }) =>
    (special ? [null] : contests).map((field) => ({ prize: key, field, reason: 'Thử' })),
  );
  await run(cx, editAllocation, { pid, prizes, withheld });
  await run(cx, proposeAllocation, { pid });
  const decision = { decision: '02/QĐ-BTC', decided_on: cx.clock.today() };
  await run(cx, approveAllocation, { pid, ...decision });
  return pid;
}

async function certified({ cx, edition }: Stage): Promise<void> {
  const { design } = await designOfEdition(cx, await editionByPid(cx, edition));
  const signer = { signer_authority: null, signer_post: 'TRƯỞNG BAN', signer_name: 'Quàng Văn Én' };
  await run(cx, setCertificateDesign, { ...certificateDesignSent(design), ...signer, edition });
  await done(issueCertificates(cx, cx.ids.uuid(), { edition, issued_on: cx.clock.today(), site }));
}

/** Somebody complains on paper about the second dossier, whose entrant complains as well. Gives the former. */
async function complained({ cx, edition, secrets, number, token }: Stage): Promise<string> {
  const asks = 'Xem lại kết quả.';
  const { pid } = await run(cx, enterLetter, {
    ...{ edition, site, topic: 'plagiarism', about: number, received_on: cx.clock.today(), asks },
    ...secrets.complainant,
  });
  await run(cx, acceptComplaint, { pid, site });
  await run(cx, enterComplaint, {
    ...{ token, site, topic: 'result', complainant: 'Cà Văn Pản', address: 'Mường La' },
    ...{ body: 'Điểm thấp hơn nhận xét.', asks },
  });
  return pid;
}
