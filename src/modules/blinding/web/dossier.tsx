import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { fileSize } from '../../../platform/records/uploads.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import type { Dossier } from '../../dossiers/index.ts';
import { AsJudge, BlindDossierPage, type FileLine } from '../pages/dossier.tsx';
import { lookOf } from '../queries/index.ts';
import type { Found } from '../rules/index.ts';
import type { KeptBlindFile } from '../schema.ts';
import { blindDossier, blindFile } from '../service/index.ts';
import { foundNames, words } from '../vi/index.ts';
import {
  base,
  crumbsOf,
  dossierOf,
  hiddenFromJudges,
  mayManage,
  pathOf,
  seenFiles,
  sendBlindFile,
} from './shared.tsx';

const pid = ':pid{[0-9a-z]{16}}';

/** One dossier: what became of its files, what it still names, and how a judge sees it. */
export function dossierDoors(app: Hono<Env>): void {
  app.get(`${base}/${pid}/xem`, asJudge);
  app.get(`${base}/${pid}/tep/:file`, async (c) => {
    const dossier = await dossierOf(c);
    const file = c.req.param('file');
    return sendBlindFile(c, await blindFile(c.var.cx, dossier, file, hiddenFromJudges(dossier)));
  });
  app.get(`${base}/${pid}`, dossierPage);
}

const nameOf = ({ title }: Dossier): string => title || words.untitled;

async function dossierPage(c: WebContext): Promise<Response> {
  const dossier = await dossierOf(c);
  const { edition, number } = dossier;
  const manages = await mayManage(c, dossier);
  const blind = await blindDossier(c.var.cx, dossier, new Set(['authors']));
  const labelOf = (key: string) => blind.form.find((field) => field.key === key)?.label ?? key;
  const found = await lookOf(c.var.cx.db, dossier.id);
  const files = await seenFiles(c, dossier);
  const { done } = words;
  const said = saidIn(c, {
    'da-thay': done.replaced,
    'da-dua': done.released,
    'da-bo': done.restored,
  });
  return c.var.shell.office(c, {
    title: nameOf(dossier),
    lead: [number, words.dossierLead].filter(Boolean).join(' · '),
    crumbs: crumbsOf(c, edition, { label: number ?? nameOf(dossier) }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    action: (
      <ButtonLink href={pathOf(c, edition.pid, `${dossier.pid}/xem`)}>{words.asJudge}</ButtonLink>
    ),
    body: (
      <BlindDossierPage
        found={found?.map((one) => foundLine(labelOf(one.field), one)) ?? null}
        files={files.map((file) => fileLine(c, dossier, file, labelOf(file.field), manages, blind))}
        fullHref={office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${dossier.pid}`)}
      />
    ),
  });
}

const foundLine = (place: string, { what, words: said }: Found): string =>
  words.found.line(place, foundNames[what], said);

function fileLine(
  c: WebContext,
  { pid: own, edition }: Dossier,
  file: KeptBlindFile,
  label: string,
  manages: boolean,
  blind: Awaited<ReturnType<typeof blindDossier>>,
): FileLine {
  const shown = blind.files.find(({ pid: given }) => given === file.pid);
  const at = (rest: string) => pathOf(c, edition.pid, `${own}/${rest}`);
  const decides = manages && file.pid !== null;
  const decided = file.state === 'replaced' || file.state === 'released';
  return {
    label,
    state: file.state,
    original: {
      name: file.name,
      size: fileSize(file.size),
      href: office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${own}/tep/${file.filePid}`),
    },
    shown:
      shown === undefined
        ? null
        : { name: shown.name, size: fileSize(shown.size), href: at(`tep/${shown.pid}`) },
    why: file.state === 'cannot' ? file.why : null,
    found: [...new Set(file.found.map(({ what, words: said }) => `${foundNames[what]} "${said}"`))],
    unseen: /^(image|audio|video)\//.test(file.mediaType) && file.state === 'clean',
    reason: file.reason,
    decided:
      file.decidedAt === null
        ? null
        : words.files.by(file.decidedBy ?? '', formatDateTime(vietnamTime(file.decidedAt))),
    replaceHref: decides ? at(`${file.pid}/thay`) : null,
    releaseHref: decides && file.state !== 'released' ? at(`${file.pid}/dua-nguyen-ban`) : null,
    restoreHref: decides && decided ? at(`${file.pid}/bo-quyet-dinh`) : null,
  };
}

async function asJudge(c: WebContext): Promise<Response> {
  const dossier = await dossierOf(c);
  const { edition } = dossier;
  const blind = await blindDossier(c.var.cx, dossier, hiddenFromJudges(dossier));
  return c.var.shell.office(c, {
    title: blind.title || blind.number,
    lead: words.asJudgeLead,
    crumbs: crumbsOf(
      c,
      edition,
      { label: blind.number, href: pathOf(c, edition.pid, dossier.pid) },
      { label: words.asJudgeTitle },
    ),
    body: (
      <AsJudge
        dossier={blind}
        files={blind.files.map((file) => ({
          field: file.field,
          name: file.name,
          size: fileSize(file.size),
          href: pathOf(c, edition.pid, `${dossier.pid}/tep/${file.pid}`),
        }))}
      />
    ),
  });
}
