import { Badge, type BadgeTone } from '../../../ui/index.ts';
import type { ArticleState } from '../rules/index.ts';
import { stateNames } from '../vi/index.ts';

const tones: Readonly<Record<ArticleState, BadgeTone>> = {
  draft: 'none',
  submitted: 'info',
  returned: 'warn',
  edited: 'info',
  approved: 'info',
  scheduled: 'info',
  published: 'ok',
  withdrawn: 'bad',
};

export function StateBadge({ state }: { readonly state: ArticleState }) {
  return <Badge tone={tones[state]}>{stateNames[state]}</Badge>;
}
