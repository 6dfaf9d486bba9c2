import type { Child } from 'hono/jsx';
import type { WebContext } from '../../../platform/http/env.ts';
import { Toast, VisuallyHidden } from '../../../ui/index.ts';
import type { Profile } from '../pages/profile.tsx';
import { organisationEdit } from '../policy.ts';
import type { Affiliation, Fact, Organisation } from '../schema/index.ts';
import { mayAt } from '../service/index.ts';
import { vi } from '../vi.ts';
import { pathOf } from './door.tsx';

export interface Rights {
  readonly edit: boolean;
  readonly close: boolean;
  readonly facts: boolean;
  readonly records: boolean;
}

// Ending an affiliation needs the right at the parent too, except with a sector society.
export async function keptParents(
  c: WebContext,
  { parents }: Profile,
  rights: Rights,
): Promise<Set<string>> {
  const kept = new Set<string>();
  if (!rights.edit) return kept;
  for (const row of parents) {
    const allowed =
      row.kind === 'sectoral' || (await mayAt(c.var.cx, organisationEdit, row.parentId));
    if (allowed) kept.add(row.pid);
  }
  return kept;
}

export const affiliationActs = (c: WebContext, { organisation }: Profile, rights: Rights) =>
  function acts(row: Affiliation): Child {
    if (!rights.edit) return null;
    const to = (rest: string) => pathOf(c, organisation.code, `truc-thuoc/${row.pid}/${rest}`);
    return (
      <span class="row-acts">
        <a href={to('ket-thuc')}>
          {vi.page.endLink}
          <VisuallyHidden> {row.childName}</VisuallyHidden>
        </a>
        <a href={to('xoa')}>
          {vi.page.deleteLink}
          <VisuallyHidden> {row.childName}</VisuallyHidden>
        </a>
      </span>
    );
  };

export const factActs = (c: WebContext, { organisation }: Profile) =>
  function acts(fact: Fact): Child {
    const href = pathOf(c, organisation.code, `so-lieu/${fact.pid}/xoa`);
    return (
      <a href={href}>
        {vi.page.deleteLink}
        <VisuallyHidden> {fact.label}</VisuallyHidden>
      </a>
    );
  };

const savedWords: Readonly<Record<string, string>> = {
  tao: vi.create.saved,
  sua: vi.edit.saved,
  'doi-ten': vi.rename.saved,
  'doi-ma': vi.changeCode.saved,
  'cham-dut': vi.close.saved,
  'mo-lai': vi.close.reopened,
  'truc-thuoc': vi.affiliate.saved,
  'ket-thuc': vi.affiliate.ended,
  'so-lieu': vi.facts.saved,
  'khoi-phuc': vi.remove.restored,
  'khoi-phuc-truc-thuoc': vi.affiliate.restored,
  'khoi-phuc-so-lieu': vi.facts.restored,
};

// What has just been done, as the address tells it, with the way back where there is one.
export function Notice({ c, organisation }: { c: WebContext; organisation: Organisation }) {
  const words = savedWords[c.req.query('da-luu') ?? ''];
  if (words !== undefined) return <Toast text={words} />;
  const back = (what: 'truc-thuoc' | 'so-lieu', pid: string, text: string) => (
    <Toast
      text={text}
      undo={{ action: pathOf(c, organisation.code, `${what}/${pid}/khoi-phuc`) }}
    />
  );
  const affiliation = c.req.query('da-xoa-truc-thuoc');
  if (affiliation !== undefined) return back('truc-thuoc', affiliation, vi.affiliate.deleted);
  const fact = c.req.query('da-xoa-so-lieu');
  return fact === undefined ? null : back('so-lieu', fact, vi.facts.deleted);
}
