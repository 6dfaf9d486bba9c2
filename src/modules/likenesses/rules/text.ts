import { wordsOf } from '../../../kernel/similarity/index.ts';
import { decodeText, encodingJudge } from '../../../kernel/vietnamese/encodings/index.ts';
import { toNfc } from '../../../kernel/vietnamese/fold.ts';
import type { Answers, FormField } from '../../calls/index.ts';

/** What a dossier says, as far as it is compared. */
export interface Compared {
  readonly title: string;
  readonly body: string;
}

/**
 * Title, summary and solution of a dossier, one under the other, each as it was answered. Answers that
 * are no text are left out.
 */
export function comparedText(form: readonly FormField[], answers: Answers): Compared {
  const meant = (means: FormField['means']) =>
    form
      .filter((field) => field.means === means)
      .map((field) => answers[field.key])
      .filter((answer): answer is string => typeof answer === 'string' && answer.trim() !== '');
  const [title = ''] = meant('title');
  return { title, body: [title, ...meant('summary'), ...meant('solution')].join('\n\n').trim() };
}

/** What a form itself says: whoever repeats it copied nobody. */
export function formPhrases(form: readonly FormField[]): string[] {
  return form.flatMap((field) => [
    field.label,
    ...(field.help === null ? [] : [field.help]),
    ...(field.kind === 'declaration' ? [field.words] : []),
  ]);
}

const PIECE = /\n|[^\n]{1,400}(?=\s|$)|[^\n]{1,400}/g;

/** The text in Unicode NFC, read from TCVN3, VNI, VIQR or Windows-1258 where it was written so. */
export function readableText(text: string): string {
  const pieces = text.replace(/\r\n?/g, '\n').match(PIECE) ?? [];
  const judge = encodingJudge();
  for (const piece of pieces) judge.add(piece);
  const { encoding } = judge.verdict();
  if (encoding === 'nfc' || encoding === 'nfd' || encoding === 'mixed')
    return toNfc(pieces.join(''));
  return pieces.map((piece) => (piece === '\n' ? piece : decodeText(piece, encoding))).join('');
}

/** The words of a text as bytes: equal for every way in which the same words are written. */
export function wordsAsBytes(text: string): Uint8Array {
  const { hashes } = wordsOf(text);
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}
