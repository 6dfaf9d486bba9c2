import { sql } from 'kysely';
import { all } from '../../src/platform/database/query.ts';
import { type FoundForm, formsOf } from '../support/html.ts';
import { addresses } from './addresses.ts';
import { type Answer, ask, type Between } from './answers.ts';
import { jobsOf, worked } from './application.ts';
import { oneOfEach } from './asking.ts';
import { undone } from './pair.ts';
import type { Persona } from './people.ts';
import type { World } from './worlds.ts';

// What is sent to doors that write: forms as the pages give them, the same spoilt in every way, and bodies that nobody
// asked for. Whatever is written is taken back, so that each act begins alike.

interface Sent {
  readonly method: string;
  readonly address: string;
  readonly said: string;
  readonly init: RequestInit;
}

type Values = readonly (readonly [string, string])[];

/** Sends everything, and tells the answers with the letters that left for others. */
export async function acted(
  world: World,
  persona: Persona,
  pages: ReadonlyMap<string, string>,
  between: Between,
): Promise<Answer[]> {
  const all_ = [...posted(persona, pages), ...(await thrown(world, persona))];
  const answers: Answer[] = [];
  const shut = new Set<string>();
  for (const { method, address, said, init } of all_) {
    // Where nobody of this kind comes in, one body is as good as another.
    if (said === 'odd' && shut.has(`${method} ${address}`)) continue;
    answers.push(
      await undone(world, 'act', async () => {
        const begin = await lastLetter(world);
        const sent = { init: { ...init, method }, said, between };
        const { answer, response } = await ask(world, persona, address, sent);
        if ([401, 403, 404].includes(answer.status)) shut.add(`${method} ${address}`);
        if (answer.status >= 400) return answer;
        const page = response.headers.get('location') ?? persona.starts[0] ?? '/';
        const then = await ask(world, persona, page, {});
        return { ...answer, after: `${then.text}\n${await afterwards(world, begin)}` };
      }),
    );
  }
  return answers;
}

async function afterwards(world: World, begin: string): Promise<string> {
  const jobs = (await jobsOf(world.cx)).map(({ name }) => name);
  if (jobs.length > 0) await worked(world.cx);
  return [...jobs, ...(await lettersToOthers(world, begin))].join('\n');
}

async function lastLetter({ cx }: World): Promise<string> {
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select id::text as id from mail_message order by id desc limit 1`,
  );
  return rows[0]?.id ?? '00000000-0000-0000-0000-000000000000';
}

/** The letters that were written to others than those whose identity is the secret. */
export async function lettersToOthers(
  { cx, secrets: { entrant, colleague, complainant } }: World,
  after = '00000000-0000-0000-0000-000000000000',
): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body
      from mail_message where id > ${after}::uuid
        and recipient not in (${entrant.email}, ${colleague.email}, ${complainant.email})
      order by id`,
  );
  return rows.map(({ recipient, subject, body }) => `${recipient}\n${subject}\n${body}`);
}

/** Every form of the pages, once for its kind; where it names a record, once for each. */
function posted(persona: Persona, pages: ReadonlyMap<string, string>): Sent[] {
  const forms = new Map<string, FoundForm>();
  for (const [page, html] of pages)
    for (const form of formsOf(html, page.split('?')[0]!)) {
      const kind = `${form.action} ${form.fields.map(({ name }) => name).join()}`;
      if (form.method !== 'post' || /dang-xuat|dang-nhap|tai-khoan/.test(form.action)) continue;
      // Many offices' forms have nothing to do with a contest.
      if (persona.acts?.test(form.action)) forms.set(kind, form);
    }
  return [...forms.values()].flatMap((form) => spoilt(form, persona));
}

const long = 'ằ'.repeat(30_000);

function spoilt(form: FoundForm, { guesses, words }: Persona): Sent[] {
  const { fields } = form;
  const typed = (type: string) => /^(text|textarea|email|tel|search|date|number)$/.test(type);
  const values: Values = fields.map(({ name, value, type }) => [
    name,
    type === 'file' ? '' : value,
  ]);
  const each = (change: (field: (typeof fields)[number]) => string): Values =>
    fields.map((field) => [field.name, change(field)]);
  const ways: Readonly<Record<string, Values>> = {
    'as it stands': values,
    'filled in': each(({ type, value, name }) =>
      typed(type) && value === '' ? (/^(.*_on|.*day)$/.test(name) ? '15/06/2026' : '3') : value,
    ),
    'a guess': each(({ type, value }) =>
      typed(type) && value === '' ? (guesses[0] ?? '') : value,
    ),
    'a guessed place': each(({ type, value }) =>
      typed(type) && value === '' ? (words[1] ?? '') : value,
    ),
    empty: each(({ type, value }) => (typed(type) ? '' : value)),
    'too long': each(({ type, value }) => (typed(type) ? long : value)),
    'another version': each(({ name, value }) => (/^(version|seq)$/.test(name) ? '9999' : value)),
    'an unknown record': each(({ value }) => value.replace(/^[0-9a-hjkmnp-tv-z]{16}$/, zeros)),
    nothing: [],
  };
  return Object.entries(ways).map(([said, sent]) => ({
    method: 'POST',
    address: form.action,
    said: `${said}: ${fields.map(({ name }) => name).join()}`,
    init: { body: bodyOf(sent, form.multipart) },
  }));
}

const zeros = '0'.repeat(16);

function bodyOf(values: Values, multipart: boolean): FormData | URLSearchParams {
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of values) body.append(name, value);
  return body;
}

/** Bodies that no page asked for, sent to every door that writes. */
async function thrown(world: World, persona: Persona): Promise<Sent[]> {
  const doors = await addresses(world, persona, (method) => !/^(GET|ALL|OPTIONS)$/.test(method));
  const wanted = doors.filter(({ address }) => persona.acts?.test(address));
  const first = wanted.find(({ method }) => method === 'POST')?.address;
  const json = { 'content-type': 'application/json' };
  const odd = { version: 9999, reason: 'Thử', dossier: world.dossier.pid, token: persona.token };
  return wanted.flatMap(({ method, address }) => {
    const api = address.startsWith('/api/');
    const texts = Object.entries(odd).map(([name, value]) => [name, String(value)] as const);
    const bodies: Record<string, RequestInit> = {
      nothing: api ? { headers: json, body: '{}' } : { body: new URLSearchParams() },
      odd: api ? { headers: json, body: JSON.stringify(odd) } : { body: bodyOf(texts, false) },
      ...(address === first ? { 'too large': { body: new URLSearchParams({ a: huge }) } } : {}),
      ...(address === first ? { 'no form': { headers: json, body: '{"a":' } } : {}),
    };
    return Object.entries(bodies).map(([said, init]) => ({ method, address, said, init }));
  });
}

const huge = 'a'.repeat(2_100_000);

/** Doors that were found to be pages, by a method that they do not have. */
export async function wrongMethods(
  world: World,
  persona: Persona,
  found: readonly Answer[],
  between: Between,
): Promise<Answer[]> {
  const rooms = new Set(
    oneOfEach(found).map(({ door }) =>
      (door.split('?')[0] as string).split('/').slice(0, 6).join('/'),
    ),
  );
  const answers: Answer[] = [];
  for (const address of rooms) {
    const init = { method: 'PROPFIND' };
    const asked = await undone(world, 'act', () => ask(world, persona, address, { init, between }));
    answers.push(asked.answer);
  }
  return answers;
}
