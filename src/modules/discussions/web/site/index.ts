import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { agreeDoors } from './agreeing.tsx';
import { commentDoors } from './comments.tsx';
import { feedbackDoors } from './feedback.tsx';
import { passDoors } from './passing.tsx';
import { pollDoors } from './polls.tsx';

export { refuseDoors } from './passing.tsx';

/** Public pages of a site. */
export function discussionSite(app: Hono<Env>): void {
  // Before those of a subject, whose addresses have as many words.
  agreeDoors(app);
  commentDoors(app);
  pollDoors(app);
  feedbackDoors(app);
  passDoors(app);
}
