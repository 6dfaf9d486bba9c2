// What a form does with what is wrong: it comes back with what was typed, says at the field and on top what to do.
import type { Sound } from './sound.ts';

/** How a form is filled: far too much, what no field can take, and nothing: a form may want nothing. */
export const ways = ['long', 'wrong', 'empty'] as const;
export type Way = (typeof ways)[number];

/** The forms of a page that a person types into, by where they send it. */
const formsHere = `JSON.stringify([...document.querySelectorAll('main form[method=post]')]
  .filter((form) => [...form.elements].some((one) => one.checkVisibility()
    && one.matches('textarea, select, input:not([type=hidden], [type=submit], [type=checkbox])')))
  .map((form) => form.getAttribute('action')))`;

// Runs in the page: fills the form, sends it, and gives what stands in it now.
const filling = (action: string, way: Way): string => `(() => {
  const form = [...document.querySelectorAll('main form[method=post]')]
    .find((one) => one.getAttribute('action') === ${JSON.stringify(action)});
  if (form === undefined) return 'null';
  const wrong = (one) => {
    const name = one.name;
    if (one.type === 'email' || /email|^to$|address$/.test(name)) return 'khong phai thu@@';
    if (/day|date|from|until|_on$|opens|closes/.test(name)) return '31/02/2026';
    if (/hour|time|at$/.test(name)) return '25:70';
    if (one.inputMode === 'numeric' || one.inputMode === 'decimal') return 'nhiều lắm';
    if (/href|source|target|url|host/.test(name)) return 'javascript:alert(1)';
    return '';
  };
  const typed = {};
  for (const one of form.elements) {
    if (one.name === '' || !one.checkVisibility() || one.tabIndex < 0) continue;
    if (one.matches('input[type=radio], input[type=checkbox]')) one.checked = false;
    else if (one.matches('select')) {
      if (${JSON.stringify(way)} === 'wrong') one.append(new Option('?', 'khong-co', true, true));
      else one.selectedIndex = 0;
    } else if (one.matches('textarea, input:not([type=hidden], [type=submit], [type=file])')) {
      one.value = { empty: '', long: 'Chữ rất dài '.repeat(one.matches('textarea') ? 9000 : 700).trim(), wrong: wrong(one) }[${JSON.stringify(way)}];
      typed[one.name] = one.value;
    }
  }
  const buttons = [...form.querySelectorAll('button:not([type=button])')].filter((one) => one.checkVisibility());
  form.requestSubmit(buttons.find((one) => one.matches('.btn-primary, .btn-danger')) ?? buttons[0]);
  return JSON.stringify(typed);
})()`;

// Runs in the page that came back.
const reading = `(() => {
  const said = [...document.querySelectorAll('.error-summary li')].map((one) => one.textContent.trim());
  const dead = [...document.querySelectorAll('.error-summary a')]
    .filter((one) => document.getElementById(one.hash.slice(1)) === null).map((one) => one.hash);
  const silent = [...document.querySelectorAll('.error-summary a')]
    .map((one) => one.hash.slice(1)).filter((id) => document.getElementById(id) !== null
      && !document.getElementById(id + '-error') && !document.getElementById(id).closest('.field-bad'));
  const values = {};
  for (const one of document.querySelectorAll('main form[method=post] :is(textarea, input:not([type=radio], [type=checkbox], [type=hidden]))'))
    values[one.name] = one.value;
  return JSON.stringify({ title: document.title, english: document.documentElement.lang === 'en', said, dead, silent, values,
    focused: document.activeElement?.matches('.error-summary') === true,
    beside: [...document.querySelectorAll('.field-error')].map((one) => one.textContent.trim()) });
})()`;

interface Back {
  readonly title: string;
  readonly english: boolean;
  readonly said: readonly string[];
  readonly dead: readonly string[];
  readonly silent: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly focused: boolean;
  readonly beside: readonly string[];
}

const focused = `JSON.stringify(document.activeElement?.matches('.error-summary') === true)`;

/** Words of a machine, not of an office. */
const machine =
  /\b[a-z]+_[a-z_]+\b|undefined|\[object|NaN|\b(invalid|required|expected|must|too (small|big))\b/i;

// What is shown first of a very long text tells which it is.
const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The actions of the forms at an address into which something can be typed. */
export async function formsAt(tab: Sound, address: string): Promise<string[]> {
  await tab.page.goto(address);
  return tab.evaluated<string[]>(formsHere);
}

/**
 * Sends a form in one of the ways.
 * @returns what is wrong with its answer; null when the form was taken as it was.
 */
export async function sentBack(
  tab: Sound,
  address: string,
  action: string,
  way: Way,
): Promise<string[] | null> {
  const { page } = tab;
  await page.goto(address, { waitUntil: 'networkidle' });
  // What is sent within three seconds was not typed by a person, says the door.
  if (!address.startsWith('/vp/')) await page.waitForTimeout(3_200);
  const answered = page.waitForResponse((one) => one.request().method() === 'POST');
  const arrived = page.waitForEvent('load');
  const both = Promise.all([answered, arrived]).catch(() => null);
  const typed = await tab.evaluated<Record<string, string> | null>(filling(action, way));
  // What was taken before may have closed the form.
  if (typed === null) return null;
  const status = (await both)?.[0].status();
  if (status === 303) return null;
  if (status !== 422) return [`answers ${status}`];
  // The browser gives the focus when it draws.
  for (let turn = 0; turn < 30 && !(await tab.evaluated<boolean>(focused)); turn += 1)
    await page.waitForTimeout(100);
  const back = await tab.evaluated<Back>(reading);
  const found: string[] = [];
  if (!back.title.startsWith(back.english ? 'Error: ' : 'Lỗi: '))
    found.push(`the title is “${back.title}”`);
  if (back.said.length === 0) found.push('no summary of what is wrong');
  if (!back.focused) found.push('the summary has not the focus');
  for (const hash of back.dead) found.push(`the summary leads to ${hash}, which is not there`);
  for (const id of back.silent) found.push(`nothing is said at ${id}`);
  for (const words of [...back.said, ...back.beside])
    if (
      (!back.english && machine.test(words)) ||
      /[^\x00-\x7f]/.test(words.replace(/[“”–…]/g, '')) === back.english
    )
      found.push(`says “${brief(words)}”`);
  for (const [name, value] of Object.entries(typed))
    if ((back.values[name] ?? '').replaceAll('\r\n', '\n') !== value)
      found.push(`${name} is lost: “${brief(back.values[name] ?? 'no field')}”`);
  // The browser itself tells of each 422; what the page before was still loading is given up.
  const more = (await tab.faults()).filter((one) => !/status of 422|net::ERR_ABORTED/.test(one));
  return [...found, ...more];
}
