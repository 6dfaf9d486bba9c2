import { type Accent, accentShades } from './accent.ts';

/** One square of a map of equal tiles. */
export interface MapSquare {
  /** From 0, left to right and top to bottom. */
  readonly column: number;
  readonly row: number;
  /** A few letters that fit. */
  readonly short: string;
  /** As printed under them. */
  readonly value: string;
  /** The whole in words: name and figure. */
  readonly label: string;
  /** 0 (light) to 4 (dark); null: no figure, hatched. */
  readonly shade: number | null;
  readonly href?: string | undefined;
}

export interface TileMapProps {
  readonly tiles: readonly MapSquare[];
  /** What the map shows, in a sentence. */
  readonly alt: string;
  readonly accent: Accent;
  /** Ids within the page begin with it. */
  readonly id: string;
}

const width = 58;
const height = 46;
const gap = 3;

/**
 * A map of equal tiles, laid out like the country. The value is written on each tile: the shade only
 * repeats it. Without script and without styles of its own, so that it is also a file.
 */
export function TileMap(props: TileMapProps) {
  const shades = accentShades(props.accent);
  const columns = 1 + Math.max(0, ...props.tiles.map((tile) => tile.column));
  const rows = 1 + Math.max(0, ...props.tiles.map((tile) => tile.row));
  // A picture has nothing in it that can be followed.
  const role = props.tiles.some((tile) => tile.href !== undefined) ? 'group' : 'img';
  const size = { x: columns * (width + gap) + gap, y: rows * (height + gap) + gap };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="tile-map"
      role={role}
      aria-label={props.alt}
      viewBox={`0 0 ${size.x} ${size.y}`}
      width={size.x}
      height={size.y}
      font-family="Be Vietnam Pro, system-ui, sans-serif"
    >
      <defs>
        <pattern
          id={`${props.id}-hatch`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" fill="#FFFFFF" />
          <rect width="2" height="8" fill="#DAD6CE" />
        </pattern>
      </defs>
      {props.tiles.map((tile) => (
        <Square tile={tile} shades={shades} hatch={`url(#${props.id}-hatch)`} />
      ))}
    </svg>
  );
}

function Square(props: {
  readonly tile: MapSquare;
  readonly shades: ReturnType<typeof accentShades>;
  readonly hatch: string;
}) {
  const { tile } = props;
  const shade = tile.shade === null ? undefined : props.shades[tile.shade];
  const x = gap + tile.column * (width + gap);
  const y = gap + tile.row * (height + gap);
  const text = shade?.text ?? '#1E1C19';
  const middle = { x: x + width / 2, fill: text, 'text-anchor': 'middle', 'font-size': '16' };
  const drawn = (
    <>
      <title>{tile.label}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="4"
        fill={shade?.fill ?? props.hatch}
        stroke="#857F74"
      />
      <text {...middle} y={y + 19} font-weight="700">
        {tile.short}
      </text>
      <text {...middle} y={y + 38}>
        {tile.value}
      </text>
    </>
  );
  return tile.href === undefined ? <g>{drawn}</g> : <a href={tile.href}>{drawn}</a>;
}

export interface MapLegendProps {
  readonly accent: Accent;
  readonly items: readonly { readonly shade: number | null; readonly label: string }[];
  readonly id: string;
}

/** What the shades stand for. */
export function MapLegend(props: MapLegendProps) {
  const shades = accentShades(props.accent);
  return (
    <ul class="map-legend">
      {props.items.map((item) => (
        <li>
          <svg width="28" height="20" aria-hidden="true" focusable="false">
            <rect
              x="0.5"
              y="0.5"
              width="27"
              height="19"
              rx="3"
              stroke="#857F74"
              fill={item.shade === null ? `url(#${props.id}-hatch)` : shades[item.shade]?.fill}
            />
          </svg>
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  );
}
