import type { Change, Cx } from '../../../platform/cx.ts';
import type { Allocation } from '../schema/index.ts';

/**
 * What a later module keeps of a decision, in the transaction that approves it; gives what the event of the approval
 * says of it. `allocation`: as it is approved.
 */
export type DecisionKeeper = (
  cx: Cx,
  allocation: Allocation,
) => Promise<Readonly<Record<string, Change>>>;

const keepers: DecisionKeeper[] = [];

/** Called once by a module when it is loaded. */
export function addDecisionKeeper(keeper: DecisionKeeper): void {
  keepers.push(keeper);
}

/** Lets all modules keep what they need of a decision, in their order. */
export async function keepDecision(
  cx: Cx,
  allocation: Allocation,
): Promise<Readonly<Record<string, Change>>> {
  const told = {};
  for (const keep of keepers) Object.assign(told, await keep(cx, allocation));
  return told;
}
