import { PartForm } from './frame.tsx';
import { Moment } from './moment.tsx';
import type { PartState } from './state.ts';

/** When each phase begins and ends; `phases` are their names in order. */
export function ScheduleForm(props: {
  readonly state: PartState;
  readonly phases: readonly string[];
}) {
  const { state } = props;
  return (
    <PartForm state={state}>
      {props.phases.map((name, row) => (
        <fieldset class="person">
          <legend>{name}</legend>
          <div class="schedule">
            <Moment state={state} name={`phases.${row}.opens`} end="opens" />
            <Moment state={state} name={`phases.${row}.closes`} end="closes" />
          </div>
        </fieldset>
      ))}
    </PartForm>
  );
}
