import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, Button, ButtonLink, Form, FormActions } from '../../../ui/index.ts';
import { PartKindChoice, RubricPage, RubricTable } from '../pages/parts/rubric-outline.tsx';
import { ScoreSheetFields } from '../pages/score-sheet/index.tsx';
import { checkMarks, type Marks, put, readMarks, sentMarks } from '../rules/index.ts';
import { pageWords } from '../vi/pages.ts';
import { rubricWords as words } from '../vi/pages-rubrics.ts';
import { changeable, moveIn } from './outlines.tsx';
import { rubricAt, rubricCrumbs, rubricsPath } from './parts/rubrics.tsx';
import { base, crumbsOf, editionOf, managedOf, noticeOf, pathOf } from './shared.tsx';

const list = `${base}/:pid/${rubricsPath}`;
const one = `${list}/:key`;

/** The score sheets of an edition, each with its parts, and as a judge sees it. */
export function rubricDoors(app: Hono<Env>): void {
  app.get(list, rubrics);
  app.get(`${one}/moi`, kinds);
  app.get(`${one}/xem-thu`, (c) => preview(c, {}));
  app.post(`${one}/xem-thu`, tried);
  app.post(`${one}/chuyen`, move);
}

/** Stands behind the addresses with a fixed word in the place of the key. */
export function rubricDoor(app: Hono<Env>): void {
  app.get(one, rubric);
}

async function rubrics(c: WebContext) {
  const edition = await editionOf(c);
  const path = pathOf(c, `${edition.pid}/${rubricsPath}`);
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition, { label: words.title }),
    before: noticeOf(c),
    body: (
      <>
        <RubricTable
          content={edition.content}
          path={path}
          addHref={(await changeable(c, edition)) ? `${path}/moi` : null}
        />
        <div class="buttons">
          <ButtonLink kind="text" href={pathOf(c, edition.pid)}>
            {pageWords.preview.back}
          </ButtonLink>
        </div>
      </>
    ),
  });
}

async function rubric(c: WebContext) {
  const edition = await editionOf(c);
  const found = rubricAt(c, edition);
  const [listed] = rubricCrumbs(c, edition, found);
  return c.var.shell.office(c, {
    title: found.name,
    crumbs: crumbsOf(c, edition, listed!, { label: found.name }),
    before: noticeOf(c),
    body: (
      <RubricPage
        content={edition.content}
        rubric={found}
        path={pathOf(c, `${edition.pid}/${rubricsPath}/${found.key}`)}
        version={(await changeable(c, edition)) ? edition.version : null}
      />
    ),
  });
}

async function kinds(c: WebContext) {
  const edition = await managedOf(c);
  const found = rubricAt(c, edition);
  const path = pathOf(c, `${edition.pid}/${rubricsPath}/${found.key}`);
  const { choose, chooseLead } = words.parts;
  return c.var.shell.office(c, {
    title: choose,
    lead: chooseLead,
    crumbs: crumbsOf(c, edition, ...rubricCrumbs(c, edition, found), { label: choose }),
    body: <PartKindChoice hrefOf={(kind) => `${path}/moi/${kind}`} />,
  });
}

async function move(c: WebContext) {
  const edition = await managedOf(c);
  const { content } = edition;
  const found = rubricAt(c, edition);
  return moveIn(c, edition, {
    items: found.parts,
    back: pathOf(c, `${edition.pid}/${rubricsPath}/${found.key}`),
    content: (parts) => ({
      ...content,
      rubrics: put(content.rubrics, { ...found, parts }),
    }),
  });
}

async function tried(c: WebContext) {
  const found = rubricAt(c, await editionOf(c));
  const marks = readMarks(found, sentMarks(found, (await formOf(c)).values));
  return preview(c, marks, checkMarks(found, marks));
}

async function preview(c: WebContext, marks: Marks, issues?: readonly Issue[]) {
  const edition = await editionOf(c);
  const found = rubricAt(c, edition);
  const path = pathOf(c, `${edition.pid}/${rubricsPath}/${found.key}`);
  const wrong = issues !== undefined && issues.length > 0;
  return c.var.shell.office(c, {
    title: words.preview,
    lead: words.previewLead,
    crumbs: crumbsOf(c, edition, ...rubricCrumbs(c, edition, found), { label: words.preview }),
    ...(wrong ? { status: 422, error: true } : {}),
    body: (
      <>
        {issues !== undefined && !wrong ? <Alert tone="ok" title={words.fine} live /> : null}
        <h2>{found.name}</h2>
        <Form action={`${path}/xem-thu`}>
          <ScoreSheetFields
            rubric={found}
            marks={marks}
            issues={issues}
            summaryTitle={words.wrong(issues?.length ?? 0)}
            summaryNote={words.nothingKept}
          />
          <FormActions>
            <Button kind="primary">{words.check}</Button>
            <ButtonLink kind="text" href={path}>
              {words.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </>
    ),
  });
}
