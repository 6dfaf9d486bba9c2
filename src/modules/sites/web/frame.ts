import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { safeHref } from '../../../kernel/prose/index.ts';
import type { Db } from '../../../platform/database/query.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Frame, FrameLine, Place } from '../../../platform/http/env.ts';
import { inLanguage } from '../../../platform/http/language.ts';
import { type FrameEntry, frameRow } from '../queries/index.ts';
import { roomPath } from '../rules/index.ts';
import { picturesOf } from '../service/pictures.ts';

type At = Pick<Place, 'organisationId' | 'code'>;

/**
 * An address that an editor typed, as a page links it: a path is one of this site, also where it was copied with
 * the code in front. Null for what no reader may follow.
 */
export function linkOf(code: string, typed: string): string | null {
  const href = safeHref(typed);
  if (href === null || !href.startsWith('/')) return href;
  const own = `/${code}`;
  const path =
    href === own || (/^[/?#]/.test(href.slice(own.length)) && href.startsWith(own))
      ? href.slice(own.length)
      : href;
  return path === '' || path === '/' ? site(code) : site(code, path.replace(/^\//, ''));
}

// What every site has in English: its home, its news and its notices.
const englishRooms: Readonly<Record<string, (code: string) => string>> = {
  home: (code) => site(code, 'en'),
  news: (code) => site(code, 'tin', inLanguage('en')),
  notices: (code) => site(code, 'thong-bao', inLanguage('en')),
};

/** Where an entry of the menu leads; undefined for a heading, null for what is no longer there. */
function hrefOf(code: string, { kind, target, language }: FrameEntry): string | null | undefined {
  if (kind === 'heading') return undefined;
  if (target === null) return null;
  if (kind === 'section' && language === 'en') return site(code, target, inLanguage('en'));
  if (kind === 'section' || kind === 'page') return site(code, target);
  if (kind === 'address') return linkOf(code, target);
  const english = language === 'en' ? englishRooms[target] : undefined;
  if (english !== undefined) return english(code);
  const path = roomPath(target);
  return path === null ? null : site(code, path);
}

/** The menu in its two levels; what leads nowhere any more is left out. */
function menuOf(code: string, entries: readonly FrameEntry[]): FrameLine[] {
  const lines: FrameLine[] = [];
  for (const entry of entries.filter((one) => one.parentId === null)) {
    const below = entries
      .filter((one) => one.parentId === entry.id)
      .flatMap((one) => {
        const href = hrefOf(code, one);
        return href ? [{ label: one.label, href }] : [];
      });
    const href = hrefOf(code, entry);
    if (href) lines.push({ label: entry.label, href, below });
    // What opens others stays for them, also when it leads nowhere itself.
    else if (below.length > 0) lines.push({ label: entry.label, below });
  }
  return lines;
}

/** What stands around each page of a site on a day: one query, and one more where there are pictures. */
export async function siteFrameOf(db: Db, at: At, today: Day): Promise<Frame> {
  const row = await frameRow(db, at.organisationId, today);
  const pids = [row.emblem, ...row.banners.map((banner) => banner.picture)];
  const pictures = await picturesOf(db, pids);
  const entriesIn = (language: Language) => row.menu.filter((one) => one.language === language);
  const shown = (pid: string | null) => (pid === null ? null : (pictures.get(pid) ?? null));
  return {
    name: row.name,
    emblem: shown(row.emblem),
    licence: row.licence,
    responsible: row.responsible,
    address: row.address,
    phone: row.phone,
    email: row.email,
    menu: menuOf(at.code, entriesIn('vi')),
    englishName: row.english_name,
    englishMenu: menuOf(at.code, entriesIn('en')),
    english: row.english,
    banners: row.banners.map((banner) => ({
      ...banner,
      href: banner.href === null ? null : linkOf(at.code, banner.href),
      picture: shown(banner.picture),
    })),
    domain: row.domain,
  };
}
