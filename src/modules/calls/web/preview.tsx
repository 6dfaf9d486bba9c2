import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, Button, ButtonLink, Empty, Form, FormActions, Tabs } from '../../../ui/index.ts';
import { DossierForm } from '../pages/dossier-form/index.tsx';
import {
  type Answers,
  checkAnswers,
  type EntrantKind,
  entrantKinds,
  fieldsFor,
  isRowAct,
  readAnswers,
  sentAnswers,
} from '../rules/index.ts';
import type { Edition } from '../schema/index.ts';
import { entrantNames } from '../vi/index.ts';
import { pageWords } from '../vi/pages.ts';
import { base, crumbsOf, editionOf, pathOf } from './shared.tsx';

const words = pageWords.preview;

/** The dossier form as each kind of entrant sees it, to be tried; nothing is written. */
export function previewDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/xem-thu`, async (c) => {
    const edition = await editionOf(c);
    return show(c, edition, entrantOf(c, edition), {});
  });
  app.post(`${base}/:pid/xem-thu`, async (c) => {
    const edition = await editionOf(c);
    const entrant = entrantOf(c, edition);
    const { form, eligibility } = edition.content;
    const { values, lists } = await formOf(c);
    const answers = readAnswers(form, sentAnswers(form, values, lists, entrant));
    if (isRowAct(values.act)) return show(c, edition, entrant, answers);
    const asked = form.filter(({ kind }) => kind !== 'files');
    const today = c.var.cx.clock.today();
    const { representative } = eligibility;
    const issues = checkAnswers(asked, answers, [], { entrant, today, representative });
    return show(c, edition, entrant, answers, issues);
  });
}

function entrantOf(c: WebContext, { content }: Edition): EntrantKind {
  const asked = entrantKinds.find((one) => one === c.req.query('doi-tuong'));
  return asked ?? content.entrants[0] ?? 'individual';
}

function show(
  c: WebContext,
  edition: Edition,
  entrant: EntrantKind,
  answers: Answers,
  issues?: readonly Issue[],
) {
  const path = pathOf(c, `${edition.pid}/xem-thu`);
  const { form, entrants } = edition.content;
  const wrong = issues !== undefined && issues.length > 0;
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition, { label: words.title }),
    ...(wrong ? { status: 422, error: true } : {}),
    before: (
      <Tabs
        label={words.entrants}
        items={entrants.map((one) => ({
          label: entrantNames[one],
          href: `${path}?doi-tuong=${one}`,
          current: one === entrant,
        }))}
      />
    ),
    body: (
      <>
        {issues !== undefined && !wrong ? <Alert tone="ok" title={words.fine} live /> : null}
        {fieldsFor(form, entrant).length === 0 ? (
          <Empty kind="first" title={words.empty} />
        ) : (
          <Form action={`${path}?doi-tuong=${entrant}`}>
            <DossierForm
              form={form}
              entrant={entrant}
              answers={answers}
              issues={issues}
              renderFiles={() => <p>{words.files}</p>}
              enter="check"
              action={`${path}?doi-tuong=${entrant}`}
              summaryTitle={words.wrong(issues?.length ?? 0)}
              summaryNote={words.note}
            />
            <FormActions>
              <Button kind="primary" name="act" value="check">
                {words.check}
              </Button>
              <ButtonLink kind="text" href={pathOf(c, edition.pid)}>
                {words.back}
              </ButtonLink>
            </FormActions>
          </Form>
        )}
      </>
    ),
  });
}
