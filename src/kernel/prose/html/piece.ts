import type { Piece } from './context.ts';
import { tidy } from './node.ts';

export const childrenOf = (piece: Piece): readonly Piece[] =>
  Array.isArray(piece.content) ? (piece.content as readonly Piece[]) : [];

const marksOf = (piece: Piece): readonly Piece[] =>
  Array.isArray(piece.marks) ? (piece.marks as readonly Piece[]) : [];

export const isBold = (text: Piece): boolean => marksOf(text).some((mark) => mark.type === 'bold');

/** A paragraph whose words are not bold: in a heading all are. */
export function unbold(paragraph: Piece): Piece {
  const content = childrenOf(paragraph).map((one) => ({
    ...one,
    marks: marksOf(one).filter((mark) => mark.type !== 'bold'),
  }));
  return { ...paragraph, content };
}

/** The words of a paragraph on one line. */
export function wordsOf(paragraph: Piece): string {
  return tidy(
    childrenOf(paragraph)
      .map((one) => (typeof one.text === 'string' ? one.text : ' '))
      .join(''),
  );
}
