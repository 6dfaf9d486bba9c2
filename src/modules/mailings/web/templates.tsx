import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { pageParameter } from '../../../platform/forms/list.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { deletionDoors, restorableUntil } from '../../../platform/records/doors.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
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
import { TemplateForm, TemplateList, TemplatePage } from '../pages/templates.tsx';
import { mailingWrite } from '../policy.ts';
import { findTemplate, listTemplates, memberToTry } from '../queries/index.ts';
import { everybody, type MailingTemplate } from '../schema.ts';
import { aLetter, editTemplate, recordTemplate, templateDeletion } from '../service/index.ts';
import {
  actionNames,
  labels,
  letterWords,
  mailingIssues,
  samples,
  templateWords,
  words,
} from '../vi.ts';
import { crumbsTo, needs, pathOf, templateCrumbs, templates } from './shared.tsx';

const base = '/hoi-vien/thu/mau';
const pageSize = 50;

export function templateDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.get(`${base}/moi`, async (c) => show(c, null, freshForm(sampleOf(c))));
  app.post(`${base}/moi`, async (c) => sent(c, null));
  app.get(`${base}/:pid`, templatePage);
  app.get(`${base}/:pid/sua`, async (c) => {
    const template = await liveOf(c);
    const { name, subject, body } = template;
    return show(c, template, freshForm({ name, subject, body }));
  });
  app.post(`${base}/:pid/sua`, async (c) => sent(c, await liveOf(c)));
  app.get(`${base}/:pid/xoa`, removePage);
  deletionDoors(app, base, templates, templateDeletion);
}

async function templateOf(c: WebContext): Promise<MailingTemplate> {
  const template = await findTemplate(c.var.cx, c.req.param('pid') ?? '');
  if (template === null) throw new NotFound('mailing template');
  return template;
}

async function liveOf(c: WebContext): Promise<MailingTemplate> {
  const template = await templateOf(c);
  if (template.deletedAt !== null) throw new NotFound('mailing template');
  return template;
}

function sampleOf(c: WebContext): Record<string, string> {
  const sample = samples.find((one) => one.code === c.req.query('goi-y'));
  return sample === undefined
    ? {}
    : { name: sample.name, subject: sample.subject, body: sample.body };
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(c.req.query(pageParameter))) || 1));
  const list = { under: place.organisationId, page, size: pageSize };
  const { rows, total } = await listTemplates(cx, list);
  const writer = offers(c, mailingWrite);
  return c.var.shell.office(c, {
    title: templateWords.list,
    lead: templateWords.lead,
    crumbs: crumbsTo(c, { label: templateWords.list }),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={templates.pathOf(c, 'moi')}>
        {templateWords.write}
      </ButtonLink>
    ) : undefined,
    before: await removedToast(c),
    body: (
      <TemplateList
        rows={rows.map((row) => ({
          href: templates.pathOf(c, row.pid),
          name: row.name,
          subject: row.subject,
        }))}
        samples={samples.map(({ code, name, subject }) => ({
          href: writer ? `${templates.pathOf(c, 'moi')}?goi-y=${code}` : null,
          name,
          subject,
        }))}
        pager={{
          page,
          size: pageSize,
          total,
          href: (n) => `${templates.pathOf(c)}?${pageParameter}=${n}`,
        }}
      />
    ),
  });
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const template = pid === undefined ? null : await findTemplate(c.var.cx, pid);
  if (template === null || template.deletedAt === null) return null;
  const undo = { action: templates.pathOf(c, `${template.pid}/khoi-phuc`) };
  return <Toast text={templateWords.removed(template.name)} undo={undo} />;
}

async function templatePage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const template = await templateOf(c);
  if (template.deletedAt !== null) return deletedPage(c, template, template.deletedAt);
  const writer = offers(c, mailingWrite);
  const who = (c.req.query('nguoi') ?? '').slice(0, 100);
  const { organisationId, organisationName } = template;
  const meant = { organisationId, kind: 'service', filter: everybody } as const;
  const member = await memberToTry(cx, meant, who);
  const shown = member ?? words.sampleMember(organisationName);
  const path = templates.pathOf(c, template.pid);
  const title = saidIn(c, {
    'da-luu': templateWords.saved,
    'da-khoi-phuc': templateWords.restored,
  });
  return c.var.shell.office(c, {
    title: template.name,
    lead: organisationName,
    crumbs: templateCrumbs(c, { label: template.name }),
    action: writer ? (
      <ButtonLink kind="primary" icon="mail" href={`${pathOf(c, 'moi')}?mau=${template.pid}`}>
        {words.useTemplate}
      </ButtonLink>
    ) : undefined,
    before: title === undefined ? undefined : <Alert tone="ok" title={title} live />,
    body: (
      <TemplatePage
        path={path}
        who={who}
        previewNote={
          member === null
            ? words.previewMade
            : words.previewFor(member.fullName, member.association)
        }
        letter={aLetter(cx, template, [shown], letterWords.linkHere)}
        writer={writer}
        listHref={templates.pathOf(c)}
      />
    ),
    aside: (
      <RecordHistory
        items={
          await historyOf(
            cx.db,
            { type: 'mailing_template', id: template.id },
            { actions: actionNames, fields: labels },
          )
        }
      />
    ),
  });
}

function deletedPage(c: WebContext, template: MailingTemplate, deletedAt: Date) {
  const until = restorableUntil(c, deletedAt, mailingWrite);
  return c.var.shell.office(c, {
    title: template.name,
    crumbs: templateCrumbs(c, { label: template.name }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={templates.pathOf(c, `${template.pid}/khoi-phuc`)}
        listHref={templates.pathOf(c)}
      />
    ),
  });
}

async function sent(c: WebContext, template: MailingTemplate | null): Promise<Response> {
  needs(c);
  const { values, key } = await formOf(c);
  const { name, subject, body, version } = values;
  const content = { name, subject, body };
  const raw =
    template === null
      ? { organisation: c.var.place.code, ...content }
      : { pid: template.pid, version, ...content };
  const write = (cx: Cx, input: unknown): Promise<Outcome<{ pid: string }>> =>
    template === null ? execute(cx, recordTemplate, input) : execute(cx, editTemplate, input);
  const saved = await saveSent(c.var.cx, key, { raw, early: [], read: [], write });
  if (saved.ok) return c.redirect(`${templates.pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  return show(c, template, returnedForm(values, saved.issues, mailingIssues, labels), saved.newer);
}

async function show(
  c: WebContext,
  template: MailingTemplate | null,
  state: FormView,
  newer?: number,
): Promise<Response> {
  needs(c);
  const bad = state.summary.length > 0;
  const title = template === null ? templateWords.write : templateWords.editTitle;
  const backHref = template === null ? templates.pathOf(c) : templates.pathOf(c, template.pid);
  const version = newer ?? state.values.version ?? template?.version;
  const crumb = template === null ? [] : [{ label: template.name, href: backHref }];
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: templateCrumbs(c, ...crumb, { label: title }),
    body: (
      <TemplateForm
        state={state}
        action={c.req.path}
        hidden={{ _key: c.var.cx.ids.pid(), version: template === null ? undefined : version }}
        backHref={backHref}
        newerHref={newer === undefined ? undefined : backHref}
      />
    ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  const template = await liveOf(c);
  needs(c);
  const back = templates.pathOf(c, template.pid);
  const title = templateWords.removeTitle;
  return c.var.shell.office(c, {
    title,
    crumbs: templateCrumbs(c, { label: template.name, href: back }, { label: title }),
    body: (
      <ConfirmPage
        question={templateWords.removeQuestion(template.name)}
        action={c.req.path}
        hidden={{ version: template.version }}
        verb={title}
        keepHref={back}
        keepLabel={templateWords.removeKeep}
      >
        {templateWords.removeBody}
      </ConfirmPage>
    ),
  });
}
