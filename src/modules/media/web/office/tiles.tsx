import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { Badge } from '../../../../ui/index.ts';
import type { Tile } from '../../pages/tiles.tsx';
import type { AlbumRow, Medium, Placed } from '../../schema/index.ts';
import { kindNames, words } from '../../vi/index.ts';
import { shownInOffice } from '../field.ts';
import { pathOf } from '../shared.ts';

/** A medium in a list of the office. */
export function mediumTile(c: WebContext, medium: Medium): Tile {
  const day = medium.takenOn === null ? null : formatDate(medium.takenOn);
  return {
    href: pathOf(c, medium.pid),
    title: medium.title,
    media: shownInOffice(medium),
    meta: [kindNames[medium.kind], day].filter(Boolean).join(' · '),
    more: (
      <Badge tone={medium.public ? (medium.listed ? 'ok' : 'info') : 'warn'}>
        {words.stateOf(medium.public, medium.listed)}
      </Badge>
    ),
  };
}

/** An album in a list of the office, with its cover. */
export function albumTile(c: WebContext, album: AlbumRow, cover: Placed | undefined): Tile {
  const day = album.heldOn === null ? null : formatDate(album.heldOn);
  return {
    href: pathOf(c, `album/${album.pid}`),
    title: album.title,
    media: cover === undefined ? null : shownInOffice(cover),
    meta: [words.albumCount(album.count), day].filter(Boolean).join(' · '),
    more: album.public ? undefined : <Badge tone="warn">{words.states.hidden}</Badge>,
  };
}
