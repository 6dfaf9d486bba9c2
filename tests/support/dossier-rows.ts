// One more of everything that the pages about contests list: a dossier of a union's open edition, with
// its people, and a text from a file that dossiers are compared with.
import { chooserFromSeed } from '../../src/kernel/random.ts';
import { createEdition, editionSamples, openEdition } from '../../src/modules/calls/index.ts';
import { enterPaper, savePaper, submitPaper } from '../../src/modules/dossiers/index.ts';
import { importText } from '../../src/modules/likenesses/index.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import { done } from './member-rows.ts';

const syllables =
  'máy trồng nước điện cây đất lửa gió sắt gỗ lúa ngô chè bò tre mây khe núi suối rừng'.split(' ');

/** A text like no other. */
function words(n: number): string {
  const chooser = chooserFromSeed(`text ${n}`);
  const one = () => `${chooser.pick(syllables)}${n}${chooser.below(1000)}`;
  return Array.from({ length: 60 }, one).join(' ');
}

export interface DossierRows {
  add(n: number): Promise<void>;
  /** The address with the edition that it names, or as it was where it names others. */
  fill(pattern: string): string;
}

/** @param union the organisation whose pages are looked at */
export async function dossierRows(cx: Cx, union: string): Promise<DossierRows> {
  const sample = editionSamples.find(({ code }) => code === 'sang-tao-ky-thuat')!;
  const phases = sample.content.phases.map((phase, at) => ({
    ...phase,
    opens: `20${at + 10}-01-01T00:00:00`,
    closes: '2098-12-31T23:59:59',
  }));
  const content = { ...sample.content, phases };
  const code = 'hoi-thi-thu';
  const { pid } = await done(execute(cx, createEdition, { organisation: union, code, content }));
  await done(execute(cx, openEdition, { pid }));
  const dossier = async (n: number): Promise<void> => {
    const { pid: own } = await done(execute(cx, enterPaper, { edition: pid }));
    const answers = {
      ten: `Giải pháp thứ ${n}`,
      'tac-gia': [{ name: `Người Thử ${n}`, birth: '1980', workplace: `Đơn vị ${n}`, share: 100 }],
    };
    const sent = { pid: own, entrant: 'individual', field: 'cntt', answers };
    await done(execute(cx, savePaper, sent));
    const reason = 'Nhập để thử';
    await done(execute(cx, submitPaper, { pid: own, site: 'https://hoi.example', reason }));
  };
  return {
    async add(n) {
      await dossier(n);
      await done(
        execute(cx, importText, { organisation: union, title: `Bài ${n}`, text: words(n) }),
      );
    },
    // The public page has the edition's word in its address, at its own union.
    fill: (pattern) =>
      pattern
        .replace(/^(\/:code)?\/hoi-thi\/:edition/, `/${union}/hoi-thi/${code}`)
        .replace(/:edition(\{[^/]*\})?/, pid),
  };
}
