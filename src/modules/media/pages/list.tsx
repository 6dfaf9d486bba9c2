import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  Empty,
  FilterBar,
  type FilterChip,
  Pager,
  Select,
  type SelectOption,
  TextInput,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import { type Tile, Tiles } from './tiles.tsx';

export interface MediaListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly items: readonly Tile[];
  readonly total: number;
  readonly size: number;
  readonly kinds: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  /** Where something is added; null for those who may not. */
  readonly addHref: string | null;
}

/** What the library of an office holds. */
export function MediaList(props: MediaListProps) {
  const { question, total, path } = props;
  if (total === 0 && !question.filtered)
    return (
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          props.addHref === null ? undefined : (
            <ButtonLink href={props.addHref}>{words.add}</ButtonLink>
          )
        }
      >
        {props.addHref === null ? words.firstRead : words.firstBody}
      </Empty>
    );
  return (
    <>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={path} />
      {total === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneMatch}
          actions={<ButtonLink href={path}>{words.clear}</ButtonLink>}
        >
          {words.noneMatchBody}
        </Empty>
      ) : (
        <>
          <Tiles items={props.items} label={words.list} />
          <Pager page={question.page} size={props.size} total={total} href={question.pageHref} />
        </>
      )}
    </>
  );
}

function Filters({ question, path, kinds }: MediaListProps) {
  const { values } = question;
  const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));
  return (
    <FilterBar
      action={path}
      submit={words.filter}
      hidden={{ 'tu-khoa': values['tu-khoa'] || null }}
    >
      <TextInput
        name="q"
        type="search"
        label={words.search}
        value={values.q}
        placeholder={words.searchHint}
        width="m"
      />
      <Select
        name="loai"
        label={words.kind}
        value={values.loai}
        options={kinds}
        empty={words.anyKind}
        width="s"
      />
      <Select
        name="tinh-trang"
        label={words.state}
        value={values['tinh-trang']}
        options={states}
        empty={words.anyState}
        width="s"
      />
    </FilterBar>
  );
}
