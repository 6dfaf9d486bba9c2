import { Badge, type BadgeTone } from '../../../ui/index.ts';
import type { CardState } from '../rules.ts';
import { stateNames } from '../vi.ts';

const tones: Readonly<Record<CardState, BadgeTone>> = {
  valid: 'ok',
  expired: 'warn',
  replaced: 'info',
  revoked: 'bad',
};

export function StateBadge(props: { readonly state: CardState }) {
  return <Badge tone={tones[props.state]}>{stateNames[props.state]}</Badge>;
}
