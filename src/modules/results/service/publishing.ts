import { vietnamDay } from '../../../kernel/clock.ts';
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
  /** Null while the decision is taken back and there is no other: nobody has won then. */
  readonly decision: string | null;
  readonly decidedOn: string | null;
  /** The newest decision that everybody was told of and that was taken back. */
  readonly takenBack: {
    readonly decision: string;
    readonly decidedOn: string;
    readonly on: string;
  } | null;
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
  if (allocation === null || hides(cx, edition, 'public')) return null;
  const takenBack = publicTakenBack(allocation);
  if (allocation.state !== 'published')
    return takenBack === null
      ? null
      : { decision: null, decidedOn: null, takenBack, prizes: [], keptBack: 0 };
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
    decision,
    decidedOn,
    takenBack,
    prizes: shown,
    keptBack: given.length - shown.length,
  };
}

function publicTakenBack({ takenBack }: Allocation): PublicResult['takenBack'] {
  if (takenBack?.published !== true) return null;
  const { decision, decidedOn, at } = takenBack;
  return { decision, decidedOn, on: vietnamDay(at) };
}

function told({ name, details }: Author): PublicPrize['authors'][number] {
  const { school, workplace } = details as Readonly<Record<string, string | undefined>>;
  return { name, place: school ?? workplace ?? null };
}

/** The own result of an entrant: the key of the prize, or that there is none; or that it is being looked at again. */
export interface OwnResult {
  readonly prize: string | null;
  /** The decision was taken back after everybody was told of it, and there is no other. */
  readonly takenBack: boolean;
}

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
  if (allocation === null) return null;
  if (allocation.state !== 'approved' && allocation.state !== 'published')
    return allocation.takenBack?.published === true ? { prize: null, takenBack: true } : null;
  const own = allocation.prizes.find(
    (one) => one.dossier.id === dossier.id && one.revokedAt === null,
  );
  return { prize: own?.prize ?? null, takenBack: false };
}
