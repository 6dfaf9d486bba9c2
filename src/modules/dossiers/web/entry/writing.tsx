import type { Hono } from 'hono';
import { vietnamDay } from '../../../../kernel/clock.ts';
import type { Issue } from '../../../../kernel/issue.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import type { AlertProps } from '../../../../ui/index.ts';
import {
  checkAnswers,
  type FormField,
  isRowAct,
  leaveCovers,
  type WorkingCopy,
} from '../../../calls/index.ts';
import { StepPage } from '../../pages/entry/step.tsx';
import { WritingPage } from '../../pages/entry/writing.tsx';
import type { Dossier } from '../../schema/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';
import { refusalOf } from './next.ts';
import { remarksOf, remarksOn } from './remarks.ts';
import { differing, type Saved, saveTyped } from './saving.ts';
import {
  daysLeft,
  issueWords,
  lastSecond,
  type Opened,
  ownDossier,
  ownPage,
  pathOf,
  titleOf,
  told,
  unkept,
} from './shared.tsx';
import { isWrong, type Standing, standingOf, stepOf, stepsTo } from './standing.ts';

/** The first step: writing the form, saved by its buttons and as it is typed. */
export function writingDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/viet', async (c) => show(c, await ownDossier(c)));
  app.post('/ho-so/:token/viet', save);
  app.post('/ho-so/:token/tu-luu', autosave);
}

/** What comes back with a form that was not taken. */
interface Returned {
  readonly working: WorkingCopy;
  readonly saved: Exclude<Saved, { kind: 'saved' }>;
}

async function show(c: WebContext, found: Opened, back: Returned | null = null): Promise<Response> {
  const { dossier, token } = found;
  const { cx } = c.var;
  const stands = await standingOf(cx, dossier);
  const working = back?.working ?? dossier.working;
  const { content } = dossier.edition;
  const to = (rest: string) => pathOf(token, rest);
  const everything = c.req.query('thieu') !== undefined || dossier.state === 'returned';
  const issues = writingIssues(dossier, stands, back === null ? null : working, cx.clock.now());
  const shown = everything ? issues : issues.filter(isWrong);
  const errors = Object.fromEntries(
    shown
      .filter(({ path }) => path === 'entrant' || path === 'field')
      .map((one) => [one.path, wordsOf(one, issueWords)]),
  );
  const refused = back?.saved.kind === 'refused' ? told(back.saved.issues) : null;
  return ownPage(c, found, {
    title: `${words.steps[0]}: ${titleOf(dossier)}`,
    crumbs: [{ label: words.stepTitles[0]! }],
    islands: stands.writes ? ['ui/autosave'] : [],
    ...(back === null ? {} : { error: true, status: back.saved.kind === 'conflict' ? 409 : 422 }),
    body: (
      <StepPage
        now={1}
        steps={stepsTo(found, stands)}
        title={titleOf(dossier)}
        notices={[
          refused === null
            ? null
            : {
                tone: 'bad',
                title: `${words.notSaved}.`,
                children: `${refused} ${words.typedKept}`,
                live: true,
              },
          timeOf(dossier, stands, cx.clock.now()),
        ]}
      >
        <WritingPage
          action={to('viet')}
          autosave={to('tu-luu')}
          nextHref={to('tep')}
          version={back?.saved.kind === 'conflict' ? back.saved.version : dossier.version}
          saved={words.saved(dossier.savedAt, cx.clock.now())}
          entrants={content.entrants}
          fields={content.fields}
          form={remarked(dossier, stands.writes)}
          entrant={working.entrant}
          field={working.field}
          answers={working.answers}
          issues={shown.filter(({ path }) => path !== 'entrant' && path !== 'field')}
          everything={everything}
          remarks={remarksOf(dossier, stands.writes, to)}
          errors={errors}
          readOnly={!stands.writes && back === null}
          conflict={
            back?.saved.kind === 'conflict'
              ? { labels: differing(dossier, working), href: to('viet') }
              : null
          }
        />
      </StepPage>
    ),
  });
}

// What the secretariat asks to mend stands beside its field.
function remarked(dossier: Dossier, writes: boolean): FormField[] {
  const asked = writes ? remarksOn(dossier) : [];
  return dossier.edition.content.form
    .filter(({ kind }) => kind !== 'files')
    .map((field) => {
      const said = asked.filter((one) => one.field === field.key).map((one) => one.words);
      if (said.length === 0) return field;
      const help = [field.help, words.remarkHere(said.join(' '))].filter(Boolean).join(' ');
      return { ...field, help };
    });
}

/** The deadline, or why nothing may be written. */
export function timeOf(dossier: Dossier, stands: Standing, now: Date): AlertProps | null {
  if (!stands.writes) return { tone: 'warn', children: refusalOf(stands) };
  const { state, leave } = dossier;
  if (state === 'returned' && leave !== null && leaveCovers(leave, 'submit', now))
    return { tone: 'warn', children: words.returnedUntil(leave.until) };
  const until = lastSecond(stands.submit, dossier.leave);
  return until === null
    ? null
    : { tone: 'info', children: words.deadline(until, daysLeft(until, now)) };
}

// What was typed and not taken is looked at by the form alone.
function writingIssues(
  dossier: Dossier,
  stands: Standing,
  typed: WorkingCopy | null,
  now: Date,
): Issue[] {
  if (typed === null) return stands.issues.filter((one) => stepOf(dossier, one) === 0);
  if (typed.entrant === null) return [];
  const { form, eligibility } = dossier.edition.content;
  return checkAnswers(form, typed.answers, [], {
    entrant: typed.entrant,
    today: vietnamDay(now),
    representative: eligibility.representative,
  }).filter((one) => stepOf(dossier, one) === 0);
}

async function save(c: WebContext): Promise<Response> {
  const found = await ownDossier(c);
  const { token, dossier } = found;
  const { typed, saved } = await saveTyped(c, token, dossier);
  if (saved.kind !== 'saved') return show(c, found, { working: typed.working, saved });
  if (typed.act === 'next') return c.redirect(pathOf(token, 'tep'), 303);
  const row = isRowAct(typed.act) ? /answers\.([^.]+)/.exec(typed.act)?.[1] : undefined;
  const anchor = row === undefined ? '' : `#f-answers-${row}`;
  return c.redirect(`${pathOf(token, 'viet')}${anchor}`, 303);
}

async function autosave(c: WebContext): Promise<Response> {
  const { token, dossier } = await ownDossier(c);
  const { saved } = await saveTyped(c, token, dossier);
  const { cx } = c.var;
  const answer = {
    saved: () => ({
      said: words.autosaved(cx.clock.now(), cx.clock.now()),
      version: String(saved.kind === 'saved' ? saved.version : ''),
      tone: 'ok',
    }),
    refused: () => ({
      said: `${words.notSaved}. ${saved.kind === 'refused' ? told(saved.issues) : ''}`,
      tone: 'warn',
    }),
    conflict: () => ({ said: words.writing.conflictSaid, tone: 'warn' }),
  }[saved.kind]();
  return unkept(c.json(answer));
}
