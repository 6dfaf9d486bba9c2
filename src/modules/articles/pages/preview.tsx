import type { ProseAlbum, ProseMedia } from '../../../kernel/prose/index.ts';
import { ProseView } from '../../../ui/index.ts';
import type { PublicArticle } from '../schema/index.ts';
import { authorRoleNames, words } from '../vi/index.ts';

const say = words.preview;

export interface PreviewBodyProps {
  readonly article: PublicArticle;
  readonly shown: {
    readonly media: ReadonlyMap<string, ProseMedia>;
    readonly albums: ReadonlyMap<string, ProseAlbum>;
  };
}

/** An article in the column in which the public reads. */
export function PreviewBody({ article, shown }: PreviewBodyProps) {
  const { cover, source } = article;
  const picture = cover === null ? undefined : shown.media.get(cover.media);
  return (
    <article
      class="article-preview"
      lang={article.language === 'vi' ? undefined : article.language}
    >
      <p class="article-meta">
        {[
          article.sections[0]?.name,
          words.moment(article.publishedAt),
          article.number && say.number(article.number),
          article.dueOn && say.due(article.dueOn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {article.lead === '' ? null : <p class="article-lead">{article.lead}</p>}
      {picture === undefined || cover === null ? null : (
        <figure class="article-cover">
          <img
            src={picture.src}
            alt={cover.alt || picture.alt}
            width={picture.width ?? undefined}
            height={picture.height ?? undefined}
          />
          <figcaption>
            {[cover.caption || picture.caption, cover.credit || picture.credit]
              .filter(Boolean)
              .join(' – ')}
          </figcaption>
        </figure>
      )}
      {cover !== null && picture === undefined ? <p>{say.gone}</p> : null}
      <ProseView
        prose={article.body}
        media={shown.media}
        albums={shown.albums}
        language={article.language}
      />
      {article.authors.length === 0 ? null : (
        <p class="article-authors">
          {article.authors
            .map(({ name, role }) =>
              role === 'author' ? name : `${authorRoleNames[role]}: ${name}`,
            )
            .join(', ')}
        </p>
      )}
      {source === null ? null : (
        <p>
          {say.source}{' '}
          {source.href === null ? source.name : <a href={source.href}>{source.name}</a>}
        </p>
      )}
      {article.tags.length === 0 ? null : (
        <p>
          {say.tags} {article.tags.map(({ name }) => name).join(', ')}
        </p>
      )}
    </article>
  );
}
