import {
  Button,
  ButtonLink,
  type Choice,
  Form,
  FormActions,
  Radios,
  TextInput,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface LinePageProps {
  readonly facts: string;
  readonly how: string;
  readonly problem: string | null;
  readonly action: string;
  readonly searchAction: string;
  readonly typed: string;
  readonly reference: string;
  readonly candidates: readonly Choice[];
  readonly chosen: string;
  readonly nobody: boolean;
  readonly backHref: string;
}

/** Whose one line is: candidates, a search by name, or a typed reference. */
export function LinePage(props: LinePageProps) {
  return (
    <>
      <p>{props.facts}</p>
      <p>{props.how}</p>
      <Form action={props.searchAction} method="get">
        <TextInput
          name="q"
          label={words.findPerson}
          value={props.typed}
          placeholder={words.searchExample}
          width="m"
        />
        <div class="buttons">
          <Button>{words.find}</Button>
        </div>
      </Form>
      {props.nobody ? <p>{words.foundNobody}</p> : null}
      <Form action={props.action}>
        {props.candidates.length === 0 ? null : (
          <Radios
            name="candidate"
            label={words.whoseIsIt}
            value={props.chosen}
            options={props.candidates}
          />
        )}
        <TextInput
          name="reference"
          label={props.candidates.length === 0 ? words.reference : words.typedReference}
          help={words.typedReferenceHelp}
          value={props.reference}
          error={props.problem ?? undefined}
          width="m"
          optional
        />
        <FormActions>
          <Button kind="primary" name="decision" value="take">
            {words.take}
          </Button>
          <Button name="decision" value="leave">
            {words.leaveLine}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.backToStatement}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
