import type { Hono } from 'hono';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { importDoors } from '../../../platform/records/exchange.ts';
import { ImportReport, ImportUpload } from '../../../ui/index.ts';
import { kindWords } from '../pages/words.ts';
import { organisationEdit } from '../policy.ts';
import { organisationImporter } from '../sheets.ts';
import { organisationIssues, vi } from '../vi.ts';
import { crumbsOf } from './door.tsx';

/** Organisations from a workbook: choose, look, write. */
export function exchangePages(app: Hono<Env>): void {
  importDoors(app, {
    section: 'to-chuc',
    path: 'nhap',
    template: 'tep-mau',
    title: vi.sheets.importTitle,
    crumbs: (c, here) => crumbsOf(c, here.label),
    words: organisationIssues,
    allow: async (c) => {
      const { cx, place } = c.var;
      if (await may(cx, organisationEdit, place.organisationId)) return;
      throw new Forbidden(organisationEdit.name);
    },
    importer: () => organisationImporter,
    nameRows:
      async () =>
      ({ values }) => ({
        title: String(values.name ?? ''),
        detail: [kindWords[String(values.kind)], values.code, values.parent],
      }),
    upload: (view) => <ImportUpload {...view} />,
    report: (view) => <ImportReport {...view} />,
  });
}
