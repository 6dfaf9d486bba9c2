import type { Issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { NotFound } from '../../../platform/errors.ts';
import { errorsOf } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allSources } from '../indicators.ts';
import { Builder } from '../pages/builder.tsx';
import type { Choosable } from '../pages/builder-fields.tsx';
import { definitionsOn, versionsOf } from '../queries/index.ts';
import { changesOf, type Definition, entrySource } from '../rules/index.ts';
import { defineIndicator } from '../service/index.ts';
import { indicatorIssues, vi } from '../vi.ts';
import {
  type Draft,
  draftOf,
  fieldName,
  inputOf,
  readDraft,
  usesField,
  withOffer,
} from './draft.ts';
import { send } from './forms.ts';
import { crumbs, listPath, mayDefine, requireRead } from './shared.ts';
import { trialOf } from './try.ts';

/** The steps of one definition as it stands, or the first step of a new one. */
export async function definitionForm(c: WebContext, code: string | null) {
  const { latest } = await opened(c, code);
  const { cx } = c.var;
  const values = latest === undefined ? newValues : valuesOf(latest);
  const draft = await withOffer(cx.db, values, latest?.filter ?? {});
  return show(c, code, draft, { begun: code !== null });
}

/** A look at what was chosen, or the command when it is to be saved. */
export async function definitionSent(c: WebContext, code: string | null) {
  const { latest } = await opened(c, code);
  const { cx, place } = c.var;
  const sent = await formOf(c);
  const body = { ...sent, values: { ...basics(latest, sent.values), ...sent.values } };
  const draft = await draftOf(cx.db, body);
  const { act } = body.values;
  if (act === 'next' || act === 'try')
    return show(c, code, draft, { begun: true, told: act === 'try' });
  const outcome = await send(cx, body.key, defineIndicator, inputOf(draft, code), draft.values);
  if (!outcome.saved) {
    const { values, issues } = outcome.form;
    return show(c, code, { ...draft, values }, { begun: true, issues });
  }
  const to = `bao-cao/chi-tieu/${code ?? draft.values.code?.trim()}`;
  return c.redirect(office(place.code, to, { 'da-luu': '1' }), 303);
}

async function opened(c: WebContext, code: string | null) {
  await requireRead(c);
  const { cx } = c.var;
  if (!(await mayDefine(cx))) throw new NotFound('indicator');
  const versions = code === null ? [] : await versionsOf(cx.db, code);
  const [latest] = versions;
  if (code !== null && latest === undefined) throw new NotFound('indicator');
  return { versions, latest };
}

interface Look {
  readonly begun: boolean;
  /** What is wrong is said: it was asked to be tried, not only to go on. */
  readonly told?: boolean;
  /** What the command refused. */
  readonly issues?: readonly Issue[];
}

async function show(c: WebContext, code: string | null, draft: Draft, look: Look) {
  const { cx, place, shell } = c.var;
  const { versions } = await opened(c, code);
  const reading = look.begun ? await readDraft(cx.db, draft, code, cx.clock.today()) : null;
  const issues = look.issues ?? (look.told === true ? (reading?.issues ?? []) : []);
  const meaning = reading?.meaning ?? null;
  const trial = meaning === null ? null : await trialOf(c, draft, meaning, code);
  const title = code === null ? vi.define : vi.change(code);
  const own = office(place.code, 'bao-cao');
  const { values } = draft;
  return shell.office(c, {
    title,
    lead: vi.build.lead,
    crumbs: crumbs(c, title),
    error: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    body: (
      <Builder
        action={code === null ? `${own}/chi-tieu-moi` : `${own}/chi-tieu/${code}/sua`}
        keepHref={code === null ? listPath(c) : `${own}/chi-tieu/${code}`}
        values={{
          ...values,
          version: values.version ?? String(changesOf(versions)),
          try_day: trial === null ? (values.try_day ?? '') : values.try_day || formatDate(trial.on),
        }}
        errors={errorsOf(issues, indicatorIssues)}
        trying={look.issues === undefined}
        formKey={cx.ids.pid()}
        code={code}
        sources={sourceOptions()}
        fields={choosable(draft)}
        more={allSources.get(values.source ?? '')?.openFields ?? false}
        quantities={quantitiesOf(draft)}
        indicators={values.measure === 'ratio' ? await ratioParts(c, code) : []}
        begun={look.begun}
        trial={trial}
      />
    ),
  });
}

const sourceOptions = () =>
  [...allSources.values()]
    .filter((source) => source.code !== entrySource)
    .map(({ code, label }) => ({ value: code, label }));

function choosable({ offer, filter }: Draft): Choosable[] {
  return (offer?.fields ?? []).flatMap(({ key, label, options }) => {
    const chosen = filter[key] ?? [];
    // A value that was chosen once stays to be seen, and can be taken off.
    const gone = chosen.filter((value) => options.every((option) => option.value !== value));
    const all = [...options, ...gone.map((value) => ({ value, label: value }))];
    return all.length === 0 ? [] : [{ name: fieldName(key), label, options: all, chosen }];
  });
}

function quantitiesOf({ offer, values }: Draft) {
  if (!usesField(values.measure)) return null;
  const any = values.measure === 'distinct';
  return (offer?.fields ?? [])
    .filter((one) => any || one.sums)
    .map(({ key, label }) => ({ value: key, label }));
}

async function ratioParts(c: WebContext, code: string | null) {
  const { cx } = c.var;
  const known = await definitionsOn(cx.db, cx.clock.today());
  return [...known.values()]
    .filter((one) => one.measure !== 'ratio' && one.code !== code)
    .map((one) => ({ value: one.code, label: `${one.code}. ${one.label}` }));
}

// A step that was not on the page sends nothing: what it would say stands as it was, or as usual.
function basics(
  latest: Definition | undefined,
  { measure }: Readonly<Record<string, string>>,
): Record<string, string> {
  if (latest === undefined)
    return measure === 'ratio' ? { ...newValues, decimals: '2' } : newValues;
  const { scope, window, national } = latest;
  return { scope, window, national };
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
