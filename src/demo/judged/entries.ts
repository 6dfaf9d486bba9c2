/** Somebody who made a solution; `share` in percent. */
export interface DemoAuthor {
  readonly name: string;
  readonly birth: string;
  readonly workplace: string;
  readonly share: number;
}

/** A solution of the edition that was judged. */
export interface DemoEntry {
  readonly field: string;
  /** What it is worth, 0 to 100: judges give points round it. */
  readonly worth: number;
  readonly title: string;
  readonly problem: string;
  readonly known: string;
  readonly content: string;
  readonly summary: string;
  readonly authors: readonly DemoAuthor[];
  /** withdrawn by the entrant, invalid: refused by the secretariat. */
  readonly end?: 'withdrawn' | 'invalid';
  /** Said no to being published. */
  readonly private?: boolean;
}

export const author = (
  name: string,
  birth: string,
  workplace: string,
  share = 100,
): DemoAuthor => ({ name, birth, workplace, share });

/** `of` has title, problem, what is known, content and summary, in this order. */
export const entry = (
  field: string,
  worth: number,
  authors: readonly DemoAuthor[],
  of: readonly [string, string, string, string, string],
  own: Pick<DemoEntry, 'end' | 'private'> = {},
): DemoEntry => {
  const [title, problem, known, content, summary] = of;
  return { field, worth, authors, title, problem, known, content, summary, ...own };
};
