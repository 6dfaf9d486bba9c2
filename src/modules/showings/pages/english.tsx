import type { Language } from '../../../kernel/language.ts';
import { Section } from '../../../ui/index.ts';
import { listWords as words } from '../vi/index.ts';
import { ArticleCard, type Card, Headlines } from './card.tsx';

export interface EnglishHomeProps {
  readonly name: string;
  /** Of the name, where the union has none in English. */
  readonly lang: Language | undefined;
  readonly lead: string;
  readonly news: readonly Card[];
  readonly newsHref: string;
  readonly notices: readonly Card[];
  readonly noticesHref: string;
}

/** What a site says in English, the newest first. */
export function EnglishHome(props: EnglishHomeProps) {
  const { news, notices } = props;
  return (
    <>
      <h1 lang={props.lang}>{props.name}</h1>
      <p class="lead">{props.lead}</p>
      {news.length === 0 ? null : (
        <Section title={words.news} link={{ href: props.newsHref, label: words.allNews }}>
          <div class="stories">
            {news.map((card, at) => (
              <ArticleCard card={card} level={3} large={at === 0} />
            ))}
          </div>
        </Section>
      )}
      {notices.length === 0 ? null : (
        <Section title={words.notices} link={{ href: props.noticesHref, label: words.allNotices }}>
          <Headlines cards={notices} />
        </Section>
      )}
    </>
  );
}
