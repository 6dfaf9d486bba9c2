import { Empty } from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { type Tile, Tiles } from './tiles.tsx';

/** An album as everybody sees it: every picture leads to its page, with the next one. */
export function PublicAlbum(props: {
  readonly title: string;
  readonly lead: string;
  readonly about: string | null;
  readonly items: readonly Tile[];
}) {
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {(props.about ?? '')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
      {props.items.length === 0 ? (
        <Empty kind="first" title={words.emptyAlbum} />
      ) : (
        <Tiles items={props.items} label={props.title} />
      )}
    </>
  );
}
