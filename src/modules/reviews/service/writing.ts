import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { checkMarks, readMarks } from '../../calls/index.ts';
import { reviewJudge } from '../policy.ts';
import { nextState, refusalOf, type SheetAct } from '../rules/index.ts';
import { type OpenedTask, saveInput, signInput } from '../schema/index.ts';
import { about, fingerprint, freeze, writeSheet } from './freezing.ts';
import { ownTask, servingJudge, standingOf } from './opening.ts';

/** When the server had the request: no later than now, whatever the door says. */
const receivedAt = (cx: Cx, received: Date | undefined): Date => {
  const now = cx.clock.now();
  return received === undefined || received > now ? now : received;
};

export function refusals(cx: Cx, act: SheetAct, task: OpenedTask, at = cx.clock.now()): Issue[] {
  const refusal = refusalOf(act, standingOf(task, at));
  return refusal === null ? [] : [refusal];
}

const held = async (cx: Cx, sent: { readonly token: string; readonly assignment: string }) =>
  ownTask(cx, await servingJudge(cx, sent.token), sent.assignment, 'held');

/** Whether a page goes on with what it wrote last itself, whichever answers it has had. */
const goesOn = (
  { writer, seq }: OpenedTask,
  sent: { readonly writer?: string | null | undefined; readonly seq?: number | null | undefined },
): boolean => writer !== null && sent.writer === writer && (sent.seq ?? 0) > seq;

/** Keeps what a judge is writing, complete or not. Input: `saveInput`. */
export const saveSheet = command({
  name: 'sheet.save',
  input: saveInput,
  permission: reviewJudge,
  load: async (cx, sent) => {
    const task = await held(cx, sent);
    return { task, expected: goesOn(task, sent) ? sent.version : task.version };
  },
  at: ({ task }) => [task.edition.organisation.id],
  version: ({ expected }) => expected,
  check: ({ task }, sent, cx) => refusals(cx, 'save', task, receivedAt(cx, sent.received)),
  run: async (cx, { task }, sent) => {
    const marks = readMarks(task.rubric, sent.marks);
    const state = nextState.save(task.state) === 'reopened' ? 'reopened' : 'draft';
    const [writer, seq] = [sent.writer ?? null, sent.seq ?? 0];
    const salt = await writeSheet(cx, task, { marks, state, signed: task.signed, writer, seq });
    return {
      ...about(task),
      result: { pid: task.pid, version: task.version + 1 },
      changes: {
        working: {
          old: task.version === 0 ? null : fingerprint(salt, task.working),
          new: fingerprint(salt, marks),
        },
      },
    };
  },
});

/** What was signed. */
export interface Signed {
  readonly pid: string;
  /** Of the sheet. */
  readonly version: number;
  /** 1 for the first time. */
  readonly number: number;
  readonly round: number;
  readonly sha256: string;
}

/**
 * Signs a sheet, with what is sent or, left out, what was saved: it is complete, and frozen from then on.
 * Input: `signInput`.
 */
export const signSheet = command({
  name: 'sheet.sign',
  input: signInput,
  permission: reviewJudge,
  load: held,
  at: (task) => [task.edition.organisation.id],
  version: (task) => task.version,
  check: (task, sent, cx) => {
    const late = refusals(cx, 'sign', task, receivedAt(cx, sent.received));
    if (late.length > 0) return late;
    if (sent.dossier !== task.dossier.submitted) return [issue('', 'sheet_dossier_changed')];
    return checkMarks(task.rubric, marksOf(task, sent.marks));
  },
  run: async (cx, task, sent) => {
    const marks = marksOf(task, sent.marks);
    const at = receivedAt(cx, sent.received);
    const frozen = await freeze(cx, task, { marks, how: 'judge', at, reason: null, typedBy: null });
    return {
      ...about(task),
      result: { pid: task.pid, version: task.version + 1, round: task.round, ...frozen } as Signed,
      changes: {
        state: { old: task.state, new: 'signed' },
        signed: { old: task.signed, new: frozen.number },
        round: { old: task.signed === 0 ? null : task.round, new: task.round },
        sha256: { new: frozen.sha256 },
      },
    };
  },
});

const marksOf = (task: OpenedTask, sent: Readonly<Record<string, unknown>> | undefined) =>
  sent === undefined ? task.working : readMarks(task.rubric, sent);
