import type { Cx } from '../../platform/command.ts';
import {
  banner,
  block,
  domainDeletion,
  link,
  menu,
  quote,
  redirectDeletion,
} from './service/index.ts';

/** Takes away what was deleted too long ago. */
export async function purgeJob(cx: Cx): Promise<void> {
  for (const { deletion } of [menu, banner, link, quote, block]) await deletion.purge(cx);
  await domainDeletion.purge(cx);
  await redirectDeletion.purge(cx);
}
