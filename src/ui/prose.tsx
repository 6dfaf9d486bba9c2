import {
  type Block,
  holdsEmbed,
  type Prose,
  type ProseAlbum,
  type ProseMedia,
} from '../kernel/prose/index.ts';
import { cls } from './format.ts';
import { FlowNode, Inlines, isBlank, sideOf } from './prose/flow.tsx';
import { AlbumView, EmbedView, MediaView } from './prose/media.tsx';
import type { ProseParts } from './prose/parts.ts';
import { TableView } from './prose/table.tsx';
import { proseWords } from './prose/vi.ts';
import type { Content } from './types.ts';

export interface ProseViewProps {
  readonly prose: Prose;
  /** What the text holds of the library, by pid (`mediaOf`); what is not there is not shown. */
  readonly media?: ReadonlyMap<string, ProseMedia> | undefined;
  readonly albums?: ReadonlyMap<string, ProseAlbum> | undefined;
  /** Of the text; `vi` when left out. */
  readonly language?: 'vi' | 'en' | undefined;
  /** Before the ids in it, where several texts stand on one page. */
  readonly idPrefix?: string | undefined;
}

const none = new Map<string, never>();

/**
 * A text as it is read. Its page asks for the stylesheet 'prose', for the islands of `proseIslands`, and lets
 * frames of films in with `allowEmbeds`.
 */
export function ProseView(props: ProseViewProps) {
  const parts: ProseParts = {
    media: props.media ?? none,
    albums: props.albums ?? none,
    words: proseWords[props.language ?? 'vi'],
    prefix: props.idPrefix ?? '',
  };
  let tables = 0;
  let headings = 0;
  return (
    <div class="prose prose-view" lang={props.language === 'en' ? 'en' : undefined}>
      {props.prose.content.map((block) => {
        if (block.type === 'table') tables += 1;
        if (block.type === 'heading') headings += 1;
        return blockView(block, parts, block.type === 'table' ? tables : headings);
      })}
    </div>
  );
}

function blockView(block: Block, parts: ProseParts, number: number): Content {
  switch (block.type) {
    case 'paragraph':
      return isBlank(block) ? null : <FlowNode node={block} />;
    case 'bulletList':
    case 'orderedList':
      return <FlowNode node={block} />;
    case 'heading': {
      const Heading = `h${block.attrs.level}` as const;
      return (
        <Heading id={`${parts.prefix}muc-${number}`} class={cls(sideOf(block))}>
          <Inlines content={block.content} />
        </Heading>
      );
    }
    case 'blockquote':
      return (
        <blockquote>
          {block.content.map((node) => (
            <FlowNode node={node} />
          ))}
        </blockquote>
      );
    case 'horizontalRule':
      return <hr />;
    case 'table':
      return <TableView table={block} number={number} parts={parts} />;
    case 'album':
      return <AlbumView attrs={block.attrs} parts={parts} />;
    case 'embed':
      return <EmbedView attrs={block.attrs} parts={parts} />;
    default:
      return <MediaView block={block} parts={parts} />;
  }
}

/** The islands that the page of a text needs. */
export const proseIslands = (prose: Prose): readonly string[] =>
  holdsEmbed(prose) ? ['ui/embed'] : [];
