import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { settled } from '../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, ConfirmPage, formatCount } from '../../../ui/index.ts';
import { TextList } from '../pages/texts.tsx';
import { likenessDecide } from '../policy.ts';
import { importedByPid, listImported } from '../queries/index.ts';
import { forgetText } from '../service/index.ts';
import { words } from '../vi.ts';
import { crumbsTo, decidable, mayDecideHere, path, pathOf, readable } from './shared.tsx';

const pageSize = 50;
const pid = ':pid{[0-9a-z]{16}}';

/** Texts of earlier years that came from files. */
export function textDoors(app: Hono<Env>): void {
  app.get(`/${path}/bai`, listPage);
  app.get(`/${path}/bai/${pid}/bo`, confirm);
  app.post(`/${path}/bai/${pid}/bo`, forget);
}

async function listPage(c: WebContext): Promise<Response> {
  await readable(c);
  const { cx, place } = c.var;
  const list = pathOf(c, 'bai');
  const question: ListQuestion = listQuestion(list, c.req.query(), {
    filters: [],
    sorts: ['nam'],
    sort: '-nam',
  });
  const { rows, total } = await listImported(cx, {
    under: place.organisationId,
    page: question.page,
    size: pageSize,
  });
  const decides = await mayDecideHere(c);
  const several = rows.some(({ organisation }) => organisation.code !== place.code);
  const said = saidIn(c, { 'da-bo': words.texts.forgotten });
  return c.var.shell.office(c, {
    title: words.texts.title,
    lead: total === 0 ? undefined : words.texts.lead(formatCount(total)),
    crumbs: crumbsTo(c, { label: words.texts.title }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    action: decides ? (
      <ButtonLink kind="primary" icon="upload" href={pathOf(c, 'nhap')}>
        {words.import}
      </ButtonLink>
    ) : undefined,
    body: (
      <TextList
        rows={rows.map((row) => ({
          title: row.title,
          authors: row.authors ?? '',
          year: row.year === null ? '' : String(row.year),
          words: formatCount(row.words),
          origin: row.origin,
          organisation: several ? row.organisation.name : null,
          forgetHref: decides ? `${list}/${row.pid}/bo` : null,
        }))}
        page={question.page}
        pageHref={question.pageHref}
        total={total}
        size={pageSize}
      />
    ),
  });
}

async function confirm(c: WebContext): Promise<Response> {
  const text = await importedByPid(c.var.cx, c.req.param('pid') ?? '');
  if (!(await may(c.var.cx, likenessDecide, text.organisation.id))) await decidable(c);
  const list = pathOf(c, 'bai');
  return c.var.shell.office(c, {
    title: words.texts.forget,
    crumbs: crumbsTo(c, { label: words.texts.title, href: list }, { label: words.texts.forget }),
    body: (
      <ConfirmPage
        question={words.texts.confirm(text.title)}
        action={c.req.path}
        verb={words.texts.forget}
        keepHref={list}
        keepLabel={words.texts.keep}
      >
        {words.texts.confirmBody}
      </ConfirmPage>
    ),
  });
}

async function forget(c: WebContext): Promise<Response> {
  settled(await execute(c.var.cx, forgetText, { pid: c.req.param('pid') }));
  return c.redirect(`${pathOf(c, 'bai')}?da-bo=1`, 303);
}
