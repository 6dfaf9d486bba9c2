import { fixedClock } from '../kernel/clock.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { authorKey } from '../modules/calls/index.ts';
import {
  addFile,
  giveConsent,
  moveDossier,
  returnDossier,
  saveDraft,
  startDossier,
  submitDossier,
  validateDossier,
} from '../modules/dossiers/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { saveFile } from '../platform/files.ts';
import { listOutbox } from '../platform/mail.ts';
import { done } from './done.ts';
import {
  type DemoDossier,
  technicalDossiers,
  youthDossiers,
  youthOfHanoi,
} from './dossier-texts.ts';
import { drawing } from './drawing.ts';

const site = 'http://localhost';

/** The same context on another day, at nine in the morning and so many minutes. */
const onDay = (cx: Cx, day: Day, minutes: number): Cx => ({
  ...cx,
  clock: fixedClock(
    `${day}T09:${String(minutes % 60).padStart(2, '0')}:${String((minutes * 7) % 60).padStart(2, '0')}+07:00`,
  ),
});

/**
 * Dossiers of the two contests of Sơn La: of the young, where entrants still write, and of the technical
 * one, where the secretariat checks. Written, agreed to and submitted by the commands of the pages.
 */
export async function demoDossiers(
  cx: Cx,
  editions: { readonly youth: string; readonly technical: string; readonly other: string },
): Promise<void> {
  const today = cx.clock.today();
  const young: string[] = [];
  for (const [at, dossier] of youthDossiers.entries()) {
    const when = onDay(cx, addDays(today, at * 3 - 20), at * 11);
    const last = at === youthDossiers.length - 1;
    young.push(await entered(when, editions.youth, dossier, { files: youthFiles, submit: !last }));
  }
  const solutions: string[] = [];
  for (const [at, dossier] of technicalDossiers.entries()) {
    const when = onDay(cx, addDays(today, at * 2 - 60), at * 13);
    solutions.push(
      await entered(when, editions.technical, dossier, { files: technicalFiles, submit: true }),
    );
  }
  const [abroad] = youthOfHanoi;
  await entered(onDay(cx, addDays(today, -12), 5), editions.other, abroad, {
    files: youthFiles,
    submit: true,
  });
  await secretariat(cx, young, solutions);
}

async function secretariat(cx: Cx, young: readonly string[], solutions: readonly string[]) {
  const today = cx.clock.today();
  await done(
    execute(cx, returnDossier, {
      pid: young[1],
      until: `${addDays(today, 14)}T17:00:00`,
      words:
        'Đề nghị bổ sung ảnh chụp rõ sản phẩm và bản thuyết minh có chữ ký của giáo viên hướng dẫn.',
      remarks: [
        { field: 'anh-san-pham', words: 'Ảnh đang mờ, chưa thấy khuôn ép.' },
        { field: 'hoat-dong', words: 'Ghi rõ cách thu khói khi nung.' },
      ],
      site,
    }),
  );
  await done(
    execute(cx, moveDossier, {
      pid: solutions[3],
      field: 'nong-lam',
      reason: 'Nội dung chính là thu hoạch nông sản; đã hỏi ý kiến nhóm tác giả.',
    }),
  );
  for (const pid of solutions.slice(0, 3)) await done(execute(cx, validateDossier, { pid }));
}

const youthFiles = ['phieu', 'thuyet-minh', 'anh-san-pham', 'giay-khai-sinh'];
const technicalFiles = ['phieu', 'toan-van', 'anh'];
/** Fields of the samples that take no pictures. */
const papers = new Set(['thuyet-minh', 'toan-van']);
let drawn = 0;

async function entered(
  cx: Cx,
  edition: string,
  { email, entrant, field, answers, ...own }: DemoDossier,
  { files, submit }: { readonly files: readonly string[]; readonly submit: boolean },
): Promise<string> {
  const { pid } = await done(execute(cx, startDossier, { edition, email, site }));
  // Letters of another day: the newest is not the last one written.
  const letter = (await listOutbox(cx.db, 1000)).find(({ to }) => to === email);
  const token = /\/ho-so\/([0-9a-f]{40})/.exec(letter?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`demo: no link was sent to ${email}`);
  await done(execute(cx, saveDraft, { token, entrant, field, answers }));
  for (const key of files) {
    drawn += 1;
    const paper = papers.has(key);
    const name = `${key}.${paper ? 'pdf' : 'png'}`;
    const bytes = paper ? onePage(String(answers.ten), drawn) : drawing(drawn);
    const { pid: file } = await done(saveFile(cx, cx.files, { name, bytes, limit: 1_000_000 }));
    await done(execute(cx, addFile, { token, field: key, file }));
  }
  if (!submit) return pid;
  await agree(cx, token, answers['tac-gia'] as readonly Person[], own.private !== true);
  await done(execute(cx, submitDossier, { token, site }));
  return pid;
}

interface Person {
  readonly name: string;
  readonly birth: string;
  readonly representative?: string;
}

async function agree(cx: Cx, token: string, people: readonly Person[], open: boolean) {
  for (const { name, birth, representative } of people) {
    const author = authorKey(name, birth);
    const parties = [
      ['author', name],
      ...(representative === undefined ? [] : [['representative', representative]]),
    ] as const;
    for (const [party, told_by] of parties)
      for (const purpose of ['enter', 'publish', 'forward'])
        await done(
          execute(cx, giveConsent, {
            token,
            author,
            party,
            purpose,
            given: purpose === 'enter' || open,
            told_by,
          }),
        );
  }
}

/** A PDF of one page with a line in letters that every reader has. */
function onePage(title: string, number: number): Buffer {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[()\\]/g, ' ');
  const content = `BT /F1 14 Tf 60 760 Td (Ban thuyet minh so ${number}) Tj 0 -28 Td (${plain}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return String(place).padStart(10, '0');
  });
  const table = places.map((place) => `${place} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
