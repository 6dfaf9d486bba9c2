// What must hold of every page a person comes to: what the browser complains of, what axe finds, what is too wide,
// too small, or without a name.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoProduct } from '../../src/testing.ts';
import { nobody } from '../support/crawl.ts';
import { axe, contentWidth, tooSmall } from './look.ts';

export interface Sound {
  readonly page: Page;
  /** Opens an address and gives what is wrong with its page. */
  faultsAt(address: string): Promise<string[]>;
  /** What is wrong with the page as it stands. */
  faults(): Promise<string[]>;
  /** What a script in the page gives as JSON. */
  evaluated<T>(script: string): Promise<T>;
}

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

// All rules of axe, with that of WCAG 2.2 which it leaves out by itself. Long work looks again by itself, and says so.
const axeCall = `axe.run({ resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true }, 'meta-refresh': { enabled: false } } })
  .then(({ violations }) => JSON.stringify(violations))`;

// Runs in the page. A link in a sentence is as high as its line; one that stands alone is a target of its own.
const shape = `(() => {
  const found = [];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  if (document.documentElement.lang === '') found.push('no language');
  if (document.title.trim() === '') found.push('no title');
  const heads = [...document.querySelectorAll('h1')].filter(shown);
  if (heads.length !== 1) found.push(heads.length + ' h1');
  for (const target of document.querySelectorAll('a[href], summary')) {
    const style = getComputedStyle(target);
    if (!shown(target) || style.display === 'inline') continue;
    const { height } = target.getBoundingClientRect();
    if (height > 1 && height < 43.5) found.push(height + ' high in ' + (target.parentElement.closest('[class]') || document.body).className + ': ' + target.outerHTML.slice(0, 300));
  }
  return JSON.stringify(found);
})()`;

/** A tab that hears what is wrong. The content policy stands: what runs here is asked for past it. */
export async function soundTab(context: BrowserContext): Promise<Sound> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // A player stops loading once it knows how long its film is.
    if (request.resourceType() === 'media') return;
    heard.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  const session = await context.newCDPSession(page);
  async function evaluated<T>(expression: string): Promise<T> {
    const given = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', given);
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(String(result.value)) as T;
  }
  async function faults(): Promise<string[]> {
    await page.waitForLoadState('networkidle');
    const found = heard.splice(0);
    const most = page.viewportSize()?.width ?? 0;
    const width = await contentWidth(page);
    if (width > most) found.push(`${width} px wide`);
    found.push(...(await evaluated<string[]>(shape)), ...(await tooSmall(page)));
    const seen = await evaluated<Found[]>(`${axe};\n${axeCall}`);
    for (const { id, nodes } of seen)
      found.push(...nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
    return [...found, ...heard.splice(0)];
  }
  return {
    page,
    faults,
    evaluated,
    async faultsAt(address) {
      // A page that looks again for news by itself would break in.
      await page.goto('about:blank');
      heard.length = 0;
      const answer = await page.goto(address);
      const status = answer?.status() ?? 0;
      return [...(status === 200 ? [] : [`answers ${status}`]), ...(await faults())];
    },
  };
}

/** One tab for each persona, signed in, on a phone of 320 px. */
export function tabsOf(
  browser: Browser,
  base: string,
  product: DemoProduct,
): (persona: string) => Promise<Sound> {
  const tabs = new Map<string, Promise<Sound>>();
  const open = async (persona: string): Promise<Sound> => {
    const viewport = { width: 320, height: 844 };
    const context = await browser.newContext({ baseURL: base, viewport, locale: 'vi-VN' });
    const cookie = persona === nobody ? '' : (await product.signIn(persona)).get('cookie');
    const pairs = (cookie ?? '').split('; ').filter((pair) => pair !== '');
    await context.addCookies(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base };
      }),
    );
    return soundTab(context);
  };
  return (persona) => {
    const known = tabs.get(persona) ?? open(persona);
    tabs.set(persona, known);
    return known;
  };
}

/** Does the same with each, so many at a time. */
export async function inParallel<T>(
  all: readonly T[],
  workers: readonly ((one: T) => Promise<void>)[],
): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    workers.map(async (work) => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
}
