import {
  Alert,
  Button,
  ButtonLink,
  Checkboxes,
  type Choice,
  Form,
  FormActions,
} from '../../../../ui/index.ts';
import { pageWords as words } from '../../vi/pages.ts';

export interface GoOnProps {
  readonly action: string;
  readonly errors: readonly string[];
  readonly help: string;
  readonly chosen: readonly string[];
  readonly groups: readonly { readonly label: string; readonly options: readonly Choice[] }[];
  readonly backHref: string;
}

/** Who goes on to the next phase; those above the line are ticked. */
export function GoOnForm(props: GoOnProps) {
  return (
    <Form action={props.action}>
      {props.errors.map((error) => (
        <Alert tone="bad">{error}</Alert>
      ))}
      <p class="help">{props.help}</p>
      {props.groups
        .filter(({ options }) => options.length > 0)
        .map(({ label, options }) => (
          <Checkboxes name="dossiers" label={label} values={props.chosen} options={options} />
        ))}
      <FormActions>
        <Button kind="primary">{words.goOnSave}</Button>
        <ButtonLink kind="text" href={props.backHref}>
          {words.back}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
