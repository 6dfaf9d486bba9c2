import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { deletionDoors, restorableUntil } from '../../../platform/records/doors.ts';
import { saidIn } from '../../../platform/records/section.ts';
import {
  Alert,
  ButtonLink,
  ConfirmPage,
  DeletedRecord,
  RecordHistory,
  Toast,
  uiVi,
} from '../../../ui/index.ts';
import { historyOf } from '../../people/index.ts';
import { reportTabs } from '../../reporting/index.ts';
import { TemplateList } from '../pages/list.tsx';
import { Outline } from '../pages/outline.tsx';
import { WholeTemplate } from '../pages/whole.tsx';
import { templateWrite } from '../policy.ts';
import { liveTemplates, templateByPid } from '../queries.ts';
import { missingIn, moveRow, moveSection } from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { editTemplate, templateDeletion } from '../service.ts';
import { actionNames, labels, templateIssues, vi } from '../vi.ts';
import {
  base,
  crumbsOf,
  liveOf,
  mayWrite,
  pathOf,
  requireRead,
  requireWrite,
  section,
} from './shared.tsx';

/** Doors that show templates, set their parts in order, and delete them. */
export function outlineDoors(app: Hono<Env>): void {
  app.get(base, list);
  app.get(`${base}/:pid`, outline);
  app.get(`${base}/:pid/xem`, whole);
  app.post(`${base}/:pid/chuyen`, move);
  app.get(`${base}/:pid/xoa`, removal);
  deletionDoors(app, base, section, templateDeletion);
}

async function list(c: WebContext) {
  await requireRead(c);
  const { cx, shell } = c.var;
  const templates = await liveTemplates(cx.db);
  const writer = await mayWrite(c);
  return shell.office(c, {
    title: vi.list,
    lead: vi.lead,
    crumbs: section.crumbsTo(c),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'moi')}>
        {vi.add}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {await removedToast(c)}
        {reportTabs(c, 'templates')}
      </>
    ),
    body: (
      <TemplateList templates={templates} hrefOf={(one) => pathOf(c, one.pid)} writer={writer} />
    ),
  });
}

async function removedToast(c: WebContext) {
  const template = await templateByPid(c.var.cx.db, c.req.query('da-xoa') ?? '');
  if (template === null || template.deletedAt === null || !(await mayWrite(c))) return null;
  const undo = { action: pathOf(c, `${template.pid}/khoi-phuc`), label: uiVi.record.restore };
  return <Toast text={vi.removed(template.name)} undo={undo} />;
}

async function outline(c: WebContext) {
  await requireRead(c);
  const { cx, shell } = c.var;
  const template = await templateByPid(cx.db, c.req.param('pid') ?? '');
  if (template === null) throw new NotFound('report_template');
  if (template.deletedAt !== null) return deleted(c, template, template.deletedAt);
  const writer = await mayWrite(c);
  const subject = { type: 'report_template', id: template.id };
  const history = await historyOf(cx.db, subject, { actions: actionNames, fields: labels });
  return shell.office(c, {
    title: template.name,
    crumbs: section.crumbsTo(c, { label: template.name }),
    action: <ButtonLink href={pathOf(c, `${template.pid}/xem`)}>{vi.preview}</ButtonLink>,
    before: said(c),
    body: (
      <>
        <Outline
          template={template}
          path={pathOf(c, template.pid)}
          copyHref={`${pathOf(c, 'moi')}?tu=${template.pid}`}
          writer={writer}
          missing={missingIn(template.content).map((one) => wordsOf(one, templateIssues))}
        />
        {history.length === 0 ? null : <RecordHistory items={history} />}
      </>
    ),
  });
}

function said(c: WebContext) {
  if (c.req.query('da-doi') !== undefined) return <Alert tone="warn" title={vi.changed} live />;
  const title = saidIn(c, {
    'da-luu': vi.saved,
    'da-chuyen': vi.moved,
    'da-khoi-phuc': vi.restored,
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

function deleted(c: WebContext, template: Template, at: Date) {
  const until = restorableUntil(c, at, templateWrite);
  return c.var.shell.office(c, {
    title: template.name,
    crumbs: section.crumbsTo(c, { label: template.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(at)), formatDate(until))}
        restoreAction={pathOf(c, `${template.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}

async function whole(c: WebContext) {
  await requireRead(c);
  const template = await liveOf(c);
  return c.var.shell.office(c, {
    title: vi.show.title(template.name),
    lead: vi.show.lead,
    crumbs: crumbsOf(c, template, { label: vi.preview }),
    body: <WholeTemplate content={template.content} />,
  });
}

// A move says what stands beside what: made on an older version it is not made, and the page says so.
async function move(c: WebContext) {
  await requireWrite(c);
  const template = await liveOf(c);
  const { values } = await formOf(c);
  const { place = '', what, version } = values;
  const way = values.way === 'up' ? 'up' : 'down';
  const table = template.content.sections.find(({ rows }) => rows.some(({ key }) => key === place));
  const row = what === 'row' && table !== undefined;
  const back = pathOf(c, row ? `${template.pid}/muc/${table.key}` : template.pid);
  const anchor = row ? '#cac-dong' : `#muc-${place}`;
  const content = (row ? moveRow : moveSection)(template.content, place, way);
  try {
    const raw = { pid: template.pid, version, content };
    settled(await execute(c.var.cx, editTemplate, raw));
    return c.redirect(`${back}?da-chuyen=1${anchor}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.redirect(`${back}?da-doi=1`, 303);
  }
}

async function removal(c: WebContext) {
  await requireWrite(c);
  const template = await liveOf(c);
  return c.var.shell.office(c, {
    title: vi.remove,
    crumbs: crumbsOf(c, template, { label: vi.remove }),
    body: (
      <ConfirmPage
        question={vi.removeQuestion(template.name)}
        action={pathOf(c, `${template.pid}/xoa`)}
        hidden={{ version: template.version }}
        verb={vi.remove}
        keepHref={pathOf(c, template.pid)}
        keepLabel={vi.keep}
      >
        <p>{vi.removeBody}</p>
      </ConfirmPage>
    ),
  });
}
