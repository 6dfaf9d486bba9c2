import type { FormErrors } from '../../../platform/forms/state.ts';
import { Alert, Button, ButtonLink, Form, FormActions, TextInput } from '../../../ui/index.ts';
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
      <Refused errors={errors} />
      <Form action="/dang-nhap" hidden={{ tiep: next }} full>
        <TextInput
          name="email"
          label={words.email}
          type="email"
          autocomplete="username"
          value={email}
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
      <p class="or">{words.or}</p>
      <ButtonLink href={`/dang-nhap/thu?tiep=${encodeURIComponent(next)}`} wide icon="mail">
        {words.sendLink}
      </ButtonLink>
    </>
  );
}

/** One sentence over the form: it does not tell which of the two fields is wrong. */
function Refused({ errors }: { readonly errors: FormErrors }) {
  const [first] = errors.list;
  if (first === undefined) return null;
  return (
    <Alert tone="bad" title={words.notSignedIn} live>
      {first.text}
    </Alert>
  );
}

/** Under the card: whom to ask. */
export function SignInHelp(props: { readonly phone: string | null }) {
  return <p>{props.phone === null ? words.helpWithoutPhone : words.help(props.phone)}</p>;
}

/** Asks for the address that the link goes to; afterwards says what to do. */
export function LinkForm(props: {
  email: string;
  next: string;
  sent: boolean;
  errors: FormErrors;
}) {
  if (props.sent) {
    return (
      <>
        <Alert tone="ok">{words.linkSent(props.email)}</Alert>
        <p>{words.linkNotSeen}</p>
        <p>
          <a href={`/dang-nhap?tiep=${encodeURIComponent(props.next)}`}>{words.backToSignIn}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <Refused errors={props.errors} />
      <Form action="/dang-nhap/thu" hidden={{ tiep: props.next }} full>
        <TextInput
          name="email"
          label={words.email}
          type="email"
          autocomplete="username"
          value={props.email}
        />
        <FormActions>
          <Button kind="primary" busy={words.sendingLink}>
            {words.sendLink}
          </Button>
          <ButtonLink kind="text" href="/dang-nhap">
            {words.backToSignIn}
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
      <Refused errors={props.errors} />
      <Form action="/dang-nhap/duong-dan" hidden={{ token: props.token, tiep: props.next }} full>
        <Button kind="primary" wide>
          {words.signIn}
        </Button>
      </Form>
    </>
  );
}
