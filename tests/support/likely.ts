// Values that a schema of the REST description accepts, as far as a schema can tell.

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** Words that only a person who knows the data can put into a field, by its name. */
export type Known = Readonly<Record<string, unknown>>;

/** A value of the schema, as likely as can be to be accepted. */
export function likely(name: string, schema: JsonSchema, known: Known): unknown {
  if (schema.enum !== undefined)
    return schema.enum.includes(known[name]) ? known[name] : schema.enum[0];
  if (known[name] !== undefined) return known[name];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (schema.anyOf !== undefined) return likely(name, schema.anyOf[0]!, known);
  if (schema.const !== undefined) return schema.const;
  if (schema.format === 'date') return '2019-12-31';
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  if (type === 'object') return likelyObject(schema, known);
  return schema.pattern === undefined ? 'Một dòng chữ' : 'sonla';
}

/** What has to be in an object, without the version that it was made from. */
export function likelyObject(schema: JsonSchema, known: Known): Record<string, unknown> {
  const required = schema.required ?? Object.keys(schema.properties ?? {});
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => required.includes(name) && name !== 'version')
      .map(([name, property]) => [name, likely(name, property, known)]),
  );
}
