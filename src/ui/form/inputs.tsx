import { cls } from '../format.ts';
import { Icon } from '../icon.tsx';
import type { Content } from '../types.ts';
import { vi } from '../vi.ts';
import { Field, type FieldProps, fieldIds } from './field.tsx';

/** The width of a box tells the expected length: xs a year, s a date or number, m a name, l a title. */
export type BoxWidth = 'xs' | 's' | 'm' | 'l';

export interface TextInputProps extends FieldProps {
  /** As it was typed, also when it is wrong. */
  readonly value?: string | number | null | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | undefined;
  readonly width?: BoxWidth | undefined;
  /** Numbers: right keyboard on a phone, tabular figures. The value stays text. */
  readonly numeric?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Unit shown after the box. */
  readonly suffix?: string | undefined;
  /** Under the box: a count, a note of where the value comes from. */
  readonly after?: Content;
  /** Address that answers `?q=` with `[{value, label, note?}]`; suggestions then appear with script. */
  readonly suggest?: string | undefined;
  readonly autofocus?: boolean | undefined;
}

export function TextInput(props: TextInputProps) {
  const { id, describedBy } = fieldIds(props);
  const input = (
    <input
      class={cls('box', `box-${props.width ?? 'l'}`, props.numeric && 'box-num')}
      type={props.type ?? 'text'}
      id={id}
      name={props.name}
      value={props.value ?? undefined}
      inputmode={props.numeric ? 'decimal' : undefined}
      placeholder={props.placeholder}
      autocomplete={props.autocomplete ?? (props.suggest ? 'off' : undefined)}
      maxlength={props.maxLength}
      autofocus={props.autofocus}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy}
    />
  );
  return (
    <Field {...props}>
      {props.suggest ? (
        <lt-suggest data-src={props.suggest} data-label={props.label}>
          {input}
        </lt-suggest>
      ) : null}
      {!props.suggest && props.suffix ? (
        <span class="box-with-unit">
          {input}
          <span>{props.suffix}</span>
        </span>
      ) : null}
      {!props.suggest && !props.suffix ? input : null}
      {props.after ? <p class="help">{props.after}</p> : null}
    </Field>
  );
}

/** A day as text `dd/mm/yyyy`: no picker that differs by browser, and keeps what was typed. */
export function DateInput(props: Omit<TextInputProps, 'type' | 'suggest' | 'suffix'>) {
  return (
    <TextInput
      {...props}
      width={props.width ?? 's'}
      placeholder={props.placeholder ?? vi.datePlaceholder}
      autocomplete={props.autocomplete ?? 'off'}
      numeric
    />
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly after?: Content;
}

export function TextArea(props: TextAreaProps) {
  const { id, describedBy } = fieldIds(props);
  return (
    <Field {...props}>
      <textarea
        class="box box-l"
        id={id}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy}
      >
        {/* The parser drops one line end after the tag: without this a first empty line is lost. */}
        {`\n${props.value ?? ''}`}
      </textarea>
      {props.after ? <p class="help">{props.after}</p> : null}
    </Field>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}
export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

export interface SelectProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly options: readonly (SelectOption | SelectGroup)[];
  /** First entry, with an empty value; left out when a choice always stands. */
  readonly empty?: string | undefined;
  readonly width?: BoxWidth | undefined;
}

export function Select(props: SelectProps) {
  const { id, describedBy } = fieldIds(props);
  const option = (item: SelectOption) => (
    <option value={item.value} selected={item.value === (props.value ?? '')}>
      {item.label}
    </option>
  );
  return (
    <Field {...props}>
      <select
        class={`box box-${props.width ?? 'm'}`}
        id={id}
        name={props.name}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy}
      >
        {props.empty === undefined ? null : option({ value: '', label: props.empty })}
        {props.options.map((item) =>
          'options' in item ? (
            <optgroup label={item.label}>{item.options.map(option)}</optgroup>
          ) : (
            option(item)
          ),
        )}
      </select>
    </Field>
  );
}

export interface FileInputProps extends FieldProps {
  /** Limits first: pass them in `help`. Types for the file dialog, such as `.pdf,.docx`. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Files kept from before, each with its own state and way to remove. */
  readonly files?: Content;
  /** Where there is script, each file is sent at once and in pieces; the page asks for the island 'ui/upload'. */
  readonly upload?: FileUpload | undefined;
}

/** See `uploadDoors` and `islands/upload.ts`. */
export interface FileUpload {
  readonly address: string;
  /** More to tell with each file. */
  readonly told?: Readonly<Record<string, string>>;
  /** Bytes. */
  readonly limit?: number;
  /** The hidden field that gets the pid of each file that has arrived. */
  readonly into?: string;
  /** The page is loaded again when all have arrived. */
  readonly then?: 'reload';
}

export function FileInput(props: FileInputProps) {
  const { id, describedBy } = fieldIds(props);
  return (
    <Field {...props}>
      {props.files}
      <span class="file-box">
        <Icon name="upload" />
        <span class="file-words" aria-hidden="true">
          <strong>{vi.chooseFile}</strong> {vi.dropFile}
        </span>
        <input
          type="file"
          id={id}
          name={props.name}
          accept={props.accept}
          multiple={props.multiple}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy}
          {...uploadData(props.upload)}
        />
      </span>
    </Field>
  );
}

function uploadData(upload: FileUpload | undefined): Record<string, string | number | undefined> {
  if (upload === undefined) return {};
  return {
    'data-upload': upload.address,
    'data-upload-told': upload.told === undefined ? undefined : JSON.stringify(upload.told),
    'data-upload-limit': upload.limit,
    'data-upload-into': upload.into,
    'data-upload-then': upload.then,
  };
}
