import type { Hono } from 'hono';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import { tellsWho } from '../../calls/index.ts';
import { BlindList } from '../pages/list.tsx';
import { countNeeds, fileFields, listBlind } from '../queries/index.ts';
import { hidesAuthors } from '../rules/index.ts';
import { type Need, needs } from '../schema.ts';
import { needNames, words } from '../vi/index.ts';
import { base, crumbsOf, editionOf, pathOf } from './shared.tsx';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
}

async function listPage(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const { cx } = c.var;
  const list = pathOf(c, edition.pid);
  const question: ListQuestion = listQuestion(list, c.req.query(), {
    filters: ['can'],
    sorts: ['so'],
    sort: 'so',
  });
  const hides = hidesAuthors(edition.content.phases);
  const filter = { edition, fields: fileFields(edition.content.form, tellsWho) };
  const need = needs.find((one) => one === question.values.can) ?? null;
  const { rows, total } = await listBlind(
    cx,
    { ...filter, need },
    { page: question.page, size: pageSize },
  );
  const { all, person, named } = await countNeeds(cx, filter);
  return c.var.shell.office(c, {
    title: words.title,
    lead: hides && all > 0 ? words.lead(all, person, named) : undefined,
    crumbs: crumbsOf(c, edition),
    body: (
      <BlindList
        hides={hides}
        question={question}
        path={list}
        rows={rows.map((row) => ({ ...row, href: pathOf(c, edition.pid, row.pid) }))}
        total={total}
        size={pageSize}
        chips={setFilters(question, { can: (value) => needNames[value as Need] ?? value })}
      />
    ),
  });
}
