import { issue } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { errorsOf, type FormState } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { TableForm } from '../pages/table.tsx';
import { definitionsOn, type TableLine, tableByCode } from '../queries/index.ts';
import { setTable } from '../service/index.ts';
import { indicatorIssues, vi } from '../vi.ts';
import { send } from './forms.ts';
import { crumbs, listPath, mayDefine, requireRead } from './shared.ts';

const TABLE = 'benchmark';

/** The rows of the benchmark table as a form: one line each, `number | code or heading | level`. */
export async function tableForm(c: WebContext, state: FormState) {
  await requireRead(c);
  const { cx, place, shell } = c.var;
  if (!(await mayDefine(cx))) throw new NotFound('indicator_table');
  const table = await tableByCode(cx.db, TABLE);
  const stored = {
    name: table?.name ?? '',
    legal_basis: table?.legalBasis ?? '',
    rows: (table?.lines ?? []).map(lineText).join('\n'),
    version: String(table?.version ?? 0),
  };
  return shell.office(c, {
    title: vi.tableForm.title,
    lead: vi.tableForm.lead,
    crumbs: crumbs(c, vi.tableForm.title),
    error: state.issues.length > 0,
    status: state.issues.length > 0 ? 422 : 200,
    body: (
      <TableForm
        action={office(place.code, 'bao-cao/chi-tieu-bang')}
        keepHref={listPath(c)}
        values={{ ...stored, ...state.values }}
        errors={errorsOf(state.issues, indicatorIssues)}
        formKey={cx.ids.pid()}
      />
    ),
  });
}

const lineText = (line: TableLine): string =>
  [line.number, line.heading ?? line.indicator, line.level].join(' | ');

export async function tableSent(c: WebContext) {
  await requireRead(c);
  const { cx } = c.var;
  const { values, key } = await formOf(c);
  const known = await definitionsOn(cx.db, cx.clock.today());
  const rows = linesOf(values.rows ?? '', (code) => known.has(code));
  const input = { ...values, table: TABLE, rows };
  const outcome = await send(cx, key, setTable, input, values);
  if (outcome.saved) return c.redirect(`${listPath(c)}?da-luu=1`, 303);
  // A line of the box is not a field of its own: what is wrong with it is said at the box.
  const issues = outcome.form.issues.map((one) =>
    one.path.startsWith('rows.') ? issue('rows', one.code, { ...one.data }) : one,
  );
  return tableForm(c, { ...outcome.form, issues });
}

function linesOf(text: string, isCode: (word: string) => boolean) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [number = '', what = '', level = ''] = line.split('|').map((part) => part.trim());
      const code = isCode(what);
      return { number, level, heading: code ? '' : what, indicator: code ? what : '' };
    });
}
