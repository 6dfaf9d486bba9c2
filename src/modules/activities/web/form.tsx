import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type Cx, type Outcome, once } from '../../../platform/command.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import { longestSelect, pick } from '../../../platform/forms/pick.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { type Received, receiveFiles } from '../../../platform/records/uploads.ts';
import type { OrganisationOption } from '../../organisations/index.ts';
import { ActivityForm } from '../pages/form.tsx';
import { KindChoice } from '../pages/kinds.tsx';
import { activityWrite } from '../policy.ts';
import { allKinds } from '../queries.ts';
import type { FieldValue, KindField } from '../rules.ts';
import type { Activity, ActivityKind } from '../schema.ts';
import {
  type ActivityIssued,
  activityFiles,
  editActivity,
  recordActivity,
} from '../service/index.ts';
import { labels, words } from '../vi.ts';
import { activityOf, crumbsTo, issueWords, offers, pathOf, recordable } from './shared.ts';

export function formDoors(app: Hono<Env>): void {
  app.get('/hoat-dong/ghi-nhan', chooseKind);
  app.get('/hoat-dong/ghi-nhan/:kind', newForm);
  app.post('/hoat-dong/ghi-nhan/:kind', recordSent);
  app.get('/hoat-dong/:pid/sua', editForm);
  app.post('/hoat-dong/:pid/sua', editSent);
}

/** What one form is about: a new record of a kind, or one that stands. */
interface Subject {
  readonly kind: ActivityKind;
  readonly activity: Activity | null;
  readonly options: readonly OrganisationOption[];
}

async function chooseKind(c: WebContext): Promise<Response> {
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kinds = [...(await allKinds(c.var.cx.db)).values()].filter((kind) => kind.active);
  return c.var.shell.office(c, {
    title: words.record,
    lead: words.chooseKind,
    crumbs: crumbsTo(c, { label: words.record }),
    body: <KindChoice kinds={kinds} hrefOf={(code) => pathOf(c, `ghi-nhan/${code}`)} />,
  });
}

async function newSubject(c: WebContext): Promise<Subject> {
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kind = (await allKinds(c.var.cx.db)).get(c.req.param('kind') ?? '');
  if (kind === undefined || !kind.active) throw new NotFound('activity kind');
  return { kind, activity: null, options: await recordable(c) };
}

async function oldSubject(c: WebContext): Promise<Subject> {
  const activity = await activityOf(c);
  if (activity.deletedAt !== null) throw new NotFound('activity');
  if (!offers(c, activityWrite)) throw new Forbidden(activityWrite.name);
  const kind = (await allKinds(c.var.cx.db)).get(activity.kind);
  if (kind === undefined) throw new NotFound('activity kind');
  return { kind, activity, options: await recordable(c) };
}

async function newForm(c: WebContext): Promise<Response> {
  const subject = await newSubject(c);
  const { place } = c.var;
  // Most records are of the office itself; its name stands there already.
  const own = subject.options.find((option) => option.id === place.organisationId);
  const first = {
    role: 'host',
    organisation: own === undefined ? '' : shownOption(own, subject.options),
  };
  return show(c, subject, freshForm(first), []);
}

async function editForm(c: WebContext): Promise<Response> {
  const subject = await oldSubject(c);
  return show(c, subject, freshForm(typedOf(subject)), []);
}

async function recordSent(c: WebContext): Promise<Response> {
  return sent(c, await newSubject(c), recordActivity);
}

async function editSent(c: WebContext): Promise<Response> {
  return sent(c, await oldSubject(c), editActivity);
}

type Write = (cx: Cx, raw: unknown) => Promise<Outcome<ActivityIssued>>;

async function sent(c: WebContext, subject: Subject, write: Write): Promise<Response> {
  const { cx, services } = c.var;
  const form = await formOf(c);
  const kept = form.lists.kept ?? [];
  const received = await receiveFiles(cx, services.files, form.files.files ?? [], kept);
  const picked = pick('organisation', subject.options, form.values.organisation ?? '');
  const raw = await rawOf(cx, subject, form, 'code' in picked ? picked.code : '', received);
  const early = [...('issue' in picked ? [picked.issue] : []), ...received.issues];
  try {
    const outcome = await once(cx, form.key, async (inner) => {
      const answer = await writeOrRefuse(inner, write, raw, early);
      return { keep: answer.ok, answer };
    });
    if (outcome.ok) return c.redirect(`${pathOf(c, outcome.value.pid)}?da-luu=1`, 303);
    return returned(c, subject, form, outcome.issues, received, null);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const changed = [issue('', 'changed_meanwhile')];
    return returned(c, subject, form, changed, received, error.version);
  }
}

// What the form itself found goes before what the command finds, so that all is told at once: the
// command runs in either case, and with an empty organisation it never writes.
async function writeOrRefuse(
  cx: Cx,
  write: Write,
  raw: Readonly<Record<string, unknown>>,
  early: readonly Issue[],
): Promise<Outcome<ActivityIssued>> {
  const outcome = await write(cx, early.length > 0 ? { ...raw, organisation: '' } : raw);
  if (outcome.ok || early.length === 0) return outcome;
  const rest = outcome.issues.filter((found) => found.path !== 'organisation');
  return { ok: false, issues: [...early, ...rest] };
}

async function rawOf(
  cx: Cx,
  { kind, activity }: Subject,
  { values }: FormBody,
  organisation: string,
  received: Received,
): Promise<Record<string, unknown>> {
  const { title, starts_on, ends_on, role, place, partners, summary } = values;
  const data = Object.fromEntries(kind.fields.map(({ key }) => [key, values[`data.${key}`]]));
  const common = { organisation, title, starts_on, ends_on, role, place, partners, summary, data };
  const files = received.files.map((file) => file.pid);
  if (activity === null) return { kind: kind.code, ...common, files };
  const old = await activityFiles.of(cx, activity.id);
  const all = files.length === 0 ? null : [...old.map((file) => file.pid), ...files];
  return { pid: activity.pid, version: values.version, ...common, files: all };
}

function returned(
  c: WebContext,
  subject: Subject,
  form: FormBody,
  issues: readonly Issue[],
  received: Received,
  newer: number | null,
): Promise<Response> {
  const own = subject.kind.fields.map((field): [string, string] => [
    `data.${field.key}`,
    field.label,
  ]);
  const all = { ...labels(subject.kind.noun), ...Object.fromEntries(own) };
  const view = returnedForm(form.values, issues, issueWords, all);
  return show(c, subject, view, received.files, newer ?? undefined);
}

/** The form: fresh, or (with issues) as it was sent, under the status that says so. */
async function show(
  c: WebContext,
  { kind, activity, options }: Subject,
  state: FormView,
  kept: Received['files'],
  newer?: number,
): Promise<Response> {
  const title = activity === null ? words.recordOne(kind.noun) : words.editOne(kind.noun);
  const bad = state.summary.length > 0;
  const backHref = activity === null ? pathOf(c) : pathOf(c, activity.pid);
  const version = newer ?? state.values.version ?? activity?.version;
  const few = options.length <= longestSelect;
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(
      c,
      activity === null
        ? { label: kind.name, href: `${pathOf(c)}?loai=${kind.code}` }
        : { label: activity.title, href: backHref },
      { label: title },
    ),
    body: (
      <ActivityForm
        kind={kind}
        state={few ? { ...state, values: withCode(state.values, options) } : state}
        action={c.req.path}
        hidden={{ _key: c.var.cx.ids.pid(), version: activity === null ? undefined : version }}
        backHref={backHref}
        organisations={options.map((option) => ({ value: option.code, label: option.name }))}
        suggestHref={few ? null : pathOf(c, 'don-vi')}
        kept={kept}
        newerHref={newer === undefined ? undefined : backHref}
      />
    ),
  });
}

// A select knows codes; a text field shows names.
function withCode(values: FormView['values'], options: readonly OrganisationOption[]) {
  const picked = pick('organisation', options, values.organisation ?? '');
  return 'code' in picked ? { ...values, organisation: picked.code } : values;
}

function shownOption(option: OrganisationOption, options: readonly OrganisationOption[]): string {
  const twins = options.filter((other) => other.name === option.name).length > 1;
  return twins ? `${option.name} (${option.code})` : option.name;
}

/** A record as a person would have typed it. */
function typedOf({ kind, activity, options }: Subject): Record<string, string> {
  if (activity === null) return {};
  const option = options.find((one) => one.code === activity.organisationCode);
  const own = kind.fields.flatMap((field): [string, string][] => {
    const value = activity.data[field.key];
    return value === undefined || value === false
      ? []
      : [[`data.${field.key}`, typedValue(field, value)]];
  });
  return {
    title: activity.title,
    starts_on: formatDate(activity.startsOn),
    ends_on: activity.endsOn === null ? '' : formatDate(activity.endsOn),
    organisation: option === undefined ? activity.organisationCode : shownOption(option, options),
    role: activity.role,
    place: activity.place ?? '',
    partners: activity.partners ?? '',
    summary: activity.summary ?? '',
    ...Object.fromEntries(own),
  };
}

/** A field's value as a person would have typed it. */
export function typedValue(field: KindField, value: FieldValue): string {
  if (typeof value === 'number') return formatNumber(value);
  if (field.type === 'day') return formatDate(String(value));
  return typeof value === 'boolean' ? '1' : value;
}
