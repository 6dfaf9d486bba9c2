import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { EntryList, type ListEntry } from '../../../ui/index.ts';
import { publicActivities } from '../../activities/index.ts';
import { openDocuments } from '../../media/index.ts';
import { directoryOf, expertEntry, findExperts } from '../../people/index.ts';
import type { PublicGroup } from '../pages/search.tsx';
import { searchWords as words } from '../vi/index.ts';

const few = 3;

interface Hits {
  readonly id: string;
  readonly title: string;
  readonly total: number;
  readonly items: readonly ListEntry[];
  /** Where all of them are. */
  readonly path: string;
}

/** Experts, documents and activities that have the words: what a site shows beside articles and solutions. */
export async function moreGroups(c: WebContext, q: string): Promise<PublicGroup[]> {
  const { cx, place } = c.var;
  const experts = await findExperts(cx, directoryOf(place), { q, limit: few });
  const documents = await openDocuments(cx.db, {
    organisationId: place.code === rootCode() ? null : place.organisationId,
    q,
    page: 1,
    size: few,
  });
  const activities = await publicActivities(cx, {
    under: place.organisationId,
    q,
    page: 1,
    size: few,
  });
  const hits: Hits[] = [
    {
      id: 'chuyen-gia',
      title: words.groups.experts,
      total: experts.total,
      items: experts.rows.map((one) => expertEntry(c, one)),
      path: 'chuyen-gia',
    },
    {
      id: 'tai-lieu',
      title: words.groups.documents,
      total: documents.total,
      items: documents.items.map((one) => ({
        title: one.title,
        href: one.href,
        meta: [one.type, formatDate(one.day)].filter(Boolean).join(' · '),
      })),
      path: 'tai-lieu',
    },
    {
      id: 'hoat-dong',
      title: words.groups.activities,
      total: activities.total,
      items: activities.rows.map((one) => ({
        title: one.title,
        href: site(place.code, `hoat-dong/${one.pid}`),
        meta: [formatDate(one.startsOn), one.kindName, one.organisationShort].join(' · '),
      })),
      path: 'hoat-dong',
    },
  ];
  return hits.map(({ id, title, total, items, path }) => ({
    id,
    title,
    total,
    atLeast: false,
    // Documents of all unions have no list in one place.
    allHref:
      total > few && !(path === 'tai-lieu' && place.code === rootCode())
        ? site(place.code, path, { q })
        : null,
    children: <EntryList items={items} />,
  }));
}
