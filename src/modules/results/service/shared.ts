import type { Cx } from '../../../platform/cx.ts';

/** Account that acts; null for the machine and for links. */
export const accountOf = ({ actor }: Cx): string | null =>
  actor.kind === 'account' ? actor.accountId : null;
