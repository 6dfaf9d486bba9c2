// Every page of the product: those that people come to by links, and those that only an address opens.
import type { DemoProduct } from '../../src/testing.ts';
import { getPatterns } from './addresses.ts';
import { asking, crawl, nobody, type SeenPage } from './crawl.ts';
import { pageRows } from './page-rows.ts';

/** Where each persona begins. */
const starts = (
  fill: (pattern: string) => string,
): Readonly<Record<string, readonly string[]>> => ({
  [nobody]: [
    '/',
    '/sonla',
    '/quangngai',
    fill('/:code/hoi-thi/:edition'),
    fill('/:code/hoi-thi/:edition/ket-qua'),
    fill('/giam-khao/:token'),
    fill('/giam-khao/:token/phieu/:assignment'),
    fill('/ho-so/:token/khieu-nai'),
    fill('/ho-so/:token/xoa').replace(/\/xoa$/, ''),
  ],
  leader: [
    '/vp',
    '/vp/sonla',
    fill('/vp/:code/hoi-thi/:edition/cham'),
    fill('/vp/:code/hoi-thi/:edition'),
    fill('/vp/:code/hoi-vien/nguoi/:pid'),
  ],
  admin: ['/vp', '/vp/vusta', '/vp/sonla', fill('/vp/:code/hoi-thi/:edition/cham')],
  clerk: ['/vp', '/vp/sonla'],
  editor: ['/vp', '/vp/sonla'],
  officer: ['/vp', '/vp/sonla-khuyenhoc'],
  national: ['/vp', '/vp/vusta'],
  auditor: ['/vp', '/vp/vusta', '/vp/sonla'],
});

// Questions without which an address has nothing to answer.
const questions: Readonly<Record<string, string>> = {
  '/vp/:code/bao-cao/bang-so-sanh/ban-ghi': 'ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/ghi-chu': 'chi-tieu=II.7&ngay=2019-12-31',
  '/vp/:code/bao-cao/gia-tri': 'chi-tieu=II.7&ngay=2019-12-31',
};

// By their names: what machines and islands ask for, and files.
const notPages =
  /^\/(api|assets|\.well-known)\/|\.(xlsx|docx|csv|json|pdf|svg|zip|xml|txt|ics)\}?$|:(size|name|upload)$|\/tep\/:file$|ban-in\/:pid\/:file$|\/(tu-luu|chu-ky)$/;

/** Pages that stand for a moment only, or lead on: none of them can be opened by its address alone. */
const otherwise: Readonly<Record<string, string>> = {
  '/:code/bao-cao/:pid': 'a report that was published: reports/web.test.ts publishes one',
  '/:code/thu-vien/tai-lieu': 'leads to the documents of the site',
  '/giam-khao/:token/phieu/:assignment/ky':
    'a full sheet that is not signed: scoring.test.ts signs',
  '/vp': 'leads to the only office, or to the choice of one',
  '/vp/:code/bao-cao': 'leads to the first of its rooms',
  '/vp/:code/bao-cao/phieu/:pid/chuyen-lai': 'a form that was sent up',
  '/vp/:code/bao-cao/phieu/:pid/lay-so': 'a form that is being written',
  '/vp/:code/bao-cao/phieu/:pid/mo-lai': 'a form that was accepted',
  '/vp/:code/chuyen-muc/:pid': 'leads to the articles of the section',
  '/vp/:code/chuyen-trang-cu/:pid': 'an old site that is being brought in',
  '/vp/:code/chuyen-trang-cu/:pid/hoan-tac': 'an old site that was brought in',
  '/vp/:code/hoi-thi/:edition/cham/giay/:phase': 'leads to the sheet that is asked for',
  '/vp/:code/hoi-thi/:edition/cham/phieu/:assignment/nhap-giay': 'a judge who writes on paper',
  '/vp/:code/hoi-thi/:edition/ho-so/:pid/thay-doi': 'a dossier with a change that waits',
  '/vp/:code/hoi-thi/:edition/ho-so/thu/:run': 'letters that are being sent',
  '/vp/:code/hoi-thi/:edition{[0-9a-z]{16}}/chung-nhan/ban-in/:pid': 'sheets that were printed',
  '/vp/:code/hoi-thi/:edition{[0-9a-z]{16}}/so-trung': 'leads to the list of all editions',
  '/vp/:code/hoi-vien/nguoi/:pid/rieng/sua': 'only after the reason is given on the page before',
  '/vp/:code/hoi-vien/tu-cach/:pid': 'leads to the person',
  '/vp/:code/to-chuc/:org/mo-lai': 'an organisation that was closed',
  '/vp/:code/trang-dien-tu/ten-mien/:pid/xoa':
    'a domain, where the installation has a main address',
};

/** Addresses that name nothing but the site they belong to answer alike at the root: they are looked at once. */
const atSite = (pattern: string): string => (pattern === '/' ? '/:code' : `/:code${pattern}`);

export interface Pages {
  readonly seen: readonly SeenPage[];
  /** Patterns that gave no page, with what their addresses answered. */
  readonly missing: readonly string[];
  /** Patterns of which it is said above that they cannot be opened, and which can. */
  readonly needless: readonly string[];
}

/** Where an address of the pattern may be, and for whom: below a page that somebody was shown, or made of records. */
function guesses(
  pattern: string,
  seen: readonly SeenPage[],
  fill: (pattern: string) => readonly string[],
): { readonly persona: string; readonly address: string }[] {
  const cut = /^(.*?)((?:\/[^:/]+)+)$/.exec(pattern);
  const above = cut === null ? [] : seen.filter((one) => one.pattern === cut[1]);
  const asked = questions[pattern] === undefined ? '' : `?${questions[pattern]}`;
  const personas = pattern.startsWith('/vp/') ? ['leader', 'admin'] : [nobody];
  return [
    ...above.map(({ persona, address }) => ({
      persona,
      address: `${address.split('?')[0]}${cut?.[2]}${asked}`,
    })),
    ...fill(pattern).flatMap((address) =>
      personas.map((persona) => ({ persona, address: address + asked })),
    ),
  ];
}

/** Finds every page of the product. */
export async function pagesOf(product: DemoProduct): Promise<Pages> {
  const { fill } = await pageRows(product);
  const seen = await crawl(
    product,
    starts((pattern) => fill(pattern)[0]!),
  );
  const ask = asking(product);
  const patterns = getPatterns(product).filter((one) => !notPages.test(one));
  const known = new Set(patterns);
  const reached = new Set(seen.flatMap(({ pattern }) => [pattern, atSite(pattern)]));
  const missing: string[] = [];
  for (const pattern of patterns) {
    if (reached.has(pattern) || known.has(atSite(pattern))) continue;
    const answers: string[] = [];
    let found = false;
    for (const { persona, address } of guesses(pattern, seen, fill)) {
      const { status, html } = await ask(persona, address);
      answers.push(`${address} ${status}`);
      found = status === 200;
      if (found && html !== null) seen.push({ pattern, address, persona, length: html.length });
      if (found) break;
    }
    if (!found && otherwise[pattern] === undefined)
      missing.push(`${pattern}: ${answers.slice(-4).join(', ')}`);
  }
  const open = new Set(seen.map(({ pattern }) => pattern));
  const needless = Object.keys(otherwise).filter((one) => open.has(one) || !known.has(one));
  return { seen, missing, needless };
}
