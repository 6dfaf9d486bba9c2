import { Alert, DefinitionList, type Term } from '../../../ui/index.ts';
import type { Paragraph, Piece, Shown } from '../rules/index.ts';
import { words } from '../vi.ts';

export interface SideView {
  readonly which: 'newer' | 'earlier';
  readonly title: string;
  readonly name: string;
  /** The page of the secretariat with the dossier; null where none is offered. */
  readonly href: string | null;
  readonly terms: readonly Term[];
  /** Only the passages are shown. */
  readonly keptBack: boolean;
  readonly parts: readonly Shown[];
}

type Which = SideView['which'];

/** The anchor of a passage on one side. */
export const anchorOf = (which: Which, number: number): string =>
  `${which === 'newer' ? 'sau' : 'truoc'}-${number}`;

const otherOf = (which: Which): Which => (which === 'newer' ? 'earlier' : 'newer');

/** One of two texts beside each other, its passages numbered and linked to those of the other. */
export function TextSide({ side }: { readonly side: SideView }) {
  return (
    <section class="alike-side">
      <p class="kicker">{side.title}</p>
      <h2>{side.href === null ? side.name : <a href={side.href}>{side.name}</a>}</h2>
      <DefinitionList items={side.terms} compact />
      {side.keptBack ? <Alert tone="info">{words.keptBack}</Alert> : null}
      {side.parts.map((part) => (
        <Part part={part} which={side.which} />
      ))}
    </section>
  );
}

function Part({ part, which }: { readonly part: Shown; readonly which: Which }) {
  return (
    <div class={part.passage === null ? 'alike-text' : 'alike-text alike-excerpt'}>
      {part.paragraphs.map((pieces) => (
        <Text pieces={pieces} which={which} />
      ))}
    </div>
  );
}

function Text({ pieces, which }: { readonly pieces: Paragraph; readonly which: Which }) {
  return (
    <p>
      {pieces.map((piece) => (
        <>
          {piece.begins.map((number) => (
            <PassageNumber number={number} which={which} />
          ))}
          <Words piece={piece} />
        </>
      ))}
    </p>
  );
}

function Words({ piece }: { readonly piece: Piece }) {
  if (piece.kind === 'same') return <mark>{piece.text}</mark>;
  return piece.kind === 'differs' ? <span class="alike-differs">{piece.text}</span> : piece.text;
}

function PassageNumber({ number, which }: { readonly number: number; readonly which: Which }) {
  const other = which === 'newer' ? words.sides.earlier : words.sides.newer;
  return (
    <a
      class="alike-number"
      id={anchorOf(which, number)}
      href={`#${anchorOf(otherOf(which), number)}`}
      aria-label={words.toOther(number, other)}
    >
      {number}
    </a>
  );
}
