import { Button, ButtonLink } from '../button.tsx';
import type { Content, Level } from '../types.ts';
import { vi } from '../vi.ts';
import { Form, FormActions, type HiddenValues } from './form.tsx';
import { TextInput } from './inputs.tsx';

export interface ConfirmProps {
  /** The question, with what it is about and how many. */
  readonly question: string;
  /** What follows from it and the way back. */
  readonly children?: Content;
  readonly action: string;
  readonly hidden?: HiddenValues | undefined;
  /** To be typed when the act cannot be undone; the server checks it as field `confirm_code`. */
  readonly code?: string | undefined;
  readonly codeLabel?: string | undefined;
  readonly error?: string | undefined;
  readonly typed?: string | undefined;
  /** The verb, the same as on the button that led here. */
  readonly verb: string;
  readonly keepHref: string;
  readonly keepLabel?: string | undefined;
  /** The act can be undone: the button is then not red. */
  readonly harmless?: boolean | undefined;
  /** 1 on a page of its own, 2 where a layout has set the h1. */
  readonly level?: 1 | Level | undefined;
}

/** A confirmation as a page of its own: question, consequence, typed code, verb repeated. */
export function ConfirmPage(props: ConfirmProps) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section class="confirm">
      <Heading>{props.question}</Heading>
      <div class="confirm-body">{props.children}</div>
      <Form action={props.action} hidden={props.hidden ?? {}}>
        {props.code ? (
          <TextInput
            name="confirm_code"
            label={props.codeLabel ?? vi.typeCode(props.code)}
            value={props.typed}
            error={props.error}
            autocomplete="off"
          />
        ) : null}
        <FormActions>
          <Button kind={props.harmless ? 'primary' : 'danger'}>{props.verb}</Button>
          <ButtonLink href={props.keepHref}>{props.keepLabel ?? vi.keep}</ButtonLink>
        </FormActions>
      </Form>
    </section>
  );
}
