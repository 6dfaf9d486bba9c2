import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import { fileHeaders } from '../../../../platform/files.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Section } from '../../../../ui/index.ts';
import { readFrozen } from '../../../calls/index.ts';
import { type ContentProps, VersionChanges, VersionContent } from '../../pages/office/dossier.tsx';
import { filesOfDossier, keptByPid, versionOf } from '../../queries/index.ts';
import { changedFields } from '../../rules/index.ts';
import type { Dossier, DossierVersion } from '../../schema/index.ts';
import { dossierOfficeWords as words } from '../../vi/office/index.ts';
import { revisionForms, versionContent } from './dossier-parts.ts';
import { base, dossierCrumbs, dossierOf, moment } from './shared.tsx';

/** What was submitted before, what changed, and the files. */
export function versionDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/ban/:number`, versionPage);
  app.get(`${base}/:pid/thay-doi`, changesPage);
  app.get(`${base}/:pid/tep/:file`, sendFile);
}

async function versionNumbered(
  c: WebContext,
  { id }: Dossier,
  typed: string | undefined,
): Promise<DossierVersion> {
  const number = /^\d{1,6}$/.test(typed ?? '') ? Number(typed) : 0;
  const version = await versionOf(c.var.cx.db, id, number);
  if (version === null) throw new NotFound('dossier_version');
  return version;
}

async function versionPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const dossier = await dossierOf(c);
  const version = await versionNumbered(c, dossier, c.req.param('number'));
  const forms = await revisionForms(cx.db, dossier.edition);
  const files = await filesOfDossier(cx.db, dossier.id);
  const title = words.versions.page(version.number);
  return shell.office(c, {
    title,
    lead: [moment(version.receivedAt), dossier.number].filter(Boolean).join(' · '),
    crumbs: dossierCrumbs(c, dossier, { label: title }),
    body: (
      <Section title={words.content(version.number)}>
        <VersionContent {...versionContent(c, dossier, version, forms, files)} />
      </Section>
    ),
  });
}

async function changesPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const dossier = await dossierOf(c);
  const from = await versionNumbered(c, dossier, c.req.query('tu'));
  const to = await versionNumbered(c, dossier, c.req.query('den'));
  const forms = await revisionForms(cx.db, dossier.edition);
  const files = await filesOfDossier(cx.db, dossier.id);
  const content = (version: DossierVersion): ContentProps =>
    versionContent(c, dossier, version, forms, files);
  const older = content(from);
  const newer = content(to);
  const changed = changedFields(
    { form: older.form, answers: older.answers, files: readFrozen(from.frozen).files },
    { form: newer.form, answers: newer.answers, files: readFrozen(to.frozen).files },
  );
  const only = (one: ContentProps): ContentProps => ({
    ...one,
    form: one.form.filter(({ key }) => changed.includes(key)),
  });
  const title = words.versions.diff(from.number, to.number);
  return shell.office(c, {
    title,
    lead: words.versions.lead(changed.length),
    crumbs: dossierCrumbs(c, dossier, { label: title }),
    body: (
      <VersionChanges
        older={only(older)}
        newer={only(newer)}
        olderTitle={words.versions.before(from.number)}
        newerTitle={words.versions.before(to.number)}
      />
    ),
  });
}

/** For those who see the dossier, and those who complete what they sent on. */
async function sendFile(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const dossier = await keptByPid(cx, c.req.param('pid') ?? '');
  if (dossier.edition.pid !== c.req.param('edition')) throw new NotFound('dossier');
  const files = await filesOfDossier(cx.db, dossier.id);
  const file = files.find(({ pid }) => pid === c.req.param('file'));
  if (file === undefined) throw new NotFound('file');
  const bytes = Readable.toWeb(await cx.files.open(file.sha256));
  return c.body(bytes as ReadableStream, 200, fileHeaders(file));
}
