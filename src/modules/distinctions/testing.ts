import type { Cx } from '../../platform/command.ts';
import { recordDistinction } from './service/index.ts';

export const commendation = {
  organisation: 'sonla',
  recipient: 'organisation',
  title: 'commendation',
  level: 'province',
  decided_on: '28/12/2018',
};

/** Records distinctions and gives their public ids. */
export async function given(cx: Cx, ...inputs: readonly object[]): Promise<string[]> {
  const pids = [];
  for (const input of inputs) {
    const outcome = await recordDistinction(cx, { ...commendation, ...input });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    pids.push(outcome.value.pid);
  }
  return pids;
}
