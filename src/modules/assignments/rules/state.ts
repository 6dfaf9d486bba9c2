import { type Chosen, FORBIDDEN, type Task } from './task.ts';

/** A judge gives a dossier to another. */
export interface Move {
  readonly dossier: number;
  readonly from: number;
  readonly to: number;
}

/** An assignment that is being changed: who has what, and what each dossier has. */
export class State {
  readonly task: Task;
  /** As in the task, and FORBIDDEN for pairs that are made. */
  readonly open: Int32Array;
  readonly lists: number[][];
  /** The dossiers of each judge, in the order in which they came. */
  readonly held: number[][];
  readonly sums: Float64Array;
  /** Experts that each dossier has. */
  readonly experts: Int32Array;
  readonly loads: Int32Array;
  /** What a dossier should have, and what a point below it counts, in points. */
  floor = 0;
  fine = 0;

  constructor(task: Task, chosen: Chosen) {
    this.task = task;
    this.open = task.scores.slice();
    this.lists = chosen.map(() => []);
    this.held = Array.from({ length: task.judges }, () => []);
    this.sums = task.base.slice();
    this.experts = new Int32Array(task.dossiers);
    this.loads = new Int32Array(task.judges);
    this.restore(chosen);
  }

  /** Makes it as `chosen` has it, whatever it was before. */
  restore(chosen: Chosen): void {
    for (let dossier = 0; dossier < this.lists.length; dossier++)
      for (const judge of this.lists[dossier]!.slice()) this.drop(dossier, judge);
    for (let dossier = 0; dossier < chosen.length; dossier++)
      for (const judge of chosen[dossier]!) this.take(dossier, judge);
  }

  chosen(): Chosen {
    return this.lists.map((list) => list.toSorted((a, b) => a - b));
  }

  take(dossier: number, judge: number): void {
    const { task } = this;
    const pair = dossier * task.judges + judge;
    this.sums[dossier]! += task.scores[pair]!;
    this.open[pair] = FORBIDDEN;
    this.lists[dossier]!.push(judge);
    this.held[judge]!.push(dossier);
    this.loads[judge]! += 1;
    this.experts[dossier]! += task.experts?.of[pair] ?? 0;
  }

  drop(dossier: number, judge: number): void {
    const { task } = this;
    const pair = dossier * task.judges + judge;
    this.sums[dossier]! -= task.scores[pair]!;
    this.open[pair] = task.scores[pair]!;
    const list = this.lists[dossier]!;
    list.splice(list.indexOf(judge), 1);
    const held = this.held[judge]!;
    held.splice(held.indexOf(dossier), 1);
    this.loads[judge]! -= 1;
    this.experts[dossier]! -= task.experts?.of[pair] ?? 0;
  }

  hand({ dossier, from, to }: Move): void {
    this.drop(dossier, from);
    this.take(dossier, to);
  }

  /** Whether the move can be made as things stand. */
  isFree({ dossier, from, to }: Move): boolean {
    return this.isMade(dossier, from) && this.open[dossier * this.task.judges + to]! !== FORBIDDEN;
  }

  /** Whether loads and experts of all that the moves touched are as they must be. */
  keepsRules(moves: readonly Move[]): boolean {
    const { least, most, experts } = this.task;
    for (const { dossier, from, to } of moves) {
      if (this.loads[from]! < least[from]! || this.loads[to]! > most[to]!) return false;
      if (experts !== null && this.experts[dossier]! < experts.least[dossier]!) return false;
    }
    return true;
  }

  isMade(dossier: number, judge: number): boolean {
    return this.lists[dossier]!.includes(judge);
  }

  /** What a sum counts: less the fine for what it lacks to the floor. */
  worth(sum: number): number {
    return sum < this.floor ? sum - (this.floor - sum) * this.fine : sum;
  }

  total(): number {
    let total = 0;
    for (let dossier = 0; dossier < this.sums.length; dossier++)
      total += this.sums[dossier]! - this.task.base[dossier]!;
    return total;
  }

  worst(): number {
    let worst = Number.POSITIVE_INFINITY;
    for (const sum of this.sums) if (sum < worst) worst = sum;
    return worst;
  }
}
