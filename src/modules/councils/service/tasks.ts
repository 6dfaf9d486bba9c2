import type { Cx } from '../../../platform/cx.ts';
import type { OpenedJudge } from '../schema/index.ts';

/** What a judge has to do, as a line of the page that the link opens. */
export interface JudgeTask {
  /** Key of the phase that it belongs to; null: to none. */
  readonly phase: string | null;
  readonly title: string;
  readonly detail: string;
  /** 'Hạn 17:00 ngày 31/08/2026'; null: none. */
  readonly due: string | null;
  readonly href: string;
  readonly verb: string;
  /** Nothing is left to do there. */
  readonly done?: boolean;
}

/** Lines that a later module adds for an accepted judge; `token` is for addresses (`judgePath`). */
export type JudgeTasks = (
  cx: Cx,
  judge: OpenedJudge,
  token: string,
) => Promise<readonly JudgeTask[]>;

const sources: JudgeTasks[] = [];

/** Called once by a module when it is loaded. */
export function addJudgeTasks(source: JudgeTasks): void {
  sources.push(source);
}

/** What all modules tell a judge to do, in their order. */
export async function tasksOf(
  cx: Cx,
  judge: OpenedJudge,
  token: string,
): Promise<readonly JudgeTask[]> {
  const all = [];
  for (const source of sources) all.push(...(await source(cx, judge, token)));
  return all;
}
