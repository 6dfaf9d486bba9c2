import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { reviewOf } from '../../calls/index.ts';
import { Preview, type ShownPlan } from '../pages/preview.tsx';
import { DossierTable, LoadTable, type ShownDossier } from '../pages/tables.tsx';
import { previewInput } from '../schema/index.ts';
import { ownOf, type Planned, plan, runAssignment } from '../service/index.ts';
import { sayShortage, words } from '../vi/index.ts';
import { loadRows, sumWords, worstWords } from './council.tsx';
import {
  type Bound,
  boundCrumbs,
  boundPath,
  fieldName,
  fullName,
  issueWords,
  managedBound,
  one,
  points,
} from './shared.tsx';

const { preview } = words;
const { labels } = preview;
const names = ['seed', 'loads', 'experts', 'share', 'keep'] as const;
const usual = { seed: '1', loads: 'even', experts: '1', share: '0,1', keep: '' };

/** Reckoned first, then written. */
export function previewDoors(app: Hono<Env>): void {
  app.get(`${one}/thu`, async (c) => {
    const bound = await managedBound(c);
    return show(c, bound, typedIn(c.req.query()), []);
  });
  app.post(`${one}/thu`, write);
}

type Typed = Readonly<Record<string, string>>;

const typedIn = (sent: Readonly<Record<string, string | undefined>>): Typed =>
  Object.fromEntries(names.map((name) => [name, sent[name] ?? usual[name]]));

async function show(
  c: WebContext,
  bound: Bound,
  typed: Typed,
  refused: readonly Issue[],
): Promise<Response> {
  const raw = { ...typed, council: bound.council.pid, phase: bound.phase.key };
  const parsed = previewInput.safeParse(raw);
  const made = parsed.success
    ? await plan(c.var.cx, bound.council, bound.phase, parsed.data)
    : { issues: issuesOf(parsed.error, raw) };
  const failed = 'issues' in made;
  const issues = failed ? made.issues : refused;
  const form = issues.length === 0 ? freshForm(typed) : viewOf(typed, issues);
  return c.var.shell.office(c, {
    title: preview.title,
    lead: preview.lead,
    crumbs: boundCrumbs(c, bound, { label: preview.title }),
    ...(issues.length > 0 ? { error: true, status: 422 as const } : {}),
    body: (
      <>
        <Preview
          form={form}
          settingsHref={boundPath(c, bound, 'thu')}
          plan={failed ? null : shownPlan(c, bound, made, typed)}
          backHref={boundPath(c, bound)}
        />
        {failed ? null : (
          <>
            <DossierTable rows={rowsOf(bound, made)} />
            <LoadTable rows={loadRows(made.given, loadsOf(made))} />
          </>
        )}
      </>
    ),
  });
}

const viewOf = (typed: Typed, issues: readonly Issue[]): FormView =>
  returnedForm(typed, issues, issueWords, { ...labels, anyway: preview.anyway });

async function write(c: WebContext): Promise<Response> {
  const bound = await managedBound(c);
  const { values } = await formOf(c);
  const typed = typedIn(values);
  const raw = { ...typed, council: bound.council.pid, phase: bound.phase.key };
  const outcome = await execute(c.var.cx, runAssignment, { ...raw, anyway: values.anyway });
  if (outcome.ok) return c.redirect(`${boundPath(c, bound)}?da-chay=1`, 303);
  return show(c, bound, typed, outcome.issues);
}

function shownPlan(c: WebContext, bound: Bound, made: Planned, typed: Typed): ShownPlan {
  const { added, gone, stays } = changesOf(made);
  const { total, bound: most, worst, worst_bound, short } = made.output;
  const names = new Map(made.given.dossiers.map((one) => [one.pid, one.number ?? one.title]));
  const idle = added.size + gone.size === 0;
  return {
    runHref: boundPath(c, bound, 'thu'),
    hidden: typed,
    changes: idle ? preview.nothing : preview.changes(added.size, gone.size, stays),
    idle,
    sum: `${words.lastRun.sum}: ${words.lastRun.sumOf(points(total), points(most))}`,
    optimal: sumWords(total, most),
    worst: `${words.lastRun.worst}: ${worstWords(worst, worst_bound)}`,
    short: short.map((one) => `${names.get(one.dossier)}: ${sayShortage(one, words.judge)}`),
  };
}

const key = (dossier: string, judge: string): string => `${dossier} ${judge}`;

/** Pairs of public ids that come and go, and how many stay. */
function changesOf({ given, output }: Planned) {
  // What is signed and does not count stays where it is, and takes nobody's place.
  const { kept, leftOut } = given;
  const counted = ownOf(given).filter(({ id }) => !(kept.has(id) && leftOut.has(id)));
  const now = new Set(counted.map((one) => key(one.dossier.pid, one.judge.pid)));
  const then = new Set(output.pairs.map(([dossier, judge]) => key(dossier, judge)));
  const added = without(then, now);
  return { added, gone: without(now, then), stays: then.size - added.size };
}

const without = (from: ReadonlySet<string>, those: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...from].filter((one) => !those.has(one)));

function rowsOf(bound: Bound, made: Planned): ShownDossier[] {
  const { given, output } = made;
  const { added, gone, stays } = changesOf(made);
  const nameOf = new Map(given.judges.map((judge) => [judge.pid, fullName(judge)]));
  const chosen = Map.groupBy(output.pairs, ([dossier]) => dossier);
  const short = new Map(output.short.map((one) => [one.dossier, one]));
  return given.dossiers.map(({ pid, title, number, field }) => {
    const lacks = short.get(pid);
    return {
      ...{ id: pid, title, number },
      field: fieldName(bound.council.edition, field),
      judges: (chosen.get(pid) ?? []).map(([, judge]) => ({
        name: nameOf.get(judge) ?? judge,
        // Where all is new it need not be said of each.
        counts: true,
        note: stays > 0 && added.has(key(pid, judge)) ? preview.fresh : null,
        removeHref: null,
      })),
      gone: ownOf(given)
        .filter((one) => one.dossier.pid === pid && gone.has(key(pid, one.judge.pid)))
        .map((one) => fullName(one.judge)),
      each: reviewOf(bound.phase).each,
      short: lacks === undefined ? null : sayShortage(lacks, words.judge),
      addHref: null,
    };
  });
}

function loadsOf({ given, output }: Planned): ReadonlyMap<string, number> {
  const ids = new Map(given.judges.map(({ pid, judgeId }) => [pid, judgeId]));
  const loads = new Map<string, number>();
  for (const [, judge] of output.pairs) {
    const id = ids.get(judge)!;
    loads.set(id, (loads.get(id) ?? 0) + 1);
  }
  return loads;
}
