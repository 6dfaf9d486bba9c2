import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock, systemClock } from './clock.ts';
import { isPid, isUuid, randomIds, seededIds } from './ids.ts';

const clock = fixedClock('2026-05-12T10:00:00Z');

test('a uuid has version 7, variant 10 and the millisecond of the clock', () => {
  for (const ids of [randomIds(clock), seededIds('a', clock)]) {
    const uuid = ids.uuid();
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16), clock.now().getTime());
    assert.ok(isUuid(uuid));
  }
});

test('uuids of one source sort in the order they were made, past the counter of a millisecond', () => {
  for (const ids of [randomIds(clock), randomIds(systemClock), seededIds('b', clock)]) {
    const made = Array.from({ length: 20_000 }, () => ids.uuid());
    assert.deepEqual([...made].sort(), made);
    assert.equal(new Set(made).size, made.length);
  }
});

test('a clock that goes back does not make ids go back', () => {
  const times = ['2026-05-12T10:00:01Z', '2026-05-12T10:00:00Z', '2026-05-12T10:00:02Z'];
  let call = 0;
  const ids = randomIds({ now: () => new Date(times[call++]!), today: () => '2026-05-12' });
  const made = [ids.uuid(), ids.uuid(), ids.uuid()];
  assert.deepEqual([...made].sort(), made);
});

test('a pid has 16 characters, all 32 of the alphabet occur in every place, none looks alike', () => {
  for (const ids of [randomIds(clock), seededIds('c', clock)]) {
    const seen = Array.from({ length: 16 }, () => new Set<string>());
    const all = new Set<string>();
    for (let count = 0; count < 5000; count++) {
      const pid = ids.pid();
      assert.ok(isPid(pid), pid);
      all.add(pid);
      seen.forEach((set, place) => {
        set.add(pid[place]!);
      });
    }
    assert.equal(all.size, 5000);
    for (const set of seen) assert.equal(set.size, 32);
    assert.doesNotMatch([...seen[0]!].join(''), /[ilou]/);
  }
});

test('seeded ids repeat, differ by seed, and the two kinds do not disturb each other', () => {
  const make = (seed: string) => {
    const ids = seededIds(seed, clock);
    return [ids.uuid(), ids.pid(), ids.uuid(), ids.pid()];
  };
  assert.deepEqual(make('x'), make('x'));
  assert.equal(new Set([...make('x'), ...make('y'), ...make('xx'), ...make('')]).size, 16);
  const onlyPids = seededIds('x', clock);
  assert.deepEqual([onlyPids.pid(), onlyPids.pid()], [make('x')[1], make('x')[3]]);
});

test('random ids differ between sources of the same instant', () => {
  assert.notEqual(randomIds(clock).uuid(), randomIds(clock).uuid());
  assert.notEqual(randomIds(clock).pid(), randomIds(clock).pid());
});

test('what is no id is refused', () => {
  const good = 'abcdefgh23456789';
  assert.ok(isPid(good));
  const notPids = ['', good.slice(1), `${good}0`, good.toUpperCase(), `${good}\n`, 16, null];
  for (const bad of [...notPids, 'ibcdefgh23456789', 'ubcdefgh23456789', 'á'.repeat(16)]) {
    assert.ok(!isPid(bad), String(bad));
  }
  const uuid = '019e1d2a-0000-7000-8000-000000000000';
  assert.ok(isUuid(uuid));
  for (const bad of [
    '',
    uuid.toUpperCase(),
    uuid.slice(1),
    `${uuid}\n`,
    uuid.replace('-', ''),
    7,
  ]) {
    assert.ok(!isUuid(bad), String(bad));
  }
});
