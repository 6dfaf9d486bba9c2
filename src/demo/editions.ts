import { addDays, type Day } from '../kernel/day.ts';
import {
  createEdition,
  type EditionContent,
  editionSamples,
  openEdition,
} from '../modules/calls/index.ts';
import { type Cx, execute } from '../platform/command.ts';

/**
 * A contest of the young of Sơn La that takes dossiers now, and drafts of two other unions: samples,
 * with the days set round the day on which the demo is made.
 */
export async function demoEditions(cx: Cx): Promise<void> {
  const youth = await made(cx, 'sonla', 'thanh-thieu-nien-nhi-dong', 'sang-tao-tre');
  await settled(execute(cx, openEdition, { pid: youth }));
  await made(cx, 'hanoi', 'sang-tao-ky-thuat', 'sang-tao-ky-thuat');
  await made(cx, 'vusta', 'ton-vinh-tri-thuc', 'tri-thuc-tieu-bieu');
}

async function made(cx: Cx, organisation: string, sample: string, code: string): Promise<string> {
  const found = editionSamples.find((one) => one.code === sample);
  if (found === undefined) throw new Error(`demo: no sample ${sample}`);
  const content = dated(found.content, cx.clock.today());
  const { pid } = await settled(execute(cx, createEdition, { organisation, code, content }));
  return pid;
}

const phaseDays = 90;

// The first phase began a month ago; each of the others follows the one before.
function dated(content: EditionContent, today: Day): EditionContent {
  const phases = content.phases.map((phase, at) => {
    const first = addDays(today, phaseDays * at - 30);
    const last = addDays(first, phaseDays - 1);
    return { ...phase, opens: `${first}T00:00:00`, closes: `${last}T23:59:59` };
  });
  return { ...content, phases };
}

async function settled<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; issues: unknown }>,
): Promise<T> {
  const done = await outcome;
  if (!done.ok) throw new Error(`demo: ${JSON.stringify(done.issues)}`);
  return done.value;
}
