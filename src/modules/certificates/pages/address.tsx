import type { FormView } from '../../../platform/forms/returned.ts';
import { Alert, Checkbox } from '../../../ui/index.ts';
import { labels, words } from '../vi/index.ts';

/** Where nobody has set the address that is printed and signed: says so, and asks whether to go on. */
export function AnyAddress(props: { readonly address: string | null; readonly state: FormView }) {
  if (props.address === null) return null;
  const { values, errors } = props.state;
  return (
    <>
      <Alert tone="warn" title={words.addressUnset}>
        {words.addressUnsetBody(props.address)}
      </Alert>
      <Checkbox
        name="any_address"
        label={labels.any_address ?? ''}
        checked={values.any_address !== undefined}
        error={errors.any_address}
      />
    </>
  );
}
