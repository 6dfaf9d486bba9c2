import type { Hono } from 'hono';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ButtonLink, Toast } from '../../../ui/index.ts';
import { Directory } from '../pages/list.tsx';
import { organisationEdit } from '../policy.ts';
import { listOrganisations, parentOptions } from '../queries/index.ts';
import { organisationKinds } from '../rules/index.ts';
import { exportOrganisations, organisationTemplate } from '../sheets.ts';
import { vi } from '../vi.ts';
import { listPath, pathOf } from './door.tsx';
import { directoryQuestion, directoryRows, pageSize } from './list.tsx';
import { suggestOrganisations } from './parents.ts';

const mostExported = 20_000;

export const kindChoices = organisationKinds.map((value) => ({ value, label: vi.kinds[value] }));

/** The office's directory, its file, and what forms suggest. */
export function directoryPages(app: Hono<Env>): void {
  app.get('/to-chuc', directory);
  app.get('/to-chuc/xuat', download);
  app.get('/to-chuc/tep-mau', async (c) =>
    sendWorkbook(c, await organisationTemplate(), vi.sheets.templateName),
  );
  app.get('/to-chuc/goi-y', async (c) =>
    c.json(await suggestOrganisations(c.var.cx, c.req.query('q') ?? '')),
  );
}

async function directory(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const action = listPath(c);
  const asked = await directoryQuestion(cx, action, c.req.query(), place.organisationId);
  const { items, total } = await directoryRows(cx, asked);
  const parents = await parentOptions(cx.db, place.organisationId, asked.on);
  const edit = await may(cx, organisationEdit, place.organisationId);
  const addHref = edit ? `${action}/moi` : null;
  return c.var.shell.office(c, {
    title: vi.list.title,
    lead: vi.list.lead(total, asked.on),
    crumbs: [{ label: place.shortName, href: office(place.code) }, { label: vi.list.title }],
    ...(addHref === null
      ? {}
      : {
          action: (
            <ButtonLink kind="primary" icon="plus" href={addHref}>
              {vi.list.add}
            </ButtonLink>
          ),
        }),
    before: <Removed c={c} />,
    body: (
      <>
        <Directory
          {...asked}
          action={action}
          rows={items}
          total={total}
          size={pageSize}
          kinds={kindChoices}
          parents={parents.map((one) => ({ value: one.code, label: one.name }))}
          href={(code, rest) => pathOf(c, code, rest ?? '')}
          addHref={addHref}
          office
        />
        <p class="buttons">
          <ButtonLink icon="download" href={withQuery(`${action}/xuat`, asked.question.values)}>
            {vi.list.exportLink}
          </ButtonLink>
          {edit ? (
            <ButtonLink icon="upload" href={`${action}/nhap`}>
              {vi.list.importLink}
            </ButtonLink>
          ) : null}
        </p>
      </>
    ),
  });
}

function Removed({ c }: { c: WebContext }) {
  const code = c.req.query('da-xoa');
  if (code === undefined) return null;
  const text = vi.remove.deleted((c.req.query('ten') ?? code).slice(0, 300));
  return <Toast text={text} undo={{ action: pathOf(c, code, 'khoi-phuc') }} />;
}

async function download(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const asked = await directoryQuestion(cx, listPath(c), c.req.query(), place.organisationId);
  const { items } = await listOrganisations(cx.db, { ...asked.query, page: 1, size: mostExported });
  const bytes = await exportOrganisations(vi.sheets.title(place.name, asked.on), items);
  return sendWorkbook(c, bytes, vi.list.fileName(place.code, asked.on));
}
