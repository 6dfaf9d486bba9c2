import type { Hono } from 'hono';
import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { emptyForm } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { allSources } from '../indicators.ts';
import { type ComparedVersion, IndicatorDetail, type Preview } from '../pages/detail.tsx';
import { IndicatorList } from '../pages/list.tsx';
import { reportTabs } from '../pages/tabs.tsx';
import {
  definitionsOn,
  figureRecords,
  type OfferWords,
  offerWords,
  recordPermissions,
  unionFigures,
  versionsOf,
} from '../queries/index.ts';
import type { Definition } from '../rules/index.ts';
import { changesOfTerms, describeDefinition, sentenceOf, vi } from '../vi.ts';
import { definitionForm, definitionSent } from './definition-form.tsx';
import { crumbs, mayDefine, reports, requireRead } from './shared.ts';
import { tableForm, tableSent } from './table.tsx';

const PREVIEW_RECORDS = 8;

export function definitionDoors(app: Hono<Env>): void {
  app.get('/bao-cao/chi-tieu', list);
  app.get('/bao-cao/chi-tieu-moi', (c) => definitionForm(c, null));
  app.post('/bao-cao/chi-tieu-moi', (c) => definitionSent(c, null));
  app.get('/bao-cao/chi-tieu-bang', (c) => tableForm(c, emptyForm));
  app.post('/bao-cao/chi-tieu-bang', tableSent);
  app.get('/bao-cao/chi-tieu/:indicator', detail);
  app.get('/bao-cao/chi-tieu/:indicator/sua', (c) =>
    definitionForm(c, c.req.param('indicator') ?? ''),
  );
  app.post('/bao-cao/chi-tieu/:indicator/sua', (c) =>
    definitionSent(c, c.req.param('indicator') ?? ''),
  );
}

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
    before: (
      <>
        {savedAlert(c, vi.tableForm.saved)}
        {reportTabs(c, 'indicators')}
      </>
    ),
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
  const code = c.req.param('indicator') ?? '';
  const parsed = parseVietnameseDate(c.req.query('ngay') ?? '');
  const on = 'ok' in parsed ? parsed.ok : cx.clock.today();
  const versions = await versionsOf(cx.db, code);
  const definitions = await definitionsOn(cx.db, on);
  const definition = definitions.get(code) ?? versions[0];
  if (definition === undefined) throw new NotFound('indicator');
  const offer = await offerWords(cx.db, allSources, definition);
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
        described={describeDefinition(definition, offer)}
        sentence={sentenceOf(definition, offer, labelsOf(definitions))}
        versions={await compared(c, versions)}
        preview={definitions.has(code) ? await preview(c, definition, definitions, on) : null}
      />
    ),
  });
}

const labelsOf = (definitions: ReadonlyMap<string, Definition>) =>
  new Map([...definitions.values()].map((one) => [one.code, one.label]));

/** Every version beside the one before it; the words of each source are asked for once. */
async function compared(
  c: WebContext,
  versions: readonly Definition[],
): Promise<ComparedVersion[]> {
  const offers = new Map<string | null, OfferWords | null>();
  for (const { source } of versions) {
    if (offers.has(source)) continue;
    const same = versions.filter((one) => one.source === source);
    offers.set(source, await offerWords(c.var.cx.db, allSources, allAsked(same)));
  }
  const told = versions.map((one) => [
    { term: vi.compare.label, value: one.label },
    ...(one.unit === null ? [] : [{ term: vi.compare.unit, value: one.unit }]),
    ...describeDefinition(one, offers.get(one.source) ?? null),
  ]);
  return versions.map((one, at) => {
    const before = told[at + 1];
    return {
      from: one.from,
      until: one.until,
      label: one.label,
      changes: before === undefined ? [vi.compare.first] : changesOfTerms(before, told[at] ?? []),
    };
  });
}

// One definition that asks for whatever any of them asks for.
function allAsked(versions: readonly Definition[]): Definition {
  const filter: Record<string, readonly string[]> = {};
  for (const one of versions) {
    for (const [key, values] of Object.entries(one.filter)) {
      filter[key] = [...new Set([...(filter[key] ?? []), ...values])];
    }
  }
  return { ...(versions[0] as Definition), filter };
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
    code: place.code,
    name: place.shortName,
    on,
    value,
    decimals,
    unit,
    records: found.items,
    total: found.total,
  };
}
