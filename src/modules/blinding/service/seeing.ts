import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { fieldMeaning, fieldsFor, type Hideable, tellsWho } from '../../calls/index.ts';
import { authorsOf, type Dossier } from '../../dossiers/index.ts';
import { filesOf, type Holding, holdingOf } from '../queries/index.ts';
import { answersTo, neutralName, seenFields } from '../rules/index.ts';
import type { BlindDossier, BlindFile, GivenFile, KeptBlindFile } from '../schema.ts';
import { endingOf } from './cleaning.ts';

type Hidden = ReadonlySet<Hideable>;

/**
 * What of a dossier somebody may see from whom `hidden` is kept: the version that holds, by the form that it
 * answered. Where authors are hidden nothing in it depends on who they are: neither answers that tell, nor
 * names, sizes, ids and order of files. Whether somebody may see the dossier at all is the caller's to know.
 * @throws NotFound where dossiers are hidden, or none was submitted
 */
export async function blindDossier(
  cx: Cx,
  dossier: Dossier,
  hidden: Hidden,
): Promise<BlindDossier> {
  const holding = await seenHolding(cx, dossier, hidden);
  const { frozen } = holding;
  const form = seenFields(fieldsFor(holding.form, frozen.entrant), hidden, tellsWho);
  const { given, waiting } = await givenFiles(cx, dossier, holding, hidden);
  const { fields } = dossier.edition.content;
  const title = fieldMeaning(form, 'title');
  const authors = hidden.has('authors')
    ? null
    : ((await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? []);
  return {
    pid: dossier.pid,
    number: dossier.number ?? '',
    title: title === null ? '' : String(frozen.answers[title.key] ?? ''),
    field: fields.find(({ code }) => code === dossier.field) ?? null,
    entrant: frozen.entrant,
    authors: authors?.map(({ name }) => name) ?? null,
    version: frozen.number,
    form,
    answers: answersTo(form, frozen.answers),
    files: given.map(({ pid, field, name, mediaType, size }) => ({
      ...{ pid, field, name, mediaType, size },
    })),
    waiting,
  };
}

/**
 * One of the files that `blindDossier` lists for the same `hidden`, to be sent by `sendBlindFile`.
 * @throws NotFound, also for the entrant's own file where authors are hidden
 */
export async function blindFile(
  cx: Cx,
  dossier: Dossier,
  pid: string,
  hidden: Hidden,
): Promise<GivenFile> {
  const holding = await seenHolding(cx, dossier, hidden);
  const { given } = await givenFiles(cx, dossier, holding, hidden);
  const file = given.find((one) => one.pid === pid);
  if (file === undefined) throw new NotFound('file');
  return file;
}

async function seenHolding(cx: Cx, dossier: Dossier, hidden: Hidden): Promise<Holding> {
  const { submitted, state } = dossier;
  if (hidden.has('dossiers') || submitted === 0 || state === 'draft' || state === 'withdrawn')
    throw new NotFound('dossier');
  return holdingOf(cx.db, dossier.id);
}

type Given = GivenFile & Pick<BlindFile, 'field'>;

async function givenFiles(
  cx: Cx,
  dossier: Dossier,
  { form, frozen }: Holding,
  hidden: Hidden,
): Promise<{ readonly given: readonly Given[]; readonly waiting: number }> {
  const files = await filesOf(cx.db, dossier.id);
  const fields = seenFields(fieldsFor(form, frozen.entrant), hidden, tellsWho);
  // In the order of the form, then as they were sent: not by their names.
  const seen = fields.flatMap(({ key }) => files.filter(({ field }) => field === key));
  if (!hidden.has('authors')) return { given: seen.map(asSent), waiting: 0 };
  const given = seen.flatMap((file): Given[] => {
    if (file.pid === null || file.shown === null) return [];
    const place = seen.filter(({ field }) => field === file.field).indexOf(file) + 1;
    const ending = endingOf(file.shown.mediaType);
    const name = neutralName(dossier.number ?? '', file.field, place, ending);
    return [{ ...file.shown, pid: file.pid, field: file.field, name }];
  });
  return { given, waiting: seen.length - given.length };
}

const asSent = ({
  filePid,
  field,
  name,
  mediaType,
  size,
  sha256,
  sealed,
}: KeptBlindFile): Given => ({
  ...{ pid: filePid, field, name, mediaType, size, sha256, sealed },
});
