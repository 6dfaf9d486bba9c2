import { type Cx, execute } from '../../platform/command.ts';
import { type Maker, makers, pngBy } from '../../platform/files/clean/testing.ts';
import { docxBy } from '../../platform/files/clean/testing-office.ts';
import { saveFile } from '../../platform/files.ts';
import { authorKey } from '../calls/index.ts';
import { addFile, type Dossier, dossierById, giveConsent, saveDraft } from '../dossiers/index.ts';
import { dossierByToken } from '../dossiers/queries/index.ts';
import { answers, begun, pupil, submitted } from '../dossiers/testing.ts';
import { done } from '../rounds/testing.ts';

/** What of a dossier is its entrant's alone. */
export interface Identity {
  readonly person: typeof pupil;
  readonly maker: Maker;
  readonly email: string;
  /** Name of the file that is sent in. */
  readonly file: string;
}

/** Two people who could have written the same. */
export const identities: readonly [Identity, Identity] = [
  {
    person: pupil,
    maker: makers[0],
    email: 'bich.ngoc@example.vn',
    file: 'Nguyễn Thị Bích Ngọc - thuyết minh.docx',
  },
  {
    person: {
      name: 'Vàng A Páo',
      birth: '2009-11-30',
      school: 'Trường THPT Chuyên Lai Châu',
      class: '11 Toán',
      representative: 'Vàng Thị Mỷ',
      relation: 'Mẹ',
    },
    maker: makers[1],
    email: 'pao.vang@example.vn',
    file: 'bai cua Pao.docx',
  },
];

/** A file that is received, and not linked to anything yet. */
export const received = async (
  cx: Cx,
  name: string,
  bytes: Buffer,
  sealed = false,
): Promise<string> =>
  (await done(saveFile(cx, cx.files, { name, bytes, limit: 10_000_000, sealed }))).pid;

export interface Entered {
  readonly token: string;
  readonly dossier: Dossier;
}

// Without pages: nobody can read it.
const brokenPdf = (field: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${field}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** A submitted dossier with a PDF that is broken, a Word document, and a picture; the same each time. */
export async function entered(
  cx: Cx,
  edition: string,
  { person, maker, email, file }: Identity = identities[0],
  more: { readonly answers?: object; readonly sealed?: boolean } = {},
): Promise<Entered> {
  const token = await begun(cx, edition, email);
  const own = { ...answers(undefined, [person]), ...more.answers };
  const save = { token, entrant: 'individual', field: 'hoc-tap', answers: own };
  await done(execute(cx, saveDraft, save));
  const files: readonly (readonly [string, string, Buffer])[] = [
    ['phieu', 'phieu.pdf', brokenPdf('phieu')],
    ['thuyet-minh', 'thuyet-minh.pdf', brokenPdf('thuyet-minh')],
    ['giay-khai-sinh', 'giay-khai-sinh.pdf', brokenPdf('giay-khai-sinh')],
    ['anh-san-pham', 'anh.png', await pngBy(maker)],
    ['thuyet-minh', file, await docxBy(maker)],
  ];
  for (const [field, name, bytes] of files) {
    const pid = await received(cx, name, bytes, more.sealed);
    await done(execute(cx, addFile, { token, field, file: pid }));
  }
  for (const party of ['author', 'representative'])
    await done(
      execute(cx, giveConsent, {
        ...{ token, author: authorKey(person.name, person.birth), party, purpose: 'enter' },
        ...{ given: true, told_by: party === 'author' ? person.name : person.representative },
      }),
    );
  await submitted(cx, token);
  const { id } = await dossierByToken(cx, token);
  return { token, dossier: await dossierById(cx, id) };
}
