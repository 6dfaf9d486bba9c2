import { cls } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Content } from './types.ts';

export type ButtonKind = 'primary' | 'secondary' | 'text' | 'danger' | 'dangerOutline';

interface ButtonLook {
  /** `secondary` when left out; one `primary` a view. */
  readonly kind?: ButtonKind | undefined;
  /** 36 px high; only inside tables on a desk. */
  readonly small?: boolean | undefined;
  /** As wide as its column. */
  readonly wide?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly children?: Content;
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Words shown while the form is being sent, such as `vi.saving` (with script only). */
  readonly busy?: string | undefined;
  /** Sends the form to another address. */
  readonly formAction?: string | undefined;
  /** Id of the form, for a button that stands outside it. */
  readonly form?: string | undefined;
  /** More for screen readers than the words on the button, which it must contain. */
  readonly label?: string | undefined;
}

export interface ButtonLinkProps extends ButtonLook {
  readonly href: string;
  readonly label?: string | undefined;
  /** A file to save rather than a page to open. */
  readonly download?: boolean | undefined;
}

const kinds = {
  primary: 'btn-primary',
  secondary: 'btn-secondary',
  text: 'btn-text',
  danger: 'btn-danger',
  dangerOutline: 'btn-danger-outline',
} as const satisfies Record<ButtonKind, string>;

function look(props: ButtonLook): string | undefined {
  const { kind = 'secondary', small, wide } = props;
  return cls('btn', kinds[kind], small && 'btn-small', wide && 'btn-wide');
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={look(props)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      data-busy={props.busy}
      aria-label={props.label}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      <span>{props.children}</span>
    </button>
  );
}

export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a class={look(props)} href={props.href} aria-label={props.label} download={props.download}>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span>{props.children}</span>
    </a>
  );
}

/** In the place of a button that cannot be used yet: a sentence that says when. */
export function NotYet(props: { readonly children?: Content }) {
  return <p class="not-yet">{props.children}</p>;
}

/** A row of buttons. */
export function Buttons(props: { readonly children?: Content }) {
  return <div class="buttons">{props.children}</div>;
}
