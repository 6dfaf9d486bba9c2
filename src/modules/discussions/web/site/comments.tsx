import type { Hono } from 'hono';
import { freshForm } from '../../../../platform/forms/returned.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Pager, Tabs } from '../../../../ui/index.ts';
import { CommentList } from '../../pages/comments.tsx';
import { commentsOf, settingsOf } from '../../queries/index.ts';
import { whyClosed } from '../../rules/index.ts';
import { readerHash } from '../../service/index.ts';
import { commentWords as words } from '../../vi/index.ts';
import { ownReader } from '../reader.ts';
import {
  aboutSubject,
  discussionPath,
  type Found,
  orderNames,
  commentsPath as path,
  sitePath,
} from '../shared.ts';
import { commentHref, orderIn } from './under.tsx';
import { answeredIn, crumbsTo, nextPage, posted, writePage } from './writing.tsx';

const pageSize = 20;

/** Comments of something that is published: all of them, and writing one. */
export function commentDoors(app: Hono<Env>): void {
  app.get(`/${path}/:kind/:pid`, (c) => aboutSubject(c, (found) => allPage(c, found)));
  app.post(`/${path}/:kind/:pid`, (c) => aboutSubject(c, (found) => posted(c, found)));
  app.get(`/${path}/:kind/:pid/viet`, (c) =>
    aboutSubject(c, (found) => writePage(c, { ...found, form: freshForm(), parent: null })),
  );
  app.get(`/${path}/:kind/:pid/da-gui`, (c) => aboutSubject(c, (found) => nextPage(c, found)));
  app.get(`/${path}/:kind/:pid/tra-loi/:comment`, (c) =>
    aboutSubject(c, async (found) => {
      const parent = await answeredIn(c, found.ref, c.req.param('comment') ?? '');
      return writePage(c, { ...found, form: freshForm(), parent });
    }),
  );
}

async function allPage(c: WebContext, { ref, subject }: Found): Promise<Response> {
  const { cx } = c.var;
  const order = orderIn(c);
  const page = Number(/^[1-9]\d{0,5}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1);
  const reader = ownReader(c);
  const found = await commentsOf(cx.db, ref, {
    order,
    page,
    size: pageSize,
    readerAt: reader === null ? undefined : (id) => readerHash(reader, id),
  });
  const settings = await settingsOf(cx.db, subject.organisationId);
  const closed = whyClosed(
    settings,
    { open: subject.open, since: subject.since ?? null },
    cx.clock.today(),
  );
  const here = (query: object) => sitePath(c, discussionPath(ref), query);
  const asked = (one: typeof order) => (one === 'newest' ? {} : { 'binh-luan': orderNames[one] });
  return c.var.shell.portal(c, {
    title: words.all(subject.title),
    crumbs: crumbsTo(c, subject, words.title(found.comments)),
    styles: ['discussion'],
    head: { metas: [{ name: 'robots', content: 'noindex, follow' }] },
    body: (
      <div class="discussion">
        <h1>{words.title(found.comments)}</h1>
        <p>
          <a href={subject.href}>{subject.title}</a>
        </p>
        <Tabs
          label={words.orders}
          items={(['newest', 'agreed'] as const).map((one) => ({
            href: here(asked(one)),
            label: words[one],
            current: one === order,
          }))}
        />
        {found.comments === 0 ? <p>{words.none}</p> : null}
        <CommentList
          threads={found.threads}
          comments={found.comments}
          hrefOf={(pid, act) => commentHref(c, ref, pid, act)}
          back={here({ ...asked(order), trang: page === 1 ? null : page })}
          open={closed === null}
        />
        <Pager
          page={page}
          size={pageSize}
          total={found.total}
          href={(to) => here({ ...asked(order), trang: to === 1 ? null : to })}
        />
        <p>
          {closed === null ? (
            <a href={sitePath(c, discussionPath(ref, '/viet'))}>{words.write}</a>
          ) : (
            words.closed[closed]
          )}
        </p>
      </div>
    ),
  });
}
