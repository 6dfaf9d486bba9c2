import type { Outcome } from '../../../platform/command.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { withdrawArticle } from '../../articles/index.ts';
import { listening } from '../jobs.ts';
import { listPage } from '../queries/index.ts';
import type { ListKey } from '../schema.ts';

// What the tests of this module share.

/** A context in which this module hears of what happens, as it does in the product. */
export const hearing = (cx: Cx): Cx => ({
  ...cx,
  emit: async (inner, happening) => {
    await listening[happening.name]?.(inner, happening);
  },
});

export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  throw new Error(JSON.stringify(settled.issues));
}

export async function refused(outcome: Promise<Outcome<unknown>>): Promise<string[]> {
  const settled = await outcome;
  return settled.ok ? [] : settled.issues.map(({ code }) => code);
}

/** The titles of a list, the newest first. */
export async function titlesIn(
  cx: Cx,
  key: Omit<ListKey, 'language'> & Partial<Pick<ListKey, 'language'>>,
  page = 1,
  size = 20,
): Promise<string[]> {
  const found = await listPage(cx, { language: 'vi', ...key }, { page, size });
  return found.rows.map(({ title }) => title);
}

export const withdrawn = (cx: Cx, pid: string) =>
  must(execute(cx, withdrawArticle, { pid, reason: 'Sai số liệu' }));
