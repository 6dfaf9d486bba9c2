import { vietnamInstant, vietnamTime } from '../../../kernel/clock.ts';
import { parseDay } from '../../../kernel/day.ts';
import {
  type LocalSecond,
  type Party,
  type Phase,
  type PhaseAct,
  permits,
} from './content/index.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;

export const isLocalSecond = (text: string): boolean => instantOf(text) !== null;

/** The instant at which that second begins in Vietnam (UTC+7, no summer time); null: no such second. */
export function instantOf(text: LocalSecond): Date | null {
  const match = LOCAL.exec(text);
  const day = match === null ? null : parseDay(match[1]!);
  if (match === null || day === null) return null;
  return vietnamInstant(day, Number(match[2]), Number(match[3]), Number(match[4]));
}

/** The second in Vietnam in which an instant lies, without its thousandths. */
export function localSecond(instant: Date): LocalSecond {
  const { day, hour, minute, second } = vietnamTime(instant);
  return `${day}T${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** A last day as people announce it, to its last second. */
export const endOfDay = (day: string): LocalSecond => `${day}T23:59:59`;

/**
 * The first instant that is too late: the announced second counts as a whole, so 23:59:59.999 is in
 * time and 00:00:00.000 is not. null: it never closes, or no such second is written.
 */
export function closingInstant(closes: LocalSecond | null): Date | null {
  const last = closes === null ? null : instantOf(closes);
  return last === null ? null : new Date(last.getTime() + 1000);
}

export type Timing = 'unset' | 'before' | 'open' | 'closed';

/** Where an instant of the server's clock lies. What has no opening is not open yet. */
export function timingOf(phase: Pick<Phase, 'opens' | 'closes'>, at: Date): Timing {
  const opens = phase.opens === null ? null : instantOf(phase.opens);
  if (opens === null) return 'unset';
  if (phase.closes !== null && !isLocalSecond(phase.closes)) return 'unset';
  if (at.getTime() < opens.getTime()) return 'before';
  const end = closingInstant(phase.closes);
  return end !== null && at.getTime() >= end.getTime() ? 'closed' : 'open';
}

/** The phases that hold at an instant, in their order. */
export function openPhases(phases: readonly Phase[], at: Date): Phase[] {
  return phases.filter((phase) => timingOf(phase, at) === 'open');
}

/**
 * Time given to one dossier beyond the phases: when it is returned for supplement, or as an exception
 * that somebody answers for. `acts` are those of the entrant that it covers.
 */
export interface Leave {
  readonly reason: 'supplement' | 'exception';
  readonly from: Date;
  /** The last second, included. */
  readonly until: LocalSecond;
  readonly acts: readonly PhaseAct[];
}

/** Whether a leave covers an act at an instant. */
export function leaveCovers(leave: Leave | null, act: PhaseAct, at: Date): boolean {
  if (leave === null || !leave.acts.includes(act) || at < leave.from) return false;
  const end = closingInstant(leave.until);
  return end !== null && at < end;
}

export type Admission =
  | { readonly ok: true; readonly by: 'phase' | Leave['reason']; readonly phase: Phase | null }
  | {
      readonly ok: false;
      readonly code: 'not_permitted' | 'not_set' | 'not_open_yet' | 'closed';
      readonly data: { readonly opens?: LocalSecond; readonly closes?: LocalSecond };
    };

/**
 * Whether somebody may do something at an instant, which is when the server had the whole request. A
 * phase that is open decides before a leave; refused, it says the next opening, else the last closing.
 */
export function admission(
  phases: readonly Phase[],
  who: Party,
  act: PhaseAct,
  at: Date,
  leave: Leave | null = null,
): Admission {
  const allowing = phases.filter((phase) => permits(phase, who, act));
  const open = openPhases(allowing, at)[0];
  if (open !== undefined) return { ok: true, by: 'phase', phase: open };
  if (leave !== null && who === 'entrant' && leaveCovers(leave, act, at))
    return { ok: true, by: leave.reason, phase: null };
  return refusal(allowing, act, at, who === 'entrant' ? leave : null);
}

function refusal(
  allowing: readonly Phase[],
  act: PhaseAct,
  at: Date,
  leave: Leave | null,
): Admission {
  const next = allowing
    .filter((phase) => timingOf(phase, at) === 'before')
    .map((phase) => phase.opens!)
    .sort()[0];
  if (next !== undefined) return { ok: false, code: 'not_open_yet', data: { opens: next } };
  const over = allowing.filter((phase) => timingOf(phase, at) === 'closed');
  const ends = [
    ...over.map((phase) => phase.closes!),
    ...(leave?.acts.includes(act) && at >= leave.from ? [leave.until] : []),
  ].sort();
  const last = ends.at(-1);
  if (last !== undefined) return { ok: false, code: 'closed', data: { closes: last } };
  return { ok: false, code: allowing.length > 0 ? 'not_set' : 'not_permitted', data: {} };
}
