import { Badge, type BadgeTone } from '../../../../ui/index.ts';
import type { PollPhase } from '../../rules/index.ts';
import { phaseNames } from '../../vi/index.ts';

const tones: Readonly<Record<PollPhase, BadgeTone>> = {
  draft: 'none',
  waiting: 'info',
  open: 'ok',
  over: 'none',
};

/** How a poll stands, as the office says it. */
export const PhaseBadge = ({ phase }: { readonly phase: PollPhase }) => (
  <Badge tone={tones[phase]}>{phaseNames[phase]}</Badge>
);
