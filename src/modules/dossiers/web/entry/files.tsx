import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { FILE_TYPES } from '../../../../platform/files/types.ts';
import { fileHeaders } from '../../../../platform/files.ts';
import { settled } from '../../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { uploadDoors } from '../../../../platform/http/tus.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import { fieldId } from '../../../../ui/index.ts';
import { type FilesField, fieldsFor } from '../../../calls/index.ts';
import { type FilesFieldView, FilesPage } from '../../pages/entry/files.tsx';
import { StepPage } from '../../pages/entry/step.tsx';
import { Remarked, StepActions } from '../../pages/entry/writing.tsx';
import { filesOfDossier } from '../../queries/index.ts';
import { removeFile } from '../../service/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';
import { attach, mayAdd, receivedFile } from './receiving.ts';
import { remarksOf, remarksOn } from './remarks.ts';
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
import { isWrong, standingOf, stepOf, stepsTo } from './standing.ts';
import { timeOf } from './writing.tsx';

/** The second step: files, sent by a form or in pieces, taken out, and read again. */
export function fileDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/tep', async (c) => show(c, await ownDossier(c)));
  app.post('/ho-so/:token/tep', receive);
  app.post('/ho-so/:token/tep/:file/bo', remove);
  app.get('/ho-so/:token/tep/:file', sendOwn);
  uploadDoors(app, '/ho-so/:token/gui-tep', {
    owner: async (c, { field }) => {
      const { dossier } = await ownDossier(c);
      const { limit } = mayAdd(c.var.cx, dossier, field ?? '');
      return { key: `dossier:${dossier.id}`, limit };
    },
    done: (c, upload, file, cx) => attach(cx, tokenOf(c), { field: upload.told.field ?? '', file }),
    words: issueWords,
  });
}

async function show(
  c: WebContext,
  found: Opened,
  refused: { readonly field: string; readonly words: string } | null = null,
): Promise<Response> {
  const { dossier, token } = found;
  const { cx } = c.var;
  const stands = await standingOf(cx, dossier);
  const to = (rest: string) => pathOf(token, rest);
  const everything = c.req.query('thieu') !== undefined;
  const issues = stands.issues.filter((one) => stepOf(dossier, one) === 1);
  const { entrant } = dossier.working;
  const { form } = dossier.edition.content;
  const fields = (entrant === null ? form : fieldsFor(form, entrant)).filter(
    (one): one is FilesField => one.kind === 'files',
  );
  const remarks = remarksOf(dossier, stands.writes, to);
  const said = saidIn(c, { 'da-nhan': words.files.added, 'da-bo': words.files.removed });
  const view = (field: FilesField): FilesFieldView => {
    const path = `answers.${field.key}`;
    const about = issues.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
    const shown = everything ? about : about.filter(isWrong);
    const own = refused?.field === field.key ? [refused.words] : [];
    return {
      field,
      files: stands.files
        .filter((one) => one.field === field.key)
        .map((one) => ({
          name: one.name,
          size: fileSize(one.size),
          href: to(`tep/${one.pid}`),
          dropAction: stands.writes ? to(`tep/${one.pid}/bo`) : null,
        })),
      error: [...own, ...shown.map((one) => told([one]))].join(' ') || undefined,
      remark:
        remarksOn(dossier)
          .filter((one) => one.field === field.key)
          .map((one) => words.remarkHere(one.words))
          .join(' ') || undefined,
      accept: field.types
        .flatMap((type) => FILE_TYPES[type].extensions.map((end) => `.${end}`))
        .join(','),
      upload: stands.writes
        ? {
            address: to('gui-tep'),
            told: { field: field.key },
            limit: field.size,
            then: 'reload',
          }
        : null,
    };
  };
  return ownPage(c, found, {
    title: `${words.steps[1]}: ${titleOf(dossier)}`,
    crumbs: [{ label: words.stepTitles[1]! }],
    islands: stands.writes ? ['ui/upload'] : [],
    ...(refused === null ? {} : { error: true, status: 422 }),
    body: (
      <StepPage
        now={2}
        steps={stepsTo(found, stands)}
        title={titleOf(dossier)}
        notices={[
          said === undefined ? null : { tone: 'ok', title: said, live: true },
          refused === null
            ? null
            : {
                tone: 'bad',
                title: `${words.files.notAdded}.`,
                children: refused.words,
                live: true,
              },
          timeOf(dossier, stands, cx.clock.now()),
        ]}
      >
        <Remarked items={remarks.filter(({ href }) => href?.includes('/tep#'))} />
        <FilesPage action={to('tep')} fields={fields.map(view)} />
        <StepActions
          next={{ href: to('dong-y'), label: words.files.next }}
          back={{ href: to('viet'), label: words.files.back }}
        />
      </StepPage>
    ),
  });
}

async function receive(c: WebContext): Promise<Response> {
  const found = await ownDossier(c);
  const { field, outcome } = await receivedFile(c, found);
  if (outcome?.ok) {
    const place = fieldId(`answers.${field}`);
    return c.redirect(`${pathOf(found.token, 'tep')}?da-nhan=1#${place}`, 303);
  }
  return show(c, found, {
    field,
    words: outcome === null ? words.files.noFile : told(outcome.issues),
  });
}

async function remove(c: WebContext): Promise<Response> {
  const { token } = await ownDossier(c);
  const file = c.req.param('file') ?? '';
  settled(await execute(c.var.cx, removeFile, { token, file }), issueWords);
  return c.redirect(`${pathOf(token, 'tep')}?da-bo=1`, 303);
}

/** A file of this dossier, also one that only a submitted version has. @throws NotFound */
async function sendOwn(c: WebContext): Promise<Response> {
  const { dossier } = await ownDossier(c);
  const { cx } = c.var;
  const found = (await filesOfDossier(cx.db, dossier.id)).find(
    ({ pid }) => pid === c.req.param('file'),
  );
  if (found === undefined) throw new NotFound('file');
  const body = Readable.toWeb(await c.var.services.files.open(found.sha256)) as ReadableStream;
  return c.body(body, 200, { ...fileHeaders(found), 'Cache-Control': 'private, no-store' });
}
