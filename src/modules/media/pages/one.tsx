import type { ProseMedia } from '../../../kernel/prose/index.ts';
import {
  Alert,
  ButtonLink,
  DefinitionList,
  EntryList,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { siteWords, words } from '../vi/index.ts';
import { MediumView } from './picture.tsx';

export interface OneUse {
  readonly what: string;
  readonly title: string;
  readonly href: string;
}

export interface OneMediumProps {
  readonly media: ProseMedia;
  readonly terms: readonly Term[];
  readonly note: string | null;
  readonly warning: string | null;
  readonly uses: readonly OneUse[];
  readonly downloadHref: string;
  readonly publicHref: string | null;
  readonly removeHref: string | null;
  readonly listHref: string;
}

/** A medium in the office: itself, what is said of it, where it is used. */
export function OneMedium(props: OneMediumProps) {
  const { media } = props;
  return (
    <>
      {props.warning === null ? null : <Alert tone="warn" title={props.warning} />}
      <div class="media-one">
        <MediumView
          media={media}
          alt={media.alt === '' ? siteWords.noAlt(media.title) : media.alt}
          sizes="(min-width: 1024px) 760px, 92vw"
          noPlayer={siteWords.noPlayer}
          download={media.title}
        />
      </div>
      {props.note === null ? null : <p class="help">{props.note}</p>}
      <DefinitionList items={props.terms} />
      <Section title={words.usedTitle}>
        {props.uses.length === 0 ? <p>{words.notUsed}</p> : <Uses uses={props.uses} />}
      </Section>
      <div class="buttons">
        <ButtonLink href={props.downloadHref} icon="download" download>
          {words.download}
        </ButtonLink>
        {props.publicHref === null ? null : (
          <ButtonLink href={props.publicHref}>{words.publicPage}</ButtonLink>
        )}
        {props.removeHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {words.remove}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

/** Where something is used, each a link. */
export function Uses(props: { readonly uses: readonly OneUse[] }) {
  return (
    <EntryList
      plain
      items={props.uses.map(({ what, title, href }) => ({ title, href, meta: what }))}
    />
  );
}
