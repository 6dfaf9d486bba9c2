import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { NotFound } from '../../../platform/errors.ts';
import { errorsOf, type FormState } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allSources } from '../indicators.ts';
import { IndicatorForm } from '../pages/form.tsx';
import { versionsOf } from '../queries/index.ts';
import { changesOf, type Definition } from '../rules/index.ts';
import { filterLines } from '../schema.ts';
import { defineIndicator } from '../service/index.ts';
import { indicatorIssues, vi } from '../vi.ts';
import { send } from './forms.ts';
import { crumbs, listPath, mayDefine, requireRead } from './shared.ts';

const sourceHelp = () =>
  [...allSources.values()]
    .filter((source) => source.recordType !== 'indicator_entry')
    .map((source) => ({
      code: source.code,
      label: source.label,
      openFields: source.openFields,
      fields: source.fields.map((field) => `${field.key} (${field.label})`),
    }));

/** The form of one definition, fresh or with what was typed. */
export async function definitionForm(c: WebContext, state: FormState, code: string | null) {
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

export async function definitionSent(c: WebContext, code: string | null) {
  await requireRead(c);
  const { values, key } = await formOf(c);
  const input = code === null ? values : { ...values, code };
  const outcome = await send(c.var.cx, key, defineIndicator, input, values);
  if (!outcome.saved) return definitionForm(c, outcome.form, code);
  const to = `bao-cao/chi-tieu/${code ?? values.code?.trim()}`;
  return c.redirect(office(c.var.place.code, to, { 'da-luu': '1' }), 303);
}
