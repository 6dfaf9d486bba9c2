import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, execute, type Outcome, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { errorsOf } from '../../../platform/forms/state.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { sensitiveWrite } from '../../people/index.ts';
import type { SheetPlan } from '../../spreadsheets/index.ts';
import { MappingPage } from '../pages/mapping.tsx';
import type { RosterImport } from '../schema.ts';
import { mapImport, startCheck } from '../service/index.ts';
import { rowWords } from '../service/words.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { columnView, encodingOptions, fieldGroups } from './column-views.ts';
import { chosenSheets, crumbs, importOf, importPath, pathOf } from './shared.ts';

const open = ['opened', 'mapped', 'checked', 'failed', 'cancelled'];

export function mappingDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nhap/:pid/cot', async (c) => {
    const of = await importOf(c);
    if (!open.includes(of.state) || of.fileId === null)
      return c.redirect(importPath(c, of.pid), 303);
    return mappingPage(c, of);
  });
  app.post('/hoi-vien/nhap/:pid/cot', save);
}

interface Typed {
  readonly form: FormBody;
  readonly issues: readonly Issue[];
}

/** The sheet whose columns are shown: the one asked for, else the first that is read. */
function sheetOf(of: RosterImport, asked: string | undefined): SheetPlan | undefined {
  const found = of.sheets.find((sheet) => String(sheet.index) === asked);
  return found ?? chosenSheets(of)[0] ?? of.sheets[0];
}

async function mappingPage(c: WebContext, of: RosterImport, typed?: Typed): Promise<Response> {
  const { cx, place } = c.var;
  const values = typed?.form.values ?? {};
  const sheet = sheetOf(of, values['trang-cu'] ?? c.req.query('trang'));
  const columns = (sheet?.columns ?? []).map((column) => {
    const view = columnView(column);
    const [field, encoding] = [values[`cot-${view.index}`], values[`ma-${view.index}`]];
    return { ...view, field: field ?? view.field, encoding: encoding ?? view.encoding };
  });
  const taken = columns.filter((column) => column.field !== 'skip').length;
  const errors = errorsOf((typed?.issues ?? []).map(placed), rowWords).list;
  return c.var.shell.office(c, {
    title: words.mapTitle,
    lead: words.mapLead(of.fileName, sheet?.name ?? ''),
    crumbs: crumbs(c, { label: of.fileName }),
    error: typed !== undefined,
    status: typed === undefined ? 200 : 422,
    body: (
      <MappingPage
        action={importPath(c, of.pid, 'cot')}
        formKey={cx.ids.pid()}
        version={of.version}
        steps={{ now: 2, columns: words.columnsOf(taken, columns.length) }}
        errors={errors}
        sheets={of.sheets.map(({ index, name }) => ({ value: String(index), label: name }))}
        sheet={String(sheet?.index ?? 0)}
        headerRow={values['tieu-de'] ?? String(sheet?.headerRow ?? 0)}
        asOf={values.ngay ?? formatDate(of.options.asOf)}
        likelyFrom={values.nguong ?? String(of.options.likelyFrom)}
        columns={columns}
        choose={{
          fields: fieldGroups(await may(cx, sensitiveWrite, place.organisationId)),
          encodings: encodingOptions,
        }}
        startHref={pathOf(c, 'nhap')}
      />
    ),
  });
}

const fieldOf: readonly (readonly [RegExp, string])[] = [
  [/^asOf$/, 'ngay'],
  [/^likelyFrom$/, 'nguong'],
  [/headerRow$/, 'tieu-de'],
];

// The paths of the command in the names of the form.
function placed(problem: Issue): Issue {
  const column = /\.columns\.(\d+)/.exec(problem.path)?.[1];
  if (column !== undefined) return { ...problem, path: `cot-${column}` };
  const found = fieldOf.find(([pattern]) => pattern.test(problem.path))?.[1];
  return { ...problem, path: found ?? '' };
}

async function save(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  const form = await formOf(c);
  const { values } = form;
  const asked = values.trang ?? values['trang-cu'];
  try {
    const outcome = await once(c.var.cx, form.key, async (cx) => {
      const answer = await mapped(cx, of, form);
      return { keep: answer.ok, answer };
    });
    if (!outcome.ok) return mappingPage(c, of, { form, issues: outcome.issues });
    const again = outcome.value === 'look';
    const query = again && asked !== undefined ? `?trang=${encodeURIComponent(asked)}` : '';
    return c.redirect(`${importPath(c, of.pid, again ? 'cot' : '')}${query}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return c.redirect(importPath(c, of.pid, 'cot'), 303);
  }
}

/** Another sheet or header is looked at first; otherwise the file is checked at once. */
async function mapped(
  cx: Cx,
  of: RosterImport,
  { values }: FormBody,
): Promise<Outcome<'look' | 'check'>> {
  const sheet = sheetOf(of, values['trang-cu']);
  const moved = values['tieu-de'] !== undefined && values['tieu-de'] !== String(sheet?.headerRow);
  const turned = values.trang !== undefined && values.trang !== values['trang-cu'];
  const outcome = await execute(cx, mapImport, {
    pid: of.pid,
    version: values.version,
    asOf: values.ngay,
    likelyFrom: values.nguong,
    sheets: sheet === undefined ? [] : changesOf(of, sheet, values, moved),
  });
  if (!outcome.ok) return outcome;
  if (moved || turned) return { ok: true, value: 'look' };
  const started = await execute(cx, startCheck, { pid: of.pid });
  return started.ok ? { ok: true, value: 'check' } : started;
}

function changesOf(
  of: RosterImport,
  sheet: SheetPlan,
  values: Readonly<Record<string, string>>,
  moved: boolean,
) {
  const turned = of.sheets.find((one) => String(one.index) === values.trang);
  const columns = sheet.columns.map(({ index }) => ({
    index,
    field: values[`cot-${index}`],
    encoding: values[`ma-${index}`],
  }));
  const header = moved ? { headerRow: values['tieu-de'] } : { columns };
  if (turned === undefined || turned === sheet) return [{ index: sheet.index, ...header }];
  return [
    { index: sheet.index, chosen: false },
    { index: turned.index, chosen: true },
  ];
}
