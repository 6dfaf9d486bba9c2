import { Alert, ButtonLink, DefinitionList, type Term } from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface ReceiptPageProps {
  readonly terms: readonly Term[];
  /** Why it was cancelled; null when it stands. */
  readonly cancelled: string | null;
  readonly wordHref: string;
  readonly pdfHref: string;
  readonly cancelHref: string | null;
  readonly backHref: string;
}

/** A receipt as it is kept: to be read, printed, or taken along as a file. */
export function ReceiptPage(props: ReceiptPageProps) {
  return (
    <>
      {props.cancelled === null ? null : (
        <Alert tone="bad" title={words.cancelledMark}>
          {props.cancelled}
        </Alert>
      )}
      <DefinitionList items={props.terms} />
      <div class="buttons form-actions">
        <ButtonLink kind="primary" href={props.pdfHref} download>
          {words.pdf}
        </ButtonLink>
        <ButtonLink href={props.wordHref} download>
          {words.word}
        </ButtonLink>
        {props.cancelHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.cancelHref}>
            {words.cancelReceipt}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.backHref}>
          {words.receipts}
        </ButtonLink>
      </div>
    </>
  );
}
