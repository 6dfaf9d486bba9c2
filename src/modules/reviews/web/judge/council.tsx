import type { Hono } from 'hono';
import { vietnamTime } from '../../../../kernel/clock.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { reviewOf } from '../../../calls/index.ts';
import { judgePage, judgeRoom, type OpenedJudge, tooOften } from '../../../councils/index.ts';
import { CouncilPage, type MemberLine } from '../../pages/judge/council.tsx';
import { commentsOf, tasksOfDossier, versionsOfSheets } from '../../queries/index.ts';
import { countedPoints, isWide, refusalOf, type Sight } from '../../rules/index.ts';
import type { OpenedTask, ProvenVersion, ReviewComment, Task } from '../../schema/index.ts';
import {
  judgeSight,
  mayDiscuss,
  openedTask,
  sayInCouncil,
  servingJudge,
  standingOf,
  taskToDiscuss,
} from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { numberOf, phasePath, sheetPath, titleIn, tokenOf, told } from './shared.ts';

const words = judgeWords.council;

/** What the council says of a dossier: points of the others as far as they are shown, and comments. */
export function councilDoors(app: Hono<Env>): void {
  const base = '/giam-khao/:token/phieu/:assignment';
  app.get(`${base}/hoi-dong`, async (c) => show(c, await discussed(c)));
  app.post(`${base}/hoi-dong`, say);
}

/** A sheet with all that stands beside it. */
export interface Discussed {
  readonly token: string;
  readonly judge: OpenedJudge;
  /** The sheet of the address: the judge's own, or one of a council that they chair. */
  readonly task: OpenedTask;
  /** All sheets of the dossier that the judge sits beside. */
  readonly sheets: readonly Task[];
  readonly own: Task | null;
  readonly chairs: boolean;
  readonly sight: Sight;
}

/** The sheet of the address. @throws NotFound */
export async function discussed(c: WebContext): Promise<Discussed> {
  const { cx } = c.var;
  const token = tokenOf(c);
  const judge = await servingJudge(cx, token);
  const { task, own: isOwn } = await taskToDiscuss(cx, judge, c.req.param('assignment') ?? '');
  const sheets = await tasksOfDossier(cx, task.dossier.id, task.phase);
  const own = sheets.find((one) => one.judge.id === judge.id) ?? null;
  const chairs = isOwn ? task.role === 'chair' : true;
  const sight = judgeSight(cx, { edition: judge.edition, phase: task.at, own, chairs });
  if (!task.active || !sight.dossiers) throw new NotFound('score_sheet');
  return { token, judge, task, sheets, own, chairs, sight };
}

async function show(
  c: WebContext,
  found: Discussed,
  back: { readonly text: string; readonly error: string } | null = null,
): Promise<Response> {
  const { cx } = c.var;
  const { token, judge, task, sight, own } = found;
  const comments = (await commentsOf(cx.db, task.phase, [task.dossier.id])).get(task.dossier.id);
  const said = saidIn(c, { 'da-gui': words.saidOnce, 'da-mo-lai': words.reopened });
  const { spread } = reviewOf(task.at);
  const points = countedPoints(found.sheets);
  return judgePage(c, judge, token, {
    title: words.title(numberOf(task)),
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: words.title(numberOf(task)) },
    ],
    ...(back === null ? {} : { error: true, status: 422 }),
    body: (
      <CouncilPage
        title={words.title(numberOf(task))}
        name={titleIn(task.edition, sight, task.dossier.title)}
        said={said ?? null}
        members={sight.others ? await memberLines(c, found) : null}
        hidden={own !== null && own.state !== 'signed' && found.chairs}
        wide={sight.others && isWide(points, spread)}
        sheetHref={own === null ? null : sheetPath(token, own)}
        comments={(comments ?? []).map((one) => commentLine(one, found))}
        form={
          mayDiscuss(cx, task) || back !== null
            ? {
                action: sheetPath(token, task, 'hoi-dong'),
                ...(back ?? { text: '', error: undefined }),
              }
            : null
        }
      />
    ),
  });
}

const moment = (at: Date): string => formatDateTime(vietnamTime(at));

function commentLine(one: ReviewComment, { judge, sight }: Discussed) {
  const me = one.judgeId === judge.id;
  return {
    by: me ? words.me : sight.names ? one.name : words.someone,
    at: moment(one.at),
    text: one.text,
  };
}

/** Without names the members stand in the order of their points, so that nobody is told by a place. */
async function memberLines(c: WebContext, found: Discussed): Promise<MemberLine[]> {
  const { cx } = c.var;
  const { sheets, judge, sight, token, chairs } = found;
  const versions = await versionsOfSheets(
    cx.db,
    sheets.map(({ id }) => id),
  );
  const order = sight.names
    ? sheets
    : sheets.toSorted((a, b) => (b.points ?? -1) - (a.points ?? -1) || (a.pid < b.pid ? -1 : 1));
  const now = cx.clock.now();
  return order.map((one, at) => {
    const me = one.judge.id === judge.id;
    const opened = openedTask(one, judge.edition);
    const reopens =
      chairs && opened !== null && refusalOf('reopen', standingOf(opened, now)) === null;
    return {
      name: me ? words.me : sight.names ? one.judge.name : words.member(at + 1),
      state: one.state,
      points: one.points === null || (me && !sight.own) ? '' : judgeWords.points(one.points),
      failed: one.failed === true,
      rounds: roundsOf(versions.get(one.id) ?? []),
      reopenHref: reopens ? sheetPath(token, one, 'mo-lai') : null,
    };
  });
}

const roundsOf = (versions: readonly ProvenVersion[]): string =>
  versions.length < 2 ? '' : versions.map(({ points }) => judgeWords.points(points)).join(' → ');

async function say(c: WebContext): Promise<Response> {
  const found = await discussed(c);
  const { token, judge, task } = found;
  const { values } = await formOf(c);
  const text = values.text ?? '';
  if (!(await judgeRoom(c, judge))) return show(c, found, { text, error: told([tooOften]) });
  const sent = { token, assignment: task.pid, text };
  const outcome = await execute(c.var.cx, sayInCouncil, sent);
  if (!outcome.ok) return show(c, found, { text, error: told(outcome.issues) });
  return c.redirect(`${sheetPath(token, task, 'hoi-dong')}?da-gui=1`, 303);
}
