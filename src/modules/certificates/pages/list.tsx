import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Button,
  type Column,
  type Content,
  Form,
  type HiddenValues,
  RecordList,
  type RecordListState,
  Section,
  Select,
  type SelectOption,
  WordsFilter,
} from '../../../ui/index.ts';
import { type CertificateState, certificateStates } from '../rules/index.ts';
import { stateNames, words } from '../vi/index.ts';
import { StateBadge } from './state.tsx';

export interface ListedCertificate {
  readonly href: string;
  readonly number: string;
  readonly holder: string;
  readonly prize: string;
  readonly title: string;
  readonly issued: string;
  readonly state: CertificateState;
}

export interface CertificateListProps extends RecordListState<ListedCertificate> {
  readonly question: ListQuestion;
  readonly prizes: readonly SelectOption[];
  readonly printAction: string;
  readonly printHidden: HiddenValues;
  /** What was printed lately. */
  readonly latest: Content;
}

const listWords = { ...words, firstAction: words.issue, import: words.design };

/** The certificates of an edition, and printing those that are listed. */
export function CertificateList(props: CertificateListProps) {
  return (
    <>
      <RecordList
        {...props}
        words={listWords}
        filters={<Filters {...props} />}
        columns={columnsOf(props.question)}
      />
      {props.total === 0 ? null : (
        <Section title={words.print}>
          <Form action={props.printAction} hidden={props.printHidden}>
            <p>{words.printHelp}</p>
            <div class="buttons">
              <Button icon="print">{words.printFiltered(props.total)}</Button>
            </div>
          </Form>
        </Section>
      )}
      {props.latest}
    </>
  );
}

function Filters(props: CertificateListProps) {
  const { values } = props.question;
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="giai"
        label={words.columns.prize}
        value={values.giai}
        options={props.prizes}
        empty={words.anyPrize}
        width="s"
      />
      <Select
        name="tinh-trang"
        label={words.state}
        value={values['tinh-trang']}
        options={certificateStates.map((value) => ({ value, label: stateNames[value] }))}
        empty={words.anyState}
        width="s"
      />
    </>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedCertificate>[] {
  const { columns: label } = words;
  return [
    {
      key: 'number',
      label: label.number,
      cell: (row) => <a href={row.href}>{row.number}</a>,
      sort: question.sortLink('so'),
      nowrap: true,
    },
    {
      key: 'holder',
      label: label.holder,
      cell: (row) => row.holder,
      sort: question.sortLink('ten'),
      roomy: true,
    },
    { key: 'prize', label: label.prize, cell: (row) => row.prize, nowrap: true },
    { key: 'title', label: label.title, cell: (row) => row.title, roomy: true },
    {
      key: 'issued',
      label: label.issued,
      cell: (row) => row.issued,
      sort: question.sortLink('ngay'),
      nowrap: true,
    },
    {
      key: 'state',
      label: label.state,
      cell: (row) => <StateBadge state={row.state} />,
      nowrap: true,
    },
  ];
}
