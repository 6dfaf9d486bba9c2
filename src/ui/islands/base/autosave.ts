// Saves each place of a long form as it is typed. Without script, or when a request fails, the form's own
// button does the same.

/** What the server says of a place: new values of its hidden fields, and words to show. */
interface Answer {
  readonly fields?: Readonly<Record<string, string>>;
  readonly said: string;
  readonly tone: 'ok' | 'warn';
}

/** What others wrote: for each place the version that stands, and who says so. */
type Watched = Readonly<Record<string, { readonly version: number; readonly said: string }>>;

const settle = 1500;
const look = 15_000;
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const sending = new Set<string>();

const placeOf = (name: string): string | null =>
  name.includes(':') ? name.slice(name.indexOf(':') + 1) : null;

const fieldsOf = (form: HTMLFormElement, place: string) =>
  [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      'name' in one && 'value' in one && placeOf(String(one.name)) === place,
  );

function say(form: HTMLFormElement, place: string, said: string, tone: string): void {
  const line = form.querySelector<HTMLElement>(`[data-said="${CSS.escape(place)}"]`);
  if (line === null) return;
  line.textContent = said;
  line.dataset.tone = tone;
}

async function save(form: HTMLFormElement, place: string): Promise<void> {
  const address = form.dataset.autosave;
  if (address === undefined || sending.has(place) || form.dataset.sent) return;
  sending.add(place);
  const body = new URLSearchParams({ place });
  for (const field of fieldsOf(form, place)) body.set(field.name, field.value);
  const typed = body.toString();
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    const told = (await answer.json()) as Answer;
    for (const field of fieldsOf(form, place)) {
      const value = told.fields?.[field.name];
      if (value !== undefined) field.value = value;
    }
    say(form, place, told.said, told.tone);
  } catch {
    // The button at the end of the form still saves what is typed.
  } finally {
    sending.delete(place);
  }
  const now = new URLSearchParams({ place });
  for (const field of fieldsOf(form, place)) now.set(field.name, field.value);
  const hidden = (params: URLSearchParams) =>
    [...params].filter(([name]) => !/^(version|was):/.test(name)).join();
  // Somebody went on typing while it was being saved.
  if (hidden(now) !== hidden(new URLSearchParams(typed))) later(form, place);
}

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
  const place = placeOf(String(field.name));
  if (form instanceof HTMLFormElement && form.dataset.autosave && place !== null)
    later(form, place, wait);
}

document.addEventListener('input', (event) => heard(event, settle));
document.addEventListener('change', (event) => heard(event, 0));

async function watch(form: HTMLFormElement, address: string): Promise<void> {
  if (document.hidden || form.dataset.sent) return;
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) return;
  const watched = (await answer.json()) as Watched;
  for (const [place, { version, said }] of Object.entries(watched)) {
    const seen = fieldsOf(form, place).find((field) => field.name.startsWith('version:'));
    if (seen !== undefined && version > Number(seen.value) && !sending.has(place))
      say(form, place, said, 'warn');
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
