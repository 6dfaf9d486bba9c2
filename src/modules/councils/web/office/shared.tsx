import { vietnamTime } from '../../../../kernel/clock.ts';
import type { IssueWords } from '../../../../kernel/issue.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, Tabs } from '../../../../ui/index.ts';
import { callsIssues, type Edition, editionByPid } from '../../../calls/index.ts';
import { historyOf, personIssues } from '../../../people/index.ts';
import { councilManage, councilRead } from '../../policy.ts';
import { councilByPid, judgeByPid } from '../../queries/index.ts';
import type { OpenedCouncil, OpenedJudge } from '../../schema/index.ts';
import { councilIssues } from '../../vi/index.ts';
import { actionNames, councilWords, judgeWords, sectionWords as words } from '../../vi/office.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition';
const calls = 'hoi-thi';

export const paths = { councils: 'hoi-dong', judges: 'giam-khao', conflicts: 'xung-dot' } as const;
export type Section = keyof typeof paths;

export const issueWords: IssueWords = { ...personIssues, ...callsIssues, ...councilIssues };

/** The address of a section's page; of its list when `rest` is left out. */
export const pathOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid'>,
  section: Section,
  rest = '',
): string =>
  office(
    c.var.place.code,
    `${calls}/${edition.pid}/${paths[section]}${rest === '' ? '' : `/${rest}`}`,
  );

/** The edition, the section, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid' | 'content'>,
  section: Section,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: edition.content.name, href: office(c.var.place.code, `${calls}/${edition.pid}`) },
  {
    label: words[section],
    ...(rest.length === 0 ? {} : { href: pathOf(c, edition, section) }),
  },
  ...rest,
];

/** The three lists of an edition beside each other. */
export function SectionTabs(props: {
  readonly c: WebContext;
  readonly edition: Pick<Edition, 'pid'>;
  readonly now: Section;
}) {
  return (
    <Tabs
      label={words.section}
      items={(Object.keys(paths) as Section[]).map((section) => ({
        href: pathOf(props.c, props.edition, section),
        label: words[section],
        current: section === props.now,
      }))}
    />
  );
}

/** The edition of the address, for those who may read its councils. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, councilRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const mayManage = (c: WebContext, { organisation }: Pick<Edition, 'organisation'>) =>
  may(c.var.cx, councilManage, organisation.id);

async function needManaging(c: WebContext, edition: Pick<Edition, 'organisation'>): Promise<void> {
  if (!(await mayManage(c, edition))) throw new Forbidden(councilManage.name);
}

/** The edition of the address for those who set up councils. @throws NotFound, Forbidden */
export async function managedEdition(c: WebContext): Promise<Edition> {
  const edition = await editionOf(c);
  await needManaging(c, edition);
  return edition;
}

/** The judge of the address, who is of its edition. @throws NotFound */
export async function judgeOf(c: WebContext): Promise<OpenedJudge> {
  const judge = await judgeByPid(c.var.cx, c.req.param('judge') ?? '');
  if (judge.edition.pid !== c.req.param('edition')) throw new NotFound('judge');
  return judge;
}

/** @throws NotFound, Forbidden */
export async function managedJudge(c: WebContext): Promise<OpenedJudge> {
  const judge = await judgeOf(c);
  await needManaging(c, judge.edition);
  return judge;
}

/** The council of the address, which is of its edition. @throws NotFound */
export async function councilOf(c: WebContext): Promise<OpenedCouncil> {
  const council = await councilByPid(c.var.cx, c.req.param('council') ?? '');
  if (council.edition.pid !== c.req.param('edition')) throw new NotFound('council');
  return council;
}

/** @throws NotFound, Forbidden */
export async function managedCouncil(c: WebContext): Promise<OpenedCouncil> {
  const council = await councilOf(c);
  await needManaging(c, council.edition);
  return council;
}

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));

/** What was just done, said once. */
export function noticeOf(c: WebContext, said: Readonly<Record<string, string>>) {
  const title = saidIn(c, said);
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

const fieldNames: Readonly<Record<string, string>> = {
  ...judgeWords.labels,
  ...councilWords.labels,
  maxLoad: judgeWords.labels.max_load,
  decidedOn: councilWords.labels.decided_on,
};

/** What happened to a record. */
export const historyLines = (c: WebContext, type: 'judge' | 'council' | 'conflict', id: string) =>
  historyOf(
    c.var.cx.db,
    { type, id },
    { actions: actionNames, fields: fieldNames, nobody: words.nobody },
  );
