import { vietnamTime } from '../../../../kernel/clock.ts';
import type { Issue, IssueWords } from '../../../../kernel/issue.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { office, withQuery } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { uploadIssues } from '../../../../platform/records/uploads.ts';
import {
  callsIssues,
  type Edition,
  editionByPid,
  type Phase,
  type Rubric,
  reviewingPhases,
  rubricOf,
} from '../../../calls/index.ts';
import { reviewManage, reviewRead } from '../../policy.ts';
import type { OpenedTask, Task } from '../../schema/index.ts';
import { officeTask } from '../../service/index.ts';
import { officeWords, reviewIssues } from '../../vi/index.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition/cham';

export const issueWords: IssueWords = { ...uploadIssues, ...callsIssues, ...reviewIssues };

/** Issues in words, one after the other, each once. */
export const told = (issues: readonly Issue[]): string =>
  [...new Set(issues.map((one) => wordsOf(one, issueWords)))].join(' ');

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** The address of a page of the sheets of an edition; of its first page when left out. */
export const pathOf = (
  c: WebContext,
  edition: { readonly pid: string },
  rest = '',
  query: Query = {},
): string =>
  withQuery(
    office(c.var.place.code, `hoi-thi/${edition.pid}/cham${rest === '' ? '' : `/${rest}`}`),
    query,
  );

/** The sheets of one phase. */
export const phasePathOf = (c: WebContext, { edition, phase }: OfficePhase, rest = ''): string =>
  pathOf(c, edition, rest, { 'giai-doan': phase.key });

export const crumbsOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid' | 'content'>,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  {
    label: edition.content.name,
    href: office(c.var.place.code, `hoi-thi/${edition.pid}`),
  },
  { label: officeWords.title, ...(rest.length === 0 ? {} : { href: pathOf(c, edition) }) },
  ...rest,
];

/** The edition of the address, for those who may read its sheets. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, reviewRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export interface OfficePhase {
  readonly edition: Edition;
  readonly phase: Phase;
  readonly rubric: Rubric;
}

/** The phase that the address asks for, else the last one that began; null where judges judge in none. */
export async function phaseOf(c: WebContext): Promise<OfficePhase | null> {
  const edition = await editionOf(c);
  const phases = reviewingPhases(edition.content.phases);
  const asked = c.req.query('giai-doan');
  const now = c.var.cx.clock.now().getTime();
  const begun = (phase: Phase): boolean =>
    phase.opens !== null && Date.parse(`${phase.opens}+07:00`) <= now;
  const phase =
    asked === undefined
      ? (phases.findLast(begun) ?? phases[0])
      : phases.find(({ key }) => key === asked);
  if (phase === undefined && asked !== undefined) throw new NotFound('phase');
  const rubric = phase === undefined ? null : rubricOf(edition.content, phase);
  return phase === undefined || rubric === null ? null : { edition, phase, rubric };
}

/** The same where there has to be one. @throws NotFound */
export async function neededPhase(c: WebContext): Promise<OfficePhase> {
  const found = await phaseOf(c);
  if (found === null) throw new NotFound('phase');
  return found;
}

export const mayManage = (c: WebContext, { organisation }: Pick<Edition, 'organisation'>) =>
  may(c.var.cx, reviewManage, organisation.id);

/** @throws Forbidden */
export async function needManaging(
  c: WebContext,
  edition: Pick<Edition, 'organisation'>,
): Promise<void> {
  if (!(await mayManage(c, edition))) throw new Forbidden(reviewManage.name);
}

/** The sheet of the address, which is of its edition. @throws NotFound */
export async function taskOf(c: WebContext): Promise<OpenedTask> {
  const task = await officeTask(c.var.cx, c.req.param('assignment') ?? '');
  if (task.edition.pid !== c.req.param('edition')) throw new NotFound('score_sheet');
  return task;
}

/** The same for the secretariat. @throws NotFound, Forbidden */
export async function managedTask(c: WebContext): Promise<OpenedTask> {
  const task = await taskOf(c);
  await needManaging(c, task.edition);
  return task;
}

export const sheetPathOf = (
  c: WebContext,
  task: { readonly edition: { readonly pid: string }; readonly pid: string },
  rest = '',
): string => pathOf(c, task.edition, `phieu/${task.pid}${rest === '' ? '' : `/${rest}`}`);

export const numberOf = ({ dossier }: Pick<Task, 'dossier'>): string =>
  dossier.number ?? dossier.pid;

/** With titles, as offices write it. */
export const judgeNameOf = ({ judge }: Pick<Task, 'judge'>): string =>
  [judge.title, judge.name].filter(Boolean).join(' ');
