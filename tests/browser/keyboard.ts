// A person who uses the keyboard alone.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What has the focus, in the page's own words. */
export const focused = 'document.activeElement';

/** Presses Tab until the focus stands on what the selector means; fails when it never comes there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const there = `${focused}?.matches(${JSON.stringify(selector)})`;
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate<boolean>(there)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached by Tab on ${page.url()}`);
}

/** The focus must be seen wherever it stands. */
async function focusShows(page: Page): Promise<void> {
  const style = `(() => { const s = getComputedStyle(${focused}); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; })()`;
  assert.ok(await page.evaluate<boolean>(style), `focus is not seen on ${page.url()}`);
}

/** Types into a field in place of what it has. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, `main [name="${name}"]`);
  await focusShows(page);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Presses Enter and waits for the page that it leads to. */
export async function enter(page: Page, leadsTo: RegExp): Promise<void> {
  const there = (url: URL) => leadsTo.test(url.pathname + url.search);
  await Promise.all([page.waitForURL(there), page.keyboard.press('Enter')]);
}

/** Goes to a link or button by Tab and presses it. */
export async function follow(page: Page, selector: string, leadsTo: RegExp): Promise<void> {
  await tabTo(page, selector);
  await focusShows(page);
  await enter(page, leadsTo);
}
