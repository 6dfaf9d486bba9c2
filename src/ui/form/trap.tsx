/** A field that no human sees: what fills every field of a page fills this one too. */
export function Trap(props: { readonly name: string; readonly label: string }) {
  return (
    <div class="sr" aria-hidden="true">
      <label for={`trap-${props.name}`}>{props.label}</label>
      <input
        class="box"
        id={`trap-${props.name}`}
        name={props.name}
        type="text"
        tabindex={-1}
        autocomplete="off"
      />
    </div>
  );
}
