import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { FormBody } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { postedProse } from '../../../ui/index.ts';
import { readMediaField } from '../../media/index.ts';
import type { Author, Content } from '../rules/index.ts';
import { labels, words } from '../vi/index.ts';

/** Lines for authors on a form: those that stand and two more. */
export const authorLines = (values: Readonly<Record<string, string>>): number => {
  const used = Object.keys(values).flatMap((name) => {
    const at = /^author_name_(\d{1,2})$/.exec(name)?.[1];
    return at !== undefined && (values[name] ?? '').trim() !== '' ? [Number(at)] : [];
  });
  return Math.min(20, Math.max(0, ...used.map((at) => at + 1)) + 2);
};

const withPid = (name: string, pid: string | null): string =>
  pid === null ? name : `${name} (${pid})`;

/** The public id that a suggestion put behind a name, and the name. */
export function pidBehind(typed: string): { readonly name: string; readonly pid: string | null } {
  const found = /^(.*)\(([0-9a-hjkmnp-tv-z]{16})\)\s*$/s.exec(typed);
  return { name: (found?.[1] ?? typed).trim(), pid: found?.[2] ?? null };
}

const authorValues = (author: Author, at: number): Record<string, string> => ({
  [`author_name_${at}`]: withPid(author.name, author.person),
  [`author_role_${at}`]: author.role,
  ...(author.consent ? { [`author_consent_${at}`]: '1' } : {}),
});

/** A content as the fields of a form show it; the body is a field of its own. */
export function valuesOf(content: Content, original: string | null): Record<string, string> {
  const { cover, source, authors } = content;
  return {
    title: content.title,
    lead: content.lead,
    cover: cover?.media ?? '',
    cover_alt: cover?.alt ?? '',
    cover_caption: cover?.caption ?? '',
    cover_credit: cover?.credit ?? '',
    section: content.section ?? '',
    sections: content.sections.join(' '),
    tags: content.tags.join(', '),
    source_name: source?.name ?? '',
    source_href: source?.href ?? '',
    number: content.number ?? '',
    due_on: content.due_on === null ? '' : formatDate(content.due_on),
    language: content.language,
    translation_of:
      content.translation_of === null ? '' : withPid(original ?? '', content.translation_of),
    slug: content.slug ?? '',
    ...Object.assign({}, ...authors.map(authorValues)),
  };
}

/** What was sent: all texts, boxes that were ticked in one. */
export const sentValues = ({ values, lists }: FormBody): Record<string, string> => ({
  ...values,
  sections: (lists.sections ?? []).join(' '),
});

export interface ReadForm {
  readonly raw: Readonly<Record<string, unknown>>;
  /** What the form itself found. */
  readonly early: readonly Issue[];
  /** Issues of the command under the names of the form's fields. */
  readonly named: (issues: readonly Issue[]) => Issue[];
}

const plain = [
  'title',
  'lead',
  'cover_alt',
  'cover_caption',
  'cover_credit',
  'section',
  'tags',
  'source_name',
  'source_href',
  'number',
  'due_on',
  'language',
  'slug',
] as const;

/** What a posted form says, as the commands take it. A picture that came with it is then in the library. */
export async function readForm(c: WebContext, form: FormBody): Promise<ReadForm> {
  const values = sentValues(form);
  const cover = await readMediaField(c, form, 'cover', ['picture']);
  const body = postedProse(values, 'body');
  const lines = Array.from({ length: 20 }, (_, at) => at).filter(
    (at) => (values[`author_name_${at}`] ?? '').trim() !== '',
  );
  const original = (values.translation_of ?? '').trim();
  const { pid } = pidBehind(original);
  const unread =
    original !== '' && pid === null ? [issue('translation_of', 'translation_unknown')] : [];
  return {
    raw: {
      ...Object.fromEntries(
        plain.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
      ),
      body: body?.prose,
      cover: cover.pid,
      sections: values.sections?.split(' ').filter(Boolean),
      translation_of: pid,
      authors: lines.map((at) => authorOf(values, at)),
    },
    early: [...cover.issues, ...(body?.issues ?? []), ...unread],
    named: (issues) => issues.map((one) => ({ ...one, path: fieldNamed(one.path, lines) })),
  };
}

function authorOf(values: Readonly<Record<string, string>>, at: number) {
  const { name, pid } = pidBehind(values[`author_name_${at}`] ?? '');
  return {
    name,
    role: values[`author_role_${at}`] || 'author',
    person: pid,
    consent: values[`author_consent_${at}`] ?? '',
  };
}

function fieldNamed(path: string, lines: readonly number[]): string {
  const [, at, field] = /^authors\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (at === undefined) return path;
  return `author_${field === 'person' ? 'name' : field}_${lines[Number(at)] ?? 0}`;
}

/** Labels of all fields, those of the authors' lines too. */
export const formLabels: Readonly<Record<string, string>> = {
  ...labels,
  ...Object.assign(
    {},
    ...Array.from({ length: 20 }, (_, at) => ({
      [`author_name_${at}`]: words.form.author(at + 1),
      [`author_role_${at}`]: words.form.role(at + 1),
    })),
  ),
};
