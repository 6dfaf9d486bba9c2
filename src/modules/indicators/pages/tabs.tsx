import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { Tabs } from '../../../ui/index.ts';
import { tabWords } from '../vi.ts';

/** The pages of the reports section, by the word of their address under bao-cao. */
const paths = {
  rounds: 'dot',
  benchmark: 'bang-so-sanh',
  pivot: 'tong-hop',
  dashboards: 'bang-dieu-khien',
  checks: 'kiem-tra',
  templates: 'mau',
  indicators: 'chi-tieu',
} as const;
export type ReportTab = keyof typeof paths;

/**
 * The tabs that all pages about reports share, for `before` of a page. Whoever works in an office reads all of them;
 * what somebody may do there is said by each page.
 */
export function reportTabs(c: WebContext, current: ReportTab) {
  return (
    <Tabs
      label={tabWords.label}
      items={(Object.keys(paths) as ReportTab[]).map((tab) => ({
        href: office(c.var.place.code, `bao-cao/${paths[tab]}`),
        label: tabWords[tab],
        current: tab === current,
      }))}
    />
  );
}
