import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import {
  longestSelect,
  pick,
  suggestions,
  typedFor,
  withCodes,
} from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { type OrganisationOption, organisationOptions } from '../../organisations/index.ts';
import { PeriodForm } from '../pages/period-form.tsx';
import { feeWrite } from '../policy.ts';
import { allBanks } from '../queries/index.ts';
import type { FeePeriod } from '../schema.ts';
import { changedPeriod, createPeriod, editPeriod } from '../service/index.ts';
import { labels, words } from '../vi.ts';
import {
  allowWriting,
  base,
  issueWords,
  pathOf,
  periodCrumbs,
  periodOf,
  section,
} from './shared.tsx';

/** Making and changing a period. */
export function periodFormDoors(app: Hono<Env>): void {
  app.get(`${base}/don-vi`, async (c) =>
    c.json(suggestions(await recordable(c), c.req.query('q') ?? '')),
  );
  app.get(`${base}/moi`, newForm);
  app.post(`${base}/moi`, (c) => sent(c, null));
  app.get(`${base}/:period/sua`, async (c) => editForm(c, await periodOf(c)));
  app.post(`${base}/:period/sua`, async (c) => sent(c, await periodOf(c)));
}

/** Organisations for which the actor may collect, at or below the place. */
function recordable(c: WebContext): Promise<OrganisationOption[]> {
  const { cx, place } = c.var;
  return organisationOptions(cx, feeWrite, place.organisationId, cx.clock.today());
}

async function newForm(c: WebContext): Promise<Response> {
  allowWriting(c);
  const options = await recordable(c);
  const own = options.find((option) => option.id === c.var.place.organisationId);
  const year = c.var.cx.clock.today().slice(0, 4);
  const values = {
    organisation: typedFor(own?.code ?? '', options),
    first_day: `01/01/${year}`,
    last_day: `31/12/${year}`,
    amount_honorary: '0',
  };
  return show(c, null, freshForm(values), options);
}

async function editForm(c: WebContext, period: FeePeriod): Promise<Response> {
  allowWriting(c);
  const standing = changedPeriod(period, {}) as Record<string, string | number | boolean | null>;
  const values = Object.fromEntries(
    Object.entries(standing).map(([name, value]) => [name, value === null ? '' : String(value)]),
  );
  const days = Object.fromEntries(
    ['first_day', 'last_day', 'due_on'].map((name) => [name, formatDate(values[name] ?? '')]),
  );
  const amounts = Object.fromEntries(
    ['amount_full', 'amount_associate', 'amount_honorary'].map((name) => [
      name,
      formatNumber(values[name] ?? '0'),
    ]),
  );
  const below = period.below ? '1' : '';
  return show(c, period, freshForm({ ...values, ...days, ...amounts, below }), []);
}

async function sent(c: WebContext, period: FeePeriod | null): Promise<Response> {
  allowWriting(c);
  const { cx } = c.var;
  const { values, key } = await formOf(c);
  const { _key, version, organisation = '', ...fields } = values;
  const options = period === null ? await recordable(c) : [];
  const picked =
    period === null
      ? pick('organisation', options, organisation)
      : { code: period.organisationCode };
  const saved = await saveSent(cx, key, {
    raw: {
      ...fields,
      organisation: 'code' in picked ? picked.code : '',
      ...(period === null ? {} : { pid: period.pid, version }),
    },
    early: 'code' in picked ? [] : [picked.issue],
    read: ['organisation'],
    write: (inner, raw) =>
      period === null ? execute(inner, createPeriod, raw) : execute(inner, editPeriod, raw),
  });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  const view = returnedForm(values, saved.issues, issueWords, labels);
  return show(c, period, view, options, saved.newer);
}

async function show(
  c: WebContext,
  period: FeePeriod | null,
  state: FormView,
  options: readonly OrganisationOption[],
  newer?: number,
): Promise<Response> {
  const bad = state.summary.length > 0;
  const title = period === null ? words.newPeriod : words.editPeriod;
  const backHref = period === null ? pathOf(c) : pathOf(c, period.pid);
  const few = options.length <= longestSelect;
  const version = newer ?? state.values.version ?? period?.version;
  const banks = await allBanks(c.var.cx.db);
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs:
      period === null
        ? section.crumbsTo(c, { label: title })
        : periodCrumbs(c, period, { label: title }),
    body: (
      <PeriodForm
        state={
          few ? { ...state, values: withCodes(state.values, ['organisation'], options) } : state
        }
        action={c.req.path}
        hidden={{ _key: c.var.cx.ids.pid(), version: period === null ? undefined : version }}
        backHref={backHref}
        organisations={options.map((option) => ({ value: option.code, label: option.name }))}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        banks={banks.map((bank) => ({
          value: bank.bin,
          label: `${bank.shortName} (${bank.name})`,
        }))}
        newerHref={newer === undefined ? undefined : backHref}
        fixed={period?.organisationName ?? null}
      />
    ),
  });
}
