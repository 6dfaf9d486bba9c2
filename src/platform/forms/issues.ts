import type { z } from 'zod';
import { type Issue, issue } from '../../kernel/issue.ts';

/** Turns what a schema refused into issues with codes that `vi.ts` has words for. */
export function issuesOf(error: z.ZodError, _raw?: unknown): Issue[] {
  return error.issues.map((problem) => {
    const path = problem.path.map(String).join('.');
    if (problem.code === 'custom') {
      const params = problem.params as
        | { code?: string; data?: Record<string, unknown> }
        | undefined;
      return issue(path, params?.code ?? 'not_readable', params?.data);
    }
    // zod's word for a field that is not there at all
    if (problem.code === 'invalid_type' && String(problem.expected) === 'nonoptional')
      return issue(path, 'required');
    if (problem.code === 'invalid_type')
      return issue(path, 'wrong_type', { expected: problem.expected });
    if (problem.code === 'too_big') return issue(path, 'too_long', { max: problem.maximum });
    if (problem.code === 'unrecognized_keys')
      return issue(path, 'unknown_field', { names: problem.keys.join(', ') });
    return issue(path, 'not_readable');
  });
}
