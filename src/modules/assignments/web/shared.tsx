import type { IssueWords } from '../../../kernel/issue.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { callsIssues, type Edition, editionByPid, type Phase } from '../../calls/index.ts';
import { councilByPid, type OpenedCouncil } from '../../councils/index.ts';
import { assignmentManage, assignmentRead } from '../policy.ts';
import { phaseOf } from '../service/index.ts';
import { assignmentIssues, words } from '../vi/index.ts';

const section = 'phan-cong';

/** Under the page of an edition. */
export const base = `/hoi-thi/:edition{[0-9a-z]{16}}/${section}`;
/** A council in a phase. */
export const one = `${base}/:council{[0-9a-z]{16}}/:phase`;

export const issueWords: IssueWords = { ...callsIssues, ...assignmentIssues };

type Of = Pick<Edition, 'pid' | 'content'>;

/** The address of a page of the section; of its list when `rest` is left out. */
export const pathOf = (c: WebContext, { pid }: Pick<Edition, 'pid'>, rest = ''): string =>
  office(c.var.place.code, `hoi-thi/${pid}/${section}${rest === '' ? '' : `/${rest}`}`);

/** The edition, the section, then `rest`. */
export const crumbsOf = (c: WebContext, edition: Of, ...rest: readonly Crumb[]) => [
  {
    label: edition.content.name,
    href: office(c.var.place.code, `hoi-thi/${edition.pid}`),
  },
  { label: words.title, ...(rest.length === 0 ? {} : { href: pathOf(c, edition) }) },
  ...rest,
];

/** The edition of the address. @throws NotFound */
export async function editionOf(c: WebContext): Promise<Edition> {
  const { cx } = c.var;
  const edition = await editionByPid(cx, c.req.param('edition') ?? '');
  if (!(await may(cx, assignmentRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const mayManage = (c: WebContext, { organisation }: Pick<Edition, 'organisation'>) =>
  may(c.var.cx, assignmentManage, organisation.id);

export async function needManaging(
  c: WebContext,
  edition: Pick<Edition, 'organisation'>,
): Promise<void> {
  if (!(await mayManage(c, edition))) throw new Forbidden(assignmentManage.name);
}

/** A council of the address's edition, in a phase in which it judges. */
export interface Bound {
  readonly council: OpenedCouncil;
  readonly phase: Phase;
}

/** @throws NotFound */
export async function boundOf(c: WebContext): Promise<Bound> {
  const edition = await editionOf(c);
  const council = await councilByPid(c.var.cx, c.req.param('council') ?? '');
  const phase = phaseOf(council, c.req.param('phase') ?? '');
  if (council.editionId !== edition.id || phase === null) throw new NotFound('council');
  return { council, phase };
}

/** @throws NotFound, Forbidden */
export async function managedBound(c: WebContext): Promise<Bound> {
  const bound = await boundOf(c);
  await needManaging(c, bound.council.edition);
  return bound;
}

export const boundPath = (c: WebContext, { council, phase }: Bound, rest = ''): string =>
  pathOf(
    c,
    council.edition,
    `${council.pid}/${encodeURIComponent(phase.key)}${rest === '' ? '' : `/${rest}`}`,
  );

export const boundName = ({ council, phase }: Bound): string =>
  words.page(council.name, phase.name);

/** To the page of a council and phase, then `rest`. */
export const boundCrumbs = (c: WebContext, bound: Bound, ...rest: readonly Crumb[]) =>
  crumbsOf(
    c,
    bound.council.edition,
    { label: boundName(bound), ...(rest.length === 0 ? {} : { href: boundPath(c, bound) }) },
    ...rest,
  );

/** What was just done, said once. */
export function noticeOf(c: WebContext) {
  const { ran, added, removed, entered } = words.said;
  const title = saidIn(c, {
    'da-chay': ran,
    'da-giao': added,
    'da-bo': removed,
    'da-ghi': entered,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

export const fieldName = ({ content }: Pick<Edition, 'content'>, code: string | null): string =>
  content.fields.find((field) => field.code === code)?.name ?? code ?? '';

export const points = (value: number): string => formatNumber(value);

/** 'PGS.TS Lò Văn Bình' */
export const fullName = (judge: { name: string; title: string | null }): string =>
  judge.title === null ? judge.name : `${judge.title} ${judge.name}`;
