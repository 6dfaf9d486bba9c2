import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ConfirmPage } from '../../../ui/index.ts';
import { type Definition, definitionsOn, tableByCode } from '../../indicators/index.ts';
import { ManyForm, RowForm } from '../pages/row.tsx';
import {
  dropRow,
  freeKey,
  putRow,
  type RowKind,
  rowsOf,
  type TemplateContent,
  type TemplateRow,
  type TemplateSection,
} from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { vi } from '../vi.ts';
import {
  base,
  crumbsOf,
  liveOf,
  pathOf,
  placeOfRow,
  requireWrite,
  sectionIn,
  sendContent,
  typedNumber,
} from './shared.tsx';

const BENCHMARK = 'benchmark';

/** Doors that add, change and take away rows of a table. */
export function rowDoors(app: Hono<Env>): void {
  const table = `${base}/:pid/muc/:section`;
  app.get(`${table}/dong-moi`, async (c) => {
    const at = await tableOf(c);
    return show(c, at, null, freshForm({ level: '1', kind: 'number' }), {
      required: true,
      sum: [],
    });
  });
  app.post(`${table}/dong-moi`, async (c) => sent(c, await tableOf(c), null));
  app.get(`${table}/tu-bang`, (c) => many(c, freshForm()));
  app.post(`${table}/tu-bang`, manySent);
  app.get(`${table}/dong/:row`, async (c) => {
    const at = await tableOf(c);
    const row = rowIn(c, at.section);
    return show(c, at, row, freshForm(valuesOf(row)), row);
  });
  app.post(`${table}/dong/:row`, async (c) => {
    const at = await tableOf(c);
    return sent(c, at, rowIn(c, at.section));
  });
  app.get(`${table}/dong/:row/xoa`, removal);
  app.post(`${table}/dong/:row/xoa`, removed);
}

interface At {
  readonly template: Template;
  readonly section: TemplateSection;
  /** Address of the section. */
  readonly path: string;
  readonly indicators: ReadonlyMap<string, Definition>;
}

async function tableOf(c: WebContext): Promise<At> {
  await requireWrite(c);
  const { cx } = c.var;
  const template = await liveOf(c);
  const section = sectionIn(c, template);
  if (section.kind !== 'table') throw new NotFound('report_template');
  const path = pathOf(c, `${template.pid}/muc/${section.key}`);
  return { template, section, path, indicators: await definitionsOn(cx.db, cx.clock.today()) };
}

function rowIn(c: WebContext, section: TemplateSection): TemplateRow {
  const found = section.rows.find((row) => row.key === c.req.param('row'));
  if (found === undefined) throw new NotFound('report_template');
  return found;
}

const valuesOf = (row: TemplateRow): Record<string, string> => ({
  indicator: row.indicator ?? '',
  number: row.number,
  label: row.label,
  unit: row.unit ?? '',
  decimals: String(row.decimals),
  kind: row.kind,
  level: String(row.level),
  within: row.within ?? '',
});

interface Ticked {
  readonly required: boolean;
  readonly sum: readonly string[];
}

function show(
  c: WebContext,
  at: At,
  row: TemplateRow | null,
  form: FormView,
  ticked: Ticked,
  more: { status?: 409 | 422; version?: number | string } = {},
) {
  const { template, section, path } = at;
  const title = row === null ? vi.row.newTitle : vi.row.editTitle(row.label);
  const own = row === null ? `${path}/dong-moi` : `${path}/dong/${row.key}`;
  return c.var.shell.office(c, {
    title,
    crumbs: crumbsOf(
      c,
      template,
      { label: section.title, href: path },
      { label: row?.label ?? title },
    ),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
    body: (
      <RowForm
        form={form}
        action={own}
        hidden={{ _key: c.var.cx.ids.pid(), version: more.version ?? template.version }}
        indicators={[...at.indicators.values()].map(({ code, label }) => ({
          value: code,
          label: `${code}. ${label}`,
        }))}
        others={othersOf(at, row, form, ticked)}
        {...ticked}
        after={row === null ? section.rows.map(({ key, label }) => ({ value: key, label })) : null}
        backHref={`${path}#cac-dong`}
        removeHref={row === null ? null : `${own}/xoa`}
      />
    ),
  });
}

// Rows of the same table, and those elsewhere that were chosen already.
function othersOf(
  { template, section }: At,
  row: TemplateRow | null,
  form: FormView,
  ticked: Ticked,
) {
  const chosen = [...ticked.sum, form.values.within];
  const here = new Set(section.rows.map(({ key }) => key));
  return rowsOf(template.content)
    .filter((one) => one.key !== row?.key && one.kind === 'number')
    .filter((one) => here.has(one.key) || chosen.includes(one.key))
    .map(({ key, number, label }) => ({ value: key, label: `${number} ${label}`.trim() }));
}

async function sent(c: WebContext, at: At, row: TemplateRow | null) {
  const { template, section, path } = at;
  const body = await formOf(c);
  const definition = at.indicators.get(body.values.indicator ?? '');
  const key = row?.key ?? keyFor(template.content, body.values, definition);
  const made = rowOf(body, key, definition);
  const content = putRow(template.content, section.key, made, body.values.after ?? null);
  const place = placeOfRow(content, section.key, key);
  const outcome = await sendContent(c, template, body, { content, place });
  if (outcome.saved) return c.redirect(`${path}?da-luu=1#cac-dong`, 303);
  const { form, status, version } = outcome;
  return show(c, at, row, form, made, { status, version });
}

function keyFor(
  content: TemplateContent,
  values: Readonly<Record<string, string>>,
  definition: Definition | undefined,
): string {
  return freeKey(content, definition?.code ?? (values.label || 'dong'));
}

// What the form leaves empty is as the indicator says it.
function rowOf({ values, lists }: FormBody, key: string, definition?: Definition): TemplateRow {
  const filled = (typed: string | undefined, known: string | null | undefined) =>
    (typed ?? '').trim() === '' ? (known ?? '') : (typed ?? '');
  const measured = definition?.measure === 'yes_no' ? 'yes_no' : 'number';
  return {
    key,
    number: values.number ?? '',
    label: filled(values.label, definition?.label),
    unit: filled(values.unit, definition?.unit),
    decimals: typedNumber(filled(values.decimals, String(definition?.decimals ?? 0))) as number,
    kind: (definition === undefined ? values.kind : measured) as RowKind,
    indicator: values.indicator ?? '',
    level: typedNumber(values.level) as TemplateRow['level'],
    sum: lists.sum ?? [],
    within: values.within === '' ? null : (values.within ?? null),
    required: values.required !== undefined,
  };
}

async function removal(c: WebContext) {
  const { template, section, path } = await tableOf(c);
  const row = rowIn(c, section);
  const own = `${path}/dong/${row.key}`;
  return c.var.shell.office(c, {
    title: vi.row.remove,
    crumbs: crumbsOf(c, template, { label: section.title, href: path }, { label: vi.row.remove }),
    body: (
      <ConfirmPage
        question={vi.row.removeQuestion(row.label)}
        action={`${own}/xoa`}
        hidden={{ version: template.version }}
        verb={vi.row.remove}
        keepHref={own}
      >
        <p>{vi.row.removeWords}</p>
      </ConfirmPage>
    ),
  });
}

async function removed(c: WebContext) {
  const { template, section, path } = await tableOf(c);
  const content = dropRow(template.content, rowIn(c, section).key);
  const outcome = await sendContent(c, template, await formOf(c), { content, place: '' });
  return c.redirect(`${path}?${outcome.saved ? 'da-luu' : 'da-doi'}=1#cac-dong`, 303);
}

interface Offered {
  readonly code: string;
  readonly number: string;
  readonly level: number;
}

/** Indicators of the benchmark table that no row of the template asks for yet. */
async function offered(c: WebContext, { template, indicators }: At): Promise<Offered[]> {
  const table = await tableByCode(c.var.cx.db, BENCHMARK);
  const asked = new Set(rowsOf(template.content).map((row) => row.indicator));
  return (table?.lines ?? []).flatMap(({ indicator, number, level }) =>
    indicator === null || asked.has(indicator) || !indicators.has(indicator)
      ? []
      : [{ code: indicator, number, level }],
  );
}

async function many(
  c: WebContext,
  form: FormView,
  more: { status?: 409 | 422; version?: number | string; chosen?: readonly string[] } = {},
) {
  const at = await tableOf(c);
  const { template, section, path, indicators } = at;
  const options = (await offered(c, at)).map(({ code, number }) => ({
    value: code,
    label: `${number} ${indicators.get(code)?.label ?? code}`.trim(),
  }));
  return c.var.shell.office(c, {
    title: vi.many.title,
    lead: vi.many.lead,
    crumbs: crumbsOf(c, template, { label: section.title, href: path }, { label: vi.many.title }),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
    body: (
      <ManyForm
        form={form}
        action={`${path}/tu-bang`}
        hidden={{ _key: c.var.cx.ids.pid(), version: more.version ?? template.version }}
        options={options}
        chosen={more.chosen ?? []}
        backHref={`${path}#cac-dong`}
      />
    ),
  });
}

async function manySent(c: WebContext) {
  const at = await tableOf(c);
  const body = await formOf(c);
  const chosen = body.lists.codes ?? [];
  const wanted = (await offered(c, at)).filter(({ code }) => chosen.includes(code));
  if (wanted.length === 0) {
    const error = vi.many.none;
    const form = {
      values: {},
      errors: { codes: error },
      summary: [{ field: 'codes', text: error }],
    };
    return many(c, form, { status: 422, version: body.values.version ?? '' });
  }
  const content = wanted.reduce((made, one) => withRow(made, at, one), at.template.content);
  const outcome = await sendContent(c, at.template, body, { content, place: '' });
  if (outcome.saved) return c.redirect(`${at.path}?da-luu=1#cac-dong`, 303);
  const { form, status, version } = outcome;
  return many(c, form, { status, version, chosen });
}

function withRow(
  content: TemplateContent,
  at: At,
  { code, number, level }: Offered,
): TemplateContent {
  const definition = at.indicators.get(code);
  const row: TemplateRow = {
    key: freeKey(content, code),
    number,
    label: definition?.label ?? code,
    unit: definition?.unit ?? null,
    decimals: definition?.decimals ?? 0,
    kind: definition?.measure === 'yes_no' ? 'yes_no' : 'number',
    indicator: code,
    level: level === 3 ? 3 : level === 2 ? 2 : 1,
    sum: [],
    within: null,
    required: true,
  };
  return putRow(content, at.section.key, row);
}
