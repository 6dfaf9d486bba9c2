import { cls } from '../format.ts';
import { Icon } from '../icon.tsx';
import type { Content, Crumb, LinkItem, MenuItem, SearchBox } from '../types.ts';
import { vi } from '../vi.ts';

export function Crumbs(props: { readonly items: readonly Crumb[] }) {
  if (props.items.length === 0) return null;
  return (
    <nav class="crumbs" aria-label={vi.crumbs}>
      <ol>
        {props.items.map((item) => (
          <li>
            {item.href ? (
              <a href={item.href} lang={item.lang}>
                {item.label}
              </a>
            ) : (
              <span aria-current="page" lang={item.lang}>
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function MenuList(props: { readonly items: readonly MenuItem[] }) {
  return (
    <ul>
      {props.items.map((item) => (
        <li>
          <a
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            lang={item.lang}
            hreflang={item.lang}
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface SearchFormProps extends SearchBox {
  readonly id: string;
  /** What is searched, for screen readers or, with `labelShown`, for everyone. */
  readonly label: string;
  readonly labelShown?: boolean | undefined;
}

/** One text field and its button, side by side; works as a plain GET form. */
export function SearchForm(props: SearchFormProps) {
  return (
    <search class="search">
      <form method="get" action={props.action}>
        <label class={props.labelShown ? undefined : 'sr'} for={props.id}>
          {props.label}
        </label>
        <div class="search-row">
          <input
            type="search"
            id={props.id}
            name={props.name ?? 'q'}
            value={props.value}
            placeholder={props.placeholder}
            autocomplete={props.suggest === undefined ? 'off' : undefined}
            list={props.suggest === undefined ? undefined : `${props.id}-goi-y`}
          />
          {props.suggest === undefined ? null : (
            <datalist id={`${props.id}-goi-y`}>
              {props.suggest.map((word) => (
                <option value={word} />
              ))}
            </datalist>
          )}
          {Object.entries(props.hidden ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn btn-primary">
            <Icon name="search" />
            <span>{vi.search}</span>
          </button>
        </div>
      </form>
    </search>
  );
}

export interface ColumnsProps {
  readonly aside?: Content;
  /** The aside is what was just opened (records behind a figure): on a phone it comes first. */
  readonly asideFirst?: boolean | undefined;
  readonly children?: Content;
}

/** Main column and, when there is one, the aside; on a phone below it, or above with `asideFirst`. */
export function Columns(props: ColumnsProps) {
  if (!props.aside) return <>{props.children}</>;
  const aside = <aside class="columns-aside">{props.aside}</aside>;
  return (
    <div class={cls('columns', props.asideFirst && 'columns-open')}>
      {props.asideFirst ? aside : null}
      <div class="columns-main">{props.children}</div>
      {props.asideFirst ? null : aside}
    </div>
  );
}

/** Links in a row with dots between. */
export function InlineLinks(props: { readonly items: readonly LinkItem[] }) {
  return (
    <ul class="inline-links">
      {props.items.map((item) => (
        <li>
          <a href={item.href} lang={item.lang} hreflang={item.lang}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
