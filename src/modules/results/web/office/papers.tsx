import type { Hono } from 'hono';
import type { OfficialDocument } from '../../../../platform/documents/index.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { ballotsOf, resultManage } from '../../../ballots/index.ts';
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { type Council, councilsOf, seatsOf } from '../../../councils/index.ts';
import { authorsOf } from '../../../dossiers/index.ts';
import { NumberForm, type PaperLine, PapersPage } from '../../pages/office/papers.tsx';
import { allocationOf, minutesOf, paperNumbers } from '../../queries/index.ts';
import { type PaperKind, type PaperNumber, paperKinds } from '../../schema/index.ts';
import { numberPaper, outcomeOf } from '../../service/index.ts';
import {
  countDocument,
  decisionDocument,
  docx,
  minutesDocument,
  proposalDocument,
  summaryDocument,
} from '../../sheets/index.ts';
import { paperNames, paperTypes, paperWords as words } from '../../vi/papers.ts';
import { issueWords } from '../words.ts';
import { sendDocx } from './docx.ts';
import { minutesDoors } from './minutes.tsx';
import {
  base,
  crumbsOf,
  editionOf,
  managedEdition,
  mayAt,
  noticeOf,
  partPath,
  pathOf,
  SectionTabs,
  seesPoints,
} from './shared.tsx';

const path = `${base}/giay-to`;

/** The papers of the committee in Word, their numbers, and the minutes. */
export function paperDoors(app: Hono<Env>): void {
  app.get(path, list);
  app.get(`${path}/:file{[a-z]+\\.docx}`, print);
  numberDoor(app);
  minutesDoors(app);
}

/** Which paper an address or a number is about. */
interface Which {
  readonly paper: PaperKind;
  readonly council: string | null;
  readonly ballot: string | null;
  readonly phase: string | null;
}

const queryOf = ({ council, ballot, phase }: Which) => ({
  'hoi-dong': council,
  'bo-phieu': ballot,
  'giai-doan': phase,
});

function whichOf(c: WebContext): Which {
  const asked = c.req.param('file')?.replace('.docx', '') ?? c.req.query('van-ban');
  const paper = paperKinds.find((kind) => kind === asked);
  if (paper === undefined) throw new NotFound('paper');
  return {
    paper,
    council: c.req.query('hoi-dong') ?? null,
    ballot: c.req.query('bo-phieu') ?? null,
    phase: c.req.query('giai-doan') ?? null,
  };
}

async function list(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const edition = await editionOf(c);
  const manages = edition.state === 'open' && (await mayAt(c, edition, resultManage));
  const councils = await councilsOf(cx, edition.id);
  const phases = reviewingPhases(edition.content.phases).filter((phase) =>
    seesPoints(c, edition, phase),
  );
  const numbers = await paperNumbers(cx, edition.id);
  const line = (
    which: Which,
    name: string,
    ids: Pick<PaperNumber, 'councilId' | 'ballotId' | 'phase'>,
    note = '',
  ): PaperLine => {
    const number = numbers.find(
      (one) =>
        one.paper === which.paper &&
        one.councilId === ids.councilId &&
        one.ballotId === ids.ballotId &&
        one.phase === ids.phase,
    );
    return {
      name,
      note,
      number: number === undefined ? null : numberText(number),
      href: pathOf(c, edition, `giay-to/${which.paper}.docx`, queryOf(which)),
      numberHref:
        number === undefined && manages
          ? pathOf(c, edition, 'giay-to/cap-so', { 'van-ban': which.paper, ...queryOf(which) })
          : null,
    };
  };
  const none = { councilId: null, ballotId: null, phase: null };
  const ballots = (await ballotsOf(cx, edition.id)).filter(({ state }) => state === 'closed');
  const allocation = await allocationOf(cx, edition);
  const own = { council: null, ballot: null, phase: null };
  const minutes = await minutesOf(cx, edition.id);
  const isSigned = (council: Council, phase: string): boolean =>
    minutes.some(
      (one) => one.councilId === council.id && one.phase === phase && one.state === 'signed',
    );
  const toWrite = manages
    ? meetings(councils, phases).filter(({ council, phase }) => !isSigned(council, phase.key))
    : [];
  const papers = [
    ...phases.map(({ key, name }) =>
      line({ ...own, paper: 'summary', phase: key }, words.of(paperNames.summary, name), {
        ...none,
        phase: key,
      }),
    ),
    ...meetings(councils, phases).map(({ council, phase }) =>
      line(
        { ...own, paper: 'minutes', council: council.pid, phase: phase.key },
        words.meeting(council.name, phase.name),
        { ...none, councilId: council.id, phase: phase.key },
        isSigned(council, phase.key) ? words.signed : '',
      ),
    ),
    ...ballots.map(({ pid, id, subject, council }) =>
      line({ ...own, paper: 'count', ballot: pid }, words.countOf(council.name, subject), {
        ...none,
        ballotId: id,
      }),
    ),
    ...(allocation === null
      ? []
      : [
          line({ ...own, paper: 'proposal' }, paperNames.proposal, none),
          line({ ...own, paper: 'decision' }, paperNames.decision, none),
        ]),
  ];
  return shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition, { label: words.title }),
    before: (
      <>
        {noticeOf(c, { 'da-cap-so': words.numbered, 'da-chot': words.minutesSigned })}
        <SectionTabs c={c} edition={edition} now="papers" />
      </>
    ),
    body: (
      <PapersPage
        papers={papers}
        minutes={toWrite.map(({ council, phase }) => ({
          href: pathOf(c, edition, 'giay-to/bien-ban', {
            'hoi-dong': council.pid,
            'giai-doan': phase.key,
          }),
          label: `${council.name}, ${phase.name}`,
        }))}
      />
    ),
  });
}

const numberText = ({ number, symbol }: PaperNumber): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;

/** Each council with each phase that it judges in. */
const meetings = (
  councils: readonly Council[],
  phases: readonly Edition['content']['phases'][number][],
) =>
  councils.flatMap((council) =>
    phases
      .filter(({ key }) => council.phases.length === 0 || council.phases.includes(key))
      .map((phase) => ({ council, phase })),
  );

async function print(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const which = whichOf(c);
  const bytes = await docx(await documentOf(c, edition, which));
  const name = words.file[which.paper](edition.code, which.phase ?? '');
  return sendDocx(c, bytes, name);
}

/** The phase of a paper, whose points the office may see now. @throws NotFound */
function phaseIn(c: WebContext, edition: Edition, key: string | null) {
  const phase = reviewingPhases(edition.content.phases).find((one) => one.key === key);
  if (phase === undefined || !seesPoints(c, edition, phase)) throw new NotFound('phase');
  return phase;
}

async function documentOf(
  c: WebContext,
  edition: Edition,
  which: Which,
): Promise<OfficialDocument> {
  const { cx } = c.var;
  const numbers = await paperNumbers(cx, edition.id);
  const numberOf = (
    ids: Partial<Pick<PaperNumber, 'councilId' | 'ballotId' | 'phase'>>,
  ): PaperNumber | null =>
    numbers.find(
      (one) =>
        one.paper === which.paper &&
        one.councilId === (ids.councilId ?? null) &&
        one.ballotId === (ids.ballotId ?? null) &&
        one.phase === (ids.phase ?? null),
    ) ?? null;
  if (which.paper === 'summary') {
    const { key } = phaseIn(c, edition, which.phase);
    return summaryDocument(
      edition,
      key,
      await outcomeOf(cx, edition, key),
      numberOf({ phase: key }),
    );
  }
  if (which.paper === 'minutes') {
    const { key } = phaseIn(c, edition, which.phase);
    const council = (await councilsOf(cx, edition.id)).find(({ pid }) => pid === which.council);
    if (council === undefined) throw new NotFound('council');
    const minutes = (await minutesOf(cx, edition.id)).find(
      (one) => one.councilId === council.id && one.phase === key,
    );
    const meeting = {
      council,
      seats: await seatsOf(cx, [council.id]),
      phase: key,
      minutes: minutes ?? null,
      ballots: (await ballotsOf(cx, edition.id)).filter(
        (one) => one.council.id === council.id && one.phase === key,
      ),
      outcome: await outcomeOf(cx, edition, key),
      withheld: await withheldBy(c, edition, council, key),
    };
    return minutesDocument(edition, meeting, numberOf({ councilId: council.id, phase: key }));
  }
  if (which.paper === 'count') {
    const ballot = (await ballotsOf(cx, edition.id)).find(
      ({ pid, state }) => pid === which.ballot && state === 'closed',
    );
    if (ballot === undefined) throw new NotFound('ballot');
    return countDocument(edition, ballot, numberOf({ ballotId: ballot.id }));
  }
  const allocation = await allocationOf(cx, edition);
  if (allocation === null) throw new NotFound('allocation');
  phaseIn(c, edition, allocation.phase);
  const authors = await authorsOf(
    cx.db,
    allocation.prizes.map(({ dossier }) => dossier.id),
  );
  if (which.paper === 'decision') return decisionDocument(allocation, authors, numberOf({}));
  const outcome = await outcomeOf(cx, edition, allocation.phase);
  return proposalDocument(allocation, authors, numberOf({}), outcome);
}

/** The prizes of a council's fields that are given to nobody after a phase. */
async function withheldBy(c: WebContext, edition: Edition, { fields }: Council, phase: string) {
  const allocation = await allocationOf(c.var.cx, edition);
  if (allocation?.phase !== phase) return [];
  return allocation.withheld.filter(
    ({ field }) => field === null || fields.length === 0 || fields.includes(field),
  );
}

function numberDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${path}/cap-so`,
    command: numberPaper,
    open: async (c): Promise<{ edition: Edition; which: Which }> => ({
      edition: await managedEdition(c),
      which: whichOf(c),
    }),
    title: () => words.numberTitle,
    lead: ({ which }) => `${paperNames[which.paper]} (${paperTypes[which.paper]})`,
    crumbs: (c, { edition }) =>
      crumbsOf(
        c,
        edition,
        { label: words.title, href: partPath(c, edition, 'papers') },
        { label: words.numberTitle },
      ),
    initial: () => ({}),
    fixed: async (_c, { edition, which }) => ({ values: { edition: edition.pid, ...which } }),
    labels: words.labels,
    after: (c, { edition }) => `${partPath(c, edition, 'papers')}?da-cap-so=1`,
    view: (c, { edition }, { form, hidden, action }) => (
      <NumberForm
        state={form}
        hidden={hidden}
        action={action}
        backHref={partPath(c, edition, 'papers')}
      />
    ),
  });
}
