import type { Issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { reportCheck } from '../../rounds/index.ts';
import { Contents, LeftIn, NextPlace, partId, partsOf } from '../pages/parts.tsx';
import { contentsAnchor, nextAnchor, stepsAnchor } from '../pages/place.ts';
import { Files, type Found, Steps } from '../pages/steps.tsx';
import { sayFound } from '../queries/index.ts';
import { fullNumber } from '../rules/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { formPath, issueWords, whenText } from './shared.ts';

/** Beside a form: how far it is, what is left, what may be done next, and its files. */
export async function besideForm(c: WebContext, form: ReportForm, confirmError?: string) {
  return (
    <div class="stay">
      {await stepsOf(c, form, confirmError)}
      <Files to={(rest) => formPath(c, form.obligation.pid, rest)} fill={form.may.fill} />
      <Contents form={form} />
    </div>
  );
}

/** What of the page of a form says how much is left, by the ids of its elements, as HTML. */
export async function freshOf(c: WebContext, form: ReportForm): Promise<Record<string, string>> {
  const fresh: Record<string, string> = {
    [stepsAnchor]: String(await stepsOf(c, form)),
    [contentsAnchor]: String(<Contents form={form} />),
    [nextAnchor]: String(<NextPlace form={form} />),
  };
  for (const part of partsOf(form)) {
    const id = partId(part);
    fresh[id] = String(<LeftIn part={part} id={id} />);
  }
  return fresh;
}

async function stepsOf(c: WebContext, form: ReportForm, confirmError?: string) {
  const { cx } = c.var;
  const { number } = form;
  return (
    <Steps
      form={form}
      blocking={form.blocking.map(found)}
      warnings={form.warnings.map(found)}
      to={(rest) => formPath(c, form.obligation.pid, rest)}
      when={whenText}
      dayText={formatDate}
      once={cx.ids.pid()}
      confirmError={confirmError}
      straight={await may(cx, reportCheck, form.obligation.organisation.id)}
      numbered={
        number === null
          ? null
          : words.numbered(fullNumber(number.number, number.symbol), formatDate(number.signedOn))
      }
    />
  );
}

const found = (one: Issue): Found => ({
  place: typeof one.data?.place === 'string' ? one.data.place : null,
  text:
    one.code === 'row_required'
      ? words.missing(String(one.data?.label ?? ''))
      : sayFound(one, issueWords),
});
