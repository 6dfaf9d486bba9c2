import { sql } from 'kysely';
import { addDays } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { saveFile } from '../../platform/files.ts';
import { createEdition, type EditionContent, editionSamples, openEdition } from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { dossierByToken } from './queries/index.ts';
import type { Submitted } from './service/index.ts';
import {
  addFile,
  giveConsent,
  saveDraft,
  sendReceipt,
  startDossier,
  submitDossier,
} from './service/index.ts';

export const site = 'https://lhh.example';
export const entrant = 'dia.chi@example.vn';

/** A contest of the young that takes dossiers from ten days before to ten days after today, then checks. */
export function youthContent(today: string): EditionContent {
  const { content } = editionSamples.find(({ code }) => code === 'thanh-thieu-nien-nhi-dong')!;
  const phases = content.phases.map((phase, at) => ({
    ...phase,
    opens: `${addDays(today, at * 21 - 10)}T00:00:00`,
    closes: `${addDays(today, at * 21 + 10)}T17:00:00`,
  }));
  return { ...content, phases };
}

/** An open edition of Sơn La; gives its pid. */
export async function openYouth(cx: Cx, code = 'tre-2026'): Promise<string> {
  const content = youthContent(cx.clock.today());
  const { pid } = await done(execute(cx, createEdition, { organisation: 'sonla', code, content }));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

/** The secret of the newest link that was sent to an address. */
export async function tokenTo(cx: Cx, email = entrant): Promise<string> {
  const letters = await all(
    cx.db,
    sql<{ body: string }>`select body from mail_message where recipient = ${email}
      order by created_at desc, id desc limit 1`,
  );
  const found = /\/ho-so\/([0-9a-f]{40})/.exec(letters[0]?.body ?? '');
  if (found === null) throw new Error(`no link was sent to ${email}`);
  return found[1]!;
}

/** Begins a dossier and gives the secret of its link. */
export async function begun(cx: Cx, edition: string, email = entrant): Promise<string> {
  await done(execute(cx, startDossier, { edition, email, site }));
  return tokenTo(cx, email);
}

export const pupil = {
  name: 'Nguyễn Thị Bích Ngọc',
  birth: '2012-05-12',
  school: 'Trường THCS Chiềng Sinh',
  class: '8A',
  representative: 'Nguyễn Văn Hòa',
  relation: 'Cha',
};

/** Whatever the sample asks for, filled in. */
export const answers = (
  title = 'Máy tách hạt ngô chạy bằng pin',
  people: readonly object[] = [pupil],
) => ({
  ten: title,
  'tac-gia': people,
  'thoi-gian': '2026-02',
  'y-tuong': 'Giảm sức người khi tách hạt.',
  'cau-tao': 'Khung thép, trục quay, hộp pin.',
  'hoat-dong': 'Trục quay có răng tách hạt khỏi lõi, hạt rơi xuống khay.',
  'tinh-moi': 'Chạy bằng pin tháo rời.',
  'tinh-sang-tao': 'Dùng vật liệu cũ.',
  'ap-dung': 'Hộ trồng ngô.',
  'tom-tat': 'Máy tách hạt ngô gọn nhẹ cho hộ gia đình.',
  'cam-doan': true,
});

// Each file another one: the same twice in a field is refused.
let made = 0;

/** A PDF that is received and not linked to anything yet. */
export async function pdf(cx: Cx, name = 'ho-so.pdf'): Promise<string> {
  made += 1;
  const bytes = Buffer.from(
    `%PDF-1.4\n% ${made}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
  return (await done(saveFile(cx, cx.files, { name, bytes, limit: 1_000_000 }))).pid;
}

// The smallest picture: one pixel.
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export async function png(cx: Cx, name = 'anh.png'): Promise<string> {
  const bytes = Buffer.from(PNG, 'base64');
  return (await done(saveFile(cx, cx.files, { name, bytes, limit: 1_000_000 }))).pid;
}

/** Writes, attaches and agrees to all that is due; what is left is to submit. */
export async function completed(cx: Cx, token: string, sent: object = answers()): Promise<void> {
  const save = { token, entrant: 'individual', field: 'hoc-tap', answers: sent };
  await done(execute(cx, saveDraft, save));
  for (const field of ['phieu', 'thuyet-minh', 'giay-khai-sinh'])
    await done(execute(cx, addFile, { token, field, file: await pdf(cx, `${field}.pdf`) }));
  await done(execute(cx, addFile, { token, field: 'anh-san-pham', file: await png(cx) }));
}

/** The consents that a child of the sample needs to enter, and to be published where asked. */
export async function agreed(
  cx: Cx,
  token: string,
  author: string,
  purposes: readonly string[] = ['enter'],
): Promise<void> {
  for (const purpose of purposes)
    for (const party of ['author', 'representative'])
      await done(
        execute(cx, giveConsent, {
          token,
          author,
          party,
          purpose,
          given: true,
          told_by: party === 'author' ? pupil.name : pupil.representative,
        }),
      );
}

/** Submits; the letter with the receipt is written as the worker does. */
export async function submitted(cx: Cx, token: string): Promise<Submitted> {
  const given = await done(execute(cx, submitDossier, { token, site }));
  const { id } = await dossierByToken(cx, token);
  await sendReceipt(cx, { dossier: id, version: given.version, site });
  return given;
}
