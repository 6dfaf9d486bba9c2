import type { MenuBranch } from '../types.ts';

/**
 * A menu of two levels without script: what has others below it is a disclosure, whose first line is its own
 * page. `open`: all lines under one another, for the foot of a page.
 */
export function MenuTree(props: {
  readonly items: readonly MenuBranch[];
  readonly open?: boolean | undefined;
}) {
  return (
    <ul>
      {props.items.map((item) =>
        (item.below ?? []).length === 0 ? (
          <li>
            <Line item={item} />
          </li>
        ) : (
          <li class="menu-branch">
            {props.open ? <Listed item={item} /> : <Folded item={item} />}
          </li>
        ),
      )}
    </ul>
  );
}

function Line({ item }: { readonly item: MenuBranch }) {
  return item.href === undefined ? (
    <span>{item.label}</span>
  ) : (
    <a
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
      lang={item.lang}
      hreflang={item.lang}
    >
      {item.label}
    </a>
  );
}

function Folded({ item }: { readonly item: MenuBranch }) {
  const inside = (item.below ?? []).some((one) => one.current);
  return (
    <details name="danh-muc-chinh">
      <summary aria-current={item.current || inside ? 'true' : undefined}>{item.label}</summary>
      <ul>
        {item.href === undefined ? null : (
          <li>
            <Line item={item} />
          </li>
        )}
        {(item.below ?? []).map((one) => (
          <li>
            <Line item={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Listed({ item }: { readonly item: MenuBranch }) {
  return (
    <>
      <Line item={item} />
      <ul>
        {(item.below ?? []).map((one) => (
          <li>
            <Line item={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
