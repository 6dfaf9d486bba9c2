import type { AlertProps } from '../../../../ui/index.ts';
import { leaveCovers } from '../../../calls/index.ts';
import type { Dossier } from '../../schema/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';
import { daysLeft, lastSecond } from './shared.tsx';
import type { Standing } from './standing.ts';

/** How a dossier stands and what is next, in words. */
export function nextOf(dossier: Dossier, stands: Standing, now: Date): AlertProps {
  const { state, leave, number, reason } = dossier;
  const until = lastSecond(stands.submit, leave);
  const time = [
    until === null || !stands.submits ? '' : words.deadline(until, daysLeft(until, now)),
    leave?.reason === 'exception' && stands.submit.ok && stands.submit.by === 'exception'
      ? words.leaveUntil(leave.until)
      : '',
  ];
  const alert = (tone: AlertProps['tone'], title: string, ...more: readonly string[]) => ({
    tone,
    title,
    children: more.filter((one) => one !== '').join(' '),
  });
  const why = reason === null ? '' : words.reason(reason);
  switch (state) {
    case 'draft':
      return stands.writes
        ? alert('info', words.next.draft, words.next.draftWhat, ...time)
        : alert('warn', words.next.draft, refusalOf(stands));
    case 'returned':
      return leaveCovers(leave, 'submit', now)
        ? alert(
            'warn',
            words.next.returned,
            leave?.words ?? '',
            words.returnedUntil(leave?.until ?? ''),
          )
        : alert(
            'warn',
            words.next.returned,
            (stands.submits ? words.returnedStill : words.returnedOver)(leave?.until ?? ''),
            ...time,
          );
    case 'submitted':
      return stands.changed && stands.writes
        ? alert('warn', words.next.changed, words.next.changedWhat, ...time)
        : alert(
            'ok',
            words.next.submitted,
            words.next.submittedWhat(number ?? ''),
            ...(stands.submits ? [words.next.submittedMore, ...time] : []),
          );
    case 'valid':
      return alert('ok', words.next.valid, why);
    case 'invalid':
      return alert('bad', words.next.invalid, why);
    case 'withdrawn':
      return alert(
        'info',
        words.next.withdrawn,
        why,
        ...(stands.submits ? [words.next.withdrawnMore, ...time] : []),
      );
  }
}

/** Why it may not be written now. */
export function refusalOf({ save }: Pick<Standing, 'save'>): string {
  if (save.ok) return words.next.closed;
  const { opens, closes } = save.data;
  if (opens !== undefined) return `${words.notNow.before(opens)}`;
  return closes === undefined ? words.next.closed : words.notNow.over(closes);
}
