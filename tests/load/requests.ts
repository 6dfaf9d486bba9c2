// How long people wait: whole requests of a clerk to a real server, over lists of hundreds of thousands.

import { median, quantile, row, shown, timed } from './figures.ts';
import { databaseTime, processorTime, serve, signIn, stop } from './programs.ts';

/** From common to unknown. */
export const searches = [
  'nguyen van an',
  'thi hong',
  'quynh',
  'lo van',
  'dang thu thuy',
  'en',
  'mua a',
  'tran duc manh',
  'pham thi',
  'khong co ai',
  'van',
  'ngoc quyen',
];

interface Asker {
  readonly email: string;
  readonly name: string;
  /** Whose list is asked for in these orders. */
  readonly organisation: string;
  readonly sorts: readonly string[];
}

/** Name searches, and the first page of lists in several orders, of a folder with so many persons. */
export async function measureRequests(
  data: string,
  persons: number,
  who: Asker,
  budget: string,
): Promise<void> {
  const { base, server } = await serve(data);
  const cookie = await signIn(base, who.email);
  const get = async (query: string) => {
    const answer = await fetch(`${base}/api/v1/people?${query}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
    await answer.arrayBuffer();
  };
  const search = (turn: number) =>
    get(`q=${encodeURIComponent(searches[Math.abs(turn) % searches.length]!)}`);
  await timed(240, search);
  const before = [processorTime(server), databaseTime(data)] as const;
  const taken = await timed(480, search, 0);
  const used = [processorTime(server) - before[0], databaseTime(data) - before[1]];
  const what = `\`GET /api/v1/people?q=…\` of ${who.name} among ${shown(persons)} persons`;
  row(
    `${what}: whole request, p50, p95`,
    `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`,
    budget,
  );
  const each = used.map((time) => shown(time / taken.length, ' ms'));
  row('– processor time of server and database for a request', each.join(' and '), '');
  for (const sort of who.sorts) {
    const query = `organisation=${who.organisation}&sort=${sort}`;
    const [first] = await timed(1, () => get(query), 0);
    const again = median(await timed(5, () => get(query), 0));
    row(
      `– list of \`${who.organisation}\` by ${sort}: first time since a write, again`,
      `${shown(first!)} and ${shown(again)} ms`,
      '',
    );
  }
  await stop(server);
}
