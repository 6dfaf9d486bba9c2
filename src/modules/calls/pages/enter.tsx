/**
 * What the Enter key does in a form with several buttons: it presses the first one, which would else be
 * one that adds or takes away a row. Stands before all others, and is not on the screen.
 */
export function EnterKey(props: { readonly name?: string; readonly value?: string }) {
  return <button type="submit" hidden name={props.name} value={props.value} />;
}
