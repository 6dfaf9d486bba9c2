import type { Cx } from '../../platform/command.ts';
import type { Happening } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { archiveKeep } from './policy.ts';
import { waitingRequests } from './queries/index.ts';
import { forgetSenders, refreshDue, refreshEdition, refreshEntry } from './service/index.ts';
import { officeWords as words } from './vi/index.ts';

/** Whatever changes what of a dossier may be found; others change nothing here. */
const ofDossier = [
  'submit',
  'submit_paper',
  'withdraw',
  'return',
  'validate',
  'invalidate',
  'reopen',
  'move',
  'consent',
  'record_consent',
  'record_award',
  'remove_award',
  'forward',
];
const ofEdition = ['edit', 'close', 'reopen'];

type Handler = (cx: Cx, happening: Happening) => Promise<void>;

/** Keeps what the archive finds in step with dossiers and editions, in their own transactions. */
export const listening: Readonly<Record<string, Handler>> = Object.fromEntries([
  ...ofDossier.map((act): [string, Handler] => [
    `dossier.${act}`,
    (cx, { subjectId }) => refreshEntry(cx, subjectId),
  ]),
  ...ofEdition.map((act): [string, Handler] => [
    `edition.${act}`,
    (cx, { subjectId }) => refreshEdition(cx, subjectId),
  ]),
]);

/** Just after midnight: birthdays change which consents are due. */
export async function morning(cx: Cx): Promise<void> {
  await refreshDue(cx);
  await forgetSenders(cx);
}

/** Who waits for an answer about a solution. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, archiveKeep, organisationId))) return [];
  const { count, since } = await waitingRequests(cx, organisationId);
  if (count === 0 || since === null) return [];
  return [
    {
      title: words.toDo(count),
      detail: words.toDoDetail(since),
      due: null,
      href: office(code, 'hoi-thi/chuyen-giao'),
      verb: words.toDoVerb,
    },
  ];
}
