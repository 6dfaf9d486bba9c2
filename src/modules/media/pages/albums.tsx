import type { ListQuestion } from '../../../platform/forms/list.ts';
import type { DoorState } from '../../../platform/records/form-door.ts';
import {
  ActiveFilters,
  Alert,
  ButtonLink,
  Checkbox,
  DateInput,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  Pager,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { albumLabels as labels, words } from '../vi/index.ts';
import { type Tile, Tiles } from './tiles.tsx';

export interface AlbumListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly items: readonly Tile[];
  readonly total: number;
  readonly size: number;
  readonly createHref: string | null;
}

/** The albums of an office. */
export function AlbumList(props: AlbumListProps) {
  const { question, path, total } = props;
  const q = question.values.q ?? '';
  if (total === 0 && !question.filtered)
    return (
      <Empty
        kind="first"
        title={words.albumNone}
        actions={
          props.createHref === null ? undefined : (
            <ButtonLink href={props.createHref}>{words.createAlbum}</ButtonLink>
          )
        }
      >
        {words.albumNoneBody}
      </Empty>
    );
  return (
    <>
      <FilterBar action={path} submit={words.filter}>
        <TextInput
          name="q"
          type="search"
          label={words.search}
          value={q}
          placeholder={words.searchHint}
          width="m"
        />
      </FilterBar>
      <ActiveFilters
        chips={q === '' ? [] : [{ label: `“${q}”`, removeHref: path }]}
        clearHref={path}
      />
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
          <Tiles items={props.items} label={words.albums} />
          <Pager page={question.page} size={props.size} total={total} href={question.pageHref} />
        </>
      )}
    </>
  );
}

/** The form of an album's own words. */
export function AlbumForm({
  form,
  action,
  hidden,
  backHref,
}: DoorState & { readonly backHref: string }) {
  const field = (name: string) => ({
    name,
    label: labels[name] ?? '',
    value: form.values[name],
    error: form.errors[name],
  });
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={form.summary} order={Object.keys(labels)} />
      <TextInput {...field('title')} maxLength={300} />
      <TextArea {...field('about')} rows={4} maxLength={4000} optional />
      <DateInput {...field('held_on')} optional />
      <Checkbox
        name="public"
        label={words.publicLabel}
        help={words.albumPublicHelp}
        checked={form.values.public === '1'}
      />
      <SaveActions save={words.saveAlbum} backHref={backHref} />
    </Form>
  );
}

export interface AlbumPageProps {
  readonly about: string | null;
  readonly isPublic: boolean;
  readonly items: readonly Tile[];
  readonly publicHref: string | null;
  /** The album's own address, for those who may change it; null for others. */
  readonly own: string | null;
  readonly uploadHref: string;
  readonly listHref: string;
}

/** An album in the office. */
export function AlbumPage(props: AlbumPageProps) {
  const { own } = props;
  return (
    <>
      {props.isPublic ? null : <Alert tone="warn" title={words.states.hidden} />}
      {props.about === null ? null : <p>{props.about}</p>}
      {props.items.length === 0 ? (
        <Empty kind="first" title={words.albumCount(0)}>
          {words.albumNoneBody}
        </Empty>
      ) : (
        <Tiles items={props.items} label={labels.items ?? ''} />
      )}
      <div class="buttons">
        {own === null ? null : (
          <>
            <ButtonLink href={props.uploadHref} icon="upload">
              {words.add}
            </ButtonLink>
            {props.items.length === 0 ? null : (
              <ButtonLink href={`${own}/xep`}>{words.arrange}</ButtonLink>
            )}
            <ButtonLink href={`${own}/sua`} icon="edit">
              {words.albumEdit}
            </ButtonLink>
            <ButtonLink kind="dangerOutline" href={`${own}/xoa`}>
              {words.remove}
            </ButtonLink>
          </>
        )}
        {props.publicHref === null ? null : (
          <ButtonLink href={props.publicHref}>{words.publicPage}</ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.albumsTitle}
        </ButtonLink>
      </div>
    </>
  );
}
