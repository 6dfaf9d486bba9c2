import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { safeHref } from '../../../kernel/prose/index.ts';
import { isSlug, SLUG_LENGTH, slugOf } from '../../../kernel/slug.ts';
import { keptText } from '../../../kernel/text.ts';
import {
  choice,
  code,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { proseSchema } from '../../../platform/forms/prose.ts';
import { articleKinds, articleLanguages, authorRoles, type Content } from '../rules/index.ts';

export const pid = () => optionalText(16);

export const refusing =
  (wrong: (value: string) => string | null) =>
  (value: string | null, ctx: z.core.$RefinementCtx<string | null>): void => {
    const found = value === null ? null : wrong(value);
    if (found !== null)
      ctx.issues.push({
        code: 'custom',
        input: value,
        params: { code: found, data: { typed: value } },
      });
  };

const href = () =>
  optionalText(2048).superRefine(
    refusing((value) => (safeHref(value) === null ? 'address_unsafe' : null)),
  );

export const slug = () =>
  optionalText(SLUG_LENGTH).superRefine(refusing((value) => (isSlug(value) ? null : 'not_a_slug')));

/** Words between commas, or a list; each once whatever its dấu and case. */
function tags(): z.ZodType<string[], unknown> {
  return z
    .any()
    .optional()
    .transform((value, ctx): string[] => {
      const typed = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n]/);
      const clean = typed.map((tag) => keptText(tag).replace(/\s+/g, ' ').trim()).filter(Boolean);
      const once = [
        ...new Map(clean.map((tag) => [slugOf(tag), tag] as const).reverse()).values(),
      ].reverse();
      const wrong =
        once.length > 20
          ? issue('', 'too_many_tags', { max: 20 })
          : once.some((tag) => tag.length > 60)
            ? issue('', 'tag_too_long', { max: 60 })
            : null;
      if (wrong !== null)
        ctx.issues.push({
          code: 'custom',
          input: value,
          params: { code: wrong.code, data: wrong.data },
        });
      return once;
    })
    .meta({ type: 'array', items: { type: 'string', maxLength: 60 } }) as never;
}

export const authorInput = z.strictObject({
  name: text(120),
  role: choice(authorRoles).default('author'),
  person: pid(),
  consent: yesNo(),
});

/** What is written, as forms and REST send it. */
export const contentFields = {
  title: text(300),
  lead: optionalText(2000),
  body: proseSchema,
  cover: pid(),
  cover_alt: optionalText(300),
  cover_caption: optionalText(500),
  cover_credit: optionalText(200),
  section: pid(),
  sections: z.array(z.string().max(16)).max(10).default([]),
  tags: tags(),
  authors: z.array(authorInput).max(20).default([]),
  source_name: optionalText(200),
  source_href: href(),
  number: optionalText(60),
  due_on: optionalDay(),
  language: choice(articleLanguages).default('vi'),
  translation_of: pid(),
  slug: slug(),
};
const contentObject = z.object(contentFields);
type ContentInput = z.output<typeof contentObject>;

export const articleBody = z.strictObject({
  organisation: code(),
  kind: choice(articleKinds),
  ...contentFields,
  origin: optionalText(60).describe('Where it was before; with origin_id, once in an organisation'),
  origin_id: optionalText(300),
});
export const articleEdit = z.strictObject({
  pid: z.string(),
  version: version(),
  ...contentFields,
});
export const articleChanges = z.strictObject({ ...contentFields, version: version() }).partial();

export function contentFrom(input: ContentInput): Content {
  const { cover, source_name: name } = input;
  return {
    title: input.title,
    lead: input.lead ?? '',
    body: input.body,
    cover:
      cover === null
        ? null
        : {
            media: cover,
            alt: input.cover_alt ?? '',
            caption: input.cover_caption ?? '',
            credit: input.cover_credit ?? '',
          },
    section: input.section,
    sections: [...new Set(input.sections)].filter((one) => one !== '' && one !== input.section),
    tags: input.tags,
    authors: input.authors,
    source: name === null ? null : { name, href: input.source_href },
    number: input.number,
    due_on: input.due_on,
    language: input.language,
    translation_of: input.translation_of,
    slug: input.slug,
  };
}

/** The same content as the fields that were sent. */
export function fieldsOfContent(content: Content) {
  const { cover, source, ...rest } = content;
  return {
    ...rest,
    cover: cover?.media ?? null,
    cover_alt: cover?.alt ?? null,
    cover_caption: cover?.caption ?? null,
    cover_credit: cover?.credit ?? null,
    source_name: source?.name ?? null,
    source_href: source?.href ?? null,
  };
}
