import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../src/platform/database/index.ts';
import { closeCleaning } from '../../src/platform/files/clean/index.ts';
import {
  type Answer,
  answersTo,
  type Between,
  differences,
  lettersToOthers,
  type Persona,
} from './doors.ts';
import { blindnessDatabase, emailOf, inWorld, secretsOf, type World } from './worlds.ts';

// Two worlds that differ in who entered a dossier, who judges it and how, and in nothing else. Whoever may not know it sees the
// same in both: every page, header, search, file, feed and letter.

let database: Database;
before(async () => {
  database = await blindnessDatabase();
});
after(async () => {
  closeCleaning();
  await database.close();
});

const worlds = [0, 1] as const;

/** Words that somebody who guesses would search for: what is secret in either world. */
const probes = worlds.flatMap((at) => {
  const { entrant, colleague } = secretsOf(at);
  return [entrant.person.name, entrant.person.school, entrant.email, colleague.name];
});

const personas: Readonly<Record<string, (world: World) => Promise<Persona>>> = {
  nobody: async () => ({
    name: 'nobody',
    headers: new Headers(),
    starts: ['/', '/sonla', '/sonla/hoi-thi/tre-2026', '/kho-giai-phap/nguon-tin'],
    everywhere: /^/,
    only: null,
    probes,
  }),
  'an office of another union': async (world) => ({
    name: 'clerk of Lai Châu',
    headers: await world.as(emailOf('clerk', 'laichau')),
    starts: ['/vp/laichau', '/vp/sonla', '/api/v1/dossiers', '/api/v1/editions'],
    everywhere: /^\/api|\/(hoi-thi|tim|kho-giai-phap)/,
    only: /^\/(vp|api)/,
    probes,
  }),
  'an association below the union': async (world) => ({
    name: 'officer of an association of Sơn La',
    headers: await world.as(emailOf('officer', 'sonla-dat')),
    starts: ['/vp/sonla-dat', '/vp/sonla', '/api/v1/dossiers'],
    everywhere: null,
    only: /^\/(vp|api)/,
    probes,
  }),
  'a judge, while others judge': async (world) => ({
    name: 'a judge',
    headers: new Headers(),
    starts: [`/giam-khao/${world.judgeToken}`],
    everywhere: null,
    only: /^\/giam-khao/,
    probes,
  }),
  'another entrant': async (world) => ({
    name: 'another entrant',
    headers: new Headers(),
    starts: [`/ho-so/${world.otherToken}`],
    everywhere: null,
    only: /^\/(ho-so|bien-nhan)/,
    probes,
  }),
};

const look = (
  persona: (world: World) => Promise<Persona>,
  between?: Between,
  hides = true,
): Promise<{ answers: Answer[]; letters: string[] }[]> =>
  worlds.reduce<Promise<{ answers: Answer[]; letters: string[] }[]>>(async (earlier, at) => {
    const known = await earlier;
    const one = await inWorld(database, { ...secretsOf(at), hides }, async (world) => ({
      answers: await answersTo(world, await persona(world), between),
      letters: await lettersToOthers(world),
    }));
    return [...known, one];
  }, Promise.resolve([]));

describe('nobody learns who entered a dossier, or how somebody else judges it, who may not', () => {
  for (const [name, persona] of Object.entries(personas))
    test(name, async () => {
      const [first, second] = await look(persona);
      assert.deepEqual(differences(first!.answers, second!.answers), []);
      assert.deepEqual(first!.letters, second!.letters);
      const { length } = first!.answers;
      assert.ok(length > 5, `only ${length} doors were found`);
      assert.ok(first!.answers.some(({ status }) => status === 200));
      const secret = probes.find((probe) =>
        first!.answers.some(({ door, body }) => !door.includes('?') && body.includes(probe)),
      );
      assert.equal(secret, undefined);
    });
});

describe('a leak is found', () => {
  test('where the contest hides nothing, a judge sees whose the dossier is', async () => {
    const [first, second] = await look(personas['a judge, while others judge']!, undefined, false);
    const found = differences(first!.answers, second!.answers);
    assert.ok(found.some((one) => /phieu\/[0-9a-z]{16}: body/.test(one)));
    assert.ok(found.some((one) => /\/tep\/[0-9a-z]{16}: (headers|body)/.test(one)));
  });

  const door = '/sonla/hoi-thi/tre-2026';
  const leaks: Readonly<Record<string, Between>> = {
    'a word on a page': async (asked, answer, { secrets }) =>
      asked === door
        ? new Response(`${await answer.text()}${secrets.entrant.person.school}`, answer)
        : answer,
    'one letter more in a header': (asked, answer, { secrets }) => {
      if (asked !== door) return answer;
      const headers = new Headers(answer.headers);
      headers.set('etag', `"${secrets.entrant.person.name.length}"`);
      return new Response(answer.body, { status: answer.status, headers });
    },
    'another status': (asked, answer, { secrets }) =>
      asked === door && secrets.entrant.person.name.startsWith('Vàng')
        ? new Response(answer.body, { status: 404, headers: answer.headers })
        : answer,
    'a link to a page that only one world has': async (asked, answer, { secrets }) =>
      asked === door
        ? new Response(
            `${await answer.text()}<a href="/${secrets.entrant.person.birth}">x</a>`,
            answer,
          )
        : answer,
  };
  for (const [name, leak] of Object.entries(leaks))
    test(name, async () => {
      const persona = async (): Promise<Persona> => ({
        name: 'nobody',
        headers: new Headers(),
        starts: [door],
        everywhere: null,
        only: null,
        probes: [],
      });
      const [first, second] = await look(persona, leak);
      assert.notDeepEqual(differences(first!.answers, second!.answers), []);
    });
});
