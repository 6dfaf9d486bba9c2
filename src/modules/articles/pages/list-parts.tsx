import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Badge,
  type Column,
  DateInput,
  FilterMore,
  Select,
  type SelectOption,
  TextInput,
  WordsFilter,
} from '../../../ui/index.ts';
import {
  type ArticleLanguage,
  type ArticleState,
  articleKinds,
  articleLanguages,
  articleStates,
} from '../rules/index.ts';
import { kindNames, languageNames, stateNames, words } from '../vi/index.ts';
import { StateBadge } from './state.tsx';

export interface ListedLine {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly section: string;
  readonly authors: string;
  readonly state: ArticleState;
  /** The public reads an earlier version. */
  readonly beside: boolean;
  readonly failed: boolean;
  readonly language: ArticleLanguage;
  readonly changed: string;
  readonly published: string;
}

const optionsOf = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

interface FiltersProps {
  readonly question: ListQuestion;
  readonly sections: readonly SelectOption[];
  readonly errors: Readonly<Record<string, string>>;
}

export function Filters({ question, sections, errors }: FiltersProps) {
  const { values } = question;
  const label = words.filters;
  const rare = ['tinh-trang', 'loai', 'ngon-ngu', 'nguoi', 'tu', 'den'];
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="chuyen-muc"
        label={label.section}
        value={values['chuyen-muc']}
        options={sections}
        empty={label.anySection}
        width="s"
      />
      <FilterMore label={words.moreFilters} open={rare.some((name) => (values[name] ?? '') !== '')}>
        <Select
          name="tinh-trang"
          label={label.state}
          value={values['tinh-trang']}
          options={optionsOf(articleStates, stateNames)}
          empty={label.anyState}
          width="s"
        />
        <Select
          name="loai"
          label={label.kind}
          value={values.loai}
          options={optionsOf(articleKinds, kindNames)}
          empty={label.anyKind}
          width="s"
        />
        <TextInput name="nguoi" label={label.author} value={values.nguoi} width="s" />
        <DateInput name="tu" label={label.from} value={values.tu} error={errors.tu} />
        <DateInput name="den" label={label.to} value={values.den} error={errors.den} />
        <Select
          name="ngon-ngu"
          label={label.language}
          value={values['ngon-ngu']}
          options={optionsOf(articleLanguages, languageNames)}
          empty={label.anyLanguage}
          width="s"
        />
      </FilterMore>
    </>
  );
}

function Title({ row }: { readonly row: ListedLine }) {
  const { href, title, language } = row;
  return (
    <a href={href} lang={language === 'vi' ? undefined : language}>
      {title}
    </a>
  );
}

function State({ row }: { readonly row: ListedLine }) {
  return (
    <>
      <StateBadge state={row.state} />
      {row.failed ? <Badge tone="bad">{words.filters.failed}</Badge> : null}
      {row.beside ? <span class="article-beside">{words.beside}</span> : null}
    </>
  );
}

export function columnsOf(question: ListQuestion): readonly Column<ListedLine>[] {
  const { columns: label } = words;
  return [
    {
      key: 'title',
      label: label.title,
      cell: (row) => <Title row={row} />,
      sort: question.sortLink('ten'),
      header: true,
      roomy: true,
    },
    { key: 'kind', label: label.kind, cell: (row) => row.kind, nowrap: true, phone: 'half' },
    { key: 'section', label: label.section, cell: (row) => row.section, phone: 'half' },
    { key: 'author', label: label.author, cell: (row) => row.authors },
    {
      key: 'changed',
      label: label.changed,
      cell: (row) => row.changed,
      sort: question.sortLink('sua'),
      phone: 'half',
    },
    {
      key: 'published',
      label: label.published,
      cell: (row) => row.published,
      sort: question.sortLink('dang'),
      phone: 'half',
    },
    { key: 'state', label: label.state, cell: (row) => <State row={row} /> },
  ];
}
