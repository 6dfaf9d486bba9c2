import type { WebContext } from '../../../../platform/http/env.ts';
import { Tabs } from '../../../../ui/index.ts';
import { queueWords as words } from '../../vi/index.ts';
import { commentsPath, feedbackPath, officePath, pollsPath } from '../shared.ts';

export const settingsPath = `${commentsPath}/cach-nhan`;

const parts = [
  { path: commentsPath, label: words.comments },
  { path: pollsPath, label: words.polls },
  { path: feedbackPath, label: words.feedback },
  { path: settingsPath, label: words.settings },
] as const;

/** The parts of what readers write, on top of each of their lists. */
export const sectionTabs = (c: WebContext, current: string) => (
  <Tabs
    label={words.sections}
    items={parts.map(({ path, label }) => ({
      href: officePath(c, path),
      label,
      current: path === current,
    }))}
  />
);
