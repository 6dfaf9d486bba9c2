// Every page of the product, as somebody is shown it, on a phone of 320 px: the fullest of each pattern, in all that
// the personas come to. Nothing scrolls sideways, nothing is too small, the browser complains of nothing, axe finds nothing.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { demoProduct } from '../../src/testing.ts';
import type { SeenPage } from '../support/crawl.ts';
import { pagesOf } from '../support/pages.ts';
import { serve } from '../support/server.ts';
import { launch } from './look.ts';
import { inParallel, tabsOf } from './sound.ts';
import { formsAt, sentBack, ways } from './wrong-input.ts';

const product = await demoProduct();
const { seen, missing, needless } = await pagesOf(product);
const server = await serve(product);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
});

/** The page of each pattern that shows most. */
function fullest(): SeenPage[] {
  const best = new Map<string, SeenPage>();
  for (const page of seen)
    if (page.length > (best.get(page.pattern)?.length ?? 0)) best.set(page.pattern, page);
  return [...best.values()];
}

test('every page is reached, by links or by the address of a record', () => {
  assert.deepEqual(missing, []);
  assert.deepEqual(needless, []);
});

test('every page holds on a phone of 320 px and before axe', async () => {
  const pages = fullest();
  assert.ok(pages.length >= 480, `${pages.length} pages`);
  const found: string[] = [];
  const worker = async () => {
    const tabOf = tabsOf(browser, server.base, product);
    return async ({ persona, address }: SeenPage) => {
      const tab = await tabOf(persona);
      for (const fault of await tab.faultsAt(address))
        found.push(`${persona} ${address}: ${fault}`);
    };
  };
  await inParallel(pages, await Promise.all([worker(), worker(), worker()]));
  assert.deepEqual(found, []);
});

/** Forms of the public sites and of the office rooms that keep them. */
const portal =
  /^\/vp\/:code\/(bai-viet|chuyen-muc|thu-vien|trang-dien-tu|binh-luan|tham-do|gop-y|ban-tin|truy-cap)|^\/(:code\/)?(bai|binh-luan|tham-do|gop-y|gui-thu|ban-tin)(\/|$)/;

/** Where nothing is missing when nothing is filled in, and why. */
const content: Readonly<Record<string, string>> = {};

test('every form of the sites comes back with what was typed and says what is wrong', async () => {
  const pages = fullest().filter(({ pattern }) => portal.test(pattern));
  const found: string[] = [];
  const asked = new Set<string>();
  const sent = new Set<string>();
  const worker = async () => {
    const tabOf = tabsOf(browser, server.base, product);
    return async ({ persona, address, pattern }: SeenPage) => {
      const tab = await tabOf(persona);
      for (const action of await formsAt(tab, address)) {
        if (asked.has(action)) continue;
        asked.add(action);
        let refused = 0;
        for (const way of ways) {
          const faults = await sentBack(tab, address, action, way);
          if (faults === null) continue;
          refused += 1;
          for (const fault of faults) found.push(`${way} ${persona} ${action}: ${fault}`);
        }
        if (refused > 0) sent.add(action);
        else if (content[pattern] === undefined) found.push(`${action} takes whatever is sent`);
      }
    };
  };
  await inParallel(pages, await Promise.all([worker(), worker(), worker()]));
  assert.deepEqual(found, []);
  assert.ok(sent.size >= 30, `${sent.size} forms`);
});
