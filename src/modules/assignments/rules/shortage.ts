import { type Chosen, FORBIDDEN, isExpert, loadsOf, type Task } from './task.ts';

/**
 * Why a dossier lacks judges. conflicts: too few may judge it (`judges`); experts: too few of those know its field
 * (`judges`); limit: the limit of probability leaves too few of those (`judges`); loads: all who could (`judges`) are needed for `dossiers` that ask for `asked` in all, and take no more
 * than `room`.
 */
export type Shortage = {
  readonly dossier: number;
  /** How many it lacks. */
  readonly lacks: number;
  readonly judges: number;
} & (
  | { readonly why: 'conflicts' | 'experts' | 'limit' }
  | {
      readonly why: 'loads';
      readonly dossiers: number;
      readonly asked: number;
      readonly room: number;
    }
);

/** What is missing in the largest assignment that there is. */
export function shortagesOf(task: Task, chosen: Chosen): Shortage[] {
  const short: Shortage[] = [];
  for (let dossier = 0; dossier < task.dossiers; dossier++) {
    const lacks = task.each[dossier]! - chosen[dossier]!.length;
    if (lacks > 0) short.push({ dossier, lacks, ...whyShort(task, chosen, dossier) });
  }
  return short;
}

function whyShort(task: Task, chosen: Chosen, dossier: number) {
  const may = count(task, dossier, () => true);
  if (may < task.each[dossier]!) return { why: 'conflicts', judges: may } as const;
  const least = task.experts?.least[dossier] ?? 0;
  const experts = count(task, dossier, (judge) => isExpert(task, dossier, judge));
  if (experts < least) return { why: 'experts', judges: experts } as const;
  return { why: 'loads', ...pressed(task, chosen, dossier) } as const;
}

function count(task: Task, dossier: number, which: (judge: number) => boolean): number {
  let many = 0;
  for (let judge = 0; judge < task.judges; judge++)
    if (task.scores[dossier * task.judges + judge]! !== FORBIDDEN && which(judge)) many++;
  return many;
}

/** The judges who could come to the dossier, by whatever exchange, and the dossiers that need them. */
function pressed(task: Task, chosen: Chosen, start: number) {
  const holders: number[][] = Array.from({ length: task.judges }, () => []);
  chosen.forEach((judges, dossier) => {
    for (const judge of judges) holders[judge]!.push(dossier);
  });
  const dossiers = new Set([start]);
  const judges = new Set<number>();
  for (const dossier of dossiers) {
    for (let judge = 0; judge < task.judges; judge++) {
      if (task.scores[dossier * task.judges + judge]! === FORBIDDEN || judges.has(judge)) continue;
      if (!mayTake(task, chosen, dossier, judge)) continue;
      judges.add(judge);
      for (const holder of holders[judge]!) dossiers.add(holder);
    }
  }
  let asked = 0;
  for (const dossier of dossiers) asked += task.each[dossier]!;
  let room = 0;
  for (const judge of judges) room += task.most[judge]!;
  return { judges: judges.size, dossiers: dossiers.size, asked, room };
}

/** Whether the dossier could use the judge: an expert, or one more who need not be. */
function mayTake(task: Task, chosen: Chosen, dossier: number, judge: number): boolean {
  const least = task.experts?.least[dossier] ?? 0;
  if (least === 0 || isExpert(task, dossier, judge)) return true;
  const others = chosen[dossier]!.filter((one) => !isExpert(task, dossier, one)).length;
  return others < task.each[dossier]! - least;
}

/** Whether nothing is wrong with an assignment, as far as it goes: no conflict, no judge twice or overloaded. */
export function violationsOf(task: Task, chosen: Chosen): number {
  let wrong = 0;
  chosen.forEach((judges, dossier) => {
    if (new Set(judges).size !== judges.length) wrong++;
    if (judges.length > task.each[dossier]!) wrong++;
    for (const judge of judges)
      if (task.scores[dossier * task.judges + judge]! === FORBIDDEN) wrong++;
    const experts = judges.filter((judge) => isExpert(task, dossier, judge)).length;
    const full = judges.length === task.each[dossier]!;
    if (full && experts < (task.experts?.least[dossier] ?? 0)) wrong++;
  });
  loadsOf(task, chosen).forEach((load, judge) => {
    if (load > task.most[judge]! || load < task.least[judge]!) wrong++;
  });
  return wrong;
}
