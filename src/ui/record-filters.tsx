import { Select, type SelectOption, TextInput } from './form/inputs.tsx';
import { SelectOrSuggest } from './form/select-or-suggest.tsx';
import { vi } from './vi.ts';

/** What the filters that all lists of records share need; names as they stand in the address. */
interface RecordFilterProps {
  readonly values: Readonly<Record<string, string>>;
}

/** `q`: words in any order. */
export function WordsFilter({ values }: RecordFilterProps) {
  const { search, searchHint } = vi.record;
  return <TextInput name="q" label={search} value={values.q} placeholder={searchHint} width="m" />;
}

export interface OwnerFilterProps extends RecordFilterProps {
  readonly label: string;
  readonly organisations: readonly SelectOption[];
  /** Set when the organisations are too many to choose from. */
  readonly suggestHref: string | null;
}

/** `don-vi`: the organisation whose records they are. */
export function OwnerFilter({ values, label, organisations, suggestHref }: OwnerFilterProps) {
  return (
    <SelectOrSuggest
      name="don-vi"
      label={label}
      value={values['don-vi']}
      options={organisations}
      suggestHref={suggestHref}
      empty={vi.record.anyOrganisation}
      width="s"
    />
  );
}

export interface YearFilterProps extends RecordFilterProps {
  readonly years: readonly SelectOption[];
}

/** `nam`: one of the years in which there is something. */
export function YearFilter({ values, years }: YearFilterProps) {
  const { year, anyYear } = vi.record;
  return (
    <Select name="nam" label={year} value={values.nam} options={years} empty={anyYear} width="s" />
  );
}
