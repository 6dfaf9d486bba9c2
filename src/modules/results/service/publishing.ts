import type { Cx } from '../../../platform/cx.ts';
import {
  type Author,
  type Edition,
  fieldMeaning,
  hiddenFrom,
  mayBePublic,
  openPhases,
  permits,
} from '../../calls/index.ts';
import { authorsOf, consentsOf, type Dossier } from '../../dossiers/index.ts';
import { allocationOf } from '../queries/index.ts';
import type { Allocation } from '../schema/index.ts';

/** One prize as everybody may see it. */
export interface PublicPrize {
  readonly dossier: string;
  readonly prize: string;
  readonly field: string | null;
  readonly title: string;
  /** Name with school or workplace. */
  readonly authors: readonly { readonly name: string; readonly place: string | null }[];
}

export interface PublicResult {
  readonly decision: string;
  readonly decidedOn: string;
  /** From the highest to the lowest. */
  readonly prizes: readonly PublicPrize[];
  /** Prizes of which nothing is told, as a consent is missing. */
  readonly keptBack: number;
}

const hides = (cx: Cx, { content }: Edition, party: 'public' | 'entrant'): boolean =>
  hiddenFrom(openPhases(content.phases, cx.clock.now()), party).has('results');

/**
 * What everybody may see of an edition's result today; null before it is published, and while a phase hides
 * results from the public. Of whom a consent is missing, or whose title may not be shown, nothing is told.
 */
export async function publicResult(cx: Cx, edition: Edition): Promise<PublicResult | null> {
  const allocation = await allocationOf(cx, edition);
  if (allocation?.state !== 'published' || hides(cx, edition, 'public')) return null;
  const { decision, decidedOn } = allocation;
  const given = allocation.prizes.filter(({ revokedAt }) => revokedAt === null);
  const ids = given.map(({ dossier }) => dossier.id);
  const people = await authorsOf(cx.db, ids);
  const consents = await consentsOf(cx.db, ids);
  const today = cx.clock.today();
  const titled = fieldMeaning(edition.content.form, 'title')?.public === true;
  const shown = given.flatMap(({ dossier, prize }): PublicPrize[] => {
    const authors = people.get(dossier.id) ?? [];
    const { eligibility } = edition.content;
    const { ok } = mayBePublic(authors, consents.get(dossier.id) ?? [], today, eligibility);
    if (!ok || !titled || dossier.title === '') return [];
    const { pid, field, title } = dossier;
    return [{ dossier: pid, prize, field, title, authors: authors.map(told) }];
  });
  return {
    decision: decision ?? '',
    decidedOn: decidedOn ?? '',
    prizes: shown,
    keptBack: given.length - shown.length,
  };
}

function told({ name, details }: Author): PublicPrize['authors'][number] {
  const { school, workplace } = details as Readonly<Record<string, string | undefined>>;
  return { name, place: school ?? workplace ?? null };
}

/** The own result of an entrant: the key of the prize, or that there is none. */
export type OwnResult = { readonly prize: string | null };

/**
 * What an entrant may know of the own dossier now: only in a phase that lets entrants see results and hides them
 * not, once the prizes are approved; null otherwise.
 */
export async function ownResult(cx: Cx, dossier: Dossier): Promise<OwnResult | null> {
  const { phases } = dossier.edition.content;
  const open = openPhases(phases, cx.clock.now());
  const allowed = open.some((phase) => permits(phase, 'entrant', 'see_results'));
  if (!allowed || hiddenFrom(open, 'entrant').has('results')) return null;
  const allocation: Allocation | null = await allocationOf(
    cx,
    dossier.edition as unknown as Edition,
  );
  if (allocation === null || (allocation.state !== 'approved' && allocation.state !== 'published'))
    return null;
  const own = allocation.prizes.find(
    (one) => one.dossier.id === dossier.id && one.revokedAt === null,
  );
  return { prize: own?.prize ?? null };
}
