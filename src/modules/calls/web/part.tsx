import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { ChangePreview } from '../pages/parts/frame.tsx';
import type { PartState } from '../pages/parts/state.ts';
import { checkEdition, diffEditions, type EditionContent, same } from '../rules/index.ts';
import { editionContent } from '../schema/index.ts';
import { editEdition } from '../service/index.ts';
import { sayChange } from '../vi/index.ts';
import { partWords as words } from '../vi/pages-parts.ts';
import { returned } from './part-issues.ts';
import type { At, Part } from './part-types.ts';
import { base, crumbsOf, managedOf, pathOf } from './shared.tsx';
import { rowActOf, rowsIn, type Typed, tidy } from './typed.ts';

export function partDoor<Where>(app: Hono<Env>, part: Part<Where>): void {
  const address = `${base}/:pid/${part.path}`;
  app.get(address, async (c) => {
    const at = await opened(c, part);
    if (at instanceof Response) return at;
    const typed = part.fresh(at.edition, at.where);
    return show(c, part, at, typed, freshForm(typed.values));
  });
  app.post(address, async (c) => {
    const at = await opened(c, part);
    return at instanceof Response ? at : sent(c, part, at, await formOf(c));
  });
}

async function opened<Where>(c: WebContext, part: Part<Where>): Promise<At<Where> | Response> {
  const edition = await managedOf(c);
  if (edition.state === 'closed') return c.redirect(`${pathOf(c, edition.pid)}?dang-khep=1`, 303);
  return { edition, where: part.open(c, edition) };
}

interface More {
  readonly status?: 409 | 422;
  readonly version?: number | string | undefined;
}

function show<Where>(
  c: WebContext,
  part: Part<Where>,
  { edition, where }: At<Where>,
  typed: Typed,
  form: FormView,
  more: More = {},
) {
  const act = rowActOf(typed.values.act);
  const state: PartState = {
    form,
    lists: typed.lists,
    rows: (name) => {
      const filled = rowsIn(typed, name).length;
      const asked = act?.way === 'add' && act.name === name;
      return { filled, spare: asked || filled === 0 ? 3 : 1 };
    },
    action: new URL(c.req.url).pathname,
    hidden: { _key: c.var.cx.ids.pid(), version: more.version ?? edition.version },
    backHref: pathOf(c, [edition.pid, part.back?.(where, typed)].filter(Boolean).join('/')),
    revising: edition.state === 'open',
  };
  return c.var.shell.office(c, {
    title: part.title(where),
    ...(part.lead === undefined ? {} : { lead: part.lead }),
    crumbs: crumbsOf(c, edition, ...(part.parents?.(c, edition) ?? []), {
      label: part.title(where),
    }),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
    body: (
      <>
        {part.view(state, edition, where)}
        {part.removal === undefined ? null : (
          <div class="buttons">
            <ButtonLink kind="dangerOutline" href={`${state.action}/xoa`}>
              {part.removal}
            </ButtonLink>
          </div>
        )}
      </>
    ),
  });
}

async function sent<Where>(c: WebContext, part: Part<Where>, at: At<Where>, body: FormBody) {
  const typed = tidy(body, part.rows);
  const { values } = typed;
  const { version } = values;
  if (rowActOf(values.act) !== null || values.act === 'edit')
    return show(c, part, at, typed, freshForm(values), { version });
  const content = part.apply(at.edition, typed, at.where);
  const stop = values.act === 'confirm' ? null : previewed(c, part, at, typed, content);
  if (stop !== null) return stop;
  const again = (
    issues: readonly Issue[],
    status: 409 | 422,
    stands: number | string | undefined,
  ) => show(c, part, at, typed, returned(part, at, typed, issues), { status, version: stands });
  try {
    const outcome = await once(c.var.cx, body.key, async (cx) => {
      const raw = {
        pid: at.edition.pid,
        version,
        content,
        reason: values.reason,
        code: part.code?.(typed),
      };
      const answer = await execute(cx, editEdition, raw);
      return { keep: answer.ok, answer };
    });
    return outcome.ok ? leave(c, part, at, typed, 'da-luu') : again(outcome.issues, 422, version);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409, error.version);
  }
}

function leave<Where>(
  c: WebContext,
  part: Part<Where>,
  { edition, where }: At<Where>,
  typed: Typed,
  said: string,
) {
  const after = part.after ?? part.back;
  const path = [edition.pid, after?.(where, typed)].filter(Boolean).join('/');
  return c.redirect(`${pathOf(c, path)}?${said}=1`, 303);
}

/** What a change of an open edition does to whom, before it is saved; null where nothing stops it. */
function previewed<Where>(
  c: WebContext,
  part: Part<Where>,
  at: At<Where>,
  typed: Typed,
  raw: unknown,
) {
  const { edition, where } = at;
  const { values } = typed;
  if (edition.state !== 'open' || Number(values.version) !== edition.version) return null;
  const read = editionContent.safeParse(raw);
  // What is wrong is told by the command.
  if (!read.success || checkEdition(read.data).length > 0) return null;
  const content: EditionContent = read.data;
  if (same(content, edition.content)) return leave(c, part, at, typed, 'khong-doi');
  if (content.kind !== edition.content.kind) return null;
  const changes = diffEditions(edition.content, content).map(sayChange);
  const reason = (values.reason ?? '').trim();
  if (changes.length > 0 && reason === '') return null;
  return c.var.shell.office(c, {
    title: words.preview.title,
    crumbs: crumbsOf(c, edition, ...(part.parents?.(c, edition) ?? []), {
      label: part.title(where),
    }),
    body: (
      <ChangePreview
        changes={changes}
        reason={reason}
        action={new URL(c.req.url).pathname}
        kept={keptOf(typed)}
        touched={{
          action: pathOf(c, `${edition.pid}/ho-so/cham-toi`),
          content: JSON.stringify(content),
        }}
      />
    ),
  });
}

function keptOf({ values, lists }: Typed): (readonly [string, string])[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name === 'act'
      ? []
      : (lists[name] ?? [value]).length > 1
        ? (lists[name] ?? []).map((one) => [name, one] as const)
        : [[name, value] as const],
  );
}
