import { cls, fieldId } from '../format.ts';
import type { Content, Level } from '../types.ts';
import { vi } from '../vi.ts';

export type HiddenValues = Readonly<Record<string, string | number | null | undefined>>;

/** Hidden inputs, such as the token against forged requests or the version that was read. */
export function HiddenFields(props: { readonly values: HiddenValues }) {
  return (
    <>
      {Object.entries(props.values).map(([name, value]) =>
        value === undefined || value === null ? null : (
          <input type="hidden" name={name} value={value} />
        ),
      )}
    </>
  );
}

export interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get' | undefined;
  readonly hidden?: HiddenValues | undefined;
  /** True when the form carries files. */
  readonly files?: boolean | undefined;
  readonly id?: string | undefined;
  /** As wide as its place instead of the 680 px of a form column. */
  readonly full?: boolean | undefined;
  /**
   * With script each place is saved as it is typed: its fields are named 'field:place', and what became
   * of it is said in the element with `data-said` of that place. `watch` tells what others changed;
   * `failed` is said when a place could not be sent. `whole`: the form is one place, of the name ''.
   */
  readonly autosave?:
    | {
        readonly save: string;
        readonly watch?: string;
        readonly failed: string;
        readonly whole?: boolean;
      }
    | undefined;
  /** In the middle of a line: one button such as undo. */
  readonly inline?: boolean | undefined;
  readonly children?: Content;
}

/** A form whose checks are the server's: the browser's own bubbles are off. */
export function Form(props: FormProps) {
  return (
    <form
      class={cls('form', props.full && 'form-full', props.inline && 'form-inline')}
      id={props.id}
      action={props.action}
      method={props.method ?? 'post'}
      enctype={props.files ? 'multipart/form-data' : undefined}
      data-autosave={props.autosave?.save}
      data-watch={props.autosave?.watch}
      data-whole={props.autosave?.whole === true ? '' : undefined}
      data-failed={props.autosave?.failed}
      novalidate
    >
      {props.hidden ? <HiddenFields values={props.hidden} /> : null}
      {props.children}
    </form>
  );
}

export interface FieldError {
  /** Name of the field; empty for what concerns the whole form. */
  readonly field: string;
  readonly text: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Names in the order of the page; errors follow it, the others come last. */
  readonly order?: readonly string[] | undefined;
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  readonly level?: Level | undefined;
}

/** On top of the form; takes the focus when the page opens; nothing when there are no errors. */
export function ErrorSummary(props: ErrorSummaryProps) {
  if (props.errors.length === 0) return null;
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="tom-tat-loi">
      <Heading id="tom-tat-loi">{props.title ?? vi.errorSummary(props.errors.length)}</Heading>
      <p>{props.note ?? vi.errorKept}</p>
      <ul>
        {sortErrors(props.errors, props.order ?? []).map((error) => (
          <li>
            {error.field === '' ? (
              error.text
            ) : (
              <a href={`#${fieldId(error.field)}`}>{error.text}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Errors in the order of the fields; the unknown keep their own order, after the known. */
export function sortErrors(
  errors: readonly FieldError[],
  order: readonly string[],
): readonly FieldError[] {
  const place = (error: FieldError) => {
    const at = order.indexOf(error.field);
    return at === -1 ? order.length : at;
  };
  return errors.toSorted((a, b) => place(a) - place(b));
}

/** The row of buttons at the end of a form: primary first. */
export function FormActions(props: { readonly note?: Content; readonly children?: Content }) {
  return (
    <div class="form-actions">
      <div class="buttons">{props.children}</div>
      {props.note ? <p class="help">{props.note}</p> : null}
    </div>
  );
}
