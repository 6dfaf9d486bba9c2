import type { Hono } from 'hono';
import { vietnamTime } from '../../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import type { Term } from '../../../../ui/index.ts';
import {
  type OpenedDossier,
  ownDossier,
  ownPage,
  ownPath,
  unkept,
} from '../../../dossiers/index.ts';
import { OnePage, WithdrawForm } from '../../pages/entry/one.tsx';
import { StateBadge, Written } from '../../pages/state.tsx';
import { ownComplaint, stepsOf } from '../../queries/index.ts';
import { isAnswered, isOpen } from '../../rules/index.ts';
import type { Complaint, Step } from '../../schema/index.ts';
import { takeBack } from '../../service/index.ts';
import {
  labels,
  words as officeWords,
  outcomeNames,
  stepNames,
  topicNames,
  entryWords as words,
} from '../../vi/index.ts';
import { filesAt, issueWords, sendFileOf, sendFrozen } from '../shared.ts';

/** One complaint, for whoever holds the link behind which it was written. */
export function oneDoors(app: Hono<Env>, path: string): void {
  app.get(path, onePage);
  app.get(`${path}/noi-dung`, async (c) => unkept(await sendFrozen(c, (await own(c)).complaint)));
  app.get(`${path}/tep/:file`, async (c) =>
    unkept(await sendFileOf(c, (await own(c)).complaint, c.req.param('file') ?? '')),
  );
  app.get(`${path}/rut`, async (c) => {
    const found = await own(c);
    return isOpen(found.complaint.state)
      ? withdrawPage(c, found)
      : c.redirect(pathOf(found.opened, found.complaint), 303);
  });
  app.post(`${path}/rut`, withdraw);
}

interface Own {
  readonly opened: OpenedDossier;
  readonly complaint: Complaint;
}

/** @throws NotFound */
async function own(c: WebContext): Promise<Own> {
  const opened = await ownDossier(c);
  const pid = c.req.param('pid') ?? '';
  return { opened, complaint: await ownComplaint(c.var.cx.db, opened.dossier.id, pid) };
}

const pathOf = ({ token }: OpenedDossier, { pid }: Pick<Complaint, 'pid'>, rest = ''): string =>
  ownPath(token, `khieu-nai/${pid}${rest === '' ? '' : `/${rest}`}`);

const crumbsOf = ({ opened, complaint }: Own, rest?: string) => [
  { label: words.title, href: ownPath(opened.token, 'khieu-nai') },
  {
    label: words.one.title(complaint.number),
    ...(rest === undefined ? {} : { href: pathOf(opened, complaint) }),
  },
  ...(rest === undefined ? [] : [{ label: rest }]),
];

async function onePage(c: WebContext): Promise<Response> {
  const found = await own(c);
  const { opened, complaint } = found;
  const { number, email, state } = complaint;
  const fresh = c.req.query('moi') !== undefined;
  const said = saidIn(c, { 'da-rut': words.one.taken });
  return ownPage(c, opened, {
    title: words.one.title(number),
    crumbs: crumbsOf(found),
    body: (
      <OnePage
        title={words.one.title(number)}
        notice={
          fresh
            ? {
                title: words.one.sent(number),
                body: [words.one.sentBody, email === null ? '' : words.one.sentMail].join(' '),
              }
            : said === undefined
              ? null
              : { title: said, body: '' }
        }
        receipt={receiptOf(complaint)}
        frozenHref={pathOf(opened, complaint, 'noi-dung')}
        content={contentOf(complaint)}
        files={await filesAt(c, complaint, (file) => pathOf(opened, complaint, `tep/${file}`))}
        answer={answerOf(complaint)}
        steps={(await stepsOf(c.var.cx.db, complaint.id)).toReversed().flatMap(told)}
        withdrawHref={isOpen(state) ? pathOf(opened, complaint, 'rut') : null}
        listHref={ownPath(opened.token, 'khieu-nai')}
      />
    ),
  });
}

function receiptOf(one: Complaint): Term[] {
  const waits = one.state === 'received';
  const handled = one.state === 'accepted' || one.state === 'handling';
  return [
    { term: words.one.state, value: <StateBadge state={one.state} /> },
    { term: words.one.number, value: one.number },
    { term: words.one.received, value: formatDateTime(vietnamTime(one.receivedAt)) },
    ...(waits ? [{ term: words.one.acceptBy, value: words.one.until(one.acceptBy) }] : []),
    ...(handled && one.answerBy !== null
      ? [{ term: words.one.answerBy, value: words.one.until(one.answerBy) }]
      : []),
    {
      term: words.one.sha256,
      value: (
        <>
          <span class="hash">{one.sha256.replace(/(.{8})(?=.)/g, '$1 ')}</span>
          <p class="help">{words.one.shaHelp}</p>
        </>
      ),
    },
  ];
}

/** As it was written: of the dossier complained about no more than the complainant knew. */
const contentOf = (one: Complaint): Term[] => [
  { term: labels.topic ?? '', value: topicNames[one.topic] },
  ...(one.aboutText === null ? [] : [{ term: labels.about ?? '', value: one.aboutText }]),
  { term: labels.complainant ?? '', value: one.complainant },
  { term: labels.address ?? '', value: one.address },
  ...(one.phone === null ? [] : [{ term: labels.phone ?? '', value: one.phone }]),
  { term: labels.body ?? '', value: <Written text={one.body} /> },
  { term: labels.asks ?? '', value: <Written text={one.asks} /> },
];

function answerOf(one: Complaint) {
  const { state, outcome, answer, document, answeredOn } = one;
  if (!isAnswered(state) || outcome === null || answer === null || answeredOn === null) return null;
  return {
    outcome: outcomeNames[outcome],
    document: officeWords.one.documentOf(document ?? '', answeredOn),
    text: answer,
  };
}

/** What of its way is the complainant's to know: not who does what inside the office. */
const open = new Set<Step['act']>(['receive', 'accept', 'refuse', 'extend', 'answer', 'close']);

function told({ act, at, reason }: Step) {
  if (!open.has(act) && act !== 'withdraw') return [];
  const why = act === 'refuse' || act === 'extend' ? (reason ?? undefined) : undefined;
  return [{ when: formatDate(vietnamTime(at).day), title: stepNames[act], children: why }];
}

interface Back {
  readonly reason: string;
  readonly error: string;
}

function withdrawPage(c: WebContext, found: Own, back: Back | null = null): Promise<Response> {
  const { opened, complaint } = found;
  return ownPage(c, opened, {
    title: words.withdraw.title,
    crumbs: crumbsOf(found, words.withdraw.title),
    ...(back === null ? {} : { status: 422, error: true }),
    body: (
      <WithdrawForm
        question={words.withdraw.question(complaint.number)}
        action={pathOf(opened, complaint, 'rut')}
        version={complaint.version}
        reason={back?.reason}
        error={back?.error}
        keepHref={pathOf(opened, complaint)}
      />
    ),
  });
}

async function withdraw(c: WebContext): Promise<Response> {
  const found = await own(c);
  const { opened, complaint } = found;
  const { values } = await formOf(c);
  const reason = (values.reason ?? '').trim();
  if (reason === '') return withdrawPage(c, found, { reason, error: words.withdraw.reasonMissing });
  try {
    const raw = { token: opened.token, pid: complaint.pid, reason, version: values.version };
    const outcome = await execute(c.var.cx, takeBack, raw);
    if (outcome.ok) return c.redirect(`${pathOf(opened, complaint)}?da-rut=1`, 303);
    const error = outcome.issues.map((one) => wordsOf(one, issueWords)).join(' ');
    return withdrawPage(c, found, { reason, error });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Somebody did something with it meanwhile: its page tells what.
    return c.redirect(pathOf(opened, complaint), 303);
  }
}
