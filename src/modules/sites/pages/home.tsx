import type { Child } from 'hono/jsx';
import { Columns } from '../../../ui/index.ts';
import type { BlockPlace } from '../rules/index.ts';

/** A home out of its blocks. A block without content was left out before: no gap stays where it was. */
export function HomeOfBlocks(props: {
  readonly title: string;
  readonly blocks: Readonly<Record<BlockPlace, readonly Child[]>>;
}) {
  const { main, aside, wide, thirds, foot } = props.blocks;
  return (
    <div class="home">
      <h1 class="sr">{props.title}</h1>
      {main.length > 0 ? (
        <Columns aside={aside.length > 0 ? <Stack blocks={aside} /> : undefined}>
          <Stack blocks={main} />
        </Columns>
      ) : (
        <Thirds blocks={aside} />
      )}
      <Stack blocks={wide} />
      <Thirds blocks={thirds} />
      <Stack blocks={foot} />
    </div>
  );
}

function Stack(props: { readonly blocks: readonly Child[] }) {
  if (props.blocks.length === 0) return null;
  return <div class="home-stack">{props.blocks}</div>;
}

function Thirds(props: { readonly blocks: readonly Child[] }) {
  if (props.blocks.length === 0) return null;
  return (
    <div
      class={
        props.blocks.length === 2 ? 'halves' : props.blocks.length === 1 ? undefined : 'thirds'
      }
    >
      {props.blocks.map((block) => (
        <div>{block}</div>
      ))}
    </div>
  );
}
