import { type Issue, issue } from '../../../../kernel/issue.ts';
import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { type FormBody, formOf } from '../../../../platform/http/body.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import {
  canonicalText,
  type Mark,
  type Marks,
  type Rubric,
  type RubricPart,
  readMarks,
  sentMarks,
} from '../../../calls/index.ts';
import type { DifferentPart } from '../../pages/judge/conflict.tsx';
import type { OpenedTask } from '../../schema/index.ts';
import { saveSheet } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { type OpenedSheet, sheetOf } from './shared.ts';

const words = judgeWords.sheet.conflict;

/** A sheet as it was posted. */
export interface Typed {
  readonly marks: Marks;
  /** As it came, for the command. */
  readonly version: string;
  /** Of the page that the script runs on. */
  readonly writer: string | undefined;
  readonly seq: string | undefined;
  /** Number of the dossier's version that was on the page. */
  readonly dossier: string;
  readonly act: string;
}

export function typedIn({ rubric }: OpenedTask, { values }: FormBody): Typed {
  return {
    marks: readMarks(rubric, sentMarks(rubric, values)),
    version: values.version ?? '',
    writer: values.writer,
    seq: values.seq,
    dossier: values.dossier ?? '',
    act: values.act ?? 'save',
  };
}

export const sameMarks = (a: Marks, b: Marks): boolean => canonicalText(a) === canonicalText(b);

export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  /** Somebody wrote the sheet meanwhile. */
  | { readonly kind: 'conflict' };

/** What comes back with a sheet that was not taken. */
export interface Returned {
  readonly typed: Typed;
  readonly saved: Exclude<Saved, { kind: 'saved' }>;
}

export interface SavedSheet {
  /** As it stands now. */
  readonly opened: OpenedSheet;
  readonly typed: Typed;
  readonly saved: Saved;
}

/**
 * Saves what was posted of the sheet of the address. What stands there already is saved, whichever version
 * it was typed on: a script may have been quicker. @throws NotFound
 */
export async function saveTyped(c: WebContext): Promise<SavedSheet> {
  const opened = await sheetOf(c);
  const typed = typedIn(opened.task, await formOf(c));
  const { task, token } = opened;
  if (task.version > 0 && sameMarks(typed.marks, task.working) && task.state !== 'signed')
    return { opened, typed, saved: { kind: 'saved' } };
  try {
    const outcome = await execute(c.var.cx, saveSheet, {
      token,
      assignment: task.pid,
      marks: typed.marks,
      version: typed.version,
      writer: typed.writer,
      seq: typed.seq,
      received: c.var.received,
    });
    const saved: Saved = outcome.ok
      ? { kind: 'saved' }
      : { kind: 'refused', issues: outcome.issues };
    return { opened: outcome.ok ? await sheetOf(c) : opened, typed, saved };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return afterConflict(c, typed);
  }
}

// Two requests of one page may overtake each other: what differs only in its number is no conflict.
async function afterConflict(c: WebContext, typed: Typed): Promise<SavedSheet> {
  const opened = await sheetOf(c);
  const { state, working } = opened.task;
  if (state === 'signed') {
    const issues = [issue('', 'sheet_state', { state, act: 'save' })];
    return { opened, typed, saved: { kind: 'refused', issues } };
  }
  return { opened, typed, saved: { kind: sameMarks(typed.marks, working) ? 'saved' : 'conflict' } };
}

/** What differs between what was typed and what stands, part by part. */
export function differences(rubric: Rubric, here: Marks, there: Marks): DifferentPart[] {
  return rubric.parts
    .filter(({ key }) => canonicalText(here[key] ?? null) !== canonicalText(there[key] ?? null))
    .map((part) => ({
      label: part.label,
      here: markText(part, here[part.key]),
      there: markText(part, there[part.key]),
    }));
}

/** A mark in one line. */
export function markText(part: RubricPart, mark: Mark | undefined): string {
  if (mark === undefined) return words.empty;
  const { yes, no } = judgeWords.compare;
  const band = part.kind === 'bands' && mark.band !== undefined ? part.bands[mark.band] : undefined;
  const points = typeof mark.points === 'number' ? formatNumber(mark.points) : mark.points;
  const answer = mark.answer === undefined ? undefined : mark.answer ? yes : no;
  return (
    [points ?? band?.label, answer, mark.comment, mark.note]
      .filter((one) => one !== undefined && one !== '')
      .join(' · ') || words.empty
  );
}
