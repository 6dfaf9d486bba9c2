import type { Day } from '../../../kernel/day.ts';

export const bannerPlaces = ['top', 'aside', 'foot'] as const;
export type BannerPlace = (typeof bannerPlaces)[number];

export const bannerKinds = ['campaign', 'advertisement'] as const;
export type BannerKind = (typeof bannerKinds)[number];

export type BannerState = 'waiting' | 'shown' | 'over';

/** Whether a banner is shown on a day; both its days count, an absent one is open. */
export function bannerState(from: Day | null, until: Day | null, today: Day): BannerState {
  if (from !== null && today < from) return 'waiting';
  return until !== null && until < today ? 'over' : 'shown';
}
