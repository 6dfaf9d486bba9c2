import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Subject, SubjectKind, SubjectRef } from '../schema/index.ts';

const kinds = new Map<string, SubjectKind>();

/** Lets things of a kind be talked about: the module that has them tells how one is found. */
export function addSubject(kind: string, how: SubjectKind): void {
  kinds.set(kind, how);
}

/** What is talked about, where the public may see it; else null. */
export const subjectOf = async (cx: Cx, { kind, pid }: SubjectRef): Promise<Subject | null> =>
  (await kinds.get(kind)?.find(cx, pid)) ?? null;

/** The same. @throws NotFound */
export async function subjectFor(cx: Cx, ref: SubjectRef): Promise<Subject> {
  const found = await subjectOf(cx, ref);
  if (found === null) throw new NotFound('subject');
  return found;
}
