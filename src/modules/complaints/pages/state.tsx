import { Badge, type BadgeTone } from '../../../ui/index.ts';
import type { ComplaintState } from '../rules/index.ts';
import { stateNames } from '../vi/index.ts';

const tones: Readonly<Record<ComplaintState, BadgeTone>> = {
  received: 'info',
  accepted: 'info',
  handling: 'warn',
  answered: 'ok',
  closed: 'none',
  refused: 'bad',
  withdrawn: 'none',
};

export function StateBadge({ state }: { readonly state: ComplaintState }) {
  return <Badge tone={tones[state]}>{stateNames[state]}</Badge>;
}

/** A text as it was written, line by line. */
export function Written({ text }: { readonly text: string }) {
  return <p class="answer-text">{text}</p>;
}
