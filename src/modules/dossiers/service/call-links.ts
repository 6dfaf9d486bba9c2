import type { Cx } from '../../../platform/cx.ts';
import type { Edition } from '../../calls/index.ts';
import type { Dossier } from '../schema/index.ts';

/** A page of a later module: about an edition for everybody, or about a dossier behind its link. */
export interface CallLink {
  readonly label: string;
  readonly href: string;
}

/** Links that a later module adds to the public page of an edition; none while there is nothing to see. */
export type CallLinks = (cx: Cx, edition: Edition) => Promise<readonly CallLink[]>;

/**
 * Links that a later module adds to the page behind the link of a dossier, for whoever wrote it; none while there is
 * nothing to see or to do. `to` gives the address of a page below the dossier's own.
 */
export type OwnLinks = (
  cx: Cx,
  dossier: Dossier,
  to: (rest: string) => string,
) => Promise<readonly CallLink[]>;

const sources: CallLinks[] = [];
const ownSources: OwnLinks[] = [];

/** Called once by a module when it is loaded. */
export function addCallLinks(source: CallLinks): void {
  sources.push(source);
}

/** Called once by a module when it is loaded. */
export function addOwnLinks(source: OwnLinks): void {
  ownSources.push(source);
}

/** What all modules have to show of an edition, in their order. */
export async function callLinksOf(cx: Cx, edition: Edition): Promise<readonly CallLink[]> {
  const all = [];
  for (const source of sources) all.push(...(await source(cx, edition)));
  return all;
}

/** What all modules have for whoever wrote a dossier, in their order. */
export async function ownLinksOf(
  cx: Cx,
  dossier: Dossier,
  to: (rest: string) => string,
): Promise<readonly CallLink[]> {
  const all = [];
  for (const source of ownSources) all.push(...(await source(cx, dossier, to)));
  return all;
}
