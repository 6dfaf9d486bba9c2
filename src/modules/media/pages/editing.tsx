import type { ProseMedia } from '../../../kernel/prose/index.ts';
import type { DoorState } from '../../../platform/records/form-door.ts';
import {
  Alert,
  Checkbox,
  DateInput,
  ErrorSummary,
  Form,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { labels, siteWords, words } from '../vi/index.ts';
import { MediaField, type MediaFieldData } from './field.tsx';
import { MediumView } from './picture.tsx';

export interface EditMediumProps extends DoorState {
  readonly media: ProseMedia;
  /** For the picture that stands for a film; null: it has none. */
  readonly poster: MediaFieldData | null;
  readonly backHref: string;
  /** Said when it was added just now. */
  readonly fresh: string | null;
}

/** The form of what is said of a medium, under the medium itself. */
export function EditMedium(props: EditMediumProps) {
  const { media, form } = props;
  return (
    <>
      {props.fresh === null ? null : <Alert tone="ok" title={props.fresh} live />}
      <div class="media-one">
        <MediumView
          media={media}
          alt={media.alt === '' ? siteWords.noAlt(media.title) : media.alt}
          sizes="(min-width: 720px) 640px, 92vw"
          noPlayer={siteWords.noPlayer}
          download={media.title}
        />
      </div>
      <Form action={props.action} hidden={props.hidden} files={props.poster !== null}>
        <ErrorSummary errors={form.summary} order={Object.keys(labels)} />
        <Words {...props} />
        {props.poster === null ? null : (
          <MediaField
            name="poster"
            label={labels.poster ?? ''}
            help={words.posterHelp}
            error={form.errors.poster}
            typed={form.values.poster_tim}
            data={props.poster}
            optional
          />
        )}
        <Checkbox
          name="public"
          label={words.publicLabel}
          help={words.publicHelp}
          checked={form.values.public === '1'}
        />
        <Checkbox name="listed" label={words.listedLabel} checked={form.values.listed === '1'} />
        <SaveActions save={words.save} backHref={props.backHref} />
      </Form>
    </>
  );
}

function Words({ media, form }: EditMediumProps) {
  const field = (name: string) => ({
    name,
    label: labels[name] ?? '',
    value: form.values[name],
    error: form.errors[name],
  });
  return (
    <>
      <TextInput {...field('title')} maxLength={300} />
      {media.kind === 'picture' ? (
        <TextArea {...field('alt')} help={words.altHelp} rows={2} maxLength={500} optional />
      ) : null}
      <TextArea {...field('caption')} help={words.captionHelp} rows={3} maxLength={1000} optional />
      <TextInput {...field('credit')} help={words.creditHelp} maxLength={200} optional />
      <DateInput {...field('taken_on')} help={words.takenHelp} optional />
      <TextInput {...field('tags')} help={words.tagsHelp} maxLength={2000} optional />
    </>
  );
}
