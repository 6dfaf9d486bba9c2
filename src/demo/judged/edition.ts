import {
  createEdition,
  type EditionContent,
  editionSamples,
  openEdition,
  type Phase,
  type Prize,
} from '../../modules/calls/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { technicalJudging } from '../rubrics.ts';
import { dayOf, onDay } from './days.ts';

/** From and to, in days from the publication of the prizes. */
const days: Readonly<Record<string, readonly [number, number]>> = {
  'nhan-ho-so': [-270, -150],
  'kiem-tra': [-149, -130],
  'so-khao': [-129, -100],
  'thao-luan': [-99, -90],
  'chung-khao': [-89, -50],
  'phe-duyet': [-49, -1],
  'cong-bo': [0, 60],
};

const floors: Readonly<Record<string, number>> = { nhat: 90, nhi: 85, ba: 80, 'khuyen-khich': 70 };

/** The edition that was judged from its dossiers to its certificates; gives its public id. */
export async function judgedEdition(cx: Cx): Promise<string> {
  const found = editionSamples.find(({ code }) => code === 'sang-tao-ky-thuat');
  if (found === undefined) throw new Error('demo: no sample');
  const content = contentFrom(cx, found.content);
  const then = onDay(cx, -280);
  const sent = { organisation: 'sonla', code: 'sang-tao-ky-thuat-8', content };
  const { pid } = await done(execute(then, createEdition, sent));
  await done(execute(then, openEdition, { pid }));
  return pid;
}

function contentFrom(cx: Cx, sample: EditionContent): EditionContent {
  const year = Number(cx.clock.today().slice(0, 4));
  const judging = technicalJudging(sample);
  return {
    ...judging,
    name: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VIII',
    // The name tells it, as it stands on certificates.
    ordinal: null,
    years: { first: year - 3, last: year - 2 },
    eligibility: { ...sample.eligibility, made: { from: year - 8, to: null } },
    // The registration on paper stays with the office; drawings are sent where there are any.
    form: sample.form.map((field) =>
      field.kind === 'files' ? { ...field, required: false } : field,
    ),
    phases: withDiscussion(judging.phases).map((phase) => dated(cx, phase)),
    prizes: { per: 'field', prizes: sample.prizes.prizes.map(onePrize) },
    committee: { name: 'Ban Tổ chức Hội thi', symbol: 'BTCHT', receipts: 'STKT8' },
  };
}

const onePrize = (prize: Prize): Prize => ({
  ...prize,
  quota: 1,
  floor: floors[prize.key] ?? null,
});

/** Two of each field go on; before they do, the councils talk about what lies far apart. */
function withDiscussion(phases: readonly Phase[]): Phase[] {
  return phases.flatMap((phase) => {
    if (phase.key !== 'so-khao' || phase.review === null) return [phase];
    const first = { ...phase, review: { ...phase.review, goes_on: 2 } };
    const talk: Phase = {
      ...phase,
      key: 'thao-luan',
      name: 'Hội đồng thảo luận, chọn vào chung khảo',
      permits: [{ who: 'chair', may: ['discuss'] }],
      rubric: null,
      review: null,
    };
    return [first, talk];
  });
}

function dated(cx: Cx, phase: Phase): Phase {
  const [from, to] = days[phase.key]!;
  return {
    ...phase,
    opens: `${dayOf(cx, from)}T00:00:00`,
    closes: `${dayOf(cx, to)}T23:59:59`,
  };
}
