import { Badge, type BadgeTone } from '../../../ui/index.ts';
import type { CertificateState } from '../rules/index.ts';
import { stateNames } from '../vi/index.ts';

const tones: Readonly<Record<CertificateState, BadgeTone>> = {
  valid: 'ok',
  replaced: 'info',
  revoked: 'bad',
};

export function StateBadge(props: { readonly state: CertificateState }) {
  return <Badge tone={tones[props.state]}>{stateNames[props.state]}</Badge>;
}
