import type { WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import type { AlertProps } from '../../../../ui/index.ts';
import { reopeningsOf } from '../../queries/index.ts';
import { refusalOf } from '../../rules/index.ts';
import { standingOf } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import type { Returned } from './saving.ts';
import { type OpenedSheet, told } from './shared.ts';

const words = judgeWords.sheet;

/** What is to be said over a sheet: what was just done, why it cannot be written, why it was opened again. */
export async function noticesOf(
  c: WebContext,
  { task }: OpenedSheet,
  back: Returned | null,
): Promise<(AlertProps | null)[]> {
  const { cx } = c.var;
  const now = cx.clock.now();
  const said = saidIn(c, { 'da-luu': words.said.saved, 'da-ky': words.said.signed });
  const refusal = refusalOf('save', standingOf(task, now));
  const reopened = task.state === 'reopened' ? (await reopeningsOf(cx.db, [task.id])).at(-1) : null;
  const signed = task.state === 'signed' && task.signedAt !== null ? task.signedAt : null;
  return [
    said === undefined || back !== null ? null : { tone: 'ok', title: said, live: true },
    back?.saved.kind === 'refused'
      ? {
          tone: 'bad',
          title: words.refused,
          children: `${told(back.saved.issues)} ${words.refusedKept}`,
          live: true,
        }
      : null,
    signed === null
      ? null
      : {
          tone: 'info',
          title: words.signedAt(signed, now),
          children: task.how === 'paper' ? words.signedPaper : undefined,
        },
    refusal === null || signed !== null || back !== null
      ? null
      : { tone: 'warn', title: words.readOnly, children: told([refusal]) },
    reopened == null
      ? null
      : {
          tone: 'warn',
          title: reopened.by === 'edition' ? words.outdated : words.reopened,
          children:
            reopened.by === 'edition'
              ? words.outdatedWhy(reopened.reason)
              : words.reopenedWhy(reopened.reason),
        },
  ];
}
