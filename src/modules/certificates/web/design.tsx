import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import type { Edition } from '../../calls/index.ts';
import { DesignForm } from '../pages/design.tsx';
import type { Design } from '../rules/index.ts';
import { designOf, designSent, designShown, type KeptDesign } from '../schema/index.ts';
import { designOfEdition, frozenOf, setDesign, settingOf } from '../service/index.ts';
import { samplePdf } from '../sheets/index.ts';
import { certificateIssues, designLabels, designWords, printingWords } from '../vi/index.ts';
import { base, crumbsOf, editionOf, issuedHere, pathOf, sendPdf } from './shared.ts';

type Values = Readonly<Record<string, string>>;

/** How the certificates of an edition look. */
export function designDoors(app: Hono<Env>): void {
  app.get(`${base}/mau`, async (c) => {
    const edition = await issuedHere(c);
    const kept = await designOfEdition(c.var.cx, edition);
    return show(c, edition, freshForm(typedOf(kept)), kept.version);
  });
  app.post(`${base}/mau`, save);
  app.get(`${base}/mau/xem-truoc.pdf`, async (c) => {
    const edition = await editionOf(c);
    return preview(c, edition, (await designOfEdition(c.var.cx, edition)).design);
  });
  app.post(`${base}/mau/xem-truoc.pdf`, tryOut);
}

const fields = [...Object.keys(designLabels), 'version'];

/** What was typed, field by field of the form. */
const sentOf = (values: Values): Record<string, string | undefined> =>
  Object.fromEntries(fields.map((name) => [name, values[name]]));

function typedOf({ design }: KeptDesign): Record<string, string> {
  const texts = Object.entries(designSent(design)).flatMap(([name, value]) =>
    typeof value === 'boolean' ? (value ? [[name, '1']] : []) : [[name, value ?? '']],
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

async function save(c: WebContext): Promise<Response> {
  const edition = await issuedHere(c);
  const { values } = await formOf(c);
  const again = (issues: Parameters<typeof returnedForm>[1]) =>
    returnedForm(values, issues, certificateIssues, designLabels);
  try {
    const raw = { ...sentOf(values), edition: edition.pid };
    const outcome = await execute(c.var.cx, setDesign, raw);
    if (outcome.ok) return c.redirect(`${pathOf(c, edition, 'mau')}?da-luu=1`, 303);
    return await show(c, edition, again(outcome.issues), Number(values.version ?? 0));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const state = again([issue('', 'changed_meanwhile')]);
    return show(c, edition, state, error.version, pathOf(c, edition, 'mau'));
  }
}

/** What is being typed, printed for nobody; wrong input comes back as when it is saved. */
async function tryOut(c: WebContext): Promise<Response> {
  const edition = await issuedHere(c);
  const { values } = await formOf(c);
  const parsed = designShown.safeParse(sentOf(values));
  if (parsed.success) return preview(c, edition, designOf(parsed.data));
  const issues = issuesOf(parsed.error);
  const state = returnedForm(values, issues, certificateIssues, designLabels);
  return show(c, edition, state, Number(values.version ?? 0));
}

async function preview(c: WebContext, edition: Edition, design: Design): Promise<Response> {
  const { cx } = c.var;
  const { shown } = designWords;
  const today = cx.clock.today();
  const setting = await settingOf(cx, edition, design, { base: siteOf(c), issuedOn: today });
  const [prize] = edition.content.prizes.prizes;
  const kind = design.per === 'person' ? 'person' : 'group';
  const frozen = frozenOf(
    setting,
    {
      award: {
        id: '',
        prize: prize?.key ?? '',
        name: prize?.name ?? shown.prize,
        decision: shown.decision,
        decidedOn: today,
      },
      dossier: {
        id: '',
        pid: shown.code,
        number: null,
        title: shown.title,
        field: edition.content.fields[0]?.code ?? null,
      },
      holder: { key: '', kind, names: shown.names[kind], unit: shown.unit },
    },
    { code: shown.code, number: 1 },
  );
  return sendPdf(c, await samplePdf([frozen]), printingWords.sampleFile, 'inline');
}

function show(
  c: WebContext,
  edition: Edition,
  state: FormView,
  version: number,
  newerHref?: string,
): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  const said = saidIn(c, { 'da-luu': designWords.saved });
  return c.var.shell.office(c, {
    title: designWords.title,
    lead: designWords.lead(edition.content.name),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsOf(c, edition, { label: designWords.title }),
    before:
      said !== undefined ? (
        <Alert tone="ok" title={said} live />
      ) : version === 0 ? (
        <Alert tone="info" title={designWords.sampleTitle}>
          {designWords.sampleBody}
        </Alert>
      ) : undefined,
    body: (
      <DesignForm
        state={state}
        action={pathOf(c, edition, 'mau')}
        previewAction={pathOf(c, edition, 'mau/xem-truoc.pdf')}
        hidden={{ version: version > 0 ? version : undefined }}
        backHref={pathOf(c, edition)}
        newerHref={newerHref}
        textFields={
          edition.content.entrants.includes('organisation')
            ? edition.content.form
                .filter(({ kind }) => kind === 'text')
                .map(({ key, label }) => ({ value: key, label }))
            : []
        }
      />
    ),
  });
}
