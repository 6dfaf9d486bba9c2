import type { Issue, IssueWords } from '../../kernel/issue.ts';
import { Conflict, Forbidden, NotFound, TooLarge, Unauthenticated } from '../errors.ts';
import { wordsOf } from '../forms/words.ts';
import { httpWords } from './vi.ts';

/** The input of a request has issues (422). */
export class Invalid extends Error {
  readonly issues: readonly Issue[];
  readonly words: IssueWords;
  constructor(issues: readonly Issue[], words: IssueWords = {}) {
    super(`invalid input: ${issues.map((i) => `${i.path} ${i.code}`).join(', ')}`);
    this.issues = issues;
    this.words = words;
  }
}

/** The body of a request is not JSON (400). */
export class Unreadable extends Error {}

/** The request was made by another site's page (403). */
export class CrossSite extends Error {}

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;

/** What to answer for an error: RFC 9457 members, with `issues` beside them. */
export interface Problem {
  readonly type: string;
  readonly status: Status;
  readonly title: string;
  readonly detail: string;
  readonly issues?: readonly { path: string; code: string; message: string; data?: unknown }[];
  readonly version?: number;
}

/** Maps any error to its answer, once for pages and for REST. Unknown errors tell nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Invalid) {
    return { ...problem(422, 'invalid', httpWords.invalid), issues: described(error) };
  }
  if (error instanceof NotFound) return problem(404, 'not-found', httpWords.notFound);
  if (error instanceof Forbidden) return problem(403, 'forbidden', httpWords.forbidden);
  if (error instanceof CrossSite) return problem(403, 'cross-site', httpWords.crossSite);
  if (error instanceof Unauthenticated)
    return problem(401, 'unauthenticated', httpWords.unauthenticated);
  if (error instanceof Conflict)
    return { ...problem(409, 'conflict', httpWords.conflict), version: error.version };
  if (error instanceof TooLarge)
    return problem(413, 'too-large', httpWords.tooLarge(error.limit, error.size));
  if (error instanceof Unreadable) return problem(400, 'unreadable', httpWords.unreadable);
  return problem(500, 'internal', httpWords.failed);
}

function problem(status: Status, type: string, words: { title: string; detail: string }): Problem {
  return { type: `/problems/${type}`, status, title: words.title, detail: words.detail };
}

function described(error: Invalid): NonNullable<Problem['issues']> {
  return error.issues.map((i) => ({
    path: i.path,
    code: i.code,
    message: wordsOf(i, error.words),
    ...(i.data === undefined ? {} : { data: i.data }),
  }));
}
