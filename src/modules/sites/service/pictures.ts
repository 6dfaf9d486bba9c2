import { type Issue, issue } from '../../../kernel/issue.ts';
import type { ProseMedia } from '../../../kernel/prose/index.ts';
import type { Cx } from '../../../platform/command.ts';
import type { Db } from '../../../platform/database/query.ts';
import { mediaByPids } from '../../media/index.ts';
import { isOwnPicture } from '../queries/index.ts';

/** Pictures of the library by their pids, as pages show them; what is withdrawn is not among them. */
export async function picturesOf(
  db: Db,
  pids: readonly (string | null)[],
): Promise<ReadonlyMap<string, ProseMedia>> {
  const wanted = pids.filter((pid) => pid !== null);
  return wanted.length === 0 ? new Map() : mediaByPids(db, wanted);
}

/** What is wrong with a picture that a form names: it is one of the site's own library. */
export async function pictureIssues(
  cx: Cx,
  organisationId: string,
  path: string,
  pid: unknown,
): Promise<Issue[]> {
  if (pid === null || pid === undefined) return [];
  return (await isOwnPicture(cx.db, organisationId, String(pid)))
    ? []
    : [issue(path, 'not_a_picture')];
}
