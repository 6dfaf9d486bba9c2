import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from './date-range.ts';
import { addDays, type Day } from './day.ts';
import {
  ancestors,
  covers,
  type DatedEdge,
  descendants,
  findCycle,
  indexEdges,
  paths,
  wouldCycle,
} from './graph.ts';
import { type Chooser, chooserFromSeed } from './random.ts';

type Kind = 'territorial' | 'sectoral';
const edge = (
  child: string,
  parent: string,
  from: Day | null = null,
  until: Day | null = null,
  kind: Kind = 'territorial',
): DatedEdge<Kind> => ({ child, parent, kind, during: { from, until } });

const federation = [
  edge('sonla', 'vusta', '2001-01-01'),
  edge('caudo', 'sonla', '2005-01-01', '2015-01-01'),
  edge('caudo', 'lamdong', '2015-01-01'),
  edge('caudo', 'hoicau', '2005-01-01', null, 'sectoral'),
  edge('hoicau', 'vusta', '1990-01-01'),
  edge('chihoi', 'caudo', '2006-01-01'),
];

test('what lies above and below changes with the day', () => {
  assert.deepEqual(ancestors(federation, 'caudo', '2014-12-31'), ['sonla', 'hoicau', 'vusta']);
  assert.deepEqual(ancestors(federation, 'caudo', '2015-01-01'), ['lamdong', 'hoicau', 'vusta']);
  assert.deepEqual(ancestors(federation, 'caudo', '2004-12-31'), []);
  assert.deepEqual(descendants(federation, 'vusta', '2004-12-31'), ['sonla', 'hoicau']);
  assert.deepEqual(descendants(federation, 'sonla', '2010-01-01'), ['caudo', 'chihoi']);
  assert.deepEqual(ancestors(federation, 'nobody', '2010-01-01'), []);
});

test('only the kinds asked for are followed', () => {
  assert.deepEqual(ancestors(federation, 'chihoi', '2010-01-01', ['territorial']), [
    'caudo',
    'sonla',
    'vusta',
  ]);
  assert.deepEqual(ancestors(federation, 'caudo', '2010-01-01', ['sectoral']), ['hoicau']);
  assert.deepEqual(ancestors(federation, 'caudo', '2010-01-01', []), []);
});

test('a prepared index gives the same answers', () => {
  const index = indexEdges(federation);
  assert.deepEqual(
    ancestors(index, 'chihoi', '2010-01-01'),
    ancestors(federation, 'chihoi', '2010-01-01'),
  );
  assert.ok(covers(index, 'vusta', 'chihoi', '2010-01-01'));
  assert.ok(covers(index, 'chihoi', 'chihoi', '1900-01-01'));
  assert.ok(!covers(index, 'sonla', 'chihoi', '2015-01-01'));
  assert.ok(!covers(index, 'chihoi', 'vusta', '2010-01-01'));
});

test('every way up, the shortest first', () => {
  assert.deepEqual(paths(federation, 'chihoi', 'vusta', '2010-01-01'), [
    ['chihoi', 'caudo', 'sonla', 'vusta'],
    ['chihoi', 'caudo', 'hoicau', 'vusta'],
  ]);
  assert.deepEqual(paths(federation, 'vusta', 'vusta', '2010-01-01'), [['vusta']]);
  assert.deepEqual(paths(federation, 'vusta', 'chihoi', '2010-01-01'), []);
  const ladder = Array.from({ length: 60 }, (_, level) => [
    edge(`l${level}`, `a${level}`),
    edge(`l${level}`, `b${level}`),
    edge(`a${level}`, `l${level + 1}`),
    edge(`b${level}`, `l${level + 1}`),
  ]).flat();
  assert.equal(paths(ladder, 'l0', 'l60', '2010-01-01', undefined, 10).length, 10);
  assert.deepEqual(
    paths([edge('a', 'b'), edge('a', 'b', null, null, 'sectoral')], 'a', 'b', '2010-01-01'),
    [['a', 'b']],
  );
});

test('a cycle is found on the first day it exists', () => {
  assert.equal(findCycle([]), null);
  assert.equal(findCycle(federation), null);
  assert.deepEqual(findCycle([edge('a', 'a', '2010-01-01')]), { nodes: ['a'], day: '2010-01-01' });
  assert.equal(findCycle([edge('a', 'a', '2010-01-01', '2010-01-01')]), null);
  assert.equal(findCycle([edge('a', 'b'), edge('b', 'a')])?.day, null);
  const triangle = [
    edge('a', 'b', '2010-01-01'),
    edge('b', 'c', '2012-05-01', '2013-01-01'),
    edge('c', 'a', '2011-01-01'),
  ];
  const found = findCycle(triangle);
  assert.equal(found?.day, '2012-05-01');
  assert.deepEqual([...found!.nodes].sort(), ['a', 'b', 'c']);
});

test('to change places on one day is no cycle', () => {
  const swap = [edge('a', 'b', '2000-01-01', '2010-01-01'), edge('b', 'a', '2010-01-01')];
  assert.equal(findCycle(swap), null);
  assert.equal(findCycle([...swap].reverse()), null);
  const oneDay = [edge('a', 'b', '2000-01-01', '2010-01-02'), edge('b', 'a', '2010-01-01')];
  assert.equal(findCycle(oneDay)?.day, '2010-01-01');
});

test('a new edge is judged only for its own days', () => {
  assert.equal(wouldCycle(federation, edge('lamdong', 'vusta', '2000-01-01')), null);
  assert.equal(wouldCycle(federation, edge('sonla', 'chihoi', '2015-01-01')), null);
  assert.equal(wouldCycle(federation, edge('sonla', 'chihoi', '2000-01-01', '2006-01-01')), null);
  const found = wouldCycle(federation, edge('sonla', 'chihoi', '2000-01-01'));
  assert.equal(found?.day, '2006-01-01');
  assert.deepEqual(new Set(found!.nodes), new Set(['sonla', 'chihoi', 'caudo']));
  assert.equal(wouldCycle([], edge('a', 'a', '2010-01-01'))?.day, '2010-01-01');
});

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const DAYS = Array.from({ length: 10 }, (_, index) => addDays('2020-02-25', index));

function randomEdges(choose: Chooser, count: number): DatedEdge<Kind>[] {
  return Array.from({ length: count }, () =>
    edge(
      choose.pick(NODES),
      choose.pick(NODES),
      choose.chance(0.1) ? null : choose.pick(DAYS),
      choose.chance(0.2) ? null : choose.pick(DAYS),
      choose.pick(['territorial', 'sectoral'] as const),
    ),
  );
}

// Before all the days that are used, then each of them: no cycle can begin on another.
const ASKED: Day[] = [addDays(DAYS[0]!, -1), ...DAYS];

function above(edges: readonly DatedEdge[], node: string, on: Day): Set<string> {
  const found = new Set<string>();
  for (let before = -1; found.size !== before; ) {
    before = found.size;
    for (const one of edges) {
      if (contains(one.during, on) && (one.child === node || found.has(one.child))) {
        found.add(one.parent);
      }
    }
  }
  return found;
}

function firstCyclicDay(edges: readonly DatedEdge[]): Day | undefined {
  return ASKED.find((day) => NODES.some((node) => above(edges, node, day).has(node)));
}

test('random graphs: cycles and their first day agree with asking every day', () => {
  const choose = chooserFromSeed('cycles');
  const seen = { cyclic: 0, acyclic: 0 };
  for (let round = 0; round < 4000; round++) {
    const edges = randomEdges(choose, choose.between(1, 14));
    const found = findCycle(edges);
    const expected = firstCyclicDay(edges);
    seen[found ? 'cyclic' : 'acyclic']++;
    assert.equal(found === null, expected === undefined);
    if (found === null) continue;
    const day = found.day ?? ASKED[0]!;
    assert.equal(day, expected);
    assert.equal(new Set(found.nodes).size, found.nodes.length);
    found.nodes.forEach((node, index) => {
      const parent = found.nodes[(index + 1) % found.nodes.length];
      assert.ok(
        edges.some(
          (one) => one.child === node && one.parent === parent && contains(one.during, day),
        ),
      );
    });
  }
  assert.ok(seen.cyclic > 500 && seen.acyclic > 500, JSON.stringify(seen));
});

test('random graphs: a new edge is refused exactly when the whole would have a cycle', () => {
  const choose = chooserFromSeed('new edges');
  const seen = { refused: 0, taken: 0 };
  for (let round = 0; round < 300; round++) {
    const edges: DatedEdge<Kind>[] = [];
    for (const one of randomEdges(choose, 20)) {
      const refused = wouldCycle(edges, one);
      const whole = findCycle([...edges, one]);
      assert.equal(refused === null, whole === null);
      assert.equal(refused?.day, whole?.day);
      if (refused === null) edges.push(one);
      seen[refused ? 'refused' : 'taken']++;
    }
  }
  assert.ok(seen.refused > 500 && seen.taken > 500, JSON.stringify(seen));
});

test('random graphs: above and below agree with closing the relation by hand', () => {
  const choose = chooserFromSeed('reach');
  for (let round = 0; round < 500; round++) {
    const edges = randomEdges(choose, choose.between(0, 14));
    const day = choose.pick(ASKED);
    for (const node of NODES) {
      const expected = above(edges, node, day);
      expected.delete(node);
      assert.deepEqual(new Set(ancestors(edges, node, day)), expected);
      for (const other of expected) assert.ok(descendants(edges, other, day).includes(node));
      const below = NODES.filter((other) => other !== node && above(edges, other, day).has(node));
      assert.deepEqual(descendants(edges, node, day).sort(), below);
      for (const top of expected) {
        const ways = paths(edges, node, top, day);
        assert.ok(ways.length > 0);
        for (const way of ways) assert.deepEqual([way[0], way.at(-1)], [node, top]);
      }
    }
  }
});
