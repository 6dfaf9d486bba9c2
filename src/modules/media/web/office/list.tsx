import type { Hono } from 'hono';
import { listQuestion } from '../../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { setFilters } from '../../../../platform/records/narrowing.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { Alert, ButtonLink, Tabs, Toast } from '../../../../ui/index.ts';
import { MediaList } from '../../pages/list.tsx';
import { mediaManage } from '../../policy.ts';
import { findMedium, listAlbums, listMedia } from '../../queries/index.ts';
import { kinds } from '../../rules/index.ts';
import { kindNames, words } from '../../vi/index.ts';
import { pathOf } from '../shared.ts';
import { mediumTile } from './tiles.tsx';

const pageSize = 48;

export function listDoors(app: Hono<Env>): void {
  app.get('/thu-vien', listPage);
}

const shownStates = ['listed', 'public', 'hidden'] as const;

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const filters = ['q', 'loai', 'tinh-trang', 'tu-khoa'];
  const question = listQuestion(pathOf(c), c.req.query(), { filters, sorts: [], sort: '' });
  const { values } = question;
  const kind = kinds.find((one) => one === values.loai);
  const shown = shownStates.find((one) => one === values['tinh-trang']) ?? null;
  const { rows, total } = await listMedia(cx, {
    organisationId: place.organisationId,
    q: values.q ?? '',
    shown,
    tag: values['tu-khoa'] || null,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    page: question.page,
    size: pageSize,
  });
  const writer = offers(c, mediaManage);
  return c.var.shell.office(c, {
    title: words.list,
    lead: total === 0 ? words.listOf(place.shortName) : words.found(total, question.filtered),
    styles: ['media'],
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, 'them')}>
        {words.add}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {await notice(c)}
        <LibraryTabs c={c} current="media" />
      </>
    ),
    body: (
      <MediaList
        question={question}
        path={pathOf(c)}
        items={rows.map((row) => mediumTile(c, row))}
        total={total}
        size={pageSize}
        kinds={kinds.map((value) => ({ value, label: kindNames[value] }))}
        chips={setFilters(question, {
          q: (value) => `“${value}”`,
          loai: (value) => kindNames[value as keyof typeof kindNames] ?? value,
          'tinh-trang': (value) => words.states[value as keyof typeof words.states] ?? value,
          'tu-khoa': (value) => value,
        })}
        addHref={writer ? pathOf(c, 'them') : null}
      />
    ),
  });
}

async function notice(c: WebContext) {
  const removed = c.req.query('da-xoa');
  if (removed !== undefined) {
    const medium = await findMedium(c.var.cx, removed);
    if (medium === null || medium.deletedAt === null) return undefined;
    const undo = { action: pathOf(c, `${medium.pid}/khoi-phuc`) };
    return <Toast text={words.removed(medium.title)} undo={undo} />;
  }
  const [added, same] = [c.req.query('da-them'), c.req.query('trung')].map(Number);
  const said = saidIn(c, { 'da-them': words.addedSome(added || 0, same || 0) });
  return said === undefined || said === '' ? undefined : <Alert tone="ok" title={said} live />;
}

/** Media and albums of the library. */
export function LibraryTabs(props: {
  readonly c: WebContext;
  readonly current: 'media' | 'albums';
}) {
  const { c, current } = props;
  return (
    <Tabs
      label={words.tabs}
      items={[
        { href: pathOf(c), label: words.allKinds, current: current === 'media' },
        { href: pathOf(c, 'album'), label: words.albums, current: current === 'albums' },
      ]}
    />
  );
}

/** The albums that something may be put into. */
export async function albumOptions({ var: { cx, place } }: WebContext) {
  const { organisationId } = place;
  const { rows } = await listAlbums(cx, { organisationId, page: 1, size: 50 });
  return rows.map(({ pid, title }) => ({ value: pid, label: title }));
}
