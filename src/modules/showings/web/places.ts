import { publicList } from '../../archive/index.ts';
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

addPlaces(async (cx, { organisationId }) =>
  (await editionPlaces(cx, organisationId)).map(({ code, changedAt }) => ({
    path: `hoi-thi/${code}`,
    changedAt,
  })),
);

// The sites of all organisations, named by the one at `/`.
addPlaces(async (cx, { root, code }) =>
  root
    ? (await organisationPlaces(cx))
        .filter((one) => one !== code)
        .map((one) => ({ path: one, changedAt: null }))
    : [],
);
