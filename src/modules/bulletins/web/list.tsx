import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, InlineLinks, Toast } from '../../../ui/index.ts';
import { IssueList, IssuePage, ReaderList } from '../pages/office.tsx';
import { bulletinPublish, bulletinWrite, subscriberRead } from '../policy.ts';
import {
  articlesOf,
  candidates,
  findBulletin,
  listBulletins,
  listReaders,
  readersOf,
} from '../queries/index.ts';
import type { Bulletin } from '../schema.ts';
import { issueName, words } from '../vi.ts';
import { base, bulletinOf, crumbsTo, one, pageNumber, pathOf } from './shared.ts';

const size = 50;

export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.get(`${base}/nguoi-nhan`, readersPage);
  app.get(one, issuePage);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const page = pageNumber(c);
  const { organisationId } = place;
  const { rows, total } = await listBulletins(cx, { organisationId, published: false, page, size });
  const readers = await readersOf(cx.db, organisationId);
  const createHref = offers(c, bulletinWrite) ? pathOf(c, 'moi') : null;
  const links = [
    ...(offers(c, subscriberRead) ? [{ href: pathOf(c, 'nguoi-nhan'), label: words.readers }] : []),
    { href: site(place.code, 'ban-tin'), label: words.publicPage },
  ];
  return c.var.shell.office(c, {
    title: words.list,
    lead: words.listLead(total, readers),
    action:
      createHref === null ? undefined : (
        <ButtonLink kind="primary" icon="edit" href={createHref}>
          {words.create}
        </ButtonLink>
      ),
    before: await removedToast(c),
    body: (
      <>
        <IssueList
          rows={rows.map((row) => ({ ...row, href: pathOf(c, row.pid) }))}
          total={total}
          page={page}
          size={size}
          pageHref={(to) => withQuery(pathOf(c), { trang: to })}
          createHref={createHref}
        />
        <InlineLinks items={links} />
      </>
    ),
  });
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const gone = pid === undefined ? null : await findBulletin(c.var.cx, pid);
  if (gone === null || gone.deletedAt === null) return null;
  const undo = { action: pathOf(c, `${gone.pid}/khoi-phuc`) };
  return <Toast text={words.removed(issueName(gone))} undo={undo} />;
}

const said = {
  'da-luu': words.saved,
  'da-xep': words.arranged,
  'da-xuat-ban': words.published,
  'da-gui': words.sent,
  'da-khoi-phuc': words.restored,
};

async function issuePage(c: WebContext): Promise<Response> {
  const bulletin = await bulletinOf(c);
  const { cx } = c.var;
  const draft = bulletin.state === 'draft';
  const writes = draft && offers(c, bulletinWrite);
  const q = (c.req.query('q') ?? '').slice(0, 100);
  const found = writes ? await candidates(cx.db, bulletin, foldForSearch(q), 20) : [];
  const { publishedAt, sentAt, letters } = bulletin;
  const told = saidIn(c, said);
  return c.var.shell.office(c, {
    title: issueName(bulletin),
    lead: bulletin.title,
    crumbs: crumbsTo(c, { label: issueName(bulletin) }),
    before: told === undefined ? undefined : <Alert tone="ok" title={told} live />,
    body: (
      <IssuePage
        state={bulletin.state}
        publishedAt={publishedAt}
        sent={sentAt === null ? null : { at: sentAt, letters: letters ?? 0 }}
        articles={await articlesOf(cx.db, bulletin.id)}
        arrange={
          writes ? { action: pathOf(c, `${bulletin.pid}/bai`), version: bulletin.version } : null
        }
        candidates={found.map(({ pid, title, publishedAt: at }) => ({
          pid,
          title,
          day: formatDate(vietnamDay(at)),
        }))}
        q={q}
        path={pathOf(c, bulletin.pid)}
      >
        {buttons(c, bulletin)}
      </IssuePage>
    ),
  });
}

function buttons(c: WebContext, { pid, state, sentAt }: Bulletin) {
  const draft = state === 'draft';
  const publishes = offers(c, bulletinPublish);
  const writes = offers(c, bulletinWrite);
  return (
    <>
      {draft && publishes ? (
        <ButtonLink kind="primary" href={pathOf(c, `${pid}/xuat-ban`)}>
          {words.publish}
        </ButtonLink>
      ) : null}
      {!draft && publishes && sentAt === null ? (
        <ButtonLink kind="primary" icon="mail" href={pathOf(c, `${pid}/gui`)}>
          {words.send}
        </ButtonLink>
      ) : null}
      <ButtonLink icon="pdf" href={pathOf(c, `${pid}/ban-in.pdf`)}>
        {draft ? words.preview : words.download}
      </ButtonLink>
      {draft && writes ? (
        <>
          <ButtonLink icon="edit" href={pathOf(c, `${pid}/sua`)}>
            {words.edit}
          </ButtonLink>
          <ButtonLink kind="dangerOutline" href={pathOf(c, `${pid}/xoa`)}>
            {words.removeTitle}…
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}

async function readersPage(c: WebContext): Promise<Response> {
  if (!offers(c, subscriberRead)) throw new Forbidden(subscriberRead.name);
  const { cx, place } = c.var;
  const page = pageNumber(c);
  const total = await readersOf(cx.db, place.organisationId);
  return c.var.shell.office(c, {
    title: words.readers,
    lead: words.readersLead(total),
    crumbs: crumbsTo(c, { label: words.readers }),
    body: (
      <ReaderList
        rows={await listReaders(cx.db, place.organisationId, page, size)}
        total={total}
        page={page}
        size={size}
        pageHref={(to) => withQuery(pathOf(c, 'nguoi-nhan'), { trang: to })}
      />
    ),
  });
}
