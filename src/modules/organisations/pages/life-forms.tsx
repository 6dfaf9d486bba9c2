import { Checkbox, DateInput, TextArea, TextInput } from '../../../ui/index.ts';
import { vi } from '../vi.ts';
import { FormFrame, type FormShown, type FrameOfForm, fieldsOf } from './form-frame.tsx';

export const closeLabels = {
  on: vi.close.on,
  end_members: vi.affiliate.kind,
  reason: vi.close.reason,
  confirm_code: vi.form.confirmLabel,
} as const;

export function CloseForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly code: string;
      readonly members: number;
    },
) {
  const field = fieldsOf(props.form, closeLabels);
  return (
    <FormFrame
      {...props}
      order={Object.keys(closeLabels)}
      save={vi.close.verb}
      keep={vi.close.keep}
      danger
    >
      <p>{vi.close.body}</p>
      <DateInput {...field('on')} />
      {props.members > 0 ? (
        <Checkbox
          name="end_members"
          label={vi.close.members(props.members)}
          checked={props.form.values.end_members !== undefined}
          error={props.form.errors.end_members}
        />
      ) : null}
      <TextArea {...field('reason')} rows={2} optional />
      <TextInput
        {...field('confirm_code')}
        label={vi.close.confirm(props.code)}
        width="m"
        autocomplete="off"
      />
    </FormFrame>
  );
}

/** A question with one button: deleting what can be restored, reopening. */
export function AskForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref' | 'save' | 'danger'> & {
      readonly body: string;
    },
) {
  return (
    <FormFrame {...props} order={[]} keep={vi.form.keep}>
      <p>{props.body}</p>
    </FormFrame>
  );
}
