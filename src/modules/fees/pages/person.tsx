import {
  Button,
  ButtonLink,
  type Column,
  DefinitionList,
  Form,
  Section,
  Table,
  type Term,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface PersonPayment {
  readonly day: string;
  readonly amount: string;
  readonly method: string;
  /** Note, reason, where it came from. */
  readonly note: string;
  readonly voided: string | null;
  readonly receipt: { readonly href: string; readonly number: string } | null;
  /** What a writer may do with it; null where there is nothing to do. */
  readonly issueAction: string | null;
  readonly voidHref: string | null;
}

export interface TransferView {
  readonly src: string;
  readonly reference: string;
  readonly terms: readonly Term[];
}

export interface PersonPageProps {
  readonly terms: readonly Term[];
  readonly payments: readonly PersonPayment[];
  /** Null when nothing is owed or there is no account; `why` then says which. */
  readonly transfer: TransferView | null;
  readonly why: string;
  readonly acts: {
    readonly refundHref: string | null;
    readonly exemptHref: string | null;
    readonly unexemptAction: string | null;
  } | null;
  readonly listHref: string;
}

/** What one person owes in a period, how to pay it, and what came in. */
export function PersonPage(props: PersonPageProps) {
  const { acts } = props;
  return (
    <>
      <Section title={words.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <Section title={words.payments}>
        {props.payments.length === 0 ? (
          <p>{words.noPayments}</p>
        ) : (
          <Table caption={words.payments} columns={columns} rows={props.payments} />
        )}
      </Section>
      <Section title={words.transferTitle}>
        {props.transfer === null ? <p>{props.why}</p> : <Transfer {...props.transfer} />}
      </Section>
      <div class="buttons">
        {acts?.exemptHref ? <ButtonLink href={acts.exemptHref}>{words.exempt}</ButtonLink> : null}
        {acts?.unexemptAction ? (
          <Form action={acts.unexemptAction} inline>
            <Button>{words.unexempt}</Button>
          </Form>
        ) : null}
        {acts?.refundHref ? <ButtonLink href={acts.refundHref}>{words.refund}</ButtonLink> : null}
        <ButtonLink kind="text" href={props.listHref}>
          {words.back}
        </ButtonLink>
      </div>
    </>
  );
}

function Transfer(props: TransferView) {
  return (
    <>
      <p>{words.transferHelp}</p>
      <p>
        <img src={props.src} alt={words.qrAlt(props.reference)} width="260" height="260" />
      </p>
      <DefinitionList items={props.terms} />
    </>
  );
}

const columns: readonly Column<PersonPayment>[] = [
  { key: 'day', label: labels.paid_on ?? '', cell: (row) => row.day, nowrap: true, header: true },
  {
    key: 'amount',
    label: labels.amount ?? '',
    cell: (row) => row.amount,
    align: 'num',
    phone: 'half',
  },
  { key: 'method', label: labels.method ?? '', cell: (row) => row.method, phone: 'half' },
  {
    key: 'note',
    label: labels.note ?? '',
    cell: (row) => [row.note, row.voided].filter(Boolean).join('. '),
  },
  { key: 'receipt', label: words.receipt, cell: (row) => <Receipt {...row} /> },
];

function Receipt(row: PersonPayment) {
  return (
    <>
      {row.receipt ? <a href={row.receipt.href}>{row.receipt.number}</a> : null}
      {row.issueAction ? (
        <Form action={row.issueAction} inline>
          <button type="submit" class="link-button">
            {words.issue}
          </button>
        </Form>
      ) : null}
      {row.voidHref && (row.receipt || row.issueAction) ? ' · ' : null}
      {row.voidHref ? <a href={row.voidHref}>{words.void}</a> : null}
    </>
  );
}
