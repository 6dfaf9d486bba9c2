import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import { type AlertProps, fieldId } from '../../../../ui/index.ts';
import { entrantNames } from '../../../calls/index.ts';
import { CheckPage } from '../../pages/entry/check.tsx';
import { StepPage } from '../../pages/entry/step.tsx';
import { Remarked, StepActions } from '../../pages/entry/writing.tsx';
import type { Dossier } from '../../schema/index.ts';
import { submitDossier } from '../../service/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';
import { refusalOf } from './next.ts';
import { remarksOf } from './remarks.ts';
import {
  issueWords,
  type Opened,
  ownDossier,
  ownPage,
  pathOf,
  titleOf,
  tokenOf,
  told,
} from './shared.tsx';
import { type Standing, standingOf, stepOf, stepPaths, stepsTo } from './standing.ts';
import { timeOf } from './writing.tsx';

/** The last step: what is still to be mended, and submitting. */
export function checkDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/kiem-tra', async (c) => show(c, await ownDossier(c)));
  app.post('/ho-so/:token/nop', submit);
}

interface Refused {
  readonly status: 409 | 422;
  readonly notice: AlertProps;
}

async function show(
  c: WebContext,
  found: Opened,
  refused: Refused | null = null,
): Promise<Response> {
  const { dossier, token } = found;
  const { cx } = c.var;
  const stands = await standingOf(cx, dossier);
  const to = (rest: string) => pathOf(token, rest);
  const { content } = dossier.edition;
  const { entrant, field, answers } = dossier.working;
  return ownPage(c, found, {
    title: `${words.stepTitles[3]}: ${titleOf(dossier)}`,
    crumbs: [{ label: words.stepTitles[3]! }],
    ...(refused === null ? {} : { error: true, status: refused.status }),
    body: (
      <StepPage
        now={4}
        steps={stepsTo(found, stands)}
        title={titleOf(dossier)}
        notices={[
          refused?.notice ?? null,
          stands.submits ? timeOf(dossier, stands, cx.clock.now()) : null,
        ]}
      >
        <Remarked items={remarksOf(dossier, stands.writes, to)} />
        <CheckPage
          groups={groupsOf(dossier, stands, to)}
          form={content.form}
          entrant={entrant}
          facts={[
            ...(entrant === null ? [] : [{ term: words.entrant, value: entrantNames[entrant] }]),
            ...content.fields
              .filter(({ code }) => code === field)
              .map(({ name }) => ({ term: words.field, value: name })),
          ]}
          answers={answers}
          filesOf={({ key }) =>
            stands.files
              .filter((one) => one.field === key)
              .map((one) => ({
                name: one.name,
                size: fileSize(one.size),
                href: to(`tep/${one.pid}`),
                dropAction: null,
              }))
          }
          submit={
            stands.submits
              ? {
                  action: to('nop'),
                  version: dossier.version,
                  formKey: cx.ids.pid(),
                  again: dossier.submitted > 0,
                }
              : null
          }
          refusal={stands.submits ? null : refusalOf({ save: stands.submit })}
          same={dossier.submitted > 0 && !stands.changed}
        />
        <StepActions back={{ href: to('dong-y'), label: words.check.back }} next={null} />
      </StepPage>
    ),
  });
}

function groupsOf(dossier: Dossier, stands: Standing, to: (rest: string) => string) {
  return ([0, 1, 2] as const).map((step) => ({
    title: `${step + 1}. ${words.stepTitles[step]}`,
    issues: stands.issues
      .filter((one) => stepOf(dossier, one) === step)
      .map((one) => ({
        text: wordsOf(one, issueWords),
        href: `${to(stepPaths[step])}${step === 2 ? '' : '?thieu=1'}#${anchorOf(dossier, one, step)}`,
      })),
  }));
}

// Where the control of an issue stands on the page of its step.
function anchorOf(dossier: Dossier, { path }: Issue, step: 0 | 1 | 2): string {
  const [, key = '', rest = ''] = path.split('.');
  if (step === 2) return `y-kien-${key}-${rest}`;
  const field = dossier.edition.content.form.find((one) => one.key === key);
  if (field === undefined) return fieldId(path);
  return fieldId(field.kind === 'people' ? path : `answers.${key}`);
}

type Answer = { readonly version: number } | { readonly issues: readonly Issue[] };

async function submit(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const { values, key } = await formOf(c);
  // Whatever follows takes nothing from the entrant's time.
  const { received } = c.var;
  const token = tokenOf(c);
  const sent = { token, version: values.version, site: siteOf(c), received };
  try {
    const answer = await once<Answer>(cx, key, async (inner) => {
      const outcome = await execute(inner, submitDossier, sent);
      return outcome.ok
        ? { keep: true, answer: { version: outcome.value.version } }
        : { keep: false, answer: { issues: outcome.issues } };
    });
    if ('version' in answer)
      return c.redirect(`${pathOf(token, `bien-nhan/${answer.version}`)}?moi=1`, 303);
    const about = answer.issues.filter(({ path }) => path === '');
    return show(c, await ownDossier(c), {
      status: 422,
      notice: { tone: 'bad', title: words.check.notNow, children: told(about), live: true },
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(c, await ownDossier(c), {
      status: 409,
      notice: { tone: 'warn', title: words.check.changed, live: true },
    });
  }
}
