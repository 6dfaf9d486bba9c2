import { z } from 'zod';
import { code, text, version, yesNo } from '../../platform/forms/fields.ts';
import {
  extras,
  groups,
  layouts,
  mostPeriods,
  type PeriodKind,
  periodKinds,
} from './rules/index.ts';

export const tileKinds = ['figure', 'line', 'bars', 'distribution', 'map', 'table'] as const;
/** How a tile shows its figures. */
export type TileKind = (typeof tileKinds)[number];

/** Whose figures a tile shows; one figure or a line is always of one organisation. */
export const tileGroups = ['own', 'below', 'peers'] as const;
export type TileGroup = (typeof tileGroups)[number];

/** One tile of a dashboard. */
export interface Tile {
  /** Stable within the dashboard: the picture of the tile is found by it. */
  readonly key: string;
  readonly kind: TileKind;
  /** Over the tile; null: the label of its indicator. */
  readonly title: string | null;
  /** Codes; one, or of a table up to ten. */
  readonly indicators: readonly string[];
  readonly group: TileGroup;
  readonly period: PeriodKind;
  /** How many periods a line or a table shows. */
  readonly count: number;
  /** Code of the last period; null: the one that today is in. */
  readonly until: string | null;
  readonly structure: 'then' | 'today';
}

export const mostTiles = 24;
export const mostInTable = 10;

const indicatorCode = z.string().min(1).max(40);

/** As it is stored and sent over REST. */
export const tileShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9]{1,16}$/),
  kind: z.enum(tileKinds),
  title: z.string().max(200).nullable().default(null),
  indicators: z.array(indicatorCode).min(1).max(mostInTable),
  group: z.enum(tileGroups).default('own'),
  period: z.enum(periodKinds).default('year'),
  count: z.number().int().min(1).max(mostPeriods).default(5),
  until: z.string().max(12).nullable().default(null),
  structure: z.enum(['then', 'today']).default('then'),
});

export const tilesShape = z.array(tileShape).max(mostTiles);

/** A dashboard as it stands. */
export interface Dashboard {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly name: string;
  readonly tiles: readonly Tile[];
  readonly public: boolean;
  readonly version: number;
  readonly deletedAt: Date | null;
}

const name = text(200);

export const dashboardBody = z.strictObject({
  organisation: code(),
  name,
  public: yesNo(),
  /** Left out: those of the default dashboard. */
  tiles: tilesShape.optional(),
});

export const dashboardEdit = z.strictObject({
  pid: z.string(),
  version: version(),
  name,
  public: yesNo(),
});

export const dashboardTiles = z.strictObject({
  pid: z.string(),
  version: version(),
  tiles: tilesShape,
});

export const dashboardView = z.object({
  pid: z.string(),
  organisation: z.string(),
  name: z.string(),
  public: z.boolean(),
  tiles: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(tileKinds),
      title: z.string().nullable(),
      indicators: z.array(z.string()),
      group: z.enum(tileGroups),
      period: z.enum(periodKinds),
      count: z.number().int(),
      until: z.string().nullable(),
      structure: z.enum(['then', 'today']),
    }),
  ),
  version: z.number().int(),
});

const list = (most: number) =>
  z
    .string()
    .max(20_000)
    .optional()
    .transform((typed) =>
      (typed ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((items) => items.length <= most, { params: { code: 'too_many', data: { most } } })
    .meta({ type: 'string', description: 'several, with commas between' });

/** The query of GET /pivot. */
export const pivotQuery = z.object({
  org: code().describe('the organisation that asks'),
  group: z.enum(groups).default('own').describe("'chosen': those of `organisations`"),
  organisations: list(1000),
  indicators: list(1000).describe('codes; left out: all of the benchmark table'),
  kind: z.enum(periodKinds).default('year'),
  count: z.coerce.number().int().min(1).max(mostPeriods).default(5),
  until: z.string().max(12).optional().describe('code of the last period, such as 2019 or 2019-H1'),
  periods: list(1000).describe('codes of periods, in place of kind, count and until'),
  structure: z.enum(['then', 'today']).default('then'),
  layout: z.enum(layouts).default('indicator-period'),
  extra: z.enum(extras).default('none'),
});

export const pivotView = z.object({
  structure: z.enum(['then', 'today']),
  organisations: z.array(z.object({ code: z.string(), name: z.string() })),
  indicators: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      unit: z.string().nullable(),
      group: z.string().nullable(),
    }),
  ),
  periods: z.array(z.object({ code: z.string(), on: z.string(), running: z.boolean() })),
  values: z.array(
    z.object({
      organisation: z.string(),
      indicator: z.string(),
      period: z.string(),
      value: z.union([z.number(), z.boolean()]).nullable(),
      records: z
        .string()
        .nullable()
        .describe('address of the records, for those who may open them'),
    }),
  ),
  missing: z.array(z.string()).describe('codes that are not there'),
});
export type PivotView = z.output<typeof pivotView>;
