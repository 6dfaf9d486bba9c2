import type { WebContext } from '../../../../platform/http/env.ts';
import type { Content } from '../../../../ui/types.ts';
import type { Allocation } from '../../schema/index.ts';

/** What a later module shows under the prizes of an edition; null: nothing, to whoever asks. */
export type PrizePanel = (c: WebContext, allocation: Allocation) => Promise<Content | null>;

const panels: PrizePanel[] = [];

/** Called once by a module when it is loaded. */
export function addPrizePanel(panel: PrizePanel): void {
  panels.push(panel);
}

/** What all modules show under the prizes, in their order. */
export async function panelsOf(c: WebContext, allocation: Allocation): Promise<Content[]> {
  const shown = [];
  for (const panel of panels) shown.push(await panel(c, allocation));
  return shown.filter((one) => one !== null);
}
