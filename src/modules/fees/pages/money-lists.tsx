import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Badge,
  Button,
  type Column,
  DateInput,
  Empty,
  FilterBar,
  Form,
  Pager,
  Select,
  type Tab,
  Table,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import { methods } from '../rules/index.ts';
import { labels, methodNames, words } from '../vi.ts';

export interface PaymentRow {
  readonly day: string;
  readonly href: string;
  readonly name: string;
  readonly reference: string;
  readonly amount: string;
  readonly method: string;
  readonly note: string;
  readonly receipt: { readonly href: string; readonly number: string } | null;
}

export interface PaymentListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly tabs: readonly Tab[];
  readonly rows: readonly PaymentRow[];
  readonly total: number;
  readonly size: number;
  /** The sums in a sentence. */
  readonly sums: string;
  /** Issues the receipts that are missing; null when there are none or for those who may not. */
  readonly issueAll: { readonly action: string; readonly label: string } | null;
}

/** The payments of a period, the latest first. */
export function PaymentList(props: PaymentListProps) {
  const { question, rows } = props;
  const { values } = question;
  return (
    <>
      <Tabs label={words.tabs} items={props.tabs} />
      {rows.length === 0 && !question.filtered ? (
        <Empty kind="first" title={words.noPaymentsYet}>
          {words.noPaymentsBody}
        </Empty>
      ) : (
        <>
          <FilterBar action={props.path} hidden={question.kept}>
            <TextInput name="q" label={words.person} value={values.q} width="m" />
            <Select
              name="hinh-thuc"
              label={labels.method ?? ''}
              value={values['hinh-thuc']}
              options={methods.map((value) => ({ value, label: methodNames[value] }))}
              empty={words.anyMethod}
              width="s"
            />
            <DateInput name="tu" label={words.from} value={values.tu} />
            <DateInput name="den" label={words.to} value={values.den} />
          </FilterBar>
          <p>{props.sums}</p>
          <Table caption={words.paymentList} columns={paymentColumns} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      {props.issueAll === null ? null : (
        <Form action={props.issueAll.action} inline>
          <Button>{props.issueAll.label}</Button>
        </Form>
      )}
    </>
  );
}

const paymentColumns: readonly Column<PaymentRow>[] = [
  { key: 'day', label: labels.paid_on ?? '', cell: (row) => row.day, nowrap: true },
  {
    key: 'name',
    label: words.person,
    cell: (row) => <a href={row.href}>{row.name}</a>,
    header: true,
    roomy: true,
  },
  { key: 'reference', label: words.reference, cell: (row) => row.reference, nowrap: true },
  {
    key: 'amount',
    label: labels.amount ?? '',
    cell: (row) => row.amount,
    align: 'num',
    phone: 'half',
  },
  { key: 'method', label: labels.method ?? '', cell: (row) => row.method, phone: 'half' },
  { key: 'note', label: labels.note ?? '', cell: (row) => row.note },
  {
    key: 'receipt',
    label: words.receipt,
    cell: (row) => (row.receipt ? <a href={row.receipt.href}>{row.receipt.number}</a> : null),
    nowrap: true,
  },
];

export interface ReceiptRow {
  readonly href: string;
  readonly number: string;
  readonly day: string;
  readonly payer: string;
  readonly amount: string;
  readonly cancelled: boolean;
}

export interface ReceiptListProps {
  readonly tabs: readonly Tab[];
  readonly rows: readonly ReceiptRow[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly sums: string;
  readonly href: (page: number) => string;
}

/** The receipts of a period; cancelled ones keep their place in the series. */
export function ReceiptList(props: ReceiptListProps) {
  return (
    <>
      <Tabs label={words.tabs} items={props.tabs} />
      {props.rows.length === 0 ? (
        <Empty kind="first" title={words.noReceipts}>
          {words.noReceiptsBody}
        </Empty>
      ) : (
        <>
          <p>{props.sums}</p>
          <Table caption={words.receipts} columns={receiptColumns} rows={props.rows} />
          <Pager page={props.page} size={props.size} total={props.total} href={props.href} />
        </>
      )}
    </>
  );
}

const receiptColumns: readonly Column<ReceiptRow>[] = [
  {
    key: 'number',
    label: words.receiptNumber,
    cell: (row) => (
      <>
        <a href={row.href}>{row.number}</a>{' '}
        {row.cancelled ? <Badge tone="none">{words.voided}</Badge> : null}
      </>
    ),
  },
  { key: 'day', label: words.issuedOn, cell: (row) => row.day, nowrap: true },
  { key: 'payer', label: words.payer, cell: (row) => row.payer, roomy: true },
  { key: 'amount', label: labels.amount ?? '', cell: (row) => row.amount, align: 'num' },
];
