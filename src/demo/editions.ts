import { fixedClock } from '../kernel/clock.ts';
import { addDays, type Day } from '../kernel/day.ts';
import {
  createEdition,
  type EditionContent,
  editionSamples,
  openEdition,
} from '../modules/calls/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';
import { technicalJudging, youthJudging } from './rubrics.ts';

interface Planned {
  readonly organisation: string;
  readonly sample: string;
  readonly code: string;
  /** Days from the first of its phases to today. */
  readonly begun: number;
  readonly own: Partial<EditionContent>;
  /** Its score sheets; those of the sample when left out. */
  readonly judging?: (content: EditionContent) => EditionContent;
}

/**
 * Two contests of Sơn La, one that takes dossiers now and one whose dossiers are checked, one of Hà Nội, and
 * drafts of two unions: from the samples, with the days set round the day on which the demo is made.
 */
export async function demoEditions(
  cx: Cx,
): Promise<{ youth: string; technical: string; other: string }> {
  const year = Number(cx.clock.today().slice(0, 4));
  const youth = await opened(cx, {
    organisation: 'sonla',
    sample: 'thanh-thieu-nien-nhi-dong',
    code: 'sang-tao-tre',
    begun: 30,
    judging: youthJudging,
    own: {
      name: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La',
      ordinal: 13,
      years: { first: year, last: year },
    },
  });
  const technical = await opened(cx, {
    organisation: 'sonla',
    sample: 'sang-tao-ky-thuat',
    code: 'sang-tao-ky-thuat-9',
    begun: 100,
    judging: (content) => judgedSince(technicalJudging(content), addDays(cx.clock.today(), -3)),
    own: {
      name: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La',
      ordinal: 9,
      years: { first: year - 1, last: year },
    },
  });
  await made(cx, {
    organisation: 'hanoi',
    sample: 'sang-tao-ky-thuat',
    code: 'sang-tao-ky-thuat',
    begun: -10,
    own: {},
  });
  await made(cx, {
    organisation: 'vusta',
    sample: 'ton-vinh-tri-thuc',
    code: 'tri-thuc-tieu-bieu',
    begun: -10,
    own: {},
  });
  const other = await opened(cx, {
    organisation: 'hanoi',
    sample: 'thanh-thieu-nien-nhi-dong',
    code: 'sang-tao-tre',
    begun: 40,
    own: {
      name: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng thành phố Hà Nội',
      years: { first: year, last: year },
    },
  });
  return { youth, technical, other };
}

async function made(cx: Cx, planned: Planned): Promise<string> {
  const { organisation, sample, code, begun, own, judging = (content) => content } = planned;
  const found = editionSamples.find((one) => one.code === sample);
  if (found === undefined) throw new Error(`demo: no sample ${sample}`);
  const content = judging({
    ...dated(found.content, addDays(cx.clock.today(), -begun)),
    ...own,
  });
  const { pid } = await done(execute(cx, createEdition, { organisation, code, content }));
  return pid;
}

/** Made and told to the public on the morning of its first day. */
async function opened(cx: Cx, planned: Planned): Promise<string> {
  const first = addDays(cx.clock.today(), -planned.begun);
  const then: Cx = { ...cx, clock: fixedClock(`${first}T07:30:00+07:00`) };
  const pid = await made(then, { ...planned, begun: 0 });
  await done(execute(then, openEdition, { pid }));
  return pid;
}

const phaseDays = 90;

/** The first round is judged while the last dossiers are still checked. */
const judgedSince = (content: EditionContent, first: Day): EditionContent => {
  const at = content.phases.findIndex(({ rubric }) => rubric !== null);
  const phases = content.phases.map((phase, n) =>
    n === at ? { ...phase, opens: `${first}T00:00:00` } : phase,
  );
  return { ...content, phases };
};

// Each of the phases follows the one before.
function dated(content: EditionContent, first: Day): EditionContent {
  const phases = content.phases.map((phase, at) => {
    const opens = addDays(first, phaseDays * at);
    const closes = addDays(opens, phaseDays - 1);
    return { ...phase, opens: `${opens}T00:00:00`, closes: `${closes}T23:59:59` };
  });
  return { ...content, phases };
}
