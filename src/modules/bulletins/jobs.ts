import type { Cx } from '../../platform/cx.ts';
import { bulletinDeletion, forgetReaders } from './service/index.ts';

/** What the night takes away: deleted drafts, and addresses that nobody confirmed or that have ended. */
export async function purge(cx: Cx): Promise<void> {
  await bulletinDeletion.purge(cx);
  await forgetReaders(cx);
}
