import { vietnamTime } from '../../../../kernel/clock.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { formatDateTime } from '../../../../kernel/vietnamese/dates.ts';
import type { Outcome } from '../../../../platform/command.ts';
import { Conflict, Forbidden } from '../../../../platform/errors.ts';
import { office, withQuery } from '../../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../../platform/http/env.ts';
import { may, type Permission } from '../../../../platform/policy.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, Tabs } from '../../../../ui/index.ts';
import { type Edition, reviewingPhases, timingOf } from '../../../calls/index.ts';
import { resultManage } from '../../policy.ts';
import { editionToJudge } from '../../queries/index.ts';
import { sectionWords as words } from '../../vi/section.ts';

/** Under the page of an edition, which the module of editions has. */
export const base = '/hoi-thi/:edition{[0-9a-z]{16}}/ket-qua';

export type Part = 'points' | 'ballots' | 'prizes' | 'papers';
const partPaths: Readonly<Record<Part, string>> = {
  points: '',
  ballots: 'bieu-quyet',
  prizes: 'giai',
  papers: 'giay-to',
};

export const pathOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid'>,
  rest = '',
  query: Readonly<Record<string, string | null | undefined>> = {},
): string =>
  withQuery(
    office(c.var.place.code, `hoi-thi/${edition.pid}/ket-qua${rest === '' ? '' : `/${rest}`}`),
    query,
  );

export const partPath = (c: WebContext, edition: Pick<Edition, 'pid'>, part: Part): string =>
  pathOf(c, edition, partPaths[part]);

/** The edition, its results, then `rest`. */
export const crumbsOf = (
  c: WebContext,
  edition: Pick<Edition, 'pid' | 'content'>,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { label: edition.content.name, href: office(c.var.place.code, `hoi-thi/${edition.pid}`) },
  { label: words.title, ...(rest.length === 0 ? {} : { href: pathOf(c, edition) }) },
  ...rest,
];

/** The edition of the address, for those who may read its results. @throws NotFound */
export const editionOf = (c: WebContext): Promise<Edition> =>
  editionToJudge(c.var.cx, c.req.param('edition') ?? '');

export const mayAt = (c: WebContext, edition: Pick<Edition, 'organisation'>, wanted: Permission) =>
  may(c.var.cx, wanted, edition.organisation.id);

/** The edition for those who keep its results. @throws NotFound, Forbidden */
export async function managedEdition(
  c: WebContext,
  wanted: Permission = resultManage,
): Promise<Edition> {
  const edition = await editionOf(c);
  if (!(await mayAt(c, edition, wanted))) throw new Forbidden(wanted.name);
  return edition;
}

/** The reviewing phase that is asked for; the last one that has begun where none is. */
export function phaseOf(c: WebContext, edition: Edition) {
  const phases = reviewingPhases(edition.content.phases);
  const asked = phases.find(({ key }) => key === c.req.query('giai-doan'));
  const now = c.var.cx.clock.now();
  const begun = phases.filter((phase) => ['open', 'closed'].includes(timingOf(phase, now)));
  return asked ?? begun.at(-1) ?? phases[0] ?? null;
}

export const moment = (at: Date): string => formatDateTime(vietnamTime(at));

export function SectionTabs({
  c,
  edition,
  now,
}: {
  readonly c: WebContext;
  readonly edition: Edition;
  readonly now: Part;
}) {
  return (
    <Tabs
      label={words.title}
      items={(Object.keys(partPaths) as Part[]).map((part) => ({
        href: partPath(c, edition, part),
        label: words.parts[part],
        current: part === now,
      }))}
    />
  );
}

/** What was just done, said once. */
export function noticeOf(c: WebContext, said: Readonly<Record<string, string>>) {
  const title = saidIn(c, said);
  return title === undefined ? null : <Alert tone="ok" title={title} live />;
}

/** What a command found wrong; that somebody else was faster too. */
export async function issuesOf(work: () => Promise<Outcome<unknown>>): Promise<readonly Issue[]> {
  try {
    const outcome = await work();
    return outcome.ok ? [] : outcome.issues;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return [issue('', 'changed_meanwhile')];
  }
}
