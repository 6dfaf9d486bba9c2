import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { importDoors } from '../../../../platform/records/exchange.ts';
import { sendWorkbook } from '../../../../platform/records/workbook.ts';
import { ImportReport, ImportUpload } from '../../../../ui/index.ts';
import { reviewingPhases, rubricOf } from '../../../calls/index.ts';
import { tasksOfPhase } from '../../queries/index.ts';
import { paperImporter, paperTemplate } from '../../sheets/index.ts';
import { paperWords as words } from '../../vi/paper.ts';
import {
  base,
  crumbsOf,
  editionOf,
  issueWords,
  needManaging,
  type OfficePhase,
  phasePathOf,
} from './shared.ts';

const section = `${base.slice(1)}/giay/:phase`;
const template = 'tep-mau';

/** Sheets that judges signed on paper, many at once from a workbook. */
export function paperExchange(app: Hono<Env>): void {
  app.get(`/${section}`, async (c) => c.redirect(phasePathOf(c, await opened(c)), 303));
  app.get(`/${section}/${template}`, sendTemplate);
  importDoors(app, {
    section,
    at: (c) =>
      `hoi-thi/${c.req.param('edition')}/cham/giay/${encodeURIComponent(c.req.param('phase') ?? '')}`,
    path: 'nhap-excel',
    template,
    title: words.title,
    crumbs: async (c, here) => {
      const found = await opened(c);
      return crumbsOf(
        c,
        found.edition,
        { label: found.phase.name, href: phasePathOf(c, found) },
        here,
      );
    },
    words: issueWords,
    allow: async (c) => needManaging(c, (await opened(c)).edition),
    importer: async (c) => {
      const found = await opened(c);
      return paperImporter(found.rubric, await tasksOf(c, found));
    },
    nameRows:
      async () =>
      ({ values }) => ({ title: String(values.number ?? ''), detail: [values.judge] }),
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}

/** The phase of the address. @throws NotFound */
async function opened(c: WebContext): Promise<OfficePhase> {
  const edition = await editionOf(c);
  const key = c.req.param('phase');
  const phase = reviewingPhases(edition.content.phases).find((one) => one.key === key);
  const rubric = phase === undefined ? null : rubricOf(edition.content, phase);
  if (phase === undefined || rubric === null) throw new NotFound('phase');
  return { edition, phase, rubric };
}

const tasksOf = (c: WebContext, { edition, phase }: OfficePhase) =>
  tasksOfPhase(c.var.cx, { editionId: edition.id, phase: phase.key });

async function sendTemplate(c: WebContext): Promise<Response> {
  const found = await opened(c);
  await needManaging(c, found.edition);
  const { edition, phase, rubric } = found;
  const title = words.templateTitle(phase.name, edition.content.name);
  const bytes = await paperTemplate(rubric, await tasksOf(c, found), title);
  return sendWorkbook(c, bytes, words.template);
}

/** Where the sheets of a phase are brought in from. */
export const paperExchangePath = (c: WebContext, { edition, phase }: OfficePhase): string =>
  office(
    c.var.place.code,
    `hoi-thi/${edition.pid}/cham/giay/${encodeURIComponent(phase.key)}/nhap-excel`,
  );
