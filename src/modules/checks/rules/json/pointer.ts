/** The JSON Pointer (RFC 6901) of a member or item below `base`. */
export const below = (base: string, name: string | number): string =>
  `${base}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
