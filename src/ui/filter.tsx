import { Button } from './button.tsx';
import { HiddenFields, type HiddenValues } from './form/form.tsx';
import { Icon } from './icon.tsx';
import type { Content } from './types.ts';
import { vi } from './vi.ts';

export interface FilterBarProps {
  readonly action: string;
  /** `vi.filter` when left out; a report rather shows than filters. */
  readonly submit?: string | undefined;
  /** What stays in the address, such as the sort order. */
  readonly hidden?: HiddenValues | undefined;
  /** Fields: TextInput, Select, DateInput. */
  readonly children?: Content;
}

/** One row above a list: a plain GET form, so that the address holds the whole question. */
export function FilterBar(props: FilterBarProps) {
  return (
    <form class="filter-bar" method="get" action={props.action} aria-label={vi.filterLabel}>
      {props.hidden ? <HiddenFields values={props.hidden} /> : null}
      {props.children}
      <Button>{props.submit ?? vi.filter}</Button>
    </form>
  );
}

/** Conditions that are rarely set, behind a line; open when one of them is. */
export function FilterMore(props: {
  readonly label: string;
  readonly open: boolean;
  readonly children?: Content;
}) {
  return (
    <details class="filter-more" open={props.open}>
      <summary>{props.label}</summary>
      <div>{props.children}</div>
    </details>
  );
}

export interface FilterChip {
  readonly label: string;
  /** The same address without this filter. */
  readonly removeHref: string;
}

export interface ActiveFiltersProps {
  readonly chips: readonly FilterChip[];
  readonly clearHref: string;
}

/** What the list is filtered by, each to be taken off; nothing when nothing is set. */
export function ActiveFilters(props: ActiveFiltersProps) {
  if (props.chips.length === 0) return null;
  return (
    <div class="chips">
      <span>{vi.filtering}</span>
      <ul>
        {props.chips.map((chip) => (
          <li>
            <a class="chip" href={chip.removeHref} aria-label={vi.dropFilter(chip.label)}>
              {chip.label}
              <Icon name="close" />
            </a>
          </li>
        ))}
      </ul>
      <a href={props.clearHref}>{vi.clearFilters}</a>
    </div>
  );
}
