import type { Hono } from 'hono';
import { vietnamDay } from '../../../../kernel/clock.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { RecordHistory, type TimelineItem } from '../../../../ui/index.ts';
import {
  type Author,
  actionsNow,
  actionNames as actNames,
  consentsMissing,
  type DossierAction,
  eligibilityOf,
  factsIn,
  sayMissingConsent,
} from '../../../calls/index.ts';
import { historyOf } from '../../../people/index.ts';
import { type Act, DossierPage } from '../../pages/office/dossier.tsx';
import { DossierAside } from '../../pages/office/dossier-aside.tsx';
import {
  authorsOf,
  awardsOf,
  consentsOf,
  earlierAwards,
  filesOfDossier,
  heldAgainst,
  leavesOf,
  sentOnOf,
  sourceOf,
  versionsOf,
} from '../../queries/index.ts';
import type { Dossier } from '../../schema/index.ts';
import {
  actionNames,
  actWords,
  quietActions,
  dossierOfficeWords as words,
} from '../../vi/office/index.ts';
import {
  aboveLines,
  asideLines,
  consentLines,
  draftContent,
  receiptTerms,
  revisionForms,
  versionContent,
  versionLines,
} from './dossier-parts.ts';
import { conflictText } from './list.tsx';
import {
  base,
  dossierCrumbs,
  dossierOf,
  dossierPath,
  mayKeep,
  nameOf,
  noticeOf,
  pathOf,
} from './shared.tsx';

/** The page of one dossier. */
export function dossierDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid`, dossierPage);
}

async function dossierPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const dossier = await dossierOf(c);
  const { edition, id } = dossier;
  const keeper = await mayKeep(c, edition);
  const files = await filesOfDossier(cx.db, id);
  const versions = await versionsOf(cx.db, id);
  const forms = await revisionForms(cx.db, edition);
  const holding = versions.at(-1);
  const content =
    holding === undefined
      ? draftContent(c, dossier, files)
      : versionContent(c, dossier, holding, forms, files);
  const authors = (await authorsOf(cx.db, [id])).get(id) ?? [];
  const consents = (await consentsOf(cx.db, [id])).get(id) ?? [];
  const awards = (await awardsOf(cx.db, [id])).get(id) ?? [];
  const earlier = await earlierAwards(cx, [{ id, title: dossier.title }]);
  const above = await sentOnOf(cx, id);
  const source = dossier.origin === 'forwarded' ? await sourceOf(cx.db, id) : null;
  const history = await historyOf(
    cx.db,
    { type: 'dossier', id },
    {
      actions: actionNames,
      fields: {},
      nobody: words.history.nobody,
      without: quietActions,
    },
  );
  const entrant = holding === undefined ? dossier.working.entrant : dossier.entrant;
  const holdingWorking =
    content === null || entrant === null
      ? dossier.working
      : { entrant, field: dossier.field ?? dossier.working.field, answers: content.answers };
  const facts = factsIn(edition.content, holdingWorking, heldAgainst(edition.content, earlier));
  const on = vietnamDay(dossier.submittedAt ?? cx.clock.now());
  const names = authors.map(({ name }) => name);
  return shell.office(c, {
    title: nameOf(dossier),
    lead: [dossier.number, edition.content.name].filter(Boolean).join(' · '),
    crumbs: dossierCrumbs(c, dossier),
    before: noticeOf(c, dossier.email !== null),
    body: (
      <DossierPage
        state={dossier.state}
        reason={dossier.reason}
        acts={keeper ? actsOf(c, dossier) : []}
        conflicts={
          facts === null
            ? null
            : eligibilityOf(edition.content, facts, on)
                .filter(({ ok }) => ok !== true)
                .map((one) => ({ ok: one.ok, text: conflictText(one, names) }))
        }
        consents={consentLines(dossier, authors as readonly Author[], consents, cx.clock.today())}
        unpublished={consentsMissing(
          authors,
          consents,
          'publish',
          cx.clock.today(),
          edition.content.eligibility,
        ).map((one) =>
          sayMissingConsent(one, authors.find(({ key }) => key === one.author)?.name ?? ''),
        )}
        consentHref={keeper ? dossierPath(c, dossier, 'dong-y') : null}
        contentTitle={holding === undefined ? words.draft : words.content(holding.number)}
        content={content}
      />
    ),
    aside: (
      <DossierAside
        receipt={receiptTerms(dossier, holding)}
        versions={versionLines(c, dossier, versions)}
        {...asideLines(c, dossier, {
          leaves: await leavesOf(cx.db, id),
          awards,
          earlier,
          keeper,
        })}
        above={aboveLines(c, above, keeper)}
        forwardHref={
          keeper && (dossier.state === 'valid' || awards.length > 0)
            ? dossierPath(c, dossier, 'gui-len')
            : null
        }
        from={source === null ? null : words.above.from(source.title, source.edition)}
        likenessHref={`${pathOf(c, edition).replace(/ho-so$/, 'so-trung')}?ho-so=${dossier.pid}`}
        history={<RecordHistory items={together(history)} />}
      />
    ),
  });
}

/** The same done several times at once is one line. */
function together(items: readonly TimelineItem[]): TimelineItem[] {
  const lines: { item: TimelineItem; many: number }[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const same =
      last !== undefined &&
      last.item.when === item.when &&
      last.item.title === item.title &&
      last.item.children === item.children;
    if (same) last.many += 1;
    else lines.push({ item, many: 1 });
  }
  return lines.map(({ item, many }) =>
    many === 1 ? item : { ...item, title: words.history.times(String(item.title), many) },
  );
}

/** Where each act of the secretariat has its page. */
const actPages: Readonly<Partial<Record<DossierAction, string>>> = {
  validate: 'hop-le',
  return: 'tra-lai',
  invalidate: 'khong-hop-le',
  move: 'chuyen',
  reopen: 'xem-lai',
};

function actsOf(c: WebContext, dossier: Dossier): Act[] {
  const { edition, state, leave, origin, pid } = dossier;
  if (edition.state !== 'open') return [];
  const now = c.var.cx.clock.now();
  const allowed = actionsNow('secretariat', state, edition.content.phases, now, leave);
  const order: readonly DossierAction[] = ['validate', 'return', 'invalidate', 'move', 'reopen'];
  const acts = order
    .filter((one) => allowed.includes(one))
    .filter((one) => one !== 'move' || edition.content.fields.length > 1)
    .map((one) => ({
      href: dossierPath(c, dossier, actPages[one] ?? ''),
      label: actNames[one],
      primary: one === 'validate',
    }));
  const typed = origin === 'paper' || origin === 'forwarded';
  const writing = typed && (state === 'draft' || state === 'returned' || state === 'submitted');
  return [
    ...(writing
      ? [
          {
            href: pathOf(c, edition, `${pid}/viet`),
            label: words.paper,
            primary: state === 'draft',
          },
        ]
      : []),
    ...acts,
    ...(state === 'draft' && origin !== 'link'
      ? []
      : [{ href: dossierPath(c, dossier, 'gia-han'), label: actWords.leave.title }]),
  ];
}
