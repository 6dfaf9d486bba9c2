import {
  ActForm,
  type ActState,
  Checkbox,
  DateInput,
  fieldOf,
  Radios,
  Select,
  type SelectOption,
  TextInput,
} from '../../../../ui/index.ts';
import { councilWords as words } from '../../vi/office.ts';
import { CodeBoxes } from './code-boxes.tsx';

/** What a council judges and how it votes. */
export function CouncilForm(props: {
  readonly state: ActState;
  readonly fields: readonly SelectOption[];
  readonly phases: readonly SelectOption[];
  readonly voting: readonly SelectOption[];
}) {
  const { state } = props;
  const field = fieldOf(state);
  const { labels } = words;
  return (
    <ActForm state={state} verb={words.save}>
      <TextInput {...field('name', labels.name)} help={words.nameHelp} maxLength={200} />
      <CodeBoxes
        state={state}
        name="fields"
        legend={labels.fields}
        help={words.fieldsHelp}
        options={props.fields}
      />
      <CodeBoxes
        state={state}
        name="phases"
        legend={labels.phases}
        help={words.phasesHelp}
        options={props.phases}
      />
      {props.voting.length === 0 ? null : (
        <Select
          {...field('voting', labels.voting)}
          options={props.voting}
          empty={words.votingEmpty}
          width="l"
        />
      )}
      <TextInput {...field('decision', labels.decision)} help={words.decisionHelp} optional />
      <DateInput {...field('decided_on', labels.decided_on)} optional />
    </ActForm>
  );
}

/** Gives a seat; `judge` is set where somebody's seat is changed. */
export function SeatForm(props: {
  readonly state: ActState;
  readonly judges: readonly SelectOption[];
  readonly roles: readonly SelectOption[];
  readonly fixed: boolean;
}) {
  const { state } = props;
  const field = fieldOf(state);
  const { labels } = words;
  return (
    <ActForm state={state} verb={words.give}>
      {props.fixed ? null : (
        <Select
          {...field('judge', labels.judge)}
          options={props.judges}
          empty={words.chooseJudge}
          width="l"
        />
      )}
      <Radios {...field('role', labels.role)} options={props.roles} />
      <Checkbox
        name="votes"
        label={labels.votes}
        checked={state.form.values.votes === '1'}
        error={state.form.errors.votes}
      />
    </ActForm>
  );
}
