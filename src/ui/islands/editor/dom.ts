type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with its attributes (`true` without a value, `false` and undefined not at all) and what is in it. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...inside);
  return element;
}

/** A button that sends no form. */
export function button(
  words: string,
  attributes: Attributes,
  press: () => void,
  before?: Node,
): HTMLButtonElement {
  const element = made('button', { type: 'button', ...attributes }, ...(before ? [before] : []));
  element.append(made('span', {}, words));
  element.addEventListener('click', press);
  return element;
}

let count = 0;

/** An id that nothing else on the page has. */
export function newId(): string {
  count += 1;
  return `soan-${count}`;
}

/** A line of text with its label above. Enter sends no form. */
export function textBox(
  label: string,
  value: string,
  attributes: Attributes = {},
): { readonly box: HTMLDivElement; readonly input: HTMLInputElement } {
  const id = newId();
  const input = made('input', {
    class: 'box',
    type: 'text',
    id,
    autocomplete: 'off',
    ...attributes,
  });
  input.value = value;
  const box = made('div', { class: 'editor-box' }, made('label', { for: id }, label), input);
  return { box, input };
}

const svg = 'http://www.w3.org/2000/svg';

/** A line drawing on a 24 grid, beside words. */
export function icon(paths: readonly string[]): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  const attributes = { class: 'icon', viewBox: '0 0 24 24', width: '20', height: '20' };
  for (const [name, value] of Object.entries({ ...attributes, 'aria-hidden': 'true' }))
    drawing.setAttribute(name, value);
  for (const d of paths) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', d);
    drawing.append(path);
  }
  return drawing;
}
