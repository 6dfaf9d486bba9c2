import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { Conflict, Forbidden } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Returning, returnField, wholeField } from '../pages/returning.tsx';
import type { ReportForm } from '../schema/index.ts';
import { returnPlaces } from '../service/index.ts';
import { words } from '../vi/pages.ts';
import {
  base,
  crumbsTo,
  formOfAddress,
  formPath,
  issueWords,
  leadOf,
  whenText,
  withLabels,
} from './shared.ts';

type Values = Readonly<Record<string, string>>;

/** The form with a field for words at each place: as many are returned as have words. */
export function returningDoor(app: Hono<Env>): void {
  app.get(`${base}/tra-lai`, async (c) => show(c, await opened(c)));
  app.post(`${base}/tra-lai`, receive);
}

async function opened(c: WebContext): Promise<ReportForm> {
  const form = await formOfAddress(c);
  if (!form.may.returns) throw new Forbidden('report.returns');
  return form;
}

interface Typed {
  readonly place: string | null;
  readonly field: string;
  readonly words: string;
}

/** The places with words, in the order of the form; the whole form first. */
function typedReturns(form: ReportForm, values: Values): Typed[] {
  const keys = form.sections.flatMap(({ section, narrative, cells }) => [
    ...(narrative === null ? [] : [section.key]),
    ...cells.map(({ row }) => row.key),
  ]);
  const fields: Omit<Typed, 'words'>[] = [
    { place: null, field: wholeField },
    ...keys.map((place) => ({ place, field: returnField(place) })),
  ];
  return fields.flatMap((one) => {
    const typed = values[one.field]?.trim() ?? '';
    return typed === '' ? [] : [{ ...one, words: typed }];
  });
}

type Answer = { readonly issues: readonly Issue[] };

async function receive(c: WebContext): Promise<Response> {
  const form = await opened(c);
  const { pid } = form.obligation;
  const { values, key } = await formOf(c);
  const typed = typedReturns(form, values);
  const again = (
    issues: readonly Issue[],
    version: string | number | undefined,
    status: 409 | 422,
  ) => show(c, form, { values, version, status, told: toldOf(issues, typed) });
  if (typed.length === 0) {
    const told = [{ field: '', text: words.returnNone }];
    return show(c, form, { values, version: values.version, status: 422, told });
  }
  try {
    const { issues } = await once<Answer>(c.var.cx, key, async (cx) => {
      const places = typed.map(({ place, words: why }) => ({ place, words: why }));
      const outcome = await execute(cx, returnPlaces, { pid, version: values.version, places });
      return { keep: outcome.ok, answer: { issues: outcome.ok ? [] : outcome.issues } };
    });
    return issues.length === 0
      ? c.redirect(`${formPath(c, pid)}?da-tra-lai=1`, 303)
      : again(issues, values.version, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version, 409);
  }
}

// 'places.3.words' is about the fourth place that has words.
const toldOf = (issues: readonly Issue[], typed: readonly Typed[]) =>
  issues.map((one) => ({
    field: typed[Number(/^places\.(\d+)\./.exec(one.path)?.[1])]?.field ?? '',
    text: wordsOf(one, issueWords),
  }));

interface Returned {
  readonly values: Values;
  readonly version: string | number | undefined;
  readonly status: 409 | 422;
  readonly told: readonly { readonly field: string; readonly text: string }[];
}

function show(c: WebContext, form: ReportForm, back?: Returned): Response | Promise<Response> {
  const { cx, place, shell } = c.var;
  const { pid, version, round } = form.obligation;
  const to = (rest: string) => formPath(c, pid, rest);
  const told = back?.told ?? [];
  return shell.office(c, {
    title: `${words.returnHead}: ${round.name}`,
    heading: words.returnHead,
    lead: leadOf(form),
    crumbs: crumbsTo(c, form, { label: words.returnHead }),
    body: (
      <Returning
        form={form}
        action={to('tra-lai')}
        hidden={{ _key: cx.ids.pid(), version: back?.version ?? version }}
        typed={back?.values ?? {}}
        wanted={c.req.query('o') ?? null}
        errors={Object.fromEntries(told.map(({ field, text }) => [field, text]))}
        summary={withLabels(form, told)}
        to={to}
        officeTo={(path) => office(place.code, path)}
        when={whenText}
        hasBelow={form.below.asked > 0}
      />
    ),
    ...(back === undefined ? {} : { status: back.status, error: true }),
  });
}
