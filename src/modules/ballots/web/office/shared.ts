import { NotFound } from '../../../../platform/errors.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { ballotByPid } from '../../queries/index.ts';
import type { Ballot } from '../../schema.ts';
import { ballotWords as words } from '../../vi/ballots.ts';
import { base, crumbsOf, pathOf } from './section.tsx';

export const list = `${base}/bieu-quyet`;
export const one = `${list}/:ballot{[0-9a-z]{16}}`;

/** The ballot of the address, which is of its edition. @throws NotFound */
export async function ballotOf(c: WebContext): Promise<Ballot> {
  const ballot = await ballotByPid(c.var.cx, c.req.param('ballot') ?? '');
  if (ballot.edition.pid !== c.req.param('edition')) throw new NotFound('ballot');
  return ballot;
}

export const ballotPath = (c: WebContext, { edition, pid }: Ballot, rest = ''): string =>
  pathOf(c, edition, `bieu-quyet/${pid}${rest === '' ? '' : `/${rest}`}`);

export const ballotCrumbs = (c: WebContext, ballot: Ballot, label?: string) =>
  crumbsOf(
    c,
    ballot.edition,
    { label: words.title, href: pathOf(c, ballot.edition, 'bieu-quyet') },
    { label: words.one, ...(label === undefined ? {} : { href: ballotPath(c, ballot) }) },
    ...(label === undefined ? [] : [{ label }]),
  );
