// Saves each place of a long form as it is typed. Without script, or when a request fails, the form's own
// button does the same.

/** What the server says of a place: new values of its hidden fields, and words to show. */
interface Answer {
  readonly fields?: Readonly<Record<string, string>>;
  /** More is to be typed at this place: what is folded there opens. */
  readonly open?: boolean;
  /** Of the whole form: what its other forms send. */
  readonly version?: string;
  /** Elements of the page that say something else now, by their ids, as HTML. */
  readonly fresh?: Readonly<Record<string, string>>;
  readonly said: string;
  readonly tone: 'ok' | 'warn';
}

/** What others wrote: for each place the version that stands, what is to be chosen from, and what to say. */
type Watched = Readonly<
  Record<string, { readonly version: number; readonly rivals: number; readonly said: string }>
>;

const settle = 1500;
const look = 15_000;
// Tried again after a request that failed.
const again = 10_000;
// What browsers still send of a page that is being left.
const mostLeaving = 60_000;
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const sending = new Map<string, Promise<boolean>>();
// A step waits for what is being saved: its form stays on the page.
let stepping = false;

const isWhole = (form: HTMLFormElement): boolean => form.dataset.whole !== undefined;

// A form that is saved as a whole is one place.
const placeOf = (form: HTMLFormElement, name: string): string | null => {
  if (isWhole(form)) return '';
  return name.includes(':') ? name.slice(name.indexOf(':') + 1) : null;
};

const fieldsOf = (form: HTMLFormElement, place: string) =>
  [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      'name' in one && 'value' in one && placeOf(form, String(one.name)) === place,
  );

function say(form: HTMLFormElement, place: string, said: string, tone: string): void {
  const line = form.querySelector<HTMLElement>(`[data-said="${CSS.escape(place)}"]`);
  if (line === null) return;
  line.textContent = said;
  line.dataset.tone = tone;
}

function refresh({ version, fresh = {} }: Answer): void {
  for (const [id, html] of Object.entries(fresh)) {
    const old = document.getElementById(id);
    if (old !== null && !stepping && !old.contains(document.activeElement)) old.outerHTML = html;
  }
  if (version === undefined) return;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="version"]'))
    field.value = version;
}

/** Saves what is typed at a place; false when it was not taken as it is. */
function save(form: HTMLFormElement, place: string): Promise<boolean> {
  const busy = sending.get(place);
  if (busy !== undefined) return busy;
  const address = form.dataset.autosave;
  if (address === undefined || form.dataset.sent) return Promise.resolve(true);
  const typed = typedAt(form, place);
  const done = send(form, place, address, typed).then((taken) => {
    sending.delete(place);
    // Somebody went on typing while it was being saved.
    if (shown(typedAt(form, place)) !== shown(typed)) later(form, place);
    return taken;
  });
  sending.set(place, done);
  return done;
}

async function send(
  form: HTMLFormElement,
  place: string,
  address: string,
  body: URLSearchParams,
): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      keepalive: body.toString().length < mostLeaving,
    });
    const told = (await answer.json()) as Answer;
    for (const field of fieldsOf(form, place)) {
      const value = told.fields?.[field.name];
      if (value !== undefined) field.value = value;
    }
    say(form, place, told.said, told.tone);
    refresh(told);
    const folded = told.open ? fieldsOf(form, place).at(-1)?.closest('details') : null;
    if (folded) folded.open = true;
    return told.tone === 'ok';
  } catch {
    say(form, place, form.dataset.failed ?? '', 'warn');
    later(form, place, again);
    return false;
  }
}

function typedAt(form: HTMLFormElement, place: string): URLSearchParams {
  const typed = new URLSearchParams({ place });
  if (isWhole(form)) {
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') typed.append(name, value);
    return typed;
  }
  for (const field of fieldsOf(form, place)) typed.set(field.name, field.value);
  return typed;
}

/** What people see of the fields of a place. */
const shown = (typed: URLSearchParams): string =>
  [...typed].filter(([name]) => !/^(version|was)(:|$)/.test(name)).join();

function later(form: HTMLFormElement, place: string, wait = settle): void {
  clearTimeout(timers.get(place));
  timers.set(
    place,
    setTimeout(() => {
      timers.delete(place);
      void save(form, place);
    }, wait),
  );
}

function heard(event: Event, wait: number): void {
  const field = event.target;
  if (!(field instanceof HTMLElement) || !('form' in field) || !('name' in field)) return;
  const form = field.form;
  if (!(form instanceof HTMLFormElement) || !form.dataset.autosave) return;
  const place = placeOf(form, String(field.name));
  if (place !== null) later(form, place, wait);
}

/** Nothing typed is left behind when a step is taken: it is saved first, and what is not taken stops the step. */
async function before(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const typing = document.querySelector<HTMLFormElement>('form[data-autosave]');
  if (typing === null) return;
  for (const [place, timer] of [...timers]) {
    clearTimeout(timer);
    timers.delete(place);
    if (form !== typing) void save(typing, place);
  }
  stepping = form !== typing;
  const waited = [...sending];
  const taken = await Promise.all(waited.map(([, saving]) => saving));
  stepping = false;
  const stopped = form === typing ? undefined : waited[taken.indexOf(false)]?.[0];
  if (stopped === undefined) return form.requestSubmit(submitter);
  const field = fieldsOf(typing, stopped)[0];
  // On a phone its part of the form may be shut.
  location.hash = field?.id ?? '';
  field?.focus();
}

document.addEventListener(
  'submit',
  (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || timers.size + sending.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A form takes no new submission before this one is over.
    setTimeout(() => void before(form, submitter));
  },
  { capture: true },
);

document.addEventListener('input', (event) => heard(event, settle));
document.addEventListener('change', (event) => heard(event, 0));

async function watch(form: HTMLFormElement, address: string): Promise<void> {
  if (document.hidden || form.dataset.sent) return;
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) return;
  const watched = (await answer.json()) as Watched;
  for (const [place, { version, rivals, said }] of Object.entries(watched)) {
    const seen = fieldsOf(form, place).find((field) => field.name.startsWith('version:'));
    if (seen === undefined || sending.has(place)) continue;
    if (version > Number(seen.value) || rivals > 0) say(form, place, said, 'warn');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-watch]')) {
  const address = form.dataset.watch ?? '';
  setInterval(() => void watch(form, address).catch(() => undefined), look);
}

// A click on an offered sentence puts it where the cursor was.
document.addEventListener('click', (event) => {
  const button = event.target;
  if (!(button instanceof HTMLElement) || button.dataset.insert === undefined) return;
  const field = document.getElementById(button.dataset.into ?? '');
  if (!(field instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
});
