import {
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  FileInput,
  type FileUpload,
  Form,
  FormActions,
  Section,
  Select,
  type SelectOption,
  uiVi,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import { type Tile, Tiles } from './tiles.tsx';

export interface AddMediaProps {
  readonly picturesAction: string;
  readonly filmAction: string;
  readonly upload: FileUpload;
  /** What was refused of the first form, file by file. */
  readonly problems: readonly string[];
  readonly problem: string | undefined;
  /** What was taken in all the same. */
  readonly done: string | undefined;
  readonly listed: boolean;
  readonly albums: readonly SelectOption[];
  readonly album: string | undefined;
  readonly recent: readonly Tile[];
  readonly listHref: string;
}

/** Files for the library: pictures and documents in one form, films one by one and in pieces. */
export function AddMedia(props: AddMediaProps) {
  return (
    <>
      {props.done === undefined ? null : <Alert tone="ok" title={props.done} live />}
      <Section title={words.addPictures}>
        <PictureForm {...props} />
      </Section>
      <Section title={words.addFilms}>
        <Form action={props.filmAction} files>
          <Refused field="file" problems={props.problem === undefined ? [] : [props.problem]} />
          <FileInput
            name="file"
            label={words.addFilms}
            help={words.filmsHelp}
            error={props.problem}
            accept=".mp4,.m4v,.mp3,.m4a"
            upload={props.upload}
          />
          <FormActions>
            <Button busy={uiVi.saving}>{words.sendFilm}</Button>
          </FormActions>
        </Form>
      </Section>
      {props.recent.length === 0 ? null : (
        <Section
          title={words.field.recent}
          link={{ href: props.listHref, label: words.backToList }}
        >
          <Tiles items={props.recent} label={words.field.recent} />
        </Section>
      )}
    </>
  );
}

function Refused(props: { readonly field: string; readonly problems: readonly string[] }) {
  return (
    <ErrorSummary
      errors={props.problems.map((text) => ({ field: props.field, text }))}
      title={words.refused}
      note={words.refusedNote}
      level={3}
    />
  );
}

function PictureForm(props: AddMediaProps) {
  return (
    <Form action={props.picturesAction} files>
      <Refused field="files" problems={props.problems} />
      <FileInput
        name="files"
        label={words.choose}
        help={words.picturesHelp}
        error={props.problems.length === 0 ? undefined : words.refused}
        accept=".jpg,.jpeg,.png,.webp,.gif,.tif,.tiff,.avif,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt,.csv,.zip"
        multiple
      />
      <Checkbox
        name="listed"
        label={words.listedLabel}
        help={words.listedHelp}
        checked={props.listed}
      />
      {props.albums.length === 0 ? null : (
        <Select
          name="album"
          label={words.toAlbum}
          value={props.album}
          options={props.albums}
          empty={words.noAlbum}
          optional
        />
      )}
      <FormActions>
        <Button kind="primary" busy={uiVi.saving}>
          {words.send}
        </Button>
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
