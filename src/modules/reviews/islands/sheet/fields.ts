// The controls of a sheet, without what the page itself puts into the form.

type Field = readonly [name: string, value: string];

const own = /^(mark|band|comment|gate|note)-/;

/** What stands in the form, in its order. */
export const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...new FormData(form)].flatMap(([name, value]): Field[] =>
    typeof value === 'string' && own.test(name) ? [[name, value]] : [],
  );

// Browsers send line ends as CRLF, and boxes have them as LF.
const plain = (value: string): string => value.replaceAll('\r\n', '\n').trim();

export const textOf = (fields: readonly Field[]): string =>
  JSON.stringify(
    fields.filter(([, value]) => value !== '').map(([name, value]) => [name, plain(value)]),
  );

/** Puts values back into the controls; those that are not named are emptied. */
export function fill(form: HTMLFormElement, fields: readonly Field[]): void {
  const values = new Map(fields);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && own.test(control.name)) {
      if (control.type === 'radio') control.checked = values.get(control.name) === control.value;
      else control.value = values.get(control.name) ?? '';
    } else if (control instanceof HTMLTextAreaElement && own.test(control.name))
      control.value = values.get(control.name) ?? '';
  }
}
