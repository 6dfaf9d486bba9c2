/**
 * One thing that is wrong with an input. `path` names the field with dots (`starts_on`,
 * `rows.3.title`; empty for the whole), `code` is a key of the module's `vi.ts`, `data` fills its
 * words. The words themselves are chosen once, by the door that shows them.
 */
export interface Issue {
  readonly path: string;
  readonly code: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Makes an issue; `data` is left out when there is none, so that issues compare by value. */
export function issue(path: string, code: string, data?: Record<string, unknown>): Issue {
  return data === undefined ? { path, code } : { path, code, data };
}

/** The sentences of issue codes, each made from the data of its issue; a module has its own in `vi.ts`. */
export type IssueWords = Readonly<
  Record<string, (data: Readonly<Record<string, unknown>>) => string>
>;
