import type { Issue, IssueWords } from '../../../kernel/issue.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { offers, type Section, saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { roundManage } from '../policy.ts';
import { roundByPid } from '../queries/index.ts';
import type { Obligation, Round } from '../schema.ts';
import { roundIssues, words } from '../vi.ts';

export const issueWords: IssueWords = roundIssues;

export const base = '/bao-cao/dot';
const path = 'bao-cao/dot';

export const section: Section = {
  pathOf: (c, rest = '') => office(c.var.place.code, rest === '' ? path : `${path}/${rest}`),
  crumbsTo: (c, ...rest) => [
    { label: words.reports, href: office(c.var.place.code, 'bao-cao') },
    { label: words.title, href: section.pathOf(c) },
    ...rest,
  ],
};
export const { pathOf } = section;

/** The page with an organisation's form; the module that fills forms has it. */
export const formPath = (c: WebContext, pid: string): string =>
  office(c.var.place.code, `bao-cao/phieu/${pid}`);

export const roundCrumbs = (
  c: WebContext,
  round: Pick<Round, 'pid' | 'name'>,
  ...rest: readonly Crumb[]
): readonly Crumb[] =>
  section.crumbsTo(c, { label: round.name, href: pathOf(c, round.pid) }, ...rest);

/** The round of an address. @throws NotFound */
export const roundOf = (c: WebContext): Promise<Round> =>
  roundByPid(c.var.cx, c.req.param('round') ?? '');

/** @throws Forbidden for those who may not manage rounds here */
export function allowManaging(c: WebContext): void {
  if (!offers(c, roundManage)) throw new Forbidden(roundManage.name);
}

/** Who collects in a round: its organisation, or one that was asked and asks its own. */
export interface CollectorView {
  readonly round: Round;
  readonly own: Obligation | null;
  readonly organisation: Round['organisation'];
  /** Address of the page with the list. */
  readonly path: string;
}

export const collectorOf = (
  c: WebContext,
  round: Round,
  own: Obligation | null,
): CollectorView => ({
  round,
  own,
  organisation: own?.organisation ?? round.organisation,
  path: own === null ? pathOf(c, round.pid) : pathOf(c, `${round.pid}/don-vi/${own.pid}`),
});

/** The actor may act for the one who collects. */
export const mayManage = (c: WebContext, { organisation }: Pick<CollectorView, 'organisation'>) =>
  may(c.var.cx, roundManage, organisation.id);

/** @throws Forbidden */
export async function needManaging(
  c: WebContext,
  of: Pick<CollectorView, 'organisation'>,
): Promise<void> {
  if (!(await mayManage(c, of))) throw new Forbidden(roundManage.name);
}

/** Issues in words, one after the other. */
export const told = (issues: readonly Issue[]): string =>
  issues.map((one) => wordsOf(one, issueWords)).join(' ');

/** What was just done, said once. */
export function noticeOf(c: WebContext) {
  const counts = /^(\d{1,6})-(\d{1,6})$/.exec(c.req.query('da-nhac') ?? '');
  const title =
    counts === null
      ? saidIn(c, {
          'da-lap': words.created,
          'da-luu': words.saved,
          'da-mo': words.opened,
          'da-dong': words.closed,
          'da-mo-lai': words.reopened,
          'da-gia-han': words.extended,
          'da-giao': words.asked,
          'da-them': words.added,
          'da-bo': words.dropped,
          'da-khoi-phuc': words.restored,
        })
      : words.reminded(Number(counts[1]), Number(counts[2]));
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}
