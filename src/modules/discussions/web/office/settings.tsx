import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, DefinitionList } from '../../../../ui/index.ts';
import { SettingsForm } from '../../pages/settings.tsx';
import { commentRead, discussionSet } from '../../policy.ts';
import { settingsOf } from '../../queries/index.ts';
import type { Settings } from '../../schema/index.ts';
import { setDiscussions } from '../../service/index.ts';
import { moderationNames, ownIssues, settingWords as words } from '../../vi/index.ts';
import { allow, officePath } from '../shared.ts';
import { settingsPath as path, sectionTabs } from './tabs.tsx';

/** How the site takes what readers write. */
export function settingsDoors(app: Hono<Env>): void {
  app.get(`/${path}`, async (c) => {
    await allow(c, commentRead);
    const settings = await settingsOf(c.var.cx.db, c.var.place.organisationId);
    return show(c, settings, freshForm(typedOf(settings)), settings.version);
  });
  app.post(`/${path}`, save);
}

const typedOf = (settings: Settings): Readonly<Record<string, string>> => ({
  comments: settings.comments,
  open_days: settings.openDays === null ? '' : String(settings.openDays),
  promise_days: String(settings.promiseDays),
  words: settings.words.join('\n'),
  feedback: settings.feedback ? '1' : '',
  letters: settings.letters ? '1' : '',
});

async function show(
  c: WebContext,
  settings: Settings,
  form: FormView,
  version: number | string | undefined,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { cx, place, shell } = c.var;
  const writer = await may(cx, discussionSet, place.organisationId);
  const said = saidIn(c, { 'da-luu': words.saved });
  return shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: [{ label: words.title }],
    status,
    error: status !== 200,
    before: (
      <>
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
        {sectionTabs(c, path)}
      </>
    ),
    body: writer ? (
      <SettingsForm form={form} action={officePath(c, path)} hidden={{ version }} />
    ) : (
      <DefinitionList
        items={[
          { term: words.comments, value: moderationNames[settings.comments] },
          { term: words.promiseDays, value: String(settings.promiseDays) },
        ]}
      />
    ),
  });
}

const labels = {
  comments: words.comments,
  open_days: words.openDays,
  promise_days: words.promiseDays,
  words: words.words,
};

async function save(c: WebContext): Promise<Response> {
  await allow(c, commentRead, discussionSet);
  const { cx, place } = c.var;
  const { values } = await formOf(c);
  const { comments, open_days, promise_days, feedback, letters, version } = values;
  const raw = {
    comments,
    open_days,
    promise_days,
    words: values.words,
    feedback,
    letters,
    version,
  };
  const again = async (
    issues: readonly Issue[],
    now: string | number | undefined,
    status: 409 | 422,
  ) =>
    show(
      c,
      await settingsOf(cx.db, place.organisationId),
      returnedForm(values, issues, ownIssues, labels),
      now,
      status,
    );
  try {
    const outcome = await execute(cx, setDiscussions, { ...raw, organisation: place.code });
    if (!outcome.ok) return again(outcome.issues, version, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version, 409);
  }
  return c.redirect(officePath(c, `${path}?da-luu=1`), 303);
}
