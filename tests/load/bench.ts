// npm run bench: how fast the product is, as ratios within one run. Nothing here is a test: machines
// differ, and two things measured side by side do not.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureAssignment } from './assignment.ts';
import { measureCalibration } from './calibration.ts';
import { measureDatabase } from './database.ts';
import { median, quantile, row, shown, timed } from './figures.ts';
import { measureImports } from './imports.ts';
import { measureLikenesses } from './likenesses.ts';
import { namesByPersons } from './names.ts';
import { measurePortal } from './portal.ts';
import { demoFolder, serve, signIn, stop, stopAll } from './programs.ts';
import { measureScale } from './scale.ts';
import { measureSimilarity } from './similarity.ts';
import { throughput } from './throughput.ts';

const parts = (
  process.env.BENCH_PARTS ??
  'pages,portal,imports,names,database,similarity,assignment,calibration,likenesses,scale'
).split(',');
const scale = Number(process.env.BENCH_SCALE ?? 0);
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-bench-'));
const data = path.join(folder, 'data');

async function starts(): Promise<{ base: string; server: ChildProcess }> {
  const begun = performance.now();
  const { server: first } = await serve(data, { LIENTRI_FIRST_RUN: 'demo' });
  row('first start, with the demo made', shown((performance.now() - begun) / 1000, ' s'), '');
  await stop(first);
  const again = performance.now();
  const { base, server } = await serve(data);
  await (await fetch(`${base}/`)).arrayBuffer();
  const took = (performance.now() - again) / 1000;
  row('second start, until `/` is answered', shown(took, ' s'), '≤ 5 s');
  return { base, server };
}

/** Pages that nothing keeps: signed in, or with an address that nobody asked for before. */
async function cold(base: string): Promise<void> {
  const cookie = await signIn(base);
  const pages: readonly (readonly [string, string?])[] = [
    ['/'],
    ['/sonla'],
    ['/sonla/to-chuc'],
    ['/sonla/so-lieu'],
    ['/vp/sonla', cookie],
    ['/vp/sonla/hoat-dong', cookie],
    ['/vp/sonla/hoat-dong/ghi-nhan/seminar', cookie],
    ['/vp/sonla/to-chuc', cookie],
    ['/vp/sonla/khen-thuong', cookie],
    ['/vp/sonla/bao-cao/bang-so-sanh?ngay=2019-12-31', cookie],
  ];
  for (const [address, who] of pages) {
    const taken = await timed(60, async (turn) => {
      const url = `${base}${address}${address.includes('?') ? '&' : '?'}khong-giu=${turn}`;
      const answer = await fetch(url, who === undefined ? {} : { headers: { cookie: who } });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      await answer.arrayBuffer();
    });
    const what = `\`${address}\` rendered, ${who === undefined ? 'nobody' : 'clerk'}: median, p95`;
    row(what, `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`, '≤ 25 ms');
  }
}

try {
  row('what', 'measured', 'budget');
  row('---', '---', '---');
  if (parts.includes('pages')) {
    const { base, server } = await starts();
    await throughput({ base, server }, '/', folder);
    await throughput({ base, server }, '/sonla', folder);
    await cold(base);
    await stop(server);
  }
  if (parts.includes('similarity')) measureSimilarity();
  if (parts.includes('assignment')) await measureAssignment();
  if (parts.includes('calibration')) measureCalibration();
  const withDemo = parts.some((part) =>
    ['portal', 'imports', 'names', 'database', 'likenesses', 'scale'].includes(part),
  );
  const demo = withDemo ? await demoFolder(folder) : '';
  if (parts.includes('portal')) await measurePortal(demo, folder);
  if (parts.includes('imports')) await measureImports(demo);
  if (parts.includes('likenesses')) await measureLikenesses(demo);
  if (parts.includes('scale') && scale > 0) await measureScale(demo, scale);
  if (parts.includes('names')) await namesByPersons(demo);
  if (parts.includes('database')) await measureDatabase(demo);
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
