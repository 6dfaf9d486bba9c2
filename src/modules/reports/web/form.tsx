import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { office } from '../../../platform/http/addresses.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { reportTabs } from '../../reporting/index.ts';
import { FormPage } from '../pages/form.tsx';
import { RestatedSince } from '../pages/restated.tsx';
import { History } from '../pages/steps.tsx';
import { formTimeline, restated } from '../queries/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { settleRival } from '../service/index.ts';
import { words } from '../vi/pages.ts';
import { besideForm } from './beside.tsx';
import {
  base,
  crumbsTo,
  formOfAddress,
  formPath,
  issueWords,
  leadOf,
  savedAnswer,
  whenText,
  withLabels,
} from './shared.ts';
import { fieldOf, marksOf, saveOnce, saveTyped, type Typed, typedPlaces } from './typed.ts';

export function formDoors(app: Hono<Env>): void {
  app.get(base, async (c) => showForm(c, await formOfAddress(c)));
  app.post(base, save);
  app.post(`${base}/chon/:rival`, choose);
}

/** What a page of a form shows beside what stands. */
interface Returned {
  readonly typed?: Readonly<Record<string, string>>;
  readonly issues?: readonly Issue[];
  readonly places?: Typed;
  readonly confirmError?: string;
}

/** The form, fresh or as it was sent. */
export async function showForm(
  c: WebContext,
  form: ReportForm,
  back: Returned = {},
): Promise<Response> {
  const { cx, place, shell } = c.var;
  const { pid, round, organisation } = form.obligation;
  const issues = back.issues ?? [];
  const told = issues.map((one) => ({
    field: back.places === undefined ? stepField(one.path) : fieldOf(one.path, back.places),
    text: wordsOf(one, issueWords),
  }));
  const to = (rest: string) => formPath(c, pid, rest);
  const props = {
    form,
    typed: back.typed ?? {},
    errors: Object.fromEntries(told.map(({ field, text }) => [field, text])),
    summary: withLabels(form, told),
    stepRefused: back.places === undefined,
    was: marksOf(form),
    hidden: { _key: cx.ids.pid() },
    to,
    officeTo: (path: string) => office(place.code, path),
    when: whenText,
    fills: form.may.fill,
    hasBelow: form.below.asked > 0,
  };
  const events = await formTimeline(cx, pid, 40);
  const frozen = form.freeze === null ? null : await restated(cx, pid);
  return shell.office(c, {
    title: `${round.name}: ${organisation.shortName}`,
    heading: round.name,
    lead: leadOf(form),
    islands: form.may.fill ? ['ui/autosave'] : [],
    crumbs: crumbsTo(c, form),
    before: (
      <>
        {reportTabs(c, 'rounds')}
        {noticeOf(c)}
      </>
    ),
    body: (
      <>
        <FormPage {...props} />
        {frozen === null ? null : <RestatedSince rows={frozen} />}
        <History
          items={events.map((event) => ({
            when: whenText(event.at),
            title: words.event(event.by, event.words),
            children: event.reason ?? '',
          }))}
        />
      </>
    ),
    aside: await besideForm(c, form, back.confirmError),
    asideFirst: true,
    ...(issues.length > 0 ? { status: 422, error: true } : {}),
  });
}

// The one field that a step has.
const stepField = (path: string): string => (path === 'confirmed' ? path : '');

function noticeOf(c: WebContext) {
  const saved = c.req.query('da-luu');
  const conflicts = Number(c.req.query('trung') ?? 0);
  const said = saidIn(c, {
    ...words.step,
    'da-chon': words.settled,
    'da-tra-loi': words.answered,
    'da-tra-lai': words.returnedNow,
  });
  return (
    <>
      {saved === undefined || !/^\d{1,4}$/.test(saved) ? null : (
        <Alert tone="ok" live>
          {words.saved(Number(saved))}
        </Alert>
      )}
      {said === undefined ? null : (
        <Alert tone="ok" live>
          {said}
        </Alert>
      )}
      {conflicts > 0 && conflicts < 10_000 ? (
        <Alert tone="warn" live>
          {words.conflicts(conflicts)}
        </Alert>
      ) : null}
    </>
  );
}

async function save(c: WebContext): Promise<Response> {
  const form = await formOfAddress(c);
  const { pid } = form.obligation;
  const { values, key } = await formOf(c);
  const typed = typedPlaces(form, values);
  const answer = await saveOnce(c.var.cx, key, pid, typed);
  if ('issues' in answer) {
    return showForm(c, form, { typed: values, issues: answer.issues, places: typed });
  }
  return savedAnswer(c, pid, answer);
}

/** One of two values is chosen; what else was typed on the page is saved with it. */
async function choose(c: WebContext): Promise<Response> {
  const form = await formOfAddress(c);
  const { pid } = form.obligation;
  const { values } = await formOf(c);
  const rival = c.req.param('rival') ?? '';
  const about = form.sections
    .flatMap((one) => [
      ...(one.narrative?.rivals ?? []),
      ...one.cells.flatMap((cell) => cell.rivals),
    ])
    .find((one) => one.pid === rival)?.place;
  const all = typedPlaces(form, values);
  const typed = {
    cells: all.cells.filter((cell) => cell.row !== about),
    narratives: all.narratives.filter((one) => one.section !== about),
  };
  const saved = await saveTyped(c.var.cx, pid, typed);
  if (saved !== null && !saved.ok) {
    return showForm(c, form, { typed: values, issues: saved.issues, places: typed });
  }
  const keep = c.req.query('giu') === 'vua-go' ? 'typed' : 'standing';
  settled(await execute(c.var.cx, settleRival, { pid, rival, keep }), issueWords);
  return c.redirect(`${formPath(c, pid)}?da-chon=1`, 303);
}
