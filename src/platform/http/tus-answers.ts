import { type IssueWords, issue } from '../../kernel/issue.ts';
import type { UploadOutcome } from '../uploads.ts';
import { fileIssues } from '../vi.ts';
import { Invalid, type Problem, problemOf } from './problems.ts';
import type { UploadContext as C, UploadDoors } from './tus-doors.ts';
import { TusError, tusStatus, tusVersion } from './tus-headers.ts';
import { httpWords } from './vi.ts';

/** Does what the protocol asks for; what is wrong becomes its problem, as JSON, in words. */
export async function answered(
  c: C,
  doors: UploadDoors,
  act: () => Promise<Response>,
): Promise<Response> {
  c.header('tus-resumable', tusVersion);
  c.header('cache-control', 'no-store');
  try {
    const asked = c.req.header('tus-resumable');
    if (asked !== tusVersion && c.req.method !== 'GET')
      throw new TusError('version', { 'tus-version': tusVersion });
    return await act();
  } catch (error) {
    if (!(error instanceof TusError)) return problem(c, known(error, doors));
    for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
    return protocolProblem(c, error.code);
  }
}

function known(error: unknown, doors: UploadDoors): Problem {
  const told =
    error instanceof Invalid
      ? new Invalid(error.issues, { ...wordsFor(doors), ...error.words })
      : error;
  const found = problemOf(told);
  if (found.status === 500) throw error;
  return found;
}

const wordsFor = (doors: UploadDoors): IssueWords => ({ ...fileIssues, ...doors.words });

function problem(c: C, found: Problem): Response {
  return c.json(found, found.status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

function protocolProblem(c: C, code: TusError['code']): Response {
  const status = tusStatus[code];
  const told = { type: `/problems/upload-${code}`, status, ...httpWords.upload[code] };
  return c.json(told, status, { 'content-type': 'application/problem+json; charset=utf-8' });
}

/** What became of the file, to whoever asks. */
export function outcomeTold(c: C, doors: UploadDoors, outcome: UploadOutcome): Response {
  if (!outcome.ok) return problem(c, known(new Invalid(outcome.issues), doors));
  c.header('upload-file', outcome.file.pid);
  const { file, told } = outcome;
  return c.json(told === undefined ? { file } : { file, told });
}

/** A file that is declared longer than it may be here. */
export function tooLarge(c: C, doors: UploadDoors, limit: number): Response {
  c.header('tus-max-size', String(limit));
  const refused = known(new Invalid([issue('file', 'file_too_large', { limit })]), doors);
  return problem(c, { ...refused, status: 413 });
}
