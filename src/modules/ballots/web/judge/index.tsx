import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { judgeByToken, judgePage, judgePath, type OpenedJudge } from '../../../councils/index.ts';
import { Headed, PaperForm, VoteList, VoteNotice, VoteResult } from '../../pages/judge/vote.tsx';
import { ballotOfJudge, ballotsOfJudge, papersOf } from '../../queries/index.ts';
import { type Ballot, codePattern } from '../../schema.ts';
import { castBallot, newPaperCode } from '../../service/index.ts';
import { ballotStateNames, ballotWords, voteWords as words } from '../../vi/ballots.ts';
import { ballotIssues } from '../../vi/index.ts';
import { paperWords } from '../words.ts';

const list = '/giam-khao/:token/bieu-quyet';
const one = `${list}/:ballot{[0-9a-z]{16}}`;

/** Secret ballots behind a judge's link. */
export function voteDoors(app: Hono<Env>): void {
  app.get(list, listPage);
  app.get(one, async (c) => {
    const opened = await openedBallot(c);
    return page(c, opened);
  });
  app.post(one, cast);
}

interface Opened {
  readonly token: string;
  readonly judge: OpenedJudge;
  readonly ballot: Ballot;
}

const tokenOf = (c: WebContext): string => c.req.param('token') ?? '';

async function openedBallot(c: WebContext): Promise<Opened> {
  const token = tokenOf(c);
  const judge = await judgeByToken(c.var.cx, token);
  const ballot = await ballotOfJudge(c.var.cx, judge.id, c.req.param('ballot') ?? '');
  return { token, judge, ballot };
}

async function listPage(c: WebContext): Promise<Response> {
  const token = tokenOf(c);
  const judge = await judgeByToken(c.var.cx, token);
  const ballots = await ballotsOfJudge(c.var.cx, judge.id);
  return judgePage(c, judge, token, {
    title: words.title,
    lead: words.lead,
    crumbs: [{ label: words.title }],
    body: (
      <Headed title={words.title} lead={words.lead}>
        <VoteList
          rows={ballots.map((ballot) => ({
            title: ballot.subject,
            href: judgePath(token, `bieu-quyet/${ballot.pid}`),
            meta: `${ballot.council.name} · ${standingOf(ballot, judge)}`,
          }))}
        />
      </Headed>
    ),
  });
}

export const votedBy = ({ voters }: Ballot, judge: Pick<OpenedJudge, 'id'>): boolean =>
  voters.some(({ judgeId, voted }) => judgeId === judge.id && voted);

const standingOf = (ballot: Ballot, judge: OpenedJudge): string =>
  ballot.state === 'open' && votedBy(ballot, judge)
    ? words.task.done
    : ballotStateNames[ballot.state];

interface Answer {
  readonly typed?: Readonly<Record<string, string>>;
  readonly error?: string;
  /** Of a paper that lies in the box now: shown once, kept nowhere with a name. */
  readonly cast?: string;
}

async function page(
  c: WebContext,
  { token, judge, ballot }: Opened,
  answer: Answer = {},
): Promise<Response> {
  const back = judgePath(token, 'bieu-quyet');
  return judgePage(c, judge, token, {
    title: ballot.subject,
    lead: ballot.council.name,
    crumbs: [{ label: words.title, href: back }, { label: ballotWords.one }],
    ...(answer.error === undefined ? {} : { error: true, status: 422 }),
    body: (
      <Headed title={ballot.subject} lead={ballot.council.name}>
        {answer.cast === undefined ? (
          await bodyOf(c, { token, judge, ballot }, answer, back)
        ) : (
          <VoteNotice
            tone="ok"
            title={words.done}
            body={words.doneBody(answer.cast)}
            code={answer.cast}
            backHref={back}
          />
        )}
      </Headed>
    ),
  });
}

async function bodyOf(
  c: WebContext,
  { token, judge, ballot }: Opened,
  answer: Answer,
  back: string,
) {
  const notice = (tone: 'info' | 'warn', title: string, body = '') => (
    <VoteNotice tone={tone} title={title} body={body} code={null} backHref={back} />
  );
  const { result, how, state } = ballot;
  if (state === 'closed' && result !== null) {
    const papers = (await papersOf(c.var.cx.db, [ballot.id])).get(ballot.id) ?? [];
    return (
      <VoteResult
        summary={[
          ballotWords.attendanceOf(result.present, result.members),
          ballotWords.tally(result.tally),
          ballotWords.needed(result.needed),
          result.quorate ? '' : ballotWords.notQuorate,
        ]
          .filter(Boolean)
          .join(' ')}
        lines={ballot.options.map(({ label, position }) => ({
          label,
          ...result.options[position]!,
        }))}
        papers={papers.map(({ code, choices }) => ({ code, says: paperWords(ballot, choices) }))}
        backHref={back}
      />
    );
  }
  if (votedBy(ballot, judge)) return notice('info', words.voted, words.votedBody);
  if (how === 'paper') return notice('info', words.onPaper);
  if (!ballot.voters.some(({ judgeId, present }) => judgeId === judge.id && present))
    return notice('warn', words.notPresent, words.notPresentBody);
  return (
    <PaperForm
      action={judgePath(token, `bieu-quyet/${ballot.pid}`)}
      code={codeIn(c, answer)}
      rule={ballotWords.rule(ballot.rule)}
      kind={ballot.kind}
      most={ballot.most}
      options={ballot.options.map(({ position, label, dossier }) => ({
        at: position,
        label,
        detail: dossier?.number ?? '',
      }))}
      typed={answer.typed ?? {}}
      error={answer.error ?? null}
    />
  );
}

// The code is made before the paper is cast, so that the member has it even when the answer is lost.
const codeIn = (c: WebContext, { typed }: Answer): string => {
  const sent = typed?.code ?? '';
  return codePattern.test(sent) ? sent : newPaperCode(c.var.cx);
};

/** Never by `once`: the answer to a form is kept there, and this one has the code of a paper. */
async function cast(c: WebContext): Promise<Response> {
  const opened = await openedBallot(c);
  const { values } = await formOf(c);
  const { token, ballot } = opened;
  const choices = ballot.options.map(({ position }) => values[`choice.${position}`] ?? '');
  const raw = { token, ballot: ballot.pid, code: values.code ?? '', choices };
  const done = await execute(c.var.cx, castBallot, raw);
  if (done.ok) return page(c, opened, { cast: done.value.code });
  const again = { ...opened, ballot: await ballotOfJudge(c.var.cx, opened.judge.id, ballot.pid) };
  const taken = done.issues.some(({ code }) => code === 'ballot_code');
  return page(c, again, {
    typed: taken ? { ...values, code: '' } : values,
    error: [...new Set(done.issues.map((one) => wordsOf(one, ballotIssues)))].join(' '),
  });
}
