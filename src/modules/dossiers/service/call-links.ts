import type { Cx } from '../../../platform/cx.ts';
import type { Edition } from '../../calls/index.ts';

/** A page about an edition that everybody may open. */
export interface CallLink {
  readonly label: string;
  readonly href: string;
}

/** Links that a later module adds to the public page of an edition; none while there is nothing to see. */
export type CallLinks = (cx: Cx, edition: Edition) => Promise<readonly CallLink[]>;

const sources: CallLinks[] = [];

/** Called once by a module when it is loaded. */
export function addCallLinks(source: CallLinks): void {
  sources.push(source);
}

/** What all modules have to show of an edition, in their order. */
export async function callLinksOf(cx: Cx, edition: Edition): Promise<readonly CallLink[]> {
  const all = [];
  for (const source of sources) all.push(...(await source(cx, edition)));
  return all;
}
