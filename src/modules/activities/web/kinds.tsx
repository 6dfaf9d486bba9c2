import type { Hono } from 'hono';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { execute } from '../../../platform/command.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { KindForm, KindList, KindPage } from '../pages/kinds.tsx';
import { activityKindsManage } from '../policy.ts';
import { allKinds, kindByCode } from '../queries/index.ts';
import { keyOf } from '../rules.ts';
import type { ActivityKind } from '../schema/index.ts';
import { addKind, changeKind } from '../service/index.ts';
import { words } from '../vi.ts';
import { crumbsTo, issueWords, pathOf } from './shared.ts';

const say = words.kinds;
const kindLabels = { name: say.name, noun: say.noun, topic: say.topic, code: say.code };
const fieldLabels = {
  'field.label': say.label,
  'field.key': say.label,
  'field.type': say.type,
  'field.unit': say.unit,
  'field.help': say.help,
  'field.options': say.options,
};

export function kindDoors(app: Hono<Env>): void {
  app.use('/hoat-dong/loai/*', onlyKeepers);
  app.get('/hoat-dong/loai', onlyKeepers, listPage);
  app.get('/hoat-dong/loai/moi', (c) => newKindPage(c, freshForm()));
  app.post('/hoat-dong/loai/moi', newKindSent);
  app.get('/hoat-dong/loai/:kind', async (c) => kindPage(c, await kindOf(c), freshForm()));
  app.post('/hoat-dong/loai/:kind', fieldSent);
  app.post('/hoat-dong/loai/:kind/dung', toggle);
  app.post('/hoat-dong/loai/:kind/cong-khai', open);
}

const onlyKeepers = async (c: WebContext, next: () => Promise<void>): Promise<void> => {
  if (!offers(c, activityKindsManage)) throw new Forbidden(activityKindsManage.name);
  await next();
};

async function listPage(c: WebContext): Promise<Response> {
  const kinds = [...(await allKinds(c.var.cx.db)).values()];
  return c.var.shell.office(c, {
    title: say.title,
    lead: say.lead,
    crumbs: crumbsTo(c, { label: say.title }),
    action: (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'loai/moi')}>
        {say.addKind}
      </ButtonLink>
    ),
    body: <KindList kinds={kinds} hrefOf={(code) => pathOf(c, `loai/${code}`)} />,
  });
}

async function kindOf(c: WebContext): Promise<ActivityKind> {
  const kind = await kindByCode(c.var.cx.db, c.req.param('kind') ?? '');
  if (kind === null) throw new NotFound('activity kind');
  return kind;
}

function kindPage(
  c: WebContext,
  kind: ActivityKind,
  state: FormView,
): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  const path = pathOf(c, `loai/${kind.code}`);
  return c.var.shell.office(c, {
    title: kind.name,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: say.title, href: pathOf(c, 'loai') }, { label: kind.name }),
    before:
      c.req.query('da-luu') === undefined ? undefined : <Alert tone="ok" title={say.saved} live />,
    body: (
      <KindPage
        kind={kind}
        state={state}
        action={path}
        hidden={{}}
        toggle={{ action: `${path}/dung`, hidden: { active: kind.active ? '0' : '1' } }}
        open={{ action: `${path}/cong-khai`, hidden: { public: kind.public ? '0' : '1' } }}
      />
    ),
  });
}

async function fieldSent(c: WebContext): Promise<Response> {
  const kind = await kindOf(c);
  const { values } = await formOf(c);
  const options = (values['field.options'] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((label) => ({ value: keyOf(foldForSearch(label)), label }));
  const field = {
    label: values['field.label'],
    type: values['field.type'],
    unit: values['field.unit'],
    help: values['field.help'],
    required: values['field.required'],
    options,
  };
  const outcome = await execute(c.var.cx, changeKind, { code: kind.code, field });
  if (outcome.ok) return c.redirect(`${pathOf(c, `loai/${kind.code}`)}?da-luu=1`, 303);
  return kindPage(c, kind, returnedForm(values, outcome.issues, issueWords, fieldLabels));
}

async function toggle(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const code = c.req.param('kind') ?? '';
  settled(await execute(c.var.cx, changeKind, { code, active: values.active === '1' }));
  return c.redirect(`${pathOf(c, `loai/${code}`)}?da-luu=1`, 303);
}

async function open(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const code = c.req.param('kind') ?? '';
  settled(await execute(c.var.cx, changeKind, { code, public: values.public === '1' }));
  return c.redirect(`${pathOf(c, `loai/${code}`)}?da-luu=1`, 303);
}

function newKindPage(c: WebContext, state: FormView): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  return c.var.shell.office(c, {
    title: say.addKind,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsTo(c, { label: say.title, href: pathOf(c, 'loai') }, { label: say.addKind }),
    body: <KindForm state={state} action={c.req.path} backHref={pathOf(c, 'loai')} />,
  });
}

async function newKindSent(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const { name, noun, topic, code } = values;
  const outcome = await execute(c.var.cx, addKind, { name, noun, topic, code });
  if (outcome.ok) return c.redirect(`${pathOf(c, `loai/${outcome.value.code}`)}?da-luu=1`, 303);
  return newKindPage(c, returnedForm(values, outcome.issues, issueWords, kindLabels));
}
