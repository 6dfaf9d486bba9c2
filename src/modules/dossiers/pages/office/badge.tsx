import { Badge, type BadgeTone } from '../../../../ui/index.ts';
import { type DossierState, stateNames } from '../../../calls/index.ts';

export const stateTones: Readonly<Record<DossierState, BadgeTone>> = {
  draft: 'none',
  submitted: 'info',
  returned: 'warn',
  valid: 'ok',
  invalid: 'bad',
  withdrawn: 'none',
};

export function StateBadge({ state }: { readonly state: DossierState }) {
  return <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>;
}
