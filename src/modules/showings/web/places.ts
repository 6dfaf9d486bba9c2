import { activityPlaces } from '../../activities/index.ts';
import { publicList } from '../../archive/index.ts';
import { documentPlaces } from '../../media/index.ts';
import { directoryStamp, expertPlaces } from '../../people/index.ts';
import { editionPlaces, organisationPlaces } from '../queries/index.ts';
import type { PlacePath } from '../schema.ts';
import { addPlaces } from './ports.ts';

// Public pages of earlier modules, which know nothing of sitemaps.

const SIZE = 500;
/** Solutions that a sitemap names. */
const MOST = 20_000;

addPlaces(async (cx, { organisationId, root }) => {
  const found: PlacePath[] = [{ path: 'kho-giai-phap', changedAt: null }];
  for (let page = 1; page * SIZE <= MOST; page += 1) {
    const { items, total } = await publicList(cx, {
      under: root ? null : organisationId,
      page,
      size: SIZE,
    });
    found.push(
      ...items.map(({ pid, since }) => ({ path: `kho-giai-phap/${pid}`, changedAt: since })),
    );
    if (page * SIZE >= total) break;
  }
  return found;
});

// Who takes back that they stand in the directory is gone from here at once.
addPlaces(async (cx, site) => {
  const experts = await expertPlaces(cx, site);
  if (experts.length === 0) return [];
  return [
    { path: 'chuyen-gia', changedAt: null },
    ...experts.map(({ pid }) => ({ path: `chuyen-gia/${pid}`, changedAt: null })),
  ];
}, directoryStamp);

addPlaces(async (cx, { organisationId }) => {
  const activities = await activityPlaces(cx, organisationId);
  if (activities.length === 0) return [];
  return [
    { path: 'hoat-dong', changedAt: null },
    ...activities.map(({ pid }) => ({ path: `hoat-dong/${pid}`, changedAt: null })),
  ];
});

addPlaces(async (cx, { organisationId }) => {
  const documents = await documentPlaces(cx.db, organisationId);
  if (documents.length === 0) return [];
  return [
    { path: 'tai-lieu', changedAt: null },
    ...documents.map(({ pid, changedAt }) => ({ path: `thu-vien/tai-lieu/${pid}`, changedAt })),
  ];
});

addPlaces(async (cx, { organisationId }) =>
  (await editionPlaces(cx, organisationId)).map(({ code, changedAt }) => ({
    path: `hoi-thi/${code}`,
    changedAt,
  })),
);

addPlaces(async () => [{ path: 'du-lieu-mo', changedAt: null }]);

// The sites of all organisations, named by the one at `/`.
addPlaces(async (cx, { root, code }) =>
  root
    ? (await organisationPlaces(cx))
        .filter((one) => one !== code)
        .map((one) => ({ path: one, changedAt: null }))
    : [],
);
