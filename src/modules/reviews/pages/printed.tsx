import { DefinitionList, type Term } from '../../../ui/index.ts';
import { type Marks, type Rubric, ScoreSheetShown } from '../../calls/index.ts';
import { judgeWords } from '../vi/index.ts';

const words = judgeWords.print;

export interface PrintedSheetProps {
  readonly edition: string;
  readonly organisation: string;
  readonly terms: readonly Term[];
  readonly rubric: Rubric;
  readonly marks: Marks;
  /** When it was signed and the hash of its text; null: it is not. */
  readonly signed: { readonly at: string; readonly sha256: string } | null;
}

/** A score sheet on paper. */
export function PrintedSheet(props: PrintedSheetProps) {
  const { signed, rubric } = props;
  return (
    <div class="sheet-print">
      <p>{props.organisation}</p>
      <p>
        <strong>{props.edition}</strong>
      </p>
      <h1>{words.title}</h1>
      <p>
        {rubric.name}
        {rubric.basis === null ? '' : ` (${rubric.basis})`}
      </p>
      <DefinitionList items={props.terms} compact />
      <ScoreSheetShown rubric={rubric} marks={props.marks} />
      {signed === null ? (
        <p>{words.unsigned}</p>
      ) : (
        <DefinitionList
          compact
          items={[
            { term: words.signed, value: signed.at },
            { term: words.hash, value: <code class="hash">{signed.sha256}</code> },
          ]}
        />
      )}
      <p class="sheet-signature">{words.place}</p>
    </div>
  );
}
