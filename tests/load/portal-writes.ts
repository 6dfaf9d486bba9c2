// What writing costs those who read: every committed write empties the page cache.
import autocannon from 'autocannon';
import { createToken } from '../../src/modules/accounts/index.ts';
import { createArticle, publishArticle } from '../../src/modules/articles/index.ts';
import { execute } from '../../src/platform/command.ts';
import type { Runtime } from '../../src/runtime.ts';
import { median, quantile, row, shown, timed } from './figures.ts';
import { done, type Weighed } from './portal-article.ts';
import { ask, type Served } from './portal-pages.ts';
import { browser, connections, seconds } from './throughput.ts';

let hands = 0;
/** Somebody new agrees with a comment through the door of the page; from another place each time. */
async function like({ base }: Served, { address, comment }: Weighed): Promise<void> {
  hands += 1;
  const from = [10, (hands >> 16) & 255, (hands >> 8) & 255, hands & 255].join('.');
  const answer = await fetch(`${base}/sonla/binh-luan/${comment}/dong-tinh`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from },
    body: new URLSearchParams({ ve: address }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 303) throw new Error(`agreeing: ${answer.status}`);
}

interface Read {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds that each like took. */
  readonly likes: readonly number[];
}

/** Reads `address` with all connections while somebody agrees so often a second. */
async function readWhile(
  served: Served,
  weighed: Weighed,
  address: string,
  aSecond: number,
): Promise<Read> {
  await ask(served.base + address);
  const likes: number[] = [];
  const sent: Promise<void>[] = [];
  let failure: unknown;
  const one = async () => {
    const start = performance.now();
    await like(served, weighed);
    likes.push(performance.now() - start);
  };
  const timer =
    aSecond === 0
      ? undefined
      : setInterval(() => {
          sent.push(
            one().catch((error) => {
              failure = error;
            }),
          );
        }, 1000 / aSecond);
  const result = await autocannon({
    url: served.base + address,
    connections,
    duration: seconds,
    headers: browser,
  });
  clearInterval(timer);
  await Promise.all(sent);
  if (failure !== undefined) throw failure;
  if (result.non2xx + result.errors > 0) throw new Error(`${address}: not all were answered`);
  const { p50, p99 } = result.latency;
  return { rate: result.requests.average, p50, p99, likes };
}

/** Throughput with 0, 1 and 5 likes a second, in turns: of the page that is liked, and of another site's. */
export async function likesAgainstReads(served: Served, weighed: Weighed): Promise<void> {
  for (const address of [weighed.address, '/']) {
    const often = [0, 1, 5];
    const reads = new Map<number, Read[]>(often.map((aSecond) => [aSecond, []]));
    for (let round = 0; round < 3; round += 1)
      for (const aSecond of round % 2 === 0 ? often : often.toReversed())
        reads.get(aSecond)!.push(await readWhile(served, weighed, address, aSecond));
    const middle = (aSecond: number, of: (read: Read) => number) =>
      median(reads.get(aSecond)!.map(of));
    const still = middle(0, ({ rate }) => rate);
    for (const aSecond of often.slice(1)) {
      const rate = middle(aSecond, (read) => read.rate);
      const late = [middle(aSecond, ({ p50 }) => p50), middle(aSecond, ({ p99 }) => p99)];
      const likes = reads.get(aSecond)!.flatMap((read) => read.likes);
      row(
        `\`${address}\` at ${connections} connections with ${aSecond} likes a second on \`${weighed.address}\`, against none: throughput; p50, p99; a like`,
        `${shown(rate / still)} × (${shown(rate)} and ${shown(still)} a second); ${late.map((ms) => shown(ms)).join(' and ')} ms; ${shown(median(likes), ' ms')}`,
        'p99 ≤ 50 ms',
      );
    }
  }
}

/** One more article among many, written and published by another process; how soon the public reads it. */
export async function publishing(
  runtime: Runtime,
  { base }: Served,
  organisation: string,
): Promise<void> {
  const cx = runtime.cx('cli');
  const [writing, fresh]: [number[], number[]] = [[], []];
  for (let turn = -2; turn < 15; turn += 1) {
    await ask(`${base}/${organisation}/tin`);
    const title = `Bài mới thứ ${turn + 3} lúc ${cx.ids.pid()}`;
    const start = performance.now();
    const { pid } = await done(
      execute(cx, createArticle, {
        organisation,
        kind: 'news',
        section: await sectionOf(runtime, organisation),
        title,
        lead: 'Đo xem bao lâu thì bạn đọc thấy bài.',
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: title.repeat(40) }] }],
        },
        tags: ['mới đăng'],
        origin: 'bench',
        origin_id: title,
      }),
    );
    await done(execute(cx, publishArticle, { pid }));
    const written = performance.now();
    while (!(await ask(`${base}/${organisation}/tin`)).includes(title));
    if (turn < 0) continue;
    writing.push(written - start);
    fresh.push(performance.now() - written);
  }
  row(
    '– one more article: written and published; until the list shows it, from another process (median, p95)',
    [writing, fresh]
      .map((taken) => `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`)
      .join('; '),
    '',
  );
}

async function sectionOf(runtime: Runtime, organisation: string): Promise<string> {
  const { rows } = await runtime.database.pool.query<{ pid: string }>(
    `select s.pid from section s join organisation o on o.id = s.organisation_id
     where o.code = $1 and s.deleted_at is null order by s.id limit 1`,
    [organisation],
  );
  return rows[0]!.pid;
}

/** The weighed article is changed over REST: the very next request has to show it. */
export async function editing(
  runtime: Runtime,
  { base }: Served,
  { pid, address }: Weighed,
): Promise<void> {
  const email = 'leader@demo.example';
  const raw = { email, label: 'bench', scopes: ['read', 'write'], days: 1 };
  const { token } = await done(execute(runtime.cx('cli'), createToken, raw));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: object) => {
    const url = `${base}/api/v1/articles/${pid}${path}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    const told = (await answer.json()) as { version: number };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(told)}`);
    return told.version;
  };
  let next = 0;
  const times = 20;
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await ask(base + address);
    const lead = `Sửa lần ${turn} lúc ${runtime.clock.now().getTime()}.`;
    const version = await send('PATCH', '', { lead });
    await send('POST', '/publish', { version });
    const [read] = await timed(
      1,
      async () => {
        if ((await ask(base + address)).includes(lead)) next += 1;
      },
      0,
    );
    taken.push(read!);
  }
  row(
    `\`${address}\` edited and published over REST: the next request shows it; and takes`,
    `${next} of ${times}; ${shown(median(taken), ' ms')}`,
    `${times}`,
  );
}
