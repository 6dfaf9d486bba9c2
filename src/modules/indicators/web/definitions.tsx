import type { Hono } from 'hono';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sentForm } from '../../../platform/forms/sent.ts';
import { emptyForm, errorsOf, type FormState } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { allSources } from '../indicators.ts';
import { IndicatorDetail, type Preview } from '../pages/detail.tsx';
import { IndicatorForm } from '../pages/form.tsx';
import { IndicatorList } from '../pages/list.tsx';
import { defineIndicators, readIndicators } from '../policy.ts';
import {
  definitionsOn,
  figureRecords,
  recordPermissions,
  rootOrganisation,
  unionFigures,
  versionsOf,
} from '../queries/index.ts';
import { changesOf, type Definition } from '../rules.ts';
import { filterLines } from '../schema.ts';
import { defineIndicator } from '../service/index.ts';
import { describeDefinition, indicatorIssues, vi } from '../vi.ts';
import { send } from './forms.ts';
import { tableForm, tableSent } from './table.tsx';

const PREVIEW_RECORDS = 8;

export function definitionDoors(app: Hono<Env>): void {
  app.get('/bao-cao/chi-tieu', list);
  app.get('/bao-cao/chi-tieu-moi', (c) => form(c, emptyForm, null));
  app.post('/bao-cao/chi-tieu-moi', (c) => sent(c, null));
  app.get('/bao-cao/chi-tieu-bang', (c) => tableForm(c, emptyForm));
  app.post('/bao-cao/chi-tieu-bang', tableSent);
  app.get('/bao-cao/chi-tieu/:code', detail);
  app.get('/bao-cao/chi-tieu/:code/sua', (c) => form(c, emptyForm, c.req.param('code') ?? ''));
  app.post('/bao-cao/chi-tieu/:code/sua', (c) => sent(c, c.req.param('code') ?? ''));
}

/** @throws NotFound for one who may not read indicators here */
export async function requireRead(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, readIndicators, place.organisationId))) throw new NotFound('indicators');
}

/** True when the actor may say what indicators mean, for the whole installation. */
export async function mayDefine(cx: Cx): Promise<boolean> {
  const root = await rootOrganisation(cx.db);
  return root !== null && may(cx, defineIndicators, root.id);
}

export const listPath = (c: WebContext) => office(c.var.place.code, 'bao-cao/chi-tieu');
const reports = (c: WebContext) => ({
  label: vi.reports,
  href: office(c.var.place.code, 'bao-cao'),
});
export const crumbs = (c: WebContext, last: string) => [
  reports(c),
  { label: vi.title, href: listPath(c) },
  { label: last },
];

const savedAlert = (c: WebContext, words: string) =>
  c.req.query('da-luu') === undefined ? undefined : (
    <Alert tone="ok" live>
      {words}
    </Alert>
  );

async function list(c: WebContext) {
  await requireRead(c);
  const { cx, place, shell } = c.var;
  const definitions = [...(await definitionsOn(cx.db, cx.clock.today())).values()];
  const define = await mayDefine(cx);
  return shell.office(c, {
    title: vi.title,
    lead: vi.lead(definitions.length),
    crumbs: [reports(c), { label: vi.title }],
    action: define ? (
      <ButtonLink kind="primary" icon="plus" href={office(place.code, 'bao-cao/chi-tieu-moi')}>
        {vi.define}
      </ButtonLink>
    ) : undefined,
    before: savedAlert(c, vi.tableForm.saved),
    body: (
      <IndicatorList
        place={place.code}
        definitions={definitions}
        sourceName={(code) => allSources.get(code ?? '')?.label ?? ''}
        q={c.req.query('q') ?? ''}
        mayDefine={define}
      />
    ),
  });
}

async function detail(c: WebContext) {
  await requireRead(c);
  const { cx, place, shell } = c.var;
  const code = c.req.param('code') ?? '';
  const parsed = parseVietnameseDate(c.req.query('ngay') ?? '');
  const on = 'ok' in parsed ? parsed.ok : cx.clock.today();
  const versions = await versionsOf(cx.db, code);
  const definitions = await definitionsOn(cx.db, on);
  const definition = definitions.get(code) ?? versions[0];
  if (definition === undefined) throw new NotFound('indicator');
  const source = allSources.get(definition.source ?? '');
  return shell.office(c, {
    title: `${code}. ${definition.label}`,
    crumbs: crumbs(c, code),
    before: savedAlert(c, vi.saved),
    action: (await mayDefine(cx)) ? (
      <ButtonLink icon="edit" href={office(place.code, `bao-cao/chi-tieu/${code}/sua`)}>
        {vi.changeShort}
      </ButtonLink>
    ) : undefined,
    body: (
      <IndicatorDetail
        definition={definition}
        described={describeDefinition(definition, source)}
        versions={versions}
        preview={definitions.has(code) ? await preview(c, definition, definitions, on) : null}
      />
    ),
  });
}

async function preview(
  c: WebContext,
  definition: Definition,
  definitions: ReadonlyMap<string, Definition>,
  on: string,
): Promise<Preview | null> {
  const { cx, place } = c.var;
  const own = place.organisationId;
  const question = { definition, definitions, on, structureDay: on, own };
  for (const wanted of recordPermissions(allSources, question)) {
    if (!(await may(cx, wanted, own))) return null;
  }
  const unions = await unionFigures(cx.db, allSources, { ...question, wanted: [definition] });
  const value = unions.find((one) => one.id === own)?.values.get(definition.code) ?? null;
  const found = await figureRecords(cx.db, allSources, question, 1, PREVIEW_RECORDS);
  const { decimals, unit } = definition;
  return {
    name: place.shortName,
    on,
    value,
    decimals,
    unit,
    records: found.items,
    total: found.total,
  };
}

const sourceHelp = () =>
  [...allSources.values()]
    .filter((source) => source.recordType !== 'indicator_entry')
    .map((source) => ({
      code: source.code,
      label: source.label,
      openFields: source.openFields,
      fields: source.fields.map((field) => `${field.key} (${field.label})`),
    }));

async function form(c: WebContext, state: FormState, code: string | null) {
  await requireRead(c);
  const { cx, place, shell } = c.var;
  if (!(await mayDefine(cx))) throw new NotFound('indicator');
  const versions = code === null ? [] : await versionsOf(cx.db, code);
  const [latest] = versions;
  if (code !== null && latest === undefined) throw new NotFound('indicator');
  const version = String(changesOf(versions));
  const stored = { ...(latest === undefined ? newValues : valuesOf(latest)), version };
  const own = office(place.code, 'bao-cao');
  const title = code === null ? vi.define : vi.change(code);
  return shell.office(c, {
    title,
    crumbs: crumbs(c, title),
    error: state.issues.length > 0,
    status: state.issues.length > 0 ? 422 : 200,
    body: (
      <IndicatorForm
        action={code === null ? `${own}/chi-tieu-moi` : `${own}/chi-tieu/${code}/sua`}
        keepHref={code === null ? listPath(c) : `${own}/chi-tieu/${code}`}
        values={{ ...stored, ...state.values }}
        errors={errorsOf(state.issues, indicatorIssues)}
        formKey={cx.ids.pid()}
        code={code}
        sources={sourceHelp()}
      />
    ),
  });
}

const newValues = { measure: 'count', scope: 'self', window: 'year', national: 'mean' };

function valuesOf(d: Definition): Record<string, string> {
  return {
    from: d.from === null ? '' : formatDate(d.from),
    label: d.label,
    unit: d.unit ?? '',
    decimals: String(d.decimals),
    measure: d.measure,
    source: d.source ?? '',
    filter: filterLines(d.filter),
    argument: d.argument ?? '',
    divisor: d.divisor === 1 ? '' : formatNumber(d.divisor),
    numerator: d.numerator ?? '',
    denominator: d.denominator ?? '',
    scope: d.scope,
    window: d.window,
    national: d.national,
    legal_basis: d.legalBasis ?? '',
  };
}

async function sent(c: WebContext, code: string | null) {
  await requireRead(c);
  const { values, key } = await sentForm(c);
  const input = code === null ? values : { ...values, code };
  const outcome = await send(c.var.cx, key, defineIndicator, input, values);
  if (!outcome.saved) return form(c, outcome.form, code);
  const to = `bao-cao/chi-tieu/${code ?? values.code?.trim()}`;
  return c.redirect(office(c.var.place.code, to, { 'da-luu': '1' }), 303);
}
