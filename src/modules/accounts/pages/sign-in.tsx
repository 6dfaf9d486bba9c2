import type { FormErrors } from '../../../platform/forms/state.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  TextInput,
} from '../../../ui/index.ts';
import { accountWords as words } from '../vi.ts';

interface SignInProps {
  readonly email: string;
  readonly next: string;
  readonly errors: FormErrors;
}

/** E-mail and password; beside it the way by e-mail link. */
export function SignInForm({ email, next, errors }: SignInProps) {
  return (
    <>
      <ErrorSummary errors={errors.list} />
      <Form action="/dang-nhap" hidden={{ tiep: next }} full>
        <TextInput
          name="email"
          label={words.email}
          type="email"
          autocomplete="username"
          value={email}
          error={errors.of('email')}
        />
        <TextInput
          name="password"
          label={words.password}
          type="password"
          autocomplete="current-password"
        />
        <Button kind="primary" wide busy={words.signIn}>
          {words.signIn}
        </Button>
      </Form>
      <p class="or-line">
        <span>{words.or}</span>
      </p>
      <ButtonLink href={`/dang-nhap/thu?tiep=${encodeURIComponent(next)}`} wide icon="mail">
        {words.sendLink}
      </ButtonLink>
    </>
  );
}

/** Asks for the address that the link goes to; afterwards says what to do. */
export function LinkForm(props: {
  email: string;
  next: string;
  sent: boolean;
  errors: FormErrors;
}) {
  if (props.sent) return <Alert tone="ok">{words.linkSent}</Alert>;
  return (
    <>
      <ErrorSummary errors={props.errors.list} />
      <Form action="/dang-nhap/thu" hidden={{ tiep: props.next }} full>
        <TextInput
          name="email"
          label={words.email}
          type="email"
          autocomplete="username"
          value={props.email}
          error={props.errors.of('email')}
        />
        <FormActions>
          <Button kind="primary">{words.sendLink}</Button>
          <ButtonLink kind="text" href="/dang-nhap">
            {words.signIn}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** A link is used by a press, not by opening it: mail programs open links to look at them. */
export function LinkConfirm(props: { token: string; next: string; errors: FormErrors }) {
  return (
    <>
      <ErrorSummary errors={props.errors.list} />
      <Form action="/dang-nhap/duong-dan" hidden={{ token: props.token, tiep: props.next }} full>
        <Button kind="primary" wide>
          {words.signIn}
        </Button>
      </Form>
    </>
  );
}
