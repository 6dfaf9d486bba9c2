import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { sound } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { invariants } from './queries/index.ts';
import { callsOffice } from './web/index.ts';

let database: Database;

/** A database with a small federation, for all tests of a file. */
export function withFederation(): void {
  before(async () => {
    database = await testDatabase();
    await smallFederation(cxOf(database.db));
  });
  after(() => database.close());
}

export interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
  /** The same product as somebody else meets it. */
  readonly as: (role: string, code: string) => Promise<Ask>;
}

/** A piece of work on the office's pages, undone after it; what must always hold is looked at. */
export const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const as = async (who: string, at: string): Promise<Ask> => {
        const cx = await someone(cxOf(trx), who, at);
        const place = await placeAt(cx, at);
        return testDoors({ cx, place, roles: [who], office: callsOffice });
      };
      await work({ cx: cxOf(trx), ask: await as(role, code), as });
      await sound(trx, invariants);
    });

export const base = '/vp/sonla/hoi-thi';
export const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** Where an answer leads to. */
export const to = async (answer: Response): Promise<string> => {
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
};

export type Field = readonly [string, string];

const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
export const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : plain(found);
};

/** What a browser would send of the page's form, without its buttons. */
export function fieldsOf(html: string): Field[] {
  const fields: Field[] = [];
  const control =
    /<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g;
  for (const [tag] of html.matchAll(control)) {
    const name = attribute(tag.slice(0, tag.indexOf('>') + 1), 'name');
    if (name === null) continue;
    if (tag.startsWith('<select')) {
      const options = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const chosen = options.find((option) => /\sselected/.test(option)) ?? options[0] ?? '';
      fields.push([name, attribute(chosen, 'value') ?? '']);
    } else if (tag.startsWith('<textarea')) {
      const inner = tag.slice(tag.indexOf('>') + 1, tag.lastIndexOf('<'));
      fields.push([name, plain(inner.replace(/^\n/, ''))]);
    } else if (!/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag)) {
      fields.push([name, attribute(tag, 'value') ?? '']);
    }
  }
  return fields;
}

/** The form as it stands on the page, with some fields typed anew. */
export function typed(html: string, changes: Readonly<Record<string, string>>): RequestInit {
  const fields = fieldsOf(html).filter(([name]) => !(name in changes));
  return posted([...fields, ...Object.entries(changes)]);
}

/** A draft from a sample: its address. */
export async function drafted(
  ask: Ask,
  sample = 'sang-tao-ky-thuat',
  code = 'stkt-8',
): Promise<string> {
  const page = await text(ask(`${base}/moi`));
  const made = await to(await ask(`${base}/moi`, typed(page, { from: `mau:${sample}`, code })));
  return made.split('?')[0] ?? '';
}

/** Sends the form at an address with some fields typed anew. */
export async function send(ask: Ask, address: string, changes: Readonly<Record<string, string>>) {
  return ask(address, typed(await text(ask(address)), changes));
}

export const pidOf = (path: string): string => path.split('/').at(-1) ?? '';
