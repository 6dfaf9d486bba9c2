import type { Hono } from 'hono';
import { addDays } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { organisationKindWords } from '../../organisations/index.ts';
import {
  liveTemplates,
  type Template,
  templateById,
  templateByPid,
} from '../../templates/index.ts';
import { RoundForm, TemplateChoice } from '../pages/form.tsx';
import { kindsBelow, roundByPid } from '../queries/index.ts';
import { likelyPeriod, offeredPeriods } from '../rules/index.ts';
import type { Round } from '../schema.ts';
import { changedRound, createRound, editRound } from '../service/index.ts';
import { labels, periodName, roundName, words } from '../vi.ts';
import {
  allowManaging,
  base,
  issueWords,
  needManaging,
  pathOf,
  roundCrumbs,
  roundOf,
  section,
} from './shared.tsx';

const daysToFill = 30;

/** Making and changing a round. */
export function formDoors(app: Hono<Env>): void {
  app.get(`${base}/moi`, newPage);
  app.post(`${base}/moi`, (c) => sent(c, null));
  app.get(`${base}/:round/sua`, async (c) => editPage(c, await manageable(c), null));
  app.post(`${base}/:round/sua`, async (c) => sent(c, await manageable(c)));
}

async function manageable(c: WebContext): Promise<Round> {
  const round = await roundOf(c);
  await needManaging(c, round);
  return round;
}

async function newPage(c: WebContext): Promise<Response> {
  allowManaging(c);
  const templates = await liveTemplates(c.var.cx.db);
  const [only] = templates;
  const asked = c.req.query('mau');
  const chosen =
    templates.find((template) => template.pid === asked) ??
    (templates.length === 1 ? only : undefined);
  return chosen === undefined ? choosePage(c, templates) : formPage(c, chosen, null, null);
}

function choosePage(c: WebContext, templates: readonly Template[]): Response | Promise<Response> {
  return c.var.shell.office(c, {
    title: words.chooseTemplate,
    crumbs: section.crumbsTo(c, { label: words.formTitle }),
    body: (
      <TemplateChoice
        items={templates.map((template) => ({
          title: template.name,
          href: `${pathOf(c, 'moi')}?mau=${template.pid}`,
          meta: [words.sections(template.content.sections.length), template.legalBasis]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    ),
  });
}

async function editPage(c: WebContext, round: Round, state: Sent | null): Promise<Response> {
  const template = await templateById(c.var.cx.db, round.templateId);
  if (template === null) throw new NotFound('report_template');
  return formPage(c, template, round, state);
}

interface Sent {
  readonly form: FormView;
  readonly asked: readonly string[];
  readonly version: string | number | undefined;
}

async function formPage(
  c: WebContext,
  template: Template,
  round: Round | null,
  sent: Sent | null,
): Promise<Response> {
  const { cx, place } = c.var;
  const today = cx.clock.today();
  const organisation = round?.organisation.id ?? place.organisationId;
  const kinds = await kindsBelow(cx.db, organisation, round?.opensOn ?? today);
  const periods = offeredPeriods(template.periodKind, round?.opensOn ?? today);
  const likely =
    template.periodKind === 'term' ? '' : likelyPeriod(template.periodKind, today).code;
  const open = round?.state === 'open';
  const title = round === null ? words.formTitle : words.editTitle;
  const codes = [...new Set([...periods.map((period) => period.code), round?.period ?? likely])];
  return c.var.shell.office(c, {
    title,
    error: sent !== null,
    status: sent === null ? 200 : 422,
    crumbs:
      round === null
        ? section.crumbsTo(c, { label: title })
        : roundCrumbs(c, round, { label: title }),
    body: (
      <RoundForm
        state={sent?.form ?? freshForm(round === null ? freshOf(c, likely) : standingOf(round))}
        action={round === null ? `${c.req.path}?mau=${template.pid}` : c.req.path}
        hidden={{
          _key: cx.ids.pid(),
          version: sent?.version ?? round?.version,
          template: template.pid,
        }}
        backHref={round === null ? pathOf(c) : pathOf(c, round.pid)}
        template={template.name}
        changeTemplateHref={round === null ? pathOf(c, 'moi') : null}
        periods={
          template.periodKind === 'term'
            ? null
            : codes.map((value) => ({ value, label: periodName(value) }))
        }
        kinds={kinds.map(({ kind, many }) => ({
          value: kind,
          label: words.kindCount(organisationKindWords[kind] ?? kind, many),
        }))}
        asked={sent?.asked ?? round?.asked ?? kinds.slice(0, 1).map((one) => one.kind)}
        suggestedName={roundName(template.name, round?.period ?? likely)}
        open={open}
      />
    ),
  });
}

const freshOf = (c: WebContext, period: string): Record<string, string> => {
  const today = c.var.cx.clock.today();
  return {
    period,
    opens_on: formatDate(today),
    due_on: formatDate(addDays(today, daysToFill)),
    cascades: '1',
  };
};

const standingOf = (round: Round): Record<string, string> => ({
  period: round.period,
  name: round.name,
  opens_on: formatDate(round.opensOn),
  due_on: formatDate(round.dueOn),
  cascades: round.cascades ? '1' : '',
  opens_itself: round.opensItself ? '1' : '',
  words: round.words ?? '',
});

async function sent(c: WebContext, round: Round | null): Promise<Response> {
  const { cx, place } = c.var;
  if (round === null) allowManaging(c);
  const { values, lists, key } = await formOf(c);
  const asked = lists.asked ?? [];
  const { _key, version, ...typed } = values;
  // A box that is not ticked is not sent: what is absent is no.
  const full = { cascades: '', opens_itself: '', ...typed, asked };
  const raw =
    round === null
      ? { ...full, organisation: place.code }
      : await changedRound(
          cx,
          round,
          round.state === 'open'
            ? { due_on: values.due_on, words: values.words ?? '', version }
            : { ...full, version },
        );
  const saved = await saveSent(cx, key, {
    raw: raw as Record<string, unknown>,
    early: [],
    read: [],
    write: (inner, input) =>
      round === null ? execute(inner, createRound, input) : execute(inner, editRound, input),
  });
  if (saved.ok) {
    const said = round === null ? 'da-lap' : 'da-luu';
    return c.redirect(`${pathOf(c, saved.value.pid)}?${said}=1`, 303);
  }
  const form = returnedForm(values, saved.issues, issueWords, labels);
  const state: Sent = { form, asked, version: saved.newer ?? version };
  if (round !== null) return editPage(c, await roundByPid(cx, round.pid), state);
  const template = await templateByPid(cx.db, values.template ?? '');
  if (template === null || template.deletedAt !== null) throw new NotFound('report_template');
  return formPage(c, template, null, state);
}
