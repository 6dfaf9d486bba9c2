// What every test in a real browser looks at.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The script of axe. */
export const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds on the page, best practices too; the content policy must be off for it to run. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const options = rules === undefined ? { resultTypes: ['violations'] } : { runOnly: rules };
  const found = await page.evaluate(
    (given) => (globalThis as unknown as { axe: Axe }).axe.run(given),
    options,
  );
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.html).join(' | ')}`);
}

/** Width of the page's content in px: more than the window's means that it scrolls sideways. */
export function contentWidth(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}

// Runs in the page. The seal is a picture with its words beside it.
const measure = `(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest('svg')) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < 16) found.push(size + ' px: ' + node.textContent);
  }
  const boxes = 'input:not([type=radio], [type=checkbox], [type=hidden])';
  for (const control of document.querySelectorAll('button, select, textarea, .btn, .choice, ' + boxes)) {
    const { height } = control.getBoundingClientRect();
    if (control.checkVisibility() && height < 43.5) found.push(height + ' high: ' + control.outerHTML);
  }
  return found;
})()`;

/** What is too small to read or to hit on a phone. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(measure);
}
