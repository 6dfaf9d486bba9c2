import type { Cx } from '../../platform/cx.ts';
import { inTransaction } from '../../platform/database/query.ts';
import { office } from '../../platform/http/addresses.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import type { Module, ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { councilManage } from './policy.ts';
import { deskEditions } from './queries/index.ts';
import { FIND, findAfter, lengthenLinks, refreshConflicts, shortenLinks } from './service/index.ts';
import { deskWords } from './vi/office.ts';

/** One transaction; done again it changes nothing. */
const find: JobHandler = async (cx, payload) => {
  const { edition } = payload as { edition: string };
  await inTransaction(cx.db, (db) => refreshConflicts({ ...cx, db }, edition, null));
};

export const handlers: Readonly<Record<string, JobHandler>> = { [FIND]: find };

/** What happens to dossiers and editions. */
export const listening: NonNullable<Module['on']> = {
  ...findAfter,
  'edition.close': (cx, { subjectId }) => shortenLinks(cx, subjectId),
  'edition.reopen': (cx, { subjectId }) => lengthenLinks(cx, subjectId),
};

/** After so many days an invitation without an answer is worth a word. */
const patience = 7;

/** For so many days the desk tells who declined. */
const fresh = 14;

/** What judges answered or did not, conflicts that nobody looked at. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, councilManage, organisationId))) return [];
  const days = (many: number): Date => new Date(cx.clock.now().getTime() - many * 86_400_000);
  const since = { invited: days(patience), declined: days(fresh) };
  const editions = await deskEditions(cx.db, organisationId, since);
  return editions.flatMap(({ pid, name, ...many }) =>
    lines.flatMap(([what, path]) =>
      many[what] === 0
        ? []
        : [
            {
              ...deskWords[what](many[what], name),
              due: null,
              href: office(code, `hoi-thi/${pid}/${path}`),
            },
          ],
    ),
  );
}

/** What waits, and where it is seen. */
const lines = [
  ['declined', 'giam-khao?tinh-trang=declined'],
  ['unseated', 'giam-khao?tinh-trang=accepted'],
  ['unanswered', 'giam-khao?tinh-trang=invited'],
  ['conflicts', 'xung-dot?tinh-trang=found'],
  ['declared', 'xung-dot?tinh-trang=found&nguon=declared'],
] as const;
