import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { Tabs } from '../../../ui/index.ts';
import { personWrite } from '../policy.ts';
import { words } from '../vi.ts';

/** The pages of the member section, by the word of their address under hoi-vien. */
const paths = {
  list: 'hoi-vien',
  statistics: 'hoi-vien/thong-ke',
  duplicates: 'hoi-vien/trung',
  cards: 'hoi-vien/the',
  fees: 'hoi-vien/hoi-phi',
  mailings: 'hoi-vien/thu',
} as const;
export type MemberTab = keyof typeof paths;

/** The tabs that all pages about members share, for `before` of a page; `count` stands at one of them. */
export function sectionTabs(
  c: WebContext,
  current: MemberTab,
  counts: Partial<Record<MemberTab, number>> = {},
) {
  const shown = (Object.keys(paths) as MemberTab[]).filter(
    (tab) => tab !== 'duplicates' || offers(c, personWrite),
  );
  return (
    <Tabs
      label={words.tabsLabel}
      items={shown.map((tab) => ({
        href: office(c.var.place.code, paths[tab]),
        label: words.tabs[tab],
        count: counts[tab],
        current: tab === current,
      }))}
    />
  );
}
