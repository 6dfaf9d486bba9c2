import {
  Button,
  Empty,
  FilterBar,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  type SelectOption,
  WordsFilter,
} from '../../../ui/index.ts';
import { labelSizeNames } from '../rules.ts';
import { labels, sizeNames, words } from '../vi.ts';
import { BranchFilter, MembersFilter } from './issue.tsx';

export interface LabelsProps {
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  readonly hidden: HiddenValues;
  readonly addressed: number;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly branches: readonly SelectOption[];
}

/** Whose addresses, and on which sheets. */
export function LabelsPage(props: LabelsProps) {
  return (
    <>
      <FilterBar action={props.action}>
        <WordsFilter values={props.values} />
        <MembersFilter {...props} />
        <BranchFilter value={props.values['chi-hoi']} branches={props.branches} />
      </FilterBar>
      {props.addressed === 0 ? (
        <Empty kind="filtered" title={words.labelsNone}>
          {words.labelsNoneBody}
        </Empty>
      ) : (
        <Form action={props.action} hidden={props.hidden}>
          <Radios
            name="size"
            label={labels.size ?? ''}
            value="3x8"
            options={labelSizeNames.map((value) => ({ value, label: sizeNames[value] }))}
          />
          <FormActions note={words.labelsNote}>
            <Button kind="primary" icon="print">
              {words.labelsPrint(props.addressed)}
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
