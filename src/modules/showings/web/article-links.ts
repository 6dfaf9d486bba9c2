import { site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { inLanguage } from '../../../platform/http/language.ts';
import { type IconName, iconNames } from '../../../ui/index.ts';
import type { PublicArticle } from '../../articles/index.ts';
import type { ArticlePageProps } from '../pages/article.tsx';
import type { ArticleParts, ArticleTool, Showing } from '../schema.ts';
import { articleWords } from '../vi/index.ts';
import { articlePath, hrefIn } from './paths.ts';

type Links = Pick<
  ArticlePageProps,
  'tools' | 'tags' | 'translations' | 'newer' | 'older' | 'under'
>;

interface Around {
  readonly parts: readonly ArticleParts[];
  readonly around: { readonly newer: Showing | null; readonly older: Showing | null };
  /** Of the site that the article is of. */
  readonly code: string;
  /** It has no address yet. */
  readonly draft: boolean;
}

/** Where the page of an article leads. */
export function linksOf(
  c: WebContext,
  article: PublicArticle,
  { parts, around, code, draft }: Around,
): Links {
  const { place } = c.var;
  const own = site(code, articlePath(article.kind, article.slug));
  const shown = articleWords[article.language];
  const link = (one: Showing | null) =>
    one === null ? null : { href: hrefIn(place, one), label: one.title };
  return {
    tools: draft
      ? []
      : [
          { href: `${own}/in`, label: shown.print, icon: 'print' },
          { href: `${own}.pdf`, label: shown.pdf, icon: 'pdf' },
          ...parts.flatMap(({ tools }) => (tools ?? []).map(toolOf)),
        ],
    tags: article.tags.map(({ slug, name }) => ({
      href: site(place.code, `tu-khoa/${slug}`, inLanguage(article.language)),
      label: name,
    })),
    translations: article.translations.map((one) => ({
      href: site(code, articlePath(one.kind, one.slug)),
      label: shown.other[one.language] ?? one.title,
      language: one.language,
    })),
    newer: link(around.newer),
    older: link(around.older),
    under: parts.map(({ under }) => under).filter((one) => one !== undefined),
  };
}

const toolOf = ({ href, label, icon }: ArticleTool) => ({
  href,
  label,
  icon: iconNames.find((name) => name === icon) ?? ('file' satisfies IconName),
});
