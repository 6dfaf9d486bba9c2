import type { Hono } from 'hono';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, ConfirmPage, Section } from '../../../ui/index.ts';
import { numbered } from '../pages/outline.tsx';
import { SectionForm, SectionRows } from '../pages/section.tsx';
import {
  dropSection,
  freeKey,
  putSection,
  rowsOf,
  type SectionKind,
  type TemplateSection,
} from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { vi } from '../vi.ts';
import {
  base,
  crumbsOf,
  liveOf,
  pathOf,
  placeOfSection,
  requireWrite,
  sectionIn,
  sendContent,
  typedNumber,
} from './shared.tsx';

/** Doors that add, change and take away sections of a template. */
export function sectionDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/muc-moi`, async (c) => {
    await requireWrite(c);
    const after = c.req.query('sau') ?? '';
    return show(c, await liveOf(c), null, freshForm({ level: '2', kind: 'narrative', after }));
  });
  app.post(`${base}/:pid/muc-moi`, (c) => sent(c, true));
  app.get(`${base}/:pid/muc/:section`, async (c) => {
    await requireWrite(c);
    const template = await liveOf(c);
    const section = sectionIn(c, template);
    return show(c, template, section, freshForm(valuesOf(section)));
  });
  app.post(`${base}/:pid/muc/:section`, (c) => sent(c, false));
  app.get(`${base}/:pid/muc/:section/xoa`, removal);
  app.post(`${base}/:pid/muc/:section/xoa`, removed);
}

const valuesOf = (section: TemplateSection): Record<string, string> => ({
  number: section.number,
  title: section.title,
  level: String(section.level),
  kind: section.kind,
  hint: section.hint ?? '',
  sentences: section.sentences.join('\n'),
});

interface More {
  readonly status?: 409 | 422;
  readonly version?: number | string;
}

async function show(
  c: WebContext,
  template: Template,
  section: TemplateSection | null,
  form: FormView,
  more: More = {},
) {
  const { cx, shell } = c.var;
  const path = pathOf(c, template.pid);
  const own = section === null ? `${path}/muc-moi` : `${path}/muc/${section.key}`;
  const title = section === null ? vi.section.newTitle : vi.section.editTitle(section.title);
  const rows = rowsOf(template.content);
  const made = (
    <SectionForm
      form={form}
      action={own}
      hidden={{ _key: cx.ids.pid(), version: more.version ?? template.version }}
      speaks={section === null || section.kind === 'narrative'}
      figures={rows.map(({ key, label, number }) => ({
        value: key,
        label: `${number} ${label}`.trim(),
      }))}
      after={
        section === null
          ? template.content.sections.map((one) => ({ value: one.key, label: numbered(one) }))
          : null
      }
      backHref={path}
      removeHref={section === null ? null : `${own}/xoa`}
    />
  );
  return shell.office(c, {
    title,
    crumbs: crumbsOf(c, template, { label: section?.title ?? title }),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
    before: saidOf(c),
    body: (
      <>
        {section?.kind === 'table' ? (
          <SectionRows
            section={section}
            version={template.version}
            path={own}
            moveAction={`${path}/chuyen`}
            labels={new Map(rows.map((row) => [row.key, row.label]))}
          />
        ) : null}
        {section === null ? made : <Section title={vi.section.about}>{made}</Section>}
      </>
    ),
  });
}

function saidOf(c: WebContext) {
  if (c.req.query('da-doi') !== undefined) return <Alert tone="warn" title={vi.changed} live />;
  const title = saidIn(c, { 'da-luu': vi.saved, 'da-chuyen': vi.moved });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

async function sent(c: WebContext, fresh: boolean) {
  await requireWrite(c);
  const template = await liveOf(c);
  const section = fresh ? null : sectionIn(c, template);
  const body = await formOf(c);
  const { values } = body;
  if (values.act === 'insert') return show(c, template, section, inserted(values), kept(values));
  const key = section?.key ?? freeKey(template.content, values.title ?? '');
  const made = sectionOf(body, key, section);
  const content = putSection(template.content, made, values.after ?? null);
  const place = placeOfSection(content, key);
  const outcome = await sendContent(c, template, body, { content, place });
  if (!outcome.saved) {
    const { status, version } = outcome;
    return show(c, template, section, outcome.form, { status, version });
  }
  const path = pathOf(c, template.pid);
  // A new table has no rows yet: its own page is where they are added.
  const next = fresh && made.kind === 'table' ? `${path}/muc/${key}` : path;
  return c.redirect(`${next}?da-luu=1${next === path ? `#muc-${key}` : ''}`, 303);
}

const kept = (values: Readonly<Record<string, string>>): More => ({
  version: values.version ?? '',
});

// Asked for without saving: the figure is put behind what was typed, and the form comes back.
function inserted(values: Readonly<Record<string, string>>): FormView {
  const { insert = '', sentences = '' } = values;
  const more = insert === '' ? sentences : `${sentences.trimEnd()} {${insert}}`.trimStart();
  return freshForm({ ...values, sentences: more, insert: '' });
}

function sectionOf(
  { values }: FormBody,
  key: string,
  stood: TemplateSection | null,
): TemplateSection {
  const { number = '', title = '', kind = '', hint = '', sentences = '' } = values;
  return {
    key,
    number,
    title,
    level: typedNumber(values.level) as TemplateSection['level'],
    kind: kind as SectionKind,
    hint,
    sentences: (values.sentences === undefined ? (stood?.sentences.join('\n') ?? '') : sentences)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    rows: stood?.rows ?? [],
  };
}

async function removal(c: WebContext) {
  await requireWrite(c);
  const template = await liveOf(c);
  const section = sectionIn(c, template);
  const own = pathOf(c, `${template.pid}/muc/${section.key}`);
  return c.var.shell.office(c, {
    title: vi.section.remove,
    crumbs: crumbsOf(
      c,
      template,
      { label: section.title, href: own },
      { label: vi.section.remove },
    ),
    body: (
      <ConfirmPage
        question={vi.section.removeQuestion(section.title)}
        action={`${own}/xoa`}
        hidden={{ version: template.version }}
        verb={vi.section.remove}
        keepHref={own}
      >
        <p>{vi.section.removeWords(section.rows.length)}</p>
      </ConfirmPage>
    ),
  });
}

async function removed(c: WebContext) {
  await requireWrite(c);
  const template = await liveOf(c);
  const section = sectionIn(c, template);
  const content = dropSection(template.content, section.key);
  const outcome = await sendContent(c, template, await formOf(c), { content, place: '' });
  return c.redirect(`${pathOf(c, template.pid)}?${outcome.saved ? 'da-luu' : 'da-doi'}=1`, 303);
}
