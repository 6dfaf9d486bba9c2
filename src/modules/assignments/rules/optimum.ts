// The greatest sum is a transportation problem: flow from dossiers over pairs to judges. Few of all pairs matter, so
// the network begins with the best of each dossier; once it is at its optimum, all other pairs are priced, and those
// that would save are added, until there are none. Then the sum is the exact optimum over all pairs.
import { Best } from './best.ts';
import { Network } from './network.ts';
import { type Chosen, FORBIDDEN, type Task } from './task.ts';

/** Pairs of a dossier that are added at a time. */
const AT_A_TIME = 8;
/** Pairs of a dossier that are there from the beginning, whatever their scores. */
const AT_RANDOM = 8;
/** Weights are whole: so many are once the score. */
export const WEIGHT = 1024;
/** The greatest weight, in times the score. */
export const MOST_WEIGHT = 8;

export interface FlowSettings {
  /** Ties are broken by it. */
  readonly tie: (pair: number) => number;
  /** A judge for a dossier is so many units of flow. */
  readonly unit: number;
  /** Units that a pair takes at most: `unit` where a pair is made or not. */
  readonly room: number;
}

/** The flow of a task, kept so that it can be solved again with other weights. */
export class Flow {
  readonly #task: Task;
  readonly #settings: FlowSettings;
  readonly #network: Network;
  /** The pairs of the network (dossier × judges + judge), and the arc of each. */
  readonly #pairs: number[] = [];
  readonly #arcs: number[] = [];
  /** 1 where a pair is in the network. */
  readonly #known: Uint8Array;
  /** The node through which those go who are no experts; the dossier's own when it needs none. */
  readonly #outside: Int32Array;
  /** What a score of a dossier counts, in parts of WEIGHT. */
  readonly #weights: Float64Array;

  constructor(task: Task, settings: FlowSettings) {
    this.#task = task;
    this.#settings = settings;
    this.#known = new Uint8Array(task.scores.length);
    this.#weights = new Float64Array(task.dossiers).fill(WEIGHT);
    const { outside, nodes } = outsideNodes(task);
    this.#outside = outside;
    let top = 0;
    for (const score of task.scores) if (score > top) top = score;
    const dearest = (top * WEIGHT * MOST_WEIGHT + 1) * (nodes + 1);
    const supply = supplyOf(task, settings.unit, nodes);
    this.#network = new Network(supply, task.dossiers * 32 + task.judges, dearest);
    this.#frame();
    for (let dossier = 0; dossier < task.dossiers; dossier++) this.#begin(dossier);
  }

  /** From judges to the sink, and from dossiers to those who are no experts. */
  #frame(): void {
    const { dossiers, judges, least, most, each, experts } = this.#task;
    const { unit } = this.#settings;
    for (let judge = 0; judge < judges; judge++) {
      const room = (most[judge]! - least[judge]!) * unit;
      const from = dossiers + judge;
      if (room > 0) this.#network.add({ from, to: dossiers + judges, cost: 0, room });
    }
    for (let dossier = 0; dossier < dossiers; dossier++) {
      const to = this.#outside[dossier]!;
      const room = (each[dossier]! - (experts?.least[dossier] ?? 0)) * unit;
      if (to !== dossier && room > 0) this.#network.add({ from: dossier, to, cost: 0, room });
    }
  }

  /** The best pairs of a dossier, and some others at random: where all want the same judges, they come to that. */
  #begin(dossier: number): void {
    const { judges, each, scores } = this.#task;
    const best = new Best(3 * each[dossier]! + 6, this.#settings.tie);
    const any = new Best(AT_RANDOM, this.#settings.tie);
    const row = dossier * judges;
    for (let pair = row; pair < row + judges; pair++) {
      if (scores[pair]! === FORBIDDEN) continue;
      best.offer(pair, scores[pair]!);
      any.offer(pair, 0);
    }
    for (const pair of best.items) this.#include(pair, dossier);
    for (const pair of any.items) if (this.#known[pair] === 0) this.#include(pair, dossier);
  }

  #source(pair: number, dossier: number): number {
    const { experts } = this.#task;
    return experts === null || experts.of[pair] === 1 ? dossier : this.#outside[dossier]!;
  }

  #include(pair: number, dossier: number): void {
    const { judges, dossiers, scores } = this.#task;
    this.#known[pair] = 1;
    this.#pairs.push(pair);
    const arc = this.#network.add({
      from: this.#source(pair, dossier),
      to: dossiers + (pair - dossier * judges),
      cost: -scores[pair]! * this.#weights[dossier]!,
      room: this.#settings.room,
    });
    this.#arcs.push(arc);
  }

  /** Adds the pairs of a dossier that would save most at the prices of now; gives how many. */
  #price(dossier: number): number {
    const { judges, dossiers, scores } = this.#task;
    const network = this.#network;
    const row = dossier * judges;
    const weight = this.#weights[dossier]!;
    const own = network.price(dossier);
    const other = network.price(this.#outside[dossier]!);
    const plain = own === other;
    let best: Best | null = null;
    for (let judge = 0; judge < judges; judge++) {
      const pair = row + judge;
      const score = scores[pair]!;
      if (score === FORBIDDEN || this.#known[pair] === 1) continue;
      const from = plain || this.#source(pair, dossier) === dossier ? own : other;
      const saves = score * weight - from + network.price(dossiers + judge);
      if (saves <= 0) continue;
      best ??= new Best(AT_A_TIME, this.#settings.tie);
      best.offer(pair, saves);
    }
    if (best === null) return 0;
    for (const pair of best.items) this.#include(pair, dossier);
    return best.items.length;
  }

  /** Brings the flow to the greatest weighted sum over all pairs. */
  solve(): void {
    for (;;) {
      this.#network.solve();
      let added = 0;
      for (let dossier = 0; dossier < this.#task.dossiers; dossier++) added += this.#price(dossier);
      if (added === 0) return;
    }
  }

  /** Gives each dossier's scores another weight, in parts of WEIGHT; `solve` follows. */
  weigh(weights: Float64Array): void {
    const { judges, scores } = this.#task;
    for (let at = 0; at < this.#pairs.length; at++) {
      const pair = this.#pairs[at]!;
      const dossier = Math.floor(pair / judges);
      const weight = weights[dossier]!;
      if (weight !== this.#weights[dossier])
        this.#network.charge(this.#arcs[at]!, -scores[pair]! * weight);
    }
    this.#weights.set(weights);
    this.#network.reprice();
  }

  /** What a place with a judge costs, in points: above zero only where the judge is full, below where pressed to take. */
  placePrice(judge: number): number {
    const { dossiers, judges } = this.#task;
    const network = this.#network;
    return (network.price(dossiers + judges) - network.price(dossiers + judge)) / WEIGHT;
  }

  /** Units that each pair with any has. */
  *units(): Generator<readonly [pair: number, units: number]> {
    for (let at = 0; at < this.#pairs.length; at++) {
      const units = this.#network.flow(this.#arcs[at]!);
      if (units > 0) yield [this.#pairs[at]!, units];
    }
  }

  /** The judges of each dossier, when a judge is one unit. */
  chosen(): Chosen {
    const { judges, dossiers } = this.#task;
    const chosen: number[][] = Array.from({ length: dossiers }, () => []);
    for (const [pair] of this.units()) chosen[Math.floor(pair / judges)]!.push(pair % judges);
    for (const list of chosen) list.sort((a, b) => a - b);
    return chosen;
  }

  /** Units that a dossier could not get. */
  lacking(dossier: number): number {
    return this.#network.unmet(dossier);
  }

  /** Whether every dossier has its judges, and every judge the least of dossiers. */
  isWhole(): boolean {
    const { dossiers, judges } = this.#task;
    for (let node = 0; node <= dossiers + judges; node++)
      if (this.#network.unmet(node) > 0) return false;
    return true;
  }
}

function outsideNodes(task: Task): { outside: Int32Array; nodes: number } {
  const outside = new Int32Array(task.dossiers);
  let nodes = task.dossiers + task.judges + 1;
  for (let dossier = 0; dossier < task.dossiers; dossier++) {
    const needs = (task.experts?.least[dossier] ?? 0) > 0;
    outside[dossier] = needs ? nodes++ : dossier;
  }
  return { outside, nodes };
}

function supplyOf(task: Task, unit: number, nodes: number): Float64Array {
  const supply = new Float64Array(nodes);
  let left = 0;
  for (let dossier = 0; dossier < task.dossiers; dossier++) {
    supply[dossier] = task.each[dossier]! * unit;
    left += supply[dossier]!;
  }
  for (let judge = 0; judge < task.judges; judge++) {
    supply[task.dossiers + judge] = -task.least[judge]! * unit;
    left -= task.least[judge]! * unit;
  }
  // What is asked of judges at least may be more than there is: then some of it stays unmet.
  supply[task.dossiers + task.judges] = -left;
  return supply;
}
