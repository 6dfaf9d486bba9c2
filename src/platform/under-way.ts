/** Work that has to end before what it uses is closed. Work that fails has ended too. */
export class UnderWay {
  readonly #all = new Set<Promise<unknown>>();

  /** Remembers the work until it ends; gives it back. */
  add<T>(work: Promise<T>): Promise<T> {
    const over: Promise<unknown> = work.then(
      () => this.#all.delete(over),
      () => this.#all.delete(over),
    );
    this.#all.add(over);
    return work;
  }

  /** Resolves when nothing is under way any more, after `patience` milliseconds at the latest; gives how many are left. */
  async ended(patience: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    const all = async () => {
      while (this.#all.size > 0) await Promise.all(this.#all);
    };
    await Promise.race([all(), late]);
    clearTimeout(timer);
    return this.#all.size;
  }
}
