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

/** Invitations that nobody answered, conflicts that nobody looked at. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, councilManage, organisationId))) return [];
  const before = new Date(cx.clock.now().getTime() - patience * 86_400_000);
  const editions = await deskEditions(cx.db, organisationId, before);
  return editions.flatMap(({ pid, name, unanswered, conflicts }) => {
    const to = (rest: string) => office(code, `hoi-thi/${pid}/${rest}`);
    return [
      ...(unanswered === 0
        ? []
        : [
            {
              ...deskWords.unanswered(unanswered, name),
              due: null,
              href: to('giam-khao?tinh-trang=invited'),
            },
          ]),
      ...(conflicts === 0
        ? []
        : [
            {
              ...deskWords.conflicts(conflicts, name),
              due: null,
              href: to('xung-dot?tinh-trang=found'),
            },
          ]),
    ];
  });
}
