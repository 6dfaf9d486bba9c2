import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { type FormView, returnedForm } from '../../../platform/forms/returned.ts';
import type { FormBody } from '../../../platform/http/body.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { type Section, sectionOf } from '../../../platform/records/section.ts';
import { rootOrganisation } from '../../indicators/index.ts';
import { templateRead, templateWrite } from '../policy.ts';
import { templateByPid } from '../queries.ts';
import type { TemplateContent, TemplateSection } from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { editTemplate } from '../service.ts';
import { labels, templateIssues, vi } from '../vi.ts';

export const base = '/bao-cao/mau';
const own = sectionOf('bao-cao/mau', vi.list);

/** The pages of templates, under those of reports. */
export const section: Section = {
  pathOf: own.pathOf,
  crumbsTo: (c, ...rest) => [
    { label: vi.reports, href: sectionOf('bao-cao', vi.reports).pathOf(c) },
    ...own.crumbsTo(c, ...rest),
  ],
};
export const { pathOf } = section;

export const crumbsOf = (c: WebContext, template: Template, ...rest: Crumb[]): readonly Crumb[] =>
  section.crumbsTo(c, { label: template.name, href: pathOf(c, template.pid) }, ...rest);

/** @throws NotFound for one who may not read templates here */
export async function requireRead(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, templateRead, place.organisationId))) throw new NotFound('report_template');
}

/** True when the actor may say what reports ask for, for the whole installation. */
export async function mayWrite(c: WebContext): Promise<boolean> {
  const root = await rootOrganisation(c.var.cx.db);
  return root !== null && may(c.var.cx, templateWrite, root.id);
}

/** @throws NotFound for one who may not write templates */
export async function requireWrite(c: WebContext): Promise<void> {
  await requireRead(c);
  if (!(await mayWrite(c))) throw new NotFound('report_template');
}

/** The template of the address. @throws NotFound, also when it was deleted */
export async function liveOf(c: WebContext): Promise<Template> {
  const template = await templateByPid(c.var.cx.db, c.req.param('pid') ?? '');
  if (template === null || template.deletedAt !== null) throw new NotFound('report_template');
  return template;
}

/** The section of the address. @throws NotFound */
export function sectionIn(c: WebContext, template: Template): TemplateSection {
  const key = c.req.param('section') ?? '';
  const found = template.content.sections.find((one) => one.key === key);
  if (found === undefined) throw new NotFound('report_template');
  return found;
}

export type Sent =
  | { readonly saved: true }
  | {
      readonly saved: false;
      readonly form: FormView;
      readonly status: 409 | 422;
      readonly version: number | string;
    };

/**
 * Writes the content that a form makes of a template, once for its key. `place` is the path of the section or row
 * that the form is about: what is wrong there stands beside its fields.
 */
export async function sendContent(
  c: WebContext,
  template: Template,
  { values, key }: FormBody,
  made: { readonly content: TemplateContent; readonly place: string },
): Promise<Sent> {
  const version = values.version ?? '';
  const again = (issues: readonly Issue[], status: 409 | 422, stands: number | string): Sent => ({
    saved: false,
    form: returnedForm(values, atFields(issues, made.place), templateIssues, labels),
    status,
    version: stands,
  });
  try {
    const outcome = await once(c.var.cx, key, async (cx) => {
      const raw = { pid: template.pid, version, content: made.content };
      const answer = await execute(cx, editTemplate, raw);
      return { keep: answer.ok, answer };
    });
    return outcome.ok ? { saved: true } : again(outcome.issues, 422, version);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409, error.version);
  }
}

// A path such as content.sections.2.sentences.0 is the field `sentences` of the form of that section.
function atFields(issues: readonly Issue[], place: string): Issue[] {
  const within = `content.${place}.`;
  return issues.map((one) => {
    const field = one.path.startsWith(within)
      ? (one.path.slice(within.length).split('.')[0] ?? '')
      : '';
    return { ...one, path: field === 'key' ? 'title' : field };
  });
}

/** The path of a section in a content, as issues name it. */
export const placeOfSection = (content: TemplateContent, key: string): string =>
  `sections.${content.sections.findIndex((one) => one.key === key)}`;

/** The path of a row in a content, as issues name it. */
export function placeOfRow(content: TemplateContent, table: string, key: string): string {
  const rows = content.sections.find((one) => one.key === table)?.rows ?? [];
  return `${placeOfSection(content, table)}.rows.${rows.findIndex((one) => one.key === key)}`;
}

/** A whole number as it was typed; what is none goes to the command as it is, which then says so. */
export const typedNumber = (typed: string | undefined): number | string => {
  const text = (typed ?? '').trim();
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
};
