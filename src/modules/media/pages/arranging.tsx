import type { ProseMedia } from '../../../kernel/prose/index.ts';
import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  FormActions,
  type HiddenValues,
  Icon,
  Pager,
  TextInput,
  uiVi,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import { PictureView } from './picture.tsx';

export interface ArrangedRow {
  readonly pid: string;
  readonly title: string;
  readonly media: ProseMedia;
  /** As typed. */
  readonly place: string;
  readonly caption: string;
  readonly error: string | undefined;
  readonly off: boolean;
  readonly cover: boolean;
}

export interface ArrangeAlbumProps {
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  readonly rows: readonly ArrangedRow[];
  readonly backHref: string;
}

/** The order of an album: a number before each picture, as on paper. */
export function ArrangeAlbum(props: ArrangeAlbumProps) {
  return (
    <Form action={props.action} hidden={props.hidden} full>
      <ErrorSummary errors={props.problems} />
      <ol class="media-rows">
        {props.rows.map((row) => (
          <ArrangeRow {...row} />
        ))}
      </ol>
      <FormActions>
        <Button kind="primary" busy={uiVi.saving}>
          {words.saveArrange}
        </Button>
        <ButtonLink kind="text" href={props.backHref}>
          {words.leave}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function ArrangeRow(row: ArrangedRow) {
  return (
    <li class="media-row">
      <Small media={row.media} />
      <fieldset class="media-row-fields">
        <legend>{row.title}</legend>
        <TextInput
          name={`place.${row.pid}`}
          label={words.place}
          value={row.place}
          width="xs"
          numeric
        />
        <TextInput
          name={`caption.${row.pid}`}
          label={words.captionHere}
          value={row.caption}
          error={row.error}
          maxLength={1000}
          optional
        />
        <div class="media-row-choices">
          {row.media.kind === 'picture' ? (
            <label class="choice" for={`cover-${row.pid}`}>
              <input
                type="radio"
                id={`cover-${row.pid}`}
                name="cover"
                value={row.pid}
                checked={row.cover}
              />
              <span>{words.cover}</span>
            </label>
          ) : null}
          <Checkbox name={`off.${row.pid}`} label={words.takeOff} checked={row.off} />
        </div>
      </fieldset>
    </li>
  );
}

function Small({ media }: { readonly media: ProseMedia }) {
  return (
    <span class="media-thumb">
      {media.kind === 'picture' ? (
        <PictureView media={media} sizes="160px" alt="" />
      ) : (
        <Icon name="play" />
      )}
    </span>
  );
}

export interface ChooseMediaProps {
  readonly question: ListQuestion;
  readonly address: string;
  readonly action: string;
  readonly problem: string | null;
  readonly options: readonly {
    readonly pid: string;
    readonly title: string;
    readonly media: ProseMedia;
    readonly inside: boolean;
    readonly ticked: boolean;
  }[];
  readonly total: number;
  readonly size: number;
  readonly backHref: string;
}

/** What of the library goes into an album: boxes to tick, page by page. */
export function ChooseMedia(props: ChooseMediaProps) {
  const { question } = props;
  return (
    <>
      <FilterBar action={props.address} submit={words.filter}>
        <TextInput
          name="q"
          type="search"
          label={words.search}
          value={question.values.q}
          placeholder={words.searchHint}
          width="m"
        />
      </FilterBar>
      {props.total === 0 ? (
        <Empty kind="filtered" title={words.noneMatch}>
          {words.noneMatchBody}
        </Empty>
      ) : (
        <Form action={props.action} full>
          <ErrorSummary
            errors={props.problem === null ? [] : [{ field: '', text: props.problem }]}
          />
          <div class="media-options">
            {props.options.map((option) => (
              <Option {...option} />
            ))}
          </div>
          <FormActions>
            <Button kind="primary" busy={uiVi.saving}>
              {words.putIn}
            </Button>
            <ButtonLink kind="text" href={props.backHref}>
              {words.backToAlbum}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

function Option({ pid, title, media, inside, ticked }: ChooseMediaProps['options'][number]) {
  const id = `media-${pid}`;
  return (
    <div class="media-option">
      <Small media={media} />
      {inside ? (
        <span>
          {title} <span class="media-meta">({words.inAlbum})</span>
        </span>
      ) : (
        <label class="choice" for={id}>
          <input type="checkbox" id={id} name="media" value={pid} checked={ticked} />
          <span>{title}</span>
        </label>
      )}
    </div>
  );
}
