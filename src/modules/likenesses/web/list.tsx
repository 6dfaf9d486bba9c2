import type { Hono } from 'hono';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import { ButtonLink, formatCount } from '../../../ui/index.ts';
import { FindingList } from '../pages/list.tsx';
import { countOpen, editionsWithFindings, listFindings } from '../queries/index.ts';
import { type Finding, type FindingState, findingStates } from '../schema.ts';
import { stateNames, words } from '../vi.ts';
import { amountWords, detailOf, mayDecideHere, nameOf, path, pathOf, readable } from './shared.tsx';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  // As an edition's page and a dossier's page name it.
  app.get('/hoi-thi/:edition{[0-9a-z]{16}}/so-trung', (c) => {
    const { edition } = c.req.param();
    const dossier = c.req.query('ho-so');
    return c.redirect(withQuery(pathOf(c), { lan: edition, 'ho-so': dossier }), 302);
  });
}

const questionOf = (c: WebContext): ListQuestion =>
  listQuestion(pathOf(c), c.req.query(), {
    filters: ['lan', 'tinh-trang', 'ho-so'],
    sorts: ['giong'],
    sort: '-giong',
  });

async function listPage(c: WebContext): Promise<Response> {
  await readable(c);
  const { cx, place } = c.var;
  const question = questionOf(c);
  const { values, page } = question;
  const editions = await editionsWithFindings(cx, place.organisationId);
  const { rows, total } = await listFindings(cx, {
    under: place.organisationId,
    edition: values.lan || null,
    dossier: values['ho-so'] || null,
    state: findingStates.find((state) => state === values['tinh-trang']) ?? null,
    page,
    size: pageSize,
  });
  const open = await countOpen(cx, place.organisationId);
  const imports = await mayDecideHere(c);
  return c.var.shell.office(c, {
    title: words.title,
    lead:
      total === 0 && !question.filtered
        ? words.leadNone
        : words.lead(formatCount(open), formatCount(total)),
    crumbs: [{ label: words.section, href: office(place.code, 'hoi-thi') }, { label: words.title }],
    action: imports ? (
      <ButtonLink icon="upload" href={pathOf(c, 'nhap')}>
        {words.import}
      </ButtonLink>
    ) : undefined,
    body: (
      <FindingList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        editions={editions.map(({ pid, name }) => ({ value: pid, label: name }))}
        chips={setFilters(question, {
          lan: (value) => editions.find(({ pid }) => pid === value)?.name ?? value,
          'ho-so': () => titleOf(rows, values['ho-so']),
          'tinh-trang': (value) => stateNames[value as FindingState] ?? value,
        })}
        textsHref={pathOf(c, 'bai')}
      />
    ),
  });
}

/** What the list is narrowed to, by its title where that may be told. */
function titleOf(rows: readonly Finding[], pid: string | undefined): string {
  const sides = rows.flatMap(({ newer, earlier }) => [newer, earlier]);
  const side = sides.find(({ dossier }) => dossier === pid);
  return side === undefined ? words.thisDossier : nameOf(side);
}

function listed(c: WebContext, row: Finding) {
  return {
    href: pathOf(c, row.pid),
    newer: nameOf(row.newer),
    newerDetail: detailOf(row.newer),
    earlier: nameOf(row.earlier),
    earlierDetail: detailOf(row.earlier),
    amount: amountWords(row.score),
    state: row.state,
  };
}
