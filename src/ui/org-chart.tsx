import { cls } from './format.ts';
import type { Content } from './types.ts';

export interface OrgBox {
  readonly title: string;
  readonly href?: string | undefined;
  readonly note?: Content;
  /** The one that the page is about. */
  readonly strong?: boolean | undefined;
  /** What stands under it. */
  readonly below?: readonly OrgBox[] | undefined;
}

/** More children than this stand in a column under their parent, not in a row. */
const widestRow = 4;

/** A nested list drawn as a chart; on a phone the list itself, indented. `label` names it. */
export function OrgChart(props: { readonly label: string; readonly root: OrgBox }) {
  return (
    <ul class="org-chart" aria-label={props.label}>
      <OrgNode {...props.root} />
    </ul>
  );
}

function OrgNode(props: OrgBox) {
  const below = props.below ?? [];
  return (
    <li>
      <div class={cls('org-box', props.strong && 'org-strong')}>
        <strong>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</strong>
        {props.note ? <span>{props.note}</span> : null}
      </div>
      {below.length > 0 ? (
        <ul class={cls(below.length > widestRow && 'org-column')}>
          {below.map((child) => (
            <OrgNode {...child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
