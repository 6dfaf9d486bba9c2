import type { Hono } from 'hono';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { NotFound } from '../../../platform/errors.ts';
import { emptyForm, errorsOf, type FormState } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { EntryForm, EntryRemoval, NoteForm } from '../pages/values.tsx';
import { declareValues } from '../policy.ts';
import { definitionsOn, entriesOf, entryByPid, notesOf } from '../queries/index.ts';
import { changesOf, type Definition, planChange, type Span } from '../rules/index.ts';
import { declareValue, removeValue, requireReadable, setNote } from '../service/index.ts';
import { indicatorIssues, vi } from '../vi.ts';
import { send } from './forms.ts';

export function valueDoors(app: Hono<Env>): void {
  app.get('/bao-cao/ghi-chu', (c) => noteForm(c, emptyForm));
  app.post('/bao-cao/ghi-chu', noteSent);
  app.get('/bao-cao/gia-tri', (c) => entryForm(c, emptyForm));
  app.post('/bao-cao/gia-tri', entrySent);
  app.get('/bao-cao/gia-tri/:pid', removal);
  app.post('/bao-cao/gia-tri/:pid', removed);
}

interface About {
  readonly definition: Definition;
  readonly on: string;
  readonly back: string;
  readonly query: { readonly 'chi-tieu': string; readonly ngay: string };
}

/** Which figure a form is about, from its address. */
async function aboutOf(c: WebContext): Promise<About> {
  const { cx, place } = c.var;
  if (!(await may(cx, declareValues, place.organisationId))) throw new NotFound('indicator');
  const parsed = parseVietnameseDate(c.req.query('ngay') ?? '');
  const on = 'ok' in parsed ? parsed.ok : cx.clock.today();
  const definition = (await definitionsOn(cx.db, on)).get(c.req.query('chi-tieu') ?? '');
  if (definition === undefined) throw new NotFound('indicator');
  const query = { 'chi-tieu': definition.code, ngay: on };
  return { definition, on, query, back: office(place.code, 'bao-cao/bang-so-sanh', query) };
}

/** The value that stands on the day, so that the form begins with it. */
function standing<Row extends Span>(rows: readonly Row[], on: string): Row | undefined {
  const { replace, shorten } = planChange(rows, on);
  return rows.find((row) => row.id === (replace ?? shorten));
}

const typedDay = (day: string | null | undefined) => (day ? formatDate(day) : '');

async function noteForm(c: WebContext, state: FormState) {
  const about = await aboutOf(c);
  const { cx, place } = c.var;
  const notes = await notesOf(cx.db, about.definition.indicatorId, place.organisationId);
  const note = standing(notes, about.on);
  const values = {
    words: note?.words ?? '',
    from: typedDay(note?.from),
    version: String(changesOf(notes)),
    ...state.values,
  };
  const action = office(place.code, 'bao-cao/ghi-chu', about.query);
  const form = (
    <NoteForm
      action={action}
      keepHref={about.back}
      values={values}
      errors={errorsOf(state.issues, indicatorIssues)}
      hidden={{ _key: cx.ids.pid(), version: values.version }}
    />
  );
  return page(c, state, vi.note.title(about.definition.code), vi.note.lead, form, about);
}

async function entryForm(c: WebContext, state: FormState) {
  const about = await aboutOf(c);
  const { cx, place } = c.var;
  const entries = await entriesOf(cx.db, about.definition.indicatorId, place.organisationId);
  const entry = standing(entries, about.on);
  const values = {
    value: entry === undefined ? '' : formatNumber(entry.value),
    from: typedDay(entry?.from),
    note: entry?.note ?? '',
    version: String(changesOf(entries)),
    ...state.values,
  };
  const form = (
    <EntryForm
      action={office(place.code, 'bao-cao/gia-tri', about.query)}
      keepHref={about.back}
      values={values}
      errors={errorsOf(state.issues, indicatorIssues)}
      hidden={{ _key: cx.ids.pid(), version: values.version }}
      unit={about.definition.unit}
    />
  );
  return page(c, state, vi.entry.title(about.definition.code), vi.entry.lead, form, about);
}

function page(
  c: WebContext,
  state: FormState,
  title: string,
  lead: string,
  body: ReturnType<typeof NoteForm>,
  about: About,
) {
  return c.var.shell.office(c, {
    title,
    lead: `${about.definition.label}. ${lead}`,
    crumbs: [
      { label: vi.reports, href: office(c.var.place.code, 'bao-cao') },
      { label: vi.table, href: about.back },
      { label: about.definition.code },
    ],
    error: state.issues.length > 0,
    status: state.issues.length > 0 ? 422 : 200,
    body,
  });
}

async function noteSent(c: WebContext) {
  const about = await aboutOf(c);
  const { values, key } = await formOf(c);
  const input = { ...values, org: c.var.place.code, indicator: about.definition.code };
  const outcome = await send(c.var.cx, key, setNote, input, values);
  return outcome.saved ? c.redirect(about.back, 303) : noteForm(c, outcome.form);
}

async function entrySent(c: WebContext) {
  const about = await aboutOf(c);
  const { values, key } = await formOf(c);
  const input = { ...values, org: c.var.place.code, indicator: about.definition.code };
  const outcome = await send(c.var.cx, key, declareValue, input, values);
  return outcome.saved ? c.redirect(about.back, 303) : entryForm(c, outcome.form);
}

async function removal(c: WebContext) {
  const { cx, place, shell } = c.var;
  const entry = await requireReadable(cx, await entryByPid(cx.db, c.req.param('pid') ?? ''));
  const back = office(place.code, 'bao-cao/bang-so-sanh', { 'chi-tieu': entry.indicator });
  return shell.office(c, {
    title: vi.entry.title(entry.indicator),
    crumbs: [{ label: vi.table, href: back }, { label: entry.indicator }],
    body: (
      <EntryRemoval
        action={office(place.code, `bao-cao/gia-tri/${entry.pid}`)}
        keepHref={back}
        question={vi.entry.removeQuestion(formatNumber(entry.value), entry.indicator)}
        words={vi.entry.removeWords}
        hidden={{ _key: cx.ids.pid(), version: entry.version }}
      />
    ),
  });
}

async function removed(c: WebContext) {
  const { cx, place } = c.var;
  const entry = await requireReadable(cx, await entryByPid(cx.db, c.req.param('pid') ?? ''));
  const { values, key } = await formOf(c);
  const input = { pid: entry.pid, version: values.version };
  const outcome = await send(cx, key, removeValue, input, values);
  const query = { 'chi-tieu': entry.indicator };
  const path = outcome.saved ? 'bao-cao/bang-so-sanh' : `bao-cao/gia-tri/${entry.pid}`;
  return c.redirect(office(place.code, path, outcome.saved ? query : {}), 303);
}
