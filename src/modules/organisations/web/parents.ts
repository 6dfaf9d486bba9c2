import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { findOrganisation, listOrganisations } from '../queries/index.ts';
import { vi } from '../vi.ts';

// An organisation is chosen by typing: its code, its name, or the name with the code in brackets.

export function asTyped(organisation: { readonly name: string; readonly code: string }): string {
  return `${organisation.name} (${organisation.code})`;
}

const everywhere = { below: null, kind: null, special: null, sort: 'name', page: 1 } as const;

/** The code that was meant, or an issue at `path`. */
export async function meantOrganisation(
  cx: Cx,
  path: string,
  typed: string,
): Promise<{ code: string } | { issue: Issue }> {
  const words = typed.trim().slice(0, 400);
  if (words === '') return { issue: issue(path, 'parent_needed') };
  const code = /\(([a-z0-9-]+)\)$/.exec(words)?.[1] ?? words;
  const found = await findOrganisation(cx.db, code, cx.clock.today());
  if (found !== null) return { code: found.code };
  const on = cx.clock.today();
  const { items } = await listOrganisations(cx.db, { ...everywhere, on, q: words, size: 20 });
  const folded = foldForSearch(words);
  const exact = items.filter((one) => one.name === words.normalize('NFC'));
  const alike = items.filter((one) =>
    [one.name, one.shortName].some((name) => foldForSearch(name) === folded),
  );
  const meant = exact.length > 0 ? exact : alike;
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return { code: only.code };
  if (only === undefined) return { issue: issue(path, 'unknown_organisation', { code: words }) };
  const codes = meant.slice(0, 5).map((one) => one.code);
  return { issue: issue(path, 'several_organisations', { codes: codes.join(', ') }) };
}

/** What the field offers while somebody types. */
export async function suggestOrganisations(
  cx: Cx,
  typed: string,
): Promise<{ value: string; label: string; note: string }[]> {
  const on = cx.clock.today();
  const q = typed.trim().slice(0, 200);
  const { items } = await listOrganisations(cx.db, { ...everywhere, on, q, size: 10 });
  return items.map((one) => ({
    value: asTyped(one),
    label: one.name,
    note: vi.form.suggestNote(vi.kinds[one.kind as keyof typeof vi.kinds] ?? one.kind, one.code),
  }));
}
