import type { Api } from '../../../platform/http/api.ts';
import { commentApi } from './comments.ts';
import { feedbackApi, settingsApi } from './feedback.ts';
import { pollApi } from './polls.ts';

/** REST doors of what readers write. */
export function discussionApi(api: Api): void {
  commentApi(api);
  pollApi(api);
  feedbackApi(api);
  settingsApi(api);
}
