import type { Hono } from 'hono';
import { vietnamTime } from '../../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, type Term } from '../../../../ui/index.ts';
import { editionByPid } from '../../../calls/index.ts';
import { ComplaintPage, ComplaintSteps } from '../../pages/office/one.tsx';
import { StateBadge } from '../../pages/state.tsx';
import { complaintAnswer, complaintHandle } from '../../policy.ts';
import { stepsOf } from '../../queries/index.ts';
import { actsNow, daysLeft, isAnswered, runningDay } from '../../rules/index.ts';
import type { Complaint, NamedDossier, Step } from '../../schema/index.ts';
import { answerDocx } from '../../sheets/index.ts';
import {
  actNames,
  countingNames,
  documentWords,
  labels,
  outcomeNames,
  refusalNames,
  stepNames,
  topicNames,
  words,
} from '../../vi/index.ts';
import { filesAt, sendFileOf, sendFrozen, sendSaved } from '../shared.ts';
import { actPaths } from './acts.tsx';
import { complaintOf, crumbsOf, one, pathOf } from './shared.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One complaint in the office, its files and its letter. */
export function oneDoors(app: Hono<Env>): void {
  app.get(one, onePage);
  app.get(`${one}/tep/:file`, async (c) =>
    sendFileOf(c, await complaintOf(c), c.req.param('file') ?? ''),
  );
  app.get(`${one}/noi-dung`, async (c) => sendFrozen(c, await complaintOf(c)));
  app.get(`${one}/cong-van.docx`, async (c) => {
    const complaint = await complaintOf(c);
    if (complaint.outcome === null) throw new NotFound('letter');
    const edition = await editionByPid(c.var.cx, complaint.edition.pid);
    const name = documentWords.file(complaint.number);
    return sendSaved(c, await answerDocx(edition, complaint), { name, type: docx });
  });
}

async function onePage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const complaint = await complaintOf(c);
  const { edition, number, outcome, answer, state } = complaint;
  const path = pathOf(c, edition, complaint.pid);
  const given = isAnswered(state);
  const steps = await stepsOf(cx.db, complaint.id);
  return c.var.shell.office(c, {
    title: words.one.named(number),
    lead: [topicNames[complaint.topic], edition.name].join(' · '),
    crumbs: crumbsOf(c, edition, { label: words.one.named(number) }),
    before: noticeOf(c, complaint),
    body: (
      <ComplaintPage
        acts={await actsOf(c, complaint, path)}
        terms={termsOf(c, complaint)}
        body={complaint.body}
        asks={complaint.asks}
        files={await filesAt(c, complaint, (file) => `${path}/tep/${file}`)}
        answer={
          outcome === null || answer === null
            ? null
            : {
                title: given ? words.one.answerTitle : words.one.draftTitle,
                outcome: outcomeNames[outcome],
                text: answer,
                letter: {
                  href: `${path}/cong-van.docx`,
                  label: given ? words.one.letter : words.one.letterDraft,
                },
              }
        }
        sheetsHref={
          steps.some(({ reopens }) => reopens)
            ? sheetsOf(c, complaint.about ?? complaint.dossier, edition.pid)
            : null
        }
        listHref={pathOf(c, edition)}
      />
    ),
    aside: (
      <ComplaintSteps
        clock={clockOf(complaint, cx.clock.today())}
        rules={rulesOf(complaint)}
        sha256={complaint.sha256}
        frozenHref={`${path}/noi-dung`}
        steps={steps.toReversed().map(told)}
      />
    ),
  });
}

function noticeOf(c: WebContext, { email }: Complaint) {
  const title = saidIn(c, words.said);
  if (title === undefined) return undefined;
  const letters = ['da-nhan', 'da-thu-ly', 'da-tu-choi', 'da-gia-han', 'da-tra-loi'];
  const written = letters.some((name) => c.req.query(name) !== undefined);
  return (
    <Alert tone="ok" title={title} live>
      {written ? (email === null ? words.notMailed : words.mailed) : undefined}
    </Alert>
  );
}

/** What may be done now, by whoever looks; the first is what is next. */
async function actsOf(c: WebContext, complaint: Complaint, path: string) {
  const { cx } = c.var;
  const at = complaint.edition.organisationId;
  const handles = await may(cx, complaintHandle, at);
  const answers = await may(cx, complaintAnswer, at);
  const { state, extended, outcome } = complaint;
  const acts = actsNow({ state, extended, drafted: outcome !== null }).filter((act) =>
    act === 'answer' ? answers : handles,
  );
  const next = (['answer', 'propose', 'accept', 'assign', 'close'] as const).find((act) =>
    acts.includes(act),
  );
  return acts
    .toSorted((a, b) => Number(b === next) - Number(a === next))
    .map((act) => ({
      href: `${path}/${actPaths[act]}`,
      label: actNames[act],
      primary: act === next,
    }));
}

const dossierLink = (c: WebContext, edition: string, { pid, number, title }: NamedDossier) => (
  <a href={office(c.var.place.code, `hoi-thi/${edition}/ho-so/${pid}`)}>{`${number} · ${title}`}</a>
);

const sheetsOf = (c: WebContext, dossier: NamedDossier | null, edition: string): string =>
  office(
    c.var.place.code,
    `hoi-thi/${edition}/cham${dossier === null ? '' : `/ho-so/${dossier.pid}`}`,
  );

function termsOf(c: WebContext, complaint: Complaint): Term[] {
  const { edition, about, aboutText, dossier, origin, inTime, receivedAt } = complaint;
  const contact = [complaint.phone, complaint.email].filter(Boolean).join(' · ');
  const optional: readonly (readonly [string, Term['value'] | null])[] = [
    [words.one.contact, contact === '' ? null : contact],
    [words.one.ownDossier, dossier === null ? null : dossierLink(c, edition.pid, dossier)],
    [words.one.aboutText, aboutText],
    [
      words.one.about,
      about !== null
        ? dossierLink(c, edition.pid, about)
        : aboutText === null
          ? null
          : words.one.aboutUnknown,
    ],
    [words.one.handler, complaint.handler],
    [words.one.refusal, complaint.refusal === null ? null : refusalNames[complaint.refusal]],
    [
      words.one.document,
      complaint.document === null || complaint.answeredOn === null
        ? null
        : words.one.documentOf(complaint.document, complaint.answeredOn),
    ],
  ];
  return [
    { term: words.columns.state, value: <StateBadge state={complaint.state} /> },
    {
      term: words.one.from,
      value: (
        <>
          {complaint.complainant}, {complaint.address}
          <p class="help">{words.one.fromHelp}</p>
        </>
      ),
    },
    { term: words.one.origin, value: words.one.origins[origin] },
    { term: words.one.received, value: formatDateTime(vietnamTime(receivedAt)) },
    { term: words.one.window, value: inTime ? words.one.inTime : words.one.outOfTime },
    ...optional.flatMap(([term, value]) => (value === null ? [] : [{ term, value }])),
  ];
}

function clockOf(complaint: Complaint, today: string): Term[] {
  const { receivedOn, acceptBy, acceptedOn, answerBy, extended } = complaint;
  const running = runningDay(complaint);
  const left = (due: string) => (due === running ? ` (${words.left(daysLeft(due, today))})` : '');
  const until = (due: string) => `${words.one.until(due)}${left(due)}`;
  return [
    { term: words.one.receivedOn, value: formatDate(receivedOn) },
    { term: words.one.acceptBy, value: until(acceptBy) },
    ...(acceptedOn === null ? [] : [{ term: words.one.acceptedOn, value: formatDate(acceptedOn) }]),
    ...(answerBy === null
      ? []
      : [
          {
            term: words.one.answerBy,
            value: [until(answerBy), extended === null ? '' : words.one.extended(extended)]
              .filter(Boolean)
              .join(', '),
          },
        ]),
  ];
}

function rulesOf({ rules: { accept, answer, counting, basis } }: Complaint): string[] {
  const counted = words.one.counted(
    accept,
    answer,
    countingNames[counting].toLocaleLowerCase('vi'),
  );
  return basis === '' ? [counted] : [counted, `${labels.basis}: ${basis}`];
}

const told = ({ act, at, by, machine, reason, reopens }: Step) => ({
  when: formatDateTime(vietnamTime(at)),
  title: stepNames[act],
  children: [
    by ?? (machine ? words.one.machine : words.one.complainant),
    [reason ?? '', reopens ? words.one.reopens : ''].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(': '),
});
