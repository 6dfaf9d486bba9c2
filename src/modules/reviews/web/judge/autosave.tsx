import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { SheetTotal } from '../../../calls/index.ts';
import { SheetConflict } from '../../pages/judge/conflict.tsx';
import { judgeWords } from '../../vi/index.ts';
import { differences, type SavedSheet, saveTyped } from './saving.ts';
import { sheetPath, told } from './shared.ts';

const words = judgeWords.sheet;

/** What the script of a sheet is told. */
export interface SheetAnswer {
  /** saved; conflict: somebody wrote meanwhile; refused: not taken, and trying again does not help. */
  readonly outcome: 'saved' | 'conflict' | 'refused';
  readonly said: string;
  /** Of the sheet as it stands. */
  readonly version: number;
  /** The total as HTML. */
  readonly total?: string;
  /** What differs here and there as HTML; nothing where nothing does. */
  readonly conflict?: string;
}

/** What the script of a sheet sends while it is being written. */
export function autosaveDoors(app: Hono<Env>): void {
  app.post('/giam-khao/:token/phieu/:assignment/tu-luu', async (c) => {
    const answer = c.json(answerTo(c, await saveTyped(c)));
    answer.headers.set('cache-control', 'private, no-store');
    return answer;
  });
  app.get('/giam-khao/:token/phieu/:assignment/tu-luu', () => {
    throw new NotFound('score_sheet');
  });
}

function answerTo(c: WebContext, { opened, typed, saved }: SavedSheet): SheetAnswer {
  const { task, token, sight } = opened;
  const { version, rubric } = task;
  if (saved.kind === 'saved')
    return {
      outcome: 'saved',
      said: words.savedAt(task.savedAt ?? c.var.cx.clock.now(), c.var.cx.clock.now()),
      version,
      total: String(<SheetTotal rubric={rubric} marks={task.working} />),
    };
  // A judge whose own points are kept does not get them back this way either.
  const parts =
    sight.own || task.state !== 'signed' ? differences(rubric, typed.marks, task.working) : [];
  const shown =
    parts.length === 0
      ? {}
      : {
          conflict: String(
            <SheetConflict
              parts={parts}
              takeHref={sheetPath(token, task)}
              gone={saved.kind === 'refused'}
            />,
          ),
        };
  return saved.kind === 'conflict'
    ? { outcome: 'conflict', said: words.conflict.title, version, ...shown }
    : {
        outcome: 'refused',
        said: `${words.failed} ${told(saved.issues)}`,
        version,
        ...shown,
      };
}
