import type { Child } from 'hono/jsx';
import {
  Button,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  TextArea,
} from '../../../ui/index.ts';
import type { FormSection, ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import type { CellsProps } from './cells.tsx';
import { One, wrongPlaces } from './form.tsx';
import { Parts } from './parts.tsx';

/** Field in which a place is returned, and that of the whole form. */
export const returnField = (place: string): string => `return:${place}`;
export const wholeField = 'places.0.words';

export interface ReturningProps
  extends Omit<CellsProps, 'section' | 'fills' | 'returning' | 'was'> {
  readonly form: ReportForm;
  /** A place that is to be returned: its field is open. */
  readonly wanted: string | null;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly summary: readonly { readonly field: string; readonly text: string }[];
}

/** A form as its collector reads it, with a field for words at every place. */
export function Returning(props: ReturningProps) {
  const { form } = props;
  const returning = (place: string): Child => (
    <Why
      {...props}
      name={returnField(place)}
      open={place === props.wanted}
      title={form.sections.some(narrates(place)) ? words.returnWords : words.returnOne}
    />
  );
  const cells = { ...props, was: {}, fills: false, returning };
  return (
    <Form action={props.action} hidden={props.hidden} full>
      <ErrorSummary errors={props.summary} title={words.returnRefused} />
      <p class="help">{words.returnNote}</p>
      <Why {...props} name={wholeField} title={words.returnWhole} help={words.returnWholeHelp} />
      <Parts
        sections={form.sections}
        wrong={[...wrongPlaces(props.summary), props.wanted ?? '']}
        one={(section) => <One {...cells} section={forReading(section)} />}
      />
      <div class="report-returns">
        <FormActions>
          <Button kind="primary" busy={words.saving}>
            {words.returnSave}
          </Button>
          <a href={props.to('')}>{words.backToForm}</a>
        </FormActions>
      </div>
    </Form>
  );
}

const narrates =
  (place: string) =>
  ({ section, narrative }: FormSection): boolean =>
    narrative !== null && section.key === place;

const forReading = ({ section, narrative, cells }: FormSection): FormSection => ({
  section,
  narrative: narrative && { ...narrative, editable: false },
  cells: cells.map((cell) => ({ ...cell, editable: false })),
});

interface WhyProps extends Pick<ReturningProps, 'typed' | 'errors'> {
  readonly name: string;
  readonly title: string;
  readonly help?: string;
  readonly open?: boolean;
}

/** Closed until it is wanted; open where something was typed. */
function Why({ typed, errors, name, title, help, open = false }: WhyProps) {
  const [value, error] = [typed[name] ?? '', errors[name]];
  return (
    <details class="return-one" open={open || value !== '' || error !== undefined}>
      <summary>{title}</summary>
      <TextArea
        name={name}
        label={words.returnField}
        help={help}
        value={value}
        error={error}
        maxLength={2000}
        rows={2}
      />
    </details>
  );
}
