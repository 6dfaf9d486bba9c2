import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { EditMedium } from '../../pages/editing.tsx';
import type { Medium } from '../../schema/index.ts';
import { editMedia } from '../../service/index.ts';
import { kindNouns, labels, words } from '../../vi/index.ts';
import { mediaFieldData, readMediaField, shownInOffice } from '../field.ts';
import { crumbsTo, issueWords, mediumOf, mustManage, pathOf } from '../shared.ts';

const hasPoster = ({ kind }: Medium): boolean => kind === 'video' || kind === 'audio';

/** What was sent or found for the still, in a form that is shown again for something else. */
const stills = new WeakMap<Request, string | null>();

/** The form of what is said of a medium. */
export function editDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: '/thu-vien/:pid/sua',
    command: editMedia,
    styles: ['media'],
    title: ({ kind }: Medium) => words.editOne(kindNouns[kind]),
    open: async (c) => {
      mustManage(c);
      return mediumOf(c);
    },
    crumbs: (c, medium) =>
      crumbsTo(
        c,
        { label: medium.title, href: pathOf(c, medium.pid) },
        { label: words.editOne(kindNouns[medium.kind]) },
      ),
    initial: (_c, medium) => ({
      title: medium.title,
      alt: medium.alt ?? '',
      caption: medium.caption ?? '',
      credit: medium.credit ?? '',
      taken_on: medium.takenOn === null ? '' : formatDate(medium.takenOn),
      tags: medium.tags.join(', '),
      public: medium.public ? '1' : '',
      listed: medium.listed ? '1' : '',
      poster: medium.poster?.pid ?? '',
    }),
    fixed: async (c, medium) => {
      if (!hasPoster(medium)) return { values: { pid: medium.pid, poster: null } };
      const { pid, issues } = await readMediaField(c, await formOf(c), 'poster', ['picture']);
      stills.set(c.req.raw, pid);
      return { values: { pid: medium.pid, poster: pid }, issues };
    },
    version: (medium) => medium.version,
    labels,
    after: (c, medium) => `${pathOf(c, medium.pid)}?da-luu=1`,
    view: async (c, medium, state) => (
      <EditMedium
        {...state}
        media={shownInOffice(medium)}
        poster={
          hasPoster(medium)
            ? await mediaFieldData(
                c,
                ['picture'],
                stills.get(c.req.raw) ?? state.form.values.poster ?? '',
              )
            : null
        }
        backHref={pathOf(c, medium.pid)}
        fresh={c.req.query('da-them') === undefined ? null : words.added(1)}
      />
    ),
  });
}
