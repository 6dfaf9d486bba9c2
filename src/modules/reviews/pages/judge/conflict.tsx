import { Alert, type Column, Table } from '../../../../ui/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.sheet.conflict;

/** What one part of the rubric has here and there, in words. */
export interface DifferentPart {
  readonly label: string;
  readonly here: string;
  readonly there: string;
}

const columns: readonly Column<DifferentPart>[] = [
  { key: 'part', label: words.columns.part, header: true, cell: ({ label }) => label },
  {
    key: 'here',
    label: words.columns.here,
    cell: ({ here }) => <span class="answer-text">{here}</span>,
  },
  {
    key: 'there',
    label: words.columns.there,
    cell: ({ there }) => <span class="answer-text">{there}</span>,
  },
];

export interface ConflictProps {
  readonly parts: readonly DifferentPart[];
  /** The page with what was saved. */
  readonly takeHref: string;
  /** The sheet can no longer be written: what was typed is only shown. */
  readonly gone?: boolean;
}

/** Two devices wrote one sheet: both values of each part that differs, and the two ways on. */
export function SheetConflict({ parts, takeHref, gone = false }: ConflictProps) {
  return (
    <div class="sheet-conflict">
      {gone ? (
        <Alert tone="warn" title={words.gone} />
      ) : (
        <Alert tone="warn" title={words.title} live>
          {words.body}
        </Alert>
      )}
      <Table caption={words.caption} columns={columns} rows={parts} empty={words.same} />
      <p class="buttons">
        {gone ? null : (
          // With script it saves at once; without, the form's own button does the same.
          <button
            class="btn btn-secondary"
            type="submit"
            form="phieu"
            name="act"
            value="save"
            data-keep=""
          >
            <span>{words.keep}</span>
          </button>
        )}
        <a class="btn btn-secondary" href={takeHref} data-take="">
          <span>{words.take}</span>
        </a>
      </p>
    </div>
  );
}
