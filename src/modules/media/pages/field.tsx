import type { ProseMedia } from '../../../kernel/prose/index.ts';
import { FieldGroup, type FieldProps, FileInput, fieldIds, TextInput } from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import { PictureView } from './picture.tsx';

/** What a field that chooses a medium offers. */
export interface MediaFieldData {
  /** What stands in the field now. */
  readonly chosen: ProseMedia | null;
  /** The newest that are not chosen. */
  readonly recent: readonly ProseMedia[];
  /** Where a text field asks for suggestions. */
  readonly suggest: string;
  /** For the file dialog. */
  readonly accept: string;
}

export interface MediaFieldProps extends FieldProps {
  readonly data: MediaFieldData;
  /** What was typed into the search and led to nothing. */
  readonly typed?: string | undefined;
}

/**
 * Chooses one medium of the library, or sends a file that becomes one: radios, a search, a file, all of them
 * plain fields (`name`, `name_tim`, `name_tep`). The form is sent with `files`; the page asks for the style 'media';
 * `readMediaField` reads it.
 */
export function MediaField(props: MediaFieldProps) {
  const { data, name, typed, error: _, ...rest } = props;
  const { id } = fieldIds(props);
  const option = (media: ProseMedia, at: number) => (
    <div class="media-option">
      <span class="media-thumb">
        {media.kind === 'picture' ? <PictureView media={media} sizes="152px" alt="" /> : null}
      </span>
      <label class="choice" for={`${id}-${at}`}>
        <input
          type="radio"
          id={`${id}-${at}`}
          name={name}
          value={media.pid}
          checked={media.pid === data.chosen?.pid}
        />
        <span>{media.title}</span>
      </label>
    </div>
  );
  const shown = [...(data.chosen === null ? [] : [data.chosen]), ...data.recent];
  return (
    <div class="media-field">
      <FieldGroup {...rest} name={name} error={props.error}>
        <label class="choice" for={id}>
          <input type="radio" id={id} name={name} value="" checked={data.chosen === null} />
          <span>{words.field.none}</span>
        </label>
        {shown.length === 0 ? null : <div class="media-options">{shown.map(option)}</div>}
        <TextInput
          name={`${name}_tim`}
          label={words.field.find}
          help={words.field.findHelp}
          value={typed}
          suggest={data.suggest}
          optional
        />
        <FileInput
          name={`${name}_tep`}
          label={words.field.upload}
          help={words.field.uploadHelp}
          accept={data.accept}
          optional
        />
      </FieldGroup>
    </div>
  );
}
