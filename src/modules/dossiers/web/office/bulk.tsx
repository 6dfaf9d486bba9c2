import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Alert } from '../../../../ui/index.ts';
import { dossierByPid } from '../../queries/index.ts';
import { validateDossier } from '../../service/index.ts';
import { listWords as words } from '../../vi/office/index.ts';
import { base, crumbsOf, keptEdition, nameOf, pathOf, told } from './shared.tsx';

const mostChosen = 200;

/** What is done with several dossiers that were chosen in the list. */
export function bulkDoors(app: Hono<Env>): void {
  app.post(`${base}/hop-le`, validateMany);
}

async function validateMany(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const edition = await keptEdition(c);
  const { lists } = await formOf(c);
  const chosen = [...new Set(lists.chon ?? [])].slice(0, mostChosen);
  const back = withQuery(pathOf(c, edition), c.req.query());
  const joined = (said: string) => `${back}${back.includes('?') ? '&' : '?'}${said}`;
  if (chosen.length === 0) return c.redirect(joined('chua-chon=1'), 303);
  let done = 0;
  const refused: { title: string; href: string; text: string }[] = [];
  for (const pid of chosen) {
    const dossier = await dossierByPid(cx, pid);
    if (dossier.edition.pid !== edition.pid) throw new NotFound('dossier');
    const outcome = await execute(cx, validateDossier, { pid });
    if (outcome.ok) done += 1;
    else
      refused.push({
        title: [dossier.number, nameOf(dossier)].filter(Boolean).join(' '),
        href: pathOf(c, edition, pid),
        text: told(outcome.issues),
      });
  }
  if (refused.length === 0) return c.redirect(joined(`da-hop-le=${done}`), 303);
  const title = words.refusedTitle(refused.length);
  return c.var.shell.office(c, {
    title,
    status: 422,
    error: true,
    crumbs: crumbsOf(c, edition, { label: title }),
    before: done === 0 ? undefined : <Alert tone="ok" title={words.validated(done)} live />,
    body: (
      <>
        <ul>
          {refused.map((one) => (
            <li>
              <a href={one.href}>{one.title}</a>: {one.text}
            </li>
          ))}
        </ul>
        <p>
          <a href={back}>{words.title}</a>
        </p>
      </>
    ),
  });
}

/** What the list says after several were found valid. */
export async function validatedNotice(c: WebContext) {
  if (c.req.query('chua-chon') !== undefined)
    return <Alert tone="warn" title={words.noneChosen} live />;
  const many = Number(c.req.query('da-hop-le') ?? '');
  return Number.isInteger(many) && many > 0 ? (
    <Alert tone="ok" title={words.validated(many)} live />
  ) : undefined;
}
