import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ButtonLink } from '../../../../ui/index.ts';
import {
  type OpenedDossier,
  type OwnLinks,
  ownDossier,
  ownPage,
  ownPath,
} from '../../../dossiers/index.ts';
import { ListPage } from '../../pages/entry/list.tsx';
import { complaintsOfDossier } from '../../queries/index.ts';
import { mayComplain } from '../../service/index.ts';
import { topicNames, entryWords as words } from '../../vi/index.ts';
import { oneDoors } from './one.tsx';
import { writeDoors } from './write.tsx';

const base = '/ho-so/:token/khieu-nai';

/** Complaints behind the link of a dossier. */
export function complaintWeb(app: Hono<Env>): void {
  app.get(base, listPage);
  writeDoors(app, `${base}/viet`);
  oneDoors(app, `${base}/:pid{[0-9a-z]{16}}`);
}

/** The way to it from the page of the dossier, while complaints are taken. */
export const complaintLink: OwnLinks = async (cx, dossier, to) =>
  dossier.submitted > 0 && mayComplain(dossier, cx.clock.now()).ok
    ? [{ label: words.write, href: to('khieu-nai/viet') }]
    : [];

/** Where files arrive. */
export const entryStreams: readonly RegExp[] = [/^\/ho-so\/[^/]+\/khieu-nai\/viet$/];

/** Whether complaints are taken now, in words. */
function standing({ dossier }: OpenedDossier, now: Date): { open: boolean; says: string } {
  const admitted = mayComplain(dossier, now);
  if (admitted.ok) {
    const closes = admitted.phase === null ? dossier.leave?.until : admitted.phase.closes;
    return { open: true, says: words.open(closes ?? null) };
  }
  const { opens, closes } = admitted.data;
  if (opens !== undefined) return { open: false, says: words.notYet(opens) };
  const over = closes === undefined ? words.notNow : words.over(closes);
  return { open: false, says: `${over} ${words.onPaper}` };
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const found = await ownDossier(c);
  const { dossier, token } = found;
  if (dossier.submitted === 0) throw new NotFound('complaint');
  const rows = await complaintsOfDossier(cx.db, dossier.id);
  const { open, says } = standing(found, cx.clock.now());
  return ownPage(c, found, {
    title: words.title,
    crumbs: [{ label: words.title }],
    body: (
      <ListPage
        says={says}
        open={open}
        action={
          open ? (
            <ButtonLink kind="primary" href={ownPath(token, 'khieu-nai/viet')}>
              {words.write}
            </ButtonLink>
          ) : null
        }
        rows={rows.map((one) => ({
          href: ownPath(token, `khieu-nai/${one.pid}`),
          number: one.number,
          topic: topicNames[one.topic],
          day: formatDate(one.receivedOn),
          state: one.state,
        }))}
      />
    ),
  });
}
