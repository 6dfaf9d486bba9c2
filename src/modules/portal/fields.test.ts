import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { all } from '../../platform/database/query.ts';
import { demoProduct } from '../../testing.ts';
import { logWords, valueWords } from './vi/index.ts';

const product = await demoProduct();
after(() => product.close());

interface Logged {
  readonly type: string;
  readonly field: string;
  readonly action: string;
  readonly value: unknown;
}

const logged = await all(
  product.runtime.database.db,
  sql<Logged>`select distinct e.subject_type as type, v.field, e.action, s.value
    from event e join event_value v on v.event_id = e.id,
      unnest(array[v.old, v.new]) s (value)
    where s.value is not null`,
);

test('whatever the demo logged has a name for each field that changed', () => {
  const raw = logged.filter(({ type, field }) => logWords.fieldName(type, field) === field);
  assert.deepEqual([...new Set(raw.map((one) => `${one.type}.${one.field} ${one.action}`))], []);
  assert.ok(logged.some(({ type }) => type === 'ballot'));
});

test('states, kinds and the like are told in words', () => {
  const codes = logged.filter(
    ({ type, field, value }) =>
      /(^|_)(state|kind|role|how|outcome|topic|refusal|per|seal|frame|face|colour)$/.test(field) &&
      typeof value === 'string' &&
      // Those that are rows of a table, or roles, have their names from there.
      !['activity', 'fact', 'distinction', 'grant'].includes(type),
  );
  const raw = codes.filter(
    ({ type, field, value }) => valueWords({ type, field }, value, new Map()) === value,
  );
  assert.deepEqual([...new Set(raw.map((one) => `${one.type}.${one.field}:${one.value}`))], []);
});
