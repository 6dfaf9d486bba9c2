import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink } from '../../../ui/index.ts';
import {
  FormOutline,
  KindChoice,
  type OutlineProps,
  PhaseOutline,
} from '../pages/parts/outline.tsx';
import { type EditionContent, moved } from '../rules/index.ts';
import type { Edition } from '../schema/index.ts';
import { editEdition } from '../service/index.ts';
import { callsIssues } from '../vi/index.ts';
import { pageWords } from '../vi/pages.ts';
import { partWords } from '../vi/pages-parts.ts';
import { formPath } from './parts/form-field.tsx';
import { phasesPath } from './parts/phase.tsx';
import { base, crumbsOf, editionOf, managedOf, mayManage, noticeOf, pathOf } from './shared.tsx';

interface Outline<K extends 'form' | 'phases'> {
  readonly part: K;
  readonly path: string;
  readonly words: { readonly title: string; readonly lead: string };
  readonly view: (props: OutlineProps<EditionContent[K][number]>) => Child;
}

/** Pages with the fields of the form, and with the phases, in their order. */
export function outlineDoors(app: Hono<Env>): void {
  outline(app, {
    part: 'form',
    path: formPath,
    words: partWords.form,
    view: (props) => <FormOutline {...props} />,
  });
  outline(app, {
    part: 'phases',
    path: phasesPath,
    words: partWords.phases,
    view: (props) => <PhaseOutline {...props} />,
  });
  app.get(`${base}/:pid/${formPath}/moi`, kinds);
}

/** Whether it may be changed here: not closed, and by this one. */
export async function changeable(c: WebContext, edition: Edition): Promise<boolean> {
  return edition.state !== 'closed' && (await mayManage(c, edition));
}

function outline<K extends 'form' | 'phases'>(app: Hono<Env>, of: Outline<K>): void {
  const { words } = of;
  app.get(`${base}/:pid/${of.path}`, async (c) => {
    const edition = await editionOf(c);
    const writer = await changeable(c, edition);
    return c.var.shell.office(c, {
      title: words.title,
      lead: words.lead,
      crumbs: crumbsOf(c, edition, { label: words.title }),
      before: noticeOf(c),
      body: (
        <>
          {of.view({
            items: edition.content[of.part],
            path: pathOf(c, `${edition.pid}/${of.path}`),
            version: writer ? edition.version : null,
          })}
          <div class="buttons">
            <ButtonLink kind="text" href={pathOf(c, edition.pid)}>
              {pageWords.preview.back}
            </ButtonLink>
          </div>
        </>
      ),
    });
  });
  app.post(`${base}/:pid/${of.path}/chuyen`, (c) => move(c, of));
}

async function move<K extends 'form' | 'phases'>(c: WebContext, { part, path }: Outline<K>) {
  const edition = await managedOf(c);
  return moveIn<{ readonly key: string }>(c, edition, {
    items: edition.content[part],
    back: pathOf(c, `${edition.pid}/${path}`),
    content: (order) => ({ ...edition.content, [part]: order }),
  });
}

interface Moving<Item> {
  readonly items: readonly Item[];
  /** The page with the items. */
  readonly back: string;
  /** The whole content with the items in another order. */
  readonly content: (order: readonly Item[]) => unknown;
}

/**
 * Moves the item that the form names up or down, and goes back to where it stands. A move says what stands
 * beside what: made on an older version it is not made, and the page says so.
 */
export async function moveIn<Item extends { readonly key: string }>(
  c: WebContext,
  { pid }: Edition,
  { items, back, content }: Moving<Item>,
): Promise<Response> {
  const { place, version, way } = (await formOf(c)).values;
  const at = items.findIndex(({ key }) => key === place);
  const order = moved(items, at, way === 'up' ? 'up' : 'down');
  try {
    const raw = { pid, version, content: content(order) };
    settled(await execute(c.var.cx, editEdition, raw), callsIssues);
    return c.redirect(`${back}?da-chuyen=1#muc-${items[at]?.key ?? ''}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.redirect(`${back}?da-doi=1`, 303);
  }
}

async function kinds(c: WebContext) {
  const edition = await managedOf(c);
  const path = pathOf(c, `${edition.pid}/${formPath}`);
  const words = partWords.form;
  return c.var.shell.office(c, {
    title: words.choose,
    lead: words.chooseLead,
    crumbs: crumbsOf(c, edition, { label: words.title, href: path }, { label: words.choose }),
    body: <KindChoice hrefOf={(kind) => `${path}/moi/${kind}`} />,
  });
}
