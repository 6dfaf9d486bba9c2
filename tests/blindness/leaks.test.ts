import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type RootOperationNode, sql } from 'kysely';
import { recordEvent } from '../../src/platform/audit/record.ts';
import type { Cx } from '../../src/platform/command.ts';
import { all } from '../../src/platform/database/query.ts';
import { sendMail } from '../../src/platform/mail.ts';
import type { Between } from './answers.ts';
import { looked } from './look.ts';
import { closePairs, openPair, type Pair } from './pair.ts';
import { anotherEntrant, type Comes, nobody, ofTheOffice, onBench } from './people.ts';
import { rowDifferences } from './rows.ts';
import { hiding, type Making, type World } from './worlds.ts';

// Leaks of every kind are planted, in rows or between the application and those who ask; each is found. Without that a
// test that finds nothing would say nothing.

after(async () => {
  await closeStanding();
  await closePairs();
});

interface Leak {
  readonly making: Making;
  /** Changes rows before the person comes; taken back afterwards. */
  readonly then?: (world: World) => Promise<unknown>;
  readonly comes: Comes;
  readonly between?: Between;
  /** By what it has to be told. */
  readonly found: RegExp;
}

/** The same person, who only begins at these addresses. */
const only =
  (comes: Comes, starts?: (world: World) => readonly string[]): Comes =>
  async (world) => {
    const persona = await comes(world);
    const narrow = starts === undefined ? {} : { starts: starts(world), only: /^$/ };
    return { ...persona, ...narrow, everywhere: null, acts: null, words: [], guesses: [] };
  };

/** Two worlds that differ in who entered, and two that differ in what was voted. */
const entrants: Making = { differ: ['entrant'] };
const votes: Making = { differ: ['votes'], at: 'published' };

const judge = only(onBench('judge'));
const page = '/sonla/hoi-thi/tre-2026';
const atPage = only(nobody, () => [page]);

const withHeader = (answer: Response, name: string, value: string): Response => {
  const headers = new Headers(answer.headers);
  headers.set(name, value);
  return new Response(answer.body, { status: answer.status, headers });
};

const withMore = async (answer: Response, more: string): Promise<Response> =>
  new Response((await answer.text()).replace('</body>', `${more}</body>`), answer);

/** Names and sums of what the entrant sent in, in the order of sending. */
const sentIn = ({ cx, dossier }: World) =>
  all(
    cx.db,
    sql<{ name: string; sum: string }>`select f.name, f.sha256 as sum from dossier_file d
      join file f on f.id = d.file_id where d.dossier_id = ${dossier.id} order by d.position, f.pid`,
  );

/** A database that gives rows that name dossiers in the order of the schools of who entered them. */
const bySchool: Making['db'] = (db, { entrant }) => {
  const first = entrant.person.school < 'Trường THCS Mường La';
  return db.withPlugin({
    transformQuery: ({ node }): RootOperationNode => node,
    transformResult: async ({ result }) => {
      const named = result.rows.length > 1 && result.rows.every((row) => 'dossier' in row);
      return named && !first ? { ...result, rows: result.rows.toReversed() } : result;
    },
  }) as Cx['db'];
};

const leaks: Readonly<Record<string, Leak>> = {
  'a judge sees whose a dossier is where the contest hides nothing': {
    making: { differ: ['entrant'], edition: hiding('judge', []) },
    comes: judge,
    found: /phieu\/[0-9a-z]{16}: body/,
  },
  'the file that was sent in instead of that which was cleaned': {
    making: entrants,
    then: ({ cx }) =>
      sql`update blind_file set state = 'released', reason = 'Thử', decided_at = made_at
          where state = 'clean'`.execute(cx.db),
    comes: judge,
    found: /\/tep\/[0-9a-z]{16}: (headers|body)/,
  },
  'the name of a file in a header': {
    making: entrants,
    comes: judge,
    between: async (door, answer, world) => {
      if (!/\/tep\//.test(door)) return answer;
      const name = encodeURIComponent((await sentIn(world)).at(-1)!.name);
      return withHeader(answer, 'content-disposition', `attachment; filename*=UTF-8''${name}`);
    },
    found: /\/tep\/[0-9a-z]{16}: headers/,
  },
  'a mark of the file that was sent in': {
    making: entrants,
    comes: judge,
    between: async (door, answer, world) =>
      /\/tep\//.test(door)
        ? withHeader(answer, 'etag', `"${(await sentIn(world)).at(-1)!.sum.slice(0, 22)}"`)
        : answer,
    found: /\/tep\/[0-9a-z]{16}: headers/,
  },
  'that a file is known already by its sum': {
    making: entrants,
    comes: judge,
    between: async (door, answer, world) =>
      /\/tep\/.*if it changed/.test(door) && world.secrets.entrant.file.startsWith('bai')
        ? new Response(null, { status: 304 })
        : answer,
    found: /\(if it changed\): status/,
  },
  'an order by what is hidden': {
    making: { differ: ['entrant'], db: bySchool },
    comes: judge,
    found: /giam-khao\/[0-9a-f]{40}.*: body/,
  },
  'a count in which what is hidden is counted': {
    making: entrants,
    comes: judge,
    between: async (door, answer, { cx, secrets }) => {
      if (!/^\/giam-khao\/[0-9a-f]{40}$/.test(door)) return answer;
      const same = secrets.entrant.person.representative;
      const rows = await all(
        cx.db,
        sql<{ many: number }>`select count(*)::integer as many from dossier_author
          where details->>'representative' = ${same} and name = 'Vàng A Páo'`,
      );
      return withMore(answer, `<p>${rows[0]!.many}</p>`);
    },
    found: /giam-khao\/[0-9a-f]{40}: body/,
  },
  'points of another judge in a total': {
    making: { differ: ['points'], edition: hiding('judge', ['authors']), at: 'judging' },
    comes: judge,
    found: /giam-khao.*: body/,
  },
  'points before the office may see them': {
    making: { differ: ['points'] },
    comes: only(ofTheOffice('clerk'), ({ edition }) => [
      `/vp/sonla/hoi-thi/${edition}/cham?giai-doan=so-khao`,
    ]),
    found: /cham\?giai-doan=so-khao: body/,
  },
  'a letter with the name of an author': {
    making: entrants,
    then: ({ cx, bench, secrets }) =>
      sendMail(cx, {
        to: bench.judge.judge.email ?? '',
        subject: 'Phân công chấm',
        text: `Hồ sơ của ${secrets.entrant.person.name}`,
      }),
    comes: judge,
    found: /^letters: /,
  },
  'what was voted, in the log of events': {
    making: votes,
    then: ({ cx, secrets, dossier }) =>
      recordEvent(cx, 'ballot.cast', {
        result: null,
        subject: { type: 'ballot', id: dossier.id },
        organisationId: dossier.edition.organisation.id,
        changes: { choices: { new: secrets.votes[0].choices } },
      }),
    comes: only(ofTheOffice('auditor', 'vusta'), () => ['/vp/vusta/nhat-ky?su-kien=ballot.cast']),
    found: /nhat-ky.*: body/,
  },
  'a question more to the database': {
    making: {
      differ: ['entrant'],
      then: async (world) => {
        const { app, cx, secrets } = world;
        const request: World['app']['request'] = async (...asked) => {
          if (secrets.entrant.email.startsWith('pao')) await sql`select 1`.execute(cx.db);
          return app.request(...asked);
        };
        Object.assign(world, { app: { ...app, request, routes: app.routes } });
      },
    },
    comes: atPage,
    found: /tre-2026: queries "\d+" \/ "\d+"/,
  },
  'a search that finds what is hidden': {
    making: entrants,
    comes: async (world) => ({
      ...(await nobody(world)),
      everywhere: null,
      acts: null,
      only: /tim/,
    }),
    between: (door, answer, { secrets }) =>
      door.includes(new URLSearchParams([['', secrets.entrant.person.name]]).toString().slice(1))
        ? withMore(answer, '<p>1</p>')
        : answer,
    found: /not as what stands nowhere/,
  },
  'who complained, to the one complained about': {
    making: { differ: ['complainant'], at: 'published' },
    comes: only(anotherEntrant),
    between: (door, answer, { secrets }) =>
      /khieu-nai$/.test(door)
        ? withMore(answer, `<p>${secrets.complainant.address.length}</p>`)
        : answer,
    found: /khieu-nai: body/,
  },
  'a name that is the same in both worlds, and may not be read': {
    making: entrants,
    comes: async (world) => ({ ...(await atPage(world)), words: world.secrets.words }),
    between: (door, answer) => (door === page ? withMore(answer, 'Vàng A Páo') : answer),
    found: /^Vàng A Páo is read$/,
  },
  'another status': {
    making: entrants,
    comes: atPage,
    between: (door, answer, { secrets }) =>
      door === page && secrets.entrant.email.startsWith('pao')
        ? new Response(answer.body, { status: 404, headers: answer.headers })
        : answer,
    found: /tre-2026: status "200" \/ "404"/,
  },
  'a link to a page that only one world has': {
    making: entrants,
    comes: only(nobody),
    between: (door, answer, { secrets }) =>
      door === '/sonla'
        ? withMore(answer, `<a href="/${secrets.entrant.person.birth}">x</a>`)
        : answer,
    found: /: only in the (first|second) world/,
  },
};

// Worlds that are alike are made once; those before are closed first, as the same ids would wait for each other.
let standing: {
  readonly making: Making;
  readonly made: Awaited<ReturnType<typeof openPair>>;
} | null = null;
async function pairOf(making: Making): Promise<Pair> {
  if (standing?.making === making) return standing.made.pair;
  await closeStanding();
  standing = { making, made: await openPair(making) };
  return standing.made.pair;
}
async function closeStanding(): Promise<void> {
  const made = standing?.made;
  standing = null;
  await made?.close();
}

describe('a leak is found', () => {
  const shared = (one: Leak) => [entrants, votes].indexOf(one.making);
  const ordered = Object.entries(leaks).toSorted(([, a], [, b]) => shared(a) - shared(b));
  for (const [name, { making, then, comes, between, found }] of ordered)
    test(name, async () => {
      const leaky: Comes = async (world) => {
        await then?.(world);
        return comes(world);
      };
      const { differences } = await looked(await pairOf(making), leaky, between);
      assert.ok(
        differences.some((one) => found.test(one)),
        `found was: ${differences.slice(0, 20).join('\n')}`,
      );
    });

  test('papers that lie in the order in which the members voted', async () => {
    const pair = await pairOf(votes);
    assert.deepEqual(await rowDifferences(pair), []);
    await Promise.all(
      pair.map(({ cx, secrets, late }) =>
        sql`insert into ballot_paper (ballot_id, code, choices)
          select b.id, v.paper->>'code', v.paper->'choices'
          from ballot b, jsonb_array_elements(${JSON.stringify(secrets.votes)}::jsonb)
            with ordinality v (paper, place)
          where b.pid = ${late!.open} order by v.place`.execute(cx.db),
      ),
    );
    const found = await rowDifferences(pair);
    assert.deepEqual(
      found.map((one) => /^table \w+/.exec(one)?.[0]),
      ['table ballot_paper'],
    );
  });
});
