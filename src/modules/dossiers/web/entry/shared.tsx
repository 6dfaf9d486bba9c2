import { vietnamDay } from '../../../../kernel/clock.ts';
import { daysBetween } from '../../../../kernel/day.ts';
import type { Issue, IssueWords } from '../../../../kernel/issue.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { site } from '../../../../platform/http/addresses.ts';
import type { PageContent, WebContext } from '../../../../platform/http/env.ts';
import { fileIssues } from '../../../../platform/vi.ts';
import {
  type Admission,
  admission,
  callsIssues,
  type EditionContent,
  type EditionState,
  type Leave,
} from '../../../calls/index.ts';
import { placeOf } from '../../../organisations/index.ts';
import type { Entering } from '../../pages/entry/calls.tsx';
import { dossierOfLink } from '../../queries/index.ts';
import type { Dossier, OpenedLink } from '../../schema/index.ts';
import { callWords, dossierWords, entryIssues } from '../../vi/entry/index.ts';
import { ownIssues } from '../../vi/index.ts';

/** The words of all that may be wrong on these pages. */
export const issueWords: IssueWords = {
  ...fileIssues,
  ...callsIssues,
  ...ownIssues,
  ...entryIssues,
};

/** Issues in words, one after the other. */
export const told = (issues: readonly Issue[]): string =>
  issues.map((one) => wordsOf(one, issueWords)).join(' ');

/** Neither kept on the way, nor found by search engines. */
export function unkept(page: Response): Response {
  page.headers.set('cache-control', 'private, no-store');
  page.headers.set('x-robots-tag', 'noindex, nofollow');
  return page;
}

/** Where a dossier's pages are. Its secret stands in them, so they are told to nobody else. */
export const pathOf = (token: string, rest = ''): string =>
  `/ho-so/${token}${rest === '' ? '' : `/${rest}`}`;

export const tokenOf = (c: WebContext): string => c.req.param('token') ?? '';

/** Wears the colours of the union that holds the edition. */
async function dress(c: WebContext, code: string): Promise<void> {
  const { cx } = c.var;
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place !== null && !('movedTo' in place)) c.set('place', place);
}

export interface Opened {
  readonly token: string;
  readonly dossier: Dossier;
  readonly link: OpenedLink;
}

/** Whatever the link of the address opens. @throws NotFound */
export async function opened(c: WebContext): Promise<Opened> {
  const token = tokenOf(c);
  const found = await dossierOfLink(c.var.cx, token);
  await dress(c, found.dossier.edition.organisation.code);
  return { token, ...found };
}

/** The dossier of an entrant's link. @throws NotFound, also for a link that only asks a consent */
export async function ownDossier(c: WebContext): Promise<Opened> {
  const found = await opened(c);
  if (found.link.author !== null) throw new NotFound('dossier');
  return found;
}

export const titleOf = ({ title }: Dossier): string => title || dossierWords.untitled;

/** The public page of the edition. */
export const callPath = ({ edition }: Pick<Dossier, 'edition'>): string =>
  site(edition.organisation.code, `hoi-thi/${edition.code}`);

/** A page behind a link, with the way back to the dossier. */
export async function ownPage(
  c: WebContext,
  { dossier, token }: Opened,
  page: PageContent,
): Promise<Response> {
  const crumbs = [
    { label: dossier.edition.content.name, href: callPath(dossier) },
    ...(page.crumbs === undefined
      ? [{ label: dossierWords.dossier }]
      : [{ label: dossierWords.dossier, href: pathOf(token) }, ...page.crumbs]),
  ];
  return unkept(await c.var.shell.portal(c, { ...page, crumbs }));
}

/** What an entrant may do at an instant; a closed edition takes nothing. */
export const entrantMay = (
  { edition, leave }: Pick<Dossier, 'edition' | 'leave'>,
  act: 'save' | 'submit',
  at: Date,
): Admission =>
  edition.state === 'open'
    ? admission(edition.content.phases, 'entrant', act, at, leave)
    : { ok: false, code: 'closed', data: {} };

/** The last second of what lets an entrant do it now; null where it has no end. */
export const lastSecond = (admitted: Admission, leave: Leave | null): string | null => {
  if (!admitted.ok) return null;
  return admitted.phase === null ? (leave?.until ?? null) : admitted.phase.closes;
};

/** Whole days from an instant to a last second. */
export const daysLeft = (second: string, now: Date): number =>
  Math.max(0, daysBetween(vietnamDay(now), second.slice(0, 10)));

/** Whether anybody may begin now, in words. */
export function enteringOf(
  edition: { readonly state: EditionState } & Pick<EditionContent, 'phases'>,
  now: Date,
): Entering {
  const nothing = (says: string): Entering => ({ open: false, says, left: null });
  if (edition.state !== 'open') return nothing(callWords.closedNow);
  const admitted = admission(edition.phases, 'entrant', 'save', now);
  if (admitted.ok) {
    const until = lastSecond(admitted, null);
    return until === null
      ? { open: true, says: callWords.takesOpenEnd, left: null }
      : {
          open: true,
          says: callWords.takesUntil(until),
          left: callWords.daysLeft(daysLeft(until, now)),
        };
  }
  const { opens, closes } = admitted.data;
  if (opens !== undefined) return nothing(callWords.opensFrom(opens));
  if (closes !== undefined) return nothing(callWords.over(closes));
  return nothing(admitted.code === 'not_set' ? callWords.notSet : callWords.notTaking);
}

/** Public pages are kept until the next write or midnight: not where something begins or ends on that day. */
export const turnsToday = ({ phases }: Pick<EditionContent, 'phases'>, today: string): boolean =>
  phases.some(({ opens, closes }) =>
    [opens, closes].some((second) => second !== null && second.slice(0, 10) === today),
  );

/** Enough of an address for its owner to know it by. */
export function hidden(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 2)}•••@${domain}`;
}
