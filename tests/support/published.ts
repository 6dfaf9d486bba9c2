/**
 * The table published for the end of 2019: what is printed for the country and for Sơn La. Means are
 * printed with one decimal. `null`: the table prints nothing there.
 */
export interface Published {
  readonly code: string;
  readonly national: number | null;
  readonly own: number | boolean | 'more than 30';
}

const row = (code: string, national: number | null, own: Published['own']): Published => ({
  code,
  national,
  own,
});

export const published: readonly Published[] = [
  row('I.1', 18.5, 9),
  row('I.2', 22.5, 19),
  row('I.3', 11, 'more than 30'),
  row('I.3a', 1.8, 2.5),
  row('I.4', 9.5, 10),
  row('I.5', 31, true),
  row('I.5a', 25, true),
  row('II.1.1', 42, true),
  row('II.1.2', 24, true),
  row('II.1.3', 7, false),
  row('II.2.1', 58, true),
  row('II.2.2', 48, true),
  row('II.3.1', 35, true),
  row('II.3.2', 42, true),
  row('II.4.1', 20, false),
  row('II.4.2', 12, false),
  row('II.5.1', 25, true),
  row('II.5.2', null, true),
  row('II.6.1', 25, true),
  row('II.6.2', 46, true),
  row('II.7', 50, true),
  row('III.1', 45, true),
  row('III.2', 20, true),
  row('III.3', 1, true),
  row('III.4.1', 15, true),
  row('III.4.2', 12, false),
  row('III.5', 9, false),
];

/** A row of the table as REST and the command line give it. */
export interface GivenRow {
  readonly code: string;
  readonly label: string;
  readonly unit: string | null;
  readonly national: number | null;
  readonly own: number | boolean | null;
  readonly rank: number | null;
  readonly note: string | null;
  readonly records: string;
  readonly nationalRecords: string;
}

export interface GivenTable {
  readonly org: string;
  readonly on: string;
  readonly structure: string;
  readonly peers: number;
  readonly rows: readonly GivenRow[];
}

/** A given table in the form of the published one: means rounded as printed. */
export function asPublished(table: GivenTable): Published[] {
  return table.rows.map(({ code, national, own }) => {
    const printed = national === null ? null : Math.round(national * 10) / 10;
    const much = code === 'I.3' && typeof own === 'number' && own > 30;
    return { code, national: printed, own: much ? 'more than 30' : (own ?? Number.NaN) };
  });
}
