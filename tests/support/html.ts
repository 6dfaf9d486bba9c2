/** Rows of all tables of a page. */
export function rowsOf(html: string): string[] {
  return [...html.matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) => row);
}

/** The words of each cell of a row. */
export function cellTexts(row: string): string[] {
  return [...row.matchAll(/<t[dh][ >].*?<\/t[dh]>/gs)].map(([cell]) => textOf(cell));
}

/** What a piece of a page says, without its elements. */
export function textOf(html: string): string {
  const plain = html.replace(/<[^>]*>/g, ' ');
  return decode(plain).replace(/\s+/g, ' ').trim();
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Text as a browser reads it from an attribute or between elements. */
export function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return named[name] ?? whole;
  });
}

/** Addresses that a page leads to, on this site only. */
export function linksOf(html: string): string[] {
  const found = [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map((m) => decode(m[1]!));
  return [...new Set(found.filter((href) => /^\/(?!\/)/.test(href)))].map((h) => h.split('#')[0]!);
}

export interface FoundField {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly options: readonly string[];
}

export interface FoundForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly fields: readonly FoundField[];
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
};

/** The forms of a page with their fields as a browser would send them. */
export function formsOf(html: string, page: string): FoundForm[] {
  return [...html.matchAll(/<form[ >].*?<\/form>/gs)].map(([form]) => {
    const head = /^<form[^>]*>/.exec(form)![0];
    return {
      action: attribute(head, 'action') || page,
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      multipart: attribute(head, 'enctype') === 'multipart/form-data',
      fields: fieldsOf(form),
    };
  });
}

function fieldsOf(form: string): FoundField[] {
  const inputs = [...form.matchAll(/<(input|button)\s[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name') ?? '',
    type: attribute(tag, 'type') ?? 'text',
    value: attribute(tag, 'value') ?? '',
    options: [],
    checked: /\schecked/.test(tag),
  }));
  const areas = [...form.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs)].map((m) => ({
    name: attribute(m[1]!, 'name') ?? '',
    type: 'textarea',
    // A browser leaves out the line end that stands first.
    value: decode(m[2]!.replace(/^\n/, '')),
    options: [],
  }));
  const selects = [...form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)].map((m) => {
    const options = [...m[2]!.matchAll(/<option[^>]*>/g)].map(([tag]) => ({
      value: attribute(tag, 'value') ?? '',
      selected: /\sselected/.test(tag),
    }));
    return {
      name: attribute(m[1]!, 'name') ?? '',
      type: 'select',
      value: (options.find((o) => o.selected) ?? options[0])?.value ?? '',
      options: options.map((o) => o.value),
    };
  });
  return [...inputs, ...areas, ...selects].filter((f) => f.name !== '' && sent(f));
}

function sent(field: { type: string; checked?: boolean }): boolean {
  if (field.type === 'submit' || field.type === 'button') return false;
  return field.type !== 'radio' || field.checked === true;
}
