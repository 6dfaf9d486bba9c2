import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { feedbackOfficeDoors } from './feedback.tsx';
import { oneDoors } from './one.tsx';
import { pollOfficeDoors } from './polls.tsx';
import { queueDoors } from './queue.tsx';
import { settingsDoors } from './settings.tsx';

/** Pages of an office. */
export function discussionOffice(app: Hono<Env>): void {
  queueDoors(app);
  // Before the page of one comment, whose address has as many words.
  settingsDoors(app);
  oneDoors(app);
  pollOfficeDoors(app);
  feedbackOfficeDoors(app);
}
