import { authorKey } from '../../modules/calls/index.ts';
import {
  addFile,
  giveConsent,
  invalidateDossier,
  saveDraft,
  startDossier,
  submitDossier,
  validateDossier,
  withdrawDossier,
} from '../../modules/dossiers/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { saveFile } from '../../platform/files.ts';
import { listOutbox } from '../../platform/mail.ts';
import { done } from '../done.ts';
import { drawing } from '../drawing.ts';
import { byLink, onDay, site } from './days.ts';
import type { DemoEntry } from './entries.ts';

/** A dossier that was submitted. */
export interface Entered {
  readonly entry: DemoEntry;
  readonly pid: string;
  /** The secret of its link. */
  readonly token: string;
}

/** The secrets of the links that letters have brought, by address. */
export async function linksSent(cx: Cx, path: string): Promise<Map<string, string>> {
  const link = new RegExp(`/${path}/([0-9a-f]{40})`);
  const letters = await listOutbox(cx.db, 1_000_000);
  return new Map(
    letters.flatMap(({ to, text }) => {
      const token = link.exec(text)?.[1];
      return token === undefined ? [] : [[to, token] as const];
    }),
  );
}

const addressOf = (at: number): string => `tacgia${String(at + 1).padStart(2, '0')}@demo.example`;

/** All dossiers of the edition, each written and submitted on a day of its own, then looked at by the office. */
export async function enteredAll(
  cx: Cx,
  edition: string,
  entries: readonly DemoEntry[],
): Promise<Entered[]> {
  const when = (at: number): Cx => onDay(cx, -262 + at * 3, (at * 37) % 480);
  const pids: string[] = [];
  for (const [at] of entries.entries()) {
    const sent = { edition, email: addressOf(at), site };
    pids.push((await done(execute(byLink(when(at)), startDossier, sent))).pid);
  }
  const tokens = await linksSent(cx, 'ho-so');
  const all = entries.map((entry, at) => {
    const token = tokens.get(addressOf(at));
    if (token === undefined) throw new Error(`demo: no link was sent to ${addressOf(at)}`);
    return { entry, pid: pids[at]!, token };
  });
  for (const [at, one] of all.entries()) await submitted(byLink(when(at)), one, at);
  await looked(cx, all);
  return all;
}

async function submitted(cx: Cx, { entry, token }: Entered, at: number): Promise<void> {
  const entrant = entry.authors.length === 1 ? 'individual' : 'group';
  const answers = answersOf(cx, entry, at);
  await done(execute(cx, saveDraft, { token, entrant, field: entry.field, answers }));
  // Each third has a drawing.
  if (at % 3 === 0) {
    const bytes = drawing(400 + at);
    const saved = saveFile(cx, cx.files, { name: 'ban-ve.png', bytes, limit: 1_000_000 });
    const { pid: file } = await done(saved);
    await done(execute(cx, addFile, { token, field: 'anh', file }));
  }
  for (const { name, birth } of entry.authors) {
    const party = { author: authorKey(name, birth), party: 'author', told_by: name };
    for (const purpose of ['enter', 'publish']) {
      const given = purpose === 'enter' || entry.private !== true;
      await done(execute(cx, giveConsent, { token, ...party, purpose, given }));
    }
  }
  await done(execute(cx, submitDossier, { token, site }));
}

function answersOf(cx: Cx, entry: DemoEntry, at: number) {
  const year = Number(cx.clock.today().slice(0, 4)) - 1;
  const phone = (n: number): string => `09000${String(at * 10 + n).padStart(5, '0')}`;
  return {
    ten: entry.title,
    'tac-gia': entry.authors.map((one, n) => ({ ...one, phone: phone(n) })),
    'thoi-gian': `${year}-${String(1 + (at % 12)).padStart(2, '0')}`,
    'dat-van-de': entry.problem,
    'da-biet': entry.known,
    'noi-dung': entry.content,
    'tinh-moi': `Khắc phục hạn chế của cách làm cũ: ${entry.known.charAt(0).toLowerCase()}${entry.known.slice(1)}`,
    'ap-dung': `Đã áp dụng tại ${entry.authors[0]!.workplace} và ${2 + (at % 5)} nơi khác trong tỉnh.`,
    'hieu-qua': { amount: (12 + ((at * 29) % 170)) * 1_000_000, words: 'Bớt công, bớt hao hụt.' },
    'tom-tat': entry.summary,
    'cam-doan': true,
  };
}

async function looked(cx: Cx, all: readonly Entered[]): Promise<void> {
  for (const [at, { entry, pid, token }] of all.entries()) {
    const then = onDay(cx, -140, at * 6);
    if (entry.end === 'withdrawn') {
      const reason = 'Nhóm tác giả muốn hoàn thiện thêm, sẽ dự thi lần sau.';
      await done(execute(byLink(then), withdrawDossier, { token, reason }));
    } else if (entry.end === 'invalid') {
      const reason =
        'Giải pháp chưa áp dụng ở đâu, thiếu xác nhận của cơ sở theo điều 5 của thể lệ.';
      await done(execute(then, invalidateDossier, { pid, reason }));
    } else await done(execute(then, validateDossier, { pid }));
  }
}
