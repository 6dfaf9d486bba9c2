import type { Issue, IssueWords } from '../../../../kernel/issue.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import {
  callsIssues,
  fieldMeaning,
  type Hideable,
  type Phase,
  type Rubric,
  rubricOf,
  tellsWho,
} from '../../../calls/index.ts';
import { councilIssues, judgePath, type OpenedJudge } from '../../../councils/index.ts';
import { tasksOfJudge } from '../../queries/index.ts';
import type { Sight } from '../../rules/index.ts';
import type { OpenedTask, SheetEdition, Task } from '../../schema/index.ts';
import { judgeSight, ownTask, servingJudge } from '../../service/index.ts';
import { reviewIssues } from '../../vi/index.ts';

export const issueWords: IssueWords = { ...callsIssues, ...councilIssues, ...reviewIssues };

/** Issues in words, one after the other, each once. */
export const told = (issues: readonly Issue[]): string =>
  [...new Set(issues.map((one) => wordsOf(one, issueWords)))].join(' ');

export const tokenOf = (c: WebContext): string => c.req.param('token') ?? '';

export const phasePath = (token: string, phase: string, rest = ''): string =>
  judgePath(token, `cham/${phase}${rest === '' ? '' : `/${rest}`}`);

export const sheetPath = (token: string, task: { readonly pid: string }, rest = ''): string =>
  judgePath(token, `phieu/${task.pid}${rest === '' ? '' : `/${rest}`}`);

export interface OpenedPhase {
  readonly token: string;
  readonly judge: OpenedJudge;
  readonly phase: Phase;
  readonly rubric: Rubric;
}

/** The phase of the address, in which judges judge. @throws NotFound */
export async function phaseOf(c: WebContext): Promise<OpenedPhase> {
  const token = tokenOf(c);
  const judge = await servingJudge(c.var.cx, token);
  const { content } = judge.edition;
  const phase = content.phases.find(({ key }) => key === c.req.param('phase'));
  const rubric = phase === undefined ? null : rubricOf(content, phase);
  if (phase === undefined || rubric === null) throw new NotFound('phase');
  return { token, judge, phase, rubric };
}

export interface OpenedSheet {
  readonly token: string;
  readonly judge: OpenedJudge;
  readonly task: OpenedTask;
  readonly sight: Sight;
}

/** The judge's own sheet of the address, of a dossier that they still judge. @throws NotFound */
export async function sheetOf(c: WebContext): Promise<OpenedSheet> {
  const { cx } = c.var;
  const token = tokenOf(c);
  const judge = await servingJudge(cx, token);
  const task = await ownTask(cx, judge, c.req.param('assignment') ?? '');
  const chairs = task.role === 'chair';
  const sight = judgeSight(cx, { edition: judge.edition, phase: task.at, own: task, chairs });
  if (!task.active || !sight.dossiers) throw new NotFound('score_sheet');
  return { token, judge, task, sight };
}

/** What of a dossier is kept from the one who looks, for `blindDossier`. */
export const hiddenIn = ({ dossiers, authors }: Sight): ReadonlySet<Hideable> =>
  new Set([
    ...(dossiers ? [] : (['dossiers'] as const)),
    ...(authors ? [] : (['authors'] as const)),
  ]);

/** A dossier's title in a list; nothing where it tells who entered and that is hidden. */
export function titleIn({ content }: SheetEdition, sight: Sight, title: string): string {
  const field = fieldMeaning(content.form, 'title');
  return !sight.authors && field !== null && tellsWho(field) ? '' : title;
}

export const numberOf = ({ dossier }: Pick<Task, 'dossier'>): string =>
  dossier.number ?? dossier.pid;

export const fieldNameOf = ({ content }: SheetEdition, code: string | null): string | null =>
  content.fields.find((field) => field.code === code)?.name ?? code;

/** The judge's sheets of a phase whose dossiers may be seen, in their order. */
export async function ownSheets(
  c: WebContext,
  judge: OpenedJudge,
  phase: Phase,
): Promise<readonly Task[]> {
  const { cx } = c.var;
  const about = { edition: judge.edition, phase, own: null, chairs: false };
  if (!judgeSight(cx, about).dossiers) return [];
  return tasksOfJudge(cx, judge.id, phase.key);
}
