import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import {
  ButtonLink,
  type Column,
  DefinitionList,
  EntryList,
  Section,
  Table,
} from '../../../../ui/index.ts';
import {
  type EditionContent,
  isReviewing,
  type PartKind,
  partKinds,
  partMax,
  pointsOf,
  type Rubric,
  type RubricPart,
  rubricMax,
  sheetMax,
} from '../../rules/index.ts';
import { partKindNames } from '../../vi/index.ts';
import { phaseList, rubricWords as words } from '../../vi/pages-rubrics.ts';
import { movesOf, rowId } from './outline.tsx';

const mostOf = (rubric: Rubric): string => {
  const sheet = pointsOf(sheetMax(rubric));
  return words.most(sheet, pointsOf(rubricMax(rubric) - sheetMax(rubric)));
};
const passOf = ({ pass }: Rubric): string =>
  pass === null ? words.noPass : `${formatNumber(pass)} ${words.parts.point}`;
const phasesOf = ({ phases }: EditionContent, { key }: Rubric): string =>
  phaseList(phases.filter((phase) => isReviewing(phase) && phase.rubric === key));

/** The score sheets of an edition, with what each comes to and where it is used. */
export function RubricTable(props: {
  readonly content: EditionContent;
  /** Address of the list; the sheets are below it. */
  readonly path: string;
  readonly addHref: string | null;
}) {
  const { content, path, addHref } = props;
  const columns: Column<Rubric>[] = [
    {
      key: 'name',
      label: words.columns.name,
      header: true,
      cell: (one) => <a href={`${path}/${one.key}`}>{one.name || one.key}</a>,
    },
    { key: 'most', label: words.columns.most, cell: mostOf },
    { key: 'pass', label: words.columns.pass, nowrap: true, cell: passOf },
    { key: 'phases', label: words.columns.phases, cell: (one) => phasesOf(content, one) },
  ];
  return (
    <>
      <Table caption={words.title} columns={columns} rows={content.rubrics} empty={words.empty} />
      {addHref === null ? null : (
        <div class="buttons">
          <ButtonLink kind="primary" icon="plus" href={addHref}>
            {words.add}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

export interface RubricPageProps {
  readonly content: EditionContent;
  readonly rubric: Rubric;
  /** Address of the sheet. */
  readonly path: string;
  /** Null for those who may only read, and once the edition is closed. */
  readonly version: number | null;
}

/** One score sheet: what it comes to, and its parts in their order. */
export function RubricPage(props: RubricPageProps) {
  const { content, rubric, path, version } = props;
  const columns: Column<RubricPart>[] = [
    {
      key: 'label',
      label: words.parts.columns.label,
      header: true,
      cell: ({ key, label }) =>
        version === null ? label : <a href={`${path}/muc/${key}`}>{label || key}</a>,
      total: rubric.parts.length === 0 ? undefined : words.parts.total,
    },
    { key: 'kind', label: words.parts.columns.kind, cell: ({ kind }) => partKindNames[kind] },
    {
      key: 'most',
      label: words.parts.columns.most,
      align: 'num',
      nowrap: true,
      cell: (part) => (partMax(part) === 0 ? '' : formatNumber(pointsOf(partMax(part)))),
      total: rubric.parts.length === 0 ? undefined : formatNumber(pointsOf(rubricMax(rubric))),
    },
    ...movesOf(
      { items: rubric.parts, path, version },
      ({ label }) => label,
      words.parts.columns.acts,
    ),
  ];
  return (
    <>
      <DefinitionList items={termsOf(content, rubric)} />
      <Acts {...props} />
      <Section title={words.parts.title}>
        <Table
          caption={words.parts.title}
          columns={columns}
          rows={rubric.parts}
          rowId={rowId}
          empty={words.noParts}
        />
        {version === null ? null : (
          <div class="buttons">
            <ButtonLink kind="primary" icon="plus" href={`${path}/moi`}>
              {words.parts.add}
            </ButtonLink>
          </div>
        )}
      </Section>
    </>
  );
}

function Acts({ rubric, path, version }: RubricPageProps) {
  return (
    <div class="buttons">
      {rubric.parts.length === 0 ? null : (
        <ButtonLink href={`${path}/xem-thu`}>{words.preview}</ButtonLink>
      )}
      {version === null ? null : <ButtonLink href={`${path}/chung`}>{words.editAct}</ButtonLink>}
    </div>
  );
}

const termsOf = (content: EditionContent, rubric: Rubric) => [
  ...(rubric.basis === null ? [] : [{ term: words.terms.basis, value: rubric.basis }]),
  { term: words.terms.most, value: mostOf(rubric) },
  { term: words.terms.pass, value: passOf(rubric) },
  { term: words.terms.phases, value: phasesOf(content, rubric) },
];

/** The five kinds of parts to choose from, each with what it is for. */
export function PartKindChoice({ hrefOf }: { readonly hrefOf: (kind: PartKind) => string }) {
  return (
    <EntryList
      items={partKinds.map((kind) => ({
        title: partKindNames[kind],
        href: hrefOf(kind),
        meta: words.parts.kindHelp[kind],
      }))}
      plain
    />
  );
}
