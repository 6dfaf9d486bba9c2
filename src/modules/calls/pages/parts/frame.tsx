import {
  Button,
  type Content,
  ErrorSummary,
  Form,
  fieldId,
  HiddenFields,
  SaveActions,
  Select,
  type SelectOption,
  TextArea,
} from '../../../../ui/index.ts';
import { partWords as words } from '../../vi/pages-parts.ts';
import { EnterKey } from '../enter.tsx';
import { fieldsOf, type PartState, rowAct } from './state.ts';

/** The form of a part: summary of what is wrong, its fields, the reason once it is open, save or leave. */
export function PartForm(props: {
  readonly state: PartState;
  readonly save?: string | undefined;
  readonly children?: Content;
}) {
  const { state } = props;
  const field = fieldsOf(state);
  return (
    <>
      <ErrorSummary errors={state.form.summary} order={Object.keys(state.form.values)} />
      <Form action={state.action} hidden={state.hidden}>
        <EnterKey />
        {props.children}
        {state.revising ? <TextArea {...field('reason', words.reason)} rows={2} /> : null}
        <SaveActions
          save={props.save ?? (state.revising ? words.toPreview : words.save)}
          backHref={state.backHref}
        />
      </Form>
    </>
  );
}

/** What a new item stands behind; nothing for one that has its place. */
export function AfterSelect(props: {
  readonly state: PartState;
  readonly others: readonly SelectOption[] | null;
}) {
  if (props.others === null || props.others.length === 0) return null;
  const field = fieldsOf(props.state);
  return (
    <Select {...field('after', words.after)} options={props.others} empty={words.atEnd} width="l" />
  );
}

export interface RowsProps {
  readonly state: PartState;
  /** Of the group, as it stands before the numbers of its rows. */
  readonly name: string;
  readonly title: string;
  readonly help?: string | undefined;
  /** What one row is called: 'Văn bản'. */
  readonly one: string;
  readonly add: string;
  /** How many rows there must be. */
  readonly least?: number | undefined;
  /** The order says something: rows can be moved. */
  readonly ordered?: boolean | undefined;
  /** What goes along unseen: the key of a row. */
  readonly keptColumn?: string | undefined;
  /** The fields of a row; `name` gives the full name of a column. */
  readonly row: (name: (column: string) => string, at: number) => Content;
}

/** Rows that can be added and taken away, each a small group of fields with its own legend. */
export function Rows(props: RowsProps) {
  const { state, name, keptColumn } = props;
  const { filled, spare } = state.rows(name);
  return (
    <fieldset class="field">
      <legend>{props.title}</legend>
      {props.help === undefined ? null : <p class="help">{props.help}</p>}
      {Array.from({ length: filled + spare }, (_, at) => (
        <fieldset class="person" id={fieldId(`${name}.${at}`)} tabindex={-1}>
          <legend>
            {at < Math.max(filled, props.least ?? 0)
              ? words.rowOf(props.one, at + 1)
              : words.spareOf(props.one, at + 1)}
          </legend>
          {keptColumn === undefined ? null : (
            <HiddenFields
              values={{
                [`${name}.${at}.${keptColumn}`]: state.form.values[`${name}.${at}.${keptColumn}`],
              }}
            />
          )}
          <div class="person-fields">{props.row((column) => `${name}.${at}.${column}`, at)}</div>
          {at < filled ? <RowButtons {...props} at={at} last={filled - 1} /> : null}
        </fieldset>
      ))}
      <div class="person-more">
        <Button
          icon="plus"
          name="act"
          value={rowAct('add', name)}
          formAction={rowPlace(props, filled)}
        >
          {props.add}
        </Button>
      </div>
    </fieldset>
  );
}

// The page comes back at the row that was changed, not at its top.
const rowPlace = ({ state, name }: RowsProps, at: number): string =>
  `${state.action}#${fieldId(`${name}.${at}`)}`;

function RowButtons(props: RowsProps & { readonly at: number; readonly last: number }) {
  const { name, one, at } = props;
  const called = words.rowOf(one, at + 1);
  return (
    <div class="buttons">
      {props.ordered && at > 0 ? (
        <Button
          small
          name="act"
          value={rowAct('up', name, at)}
          label={words.upOf(called)}
          formAction={rowPlace(props, at - 1)}
        >
          {words.up}
        </Button>
      ) : null}
      {props.ordered && at < props.last ? (
        <Button
          small
          name="act"
          value={rowAct('down', name, at)}
          label={words.downOf(called)}
          formAction={rowPlace(props, at + 1)}
        >
          {words.down}
        </Button>
      ) : null}
      <Button
        small
        name="act"
        value={rowAct('drop', name, at)}
        label={words.dropOf(called)}
        formAction={rowPlace(props, at)}
      >
        {words.drop}
      </Button>
    </div>
  );
}

/** Before a change of an open edition is saved: what it does to whom. */
export function ChangePreview(props: {
  readonly changes: readonly string[];
  readonly reason: string;
  readonly action: string;
  /** All that was typed, to be sent again. */
  readonly kept: readonly (readonly [string, string])[];
  /** Where the dossiers that the new content touches are told, and that content as JSON. */
  readonly touched: { readonly action: string; readonly content: string };
}) {
  return (
    <>
      {props.changes.length === 0 ? (
        <p>{words.preview.nobody}</p>
      ) : (
        <ul class="lines">
          {props.changes.map((change) => (
            <li>{change}</li>
          ))}
        </ul>
      )}
      {props.reason === '' ? null : (
        <p>
          <strong>{words.reason[0]}:</strong> {props.reason}
        </p>
      )}
      <p class="help">{words.preview.note}</p>
      <Form action={props.action}>
        {props.kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="content" value={props.touched.content} />
        <input type="hidden" name="back" value={props.action} />
        <div class="buttons">
          <Button kind="primary" name="act" value="confirm">
            {words.preview.save}
          </Button>
          <Button name="act" value="edit">
            {words.preview.back}
          </Button>
          <Button kind="text" formAction={props.touched.action}>
            {words.preview.touched}
          </Button>
        </div>
      </Form>
    </>
  );
}
