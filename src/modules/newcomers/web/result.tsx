import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Figure, formatCount } from '../../../ui/index.ts';
import { ResultPage, type UploadsProps } from '../pages/one.tsx';
import { articlesBrought } from '../queries/index.ts';
import type { SiteImport } from '../schema.ts';
import { unreadableText } from '../service/words.ts';
import { words } from '../vi/index.ts';
import { aboutTerms } from './about.ts';
import { crumbsTo, dayOf, pathOf, problemsTold } from './shared.ts';

const shown = 20;

/** What an import has brought, however it ended. */
export async function resultPage(
  c: WebContext,
  of: SiteImport,
  uploads: UploadsProps | null,
): Promise<Response> {
  const { cx, place } = c.var;
  const came = of.state === 'undone' ? [] : await articlesBrought(cx.db, of.id, shown);
  const ends = ['done', 'cancelled', 'failed'].includes(of.state);
  const bad = uploads?.error !== undefined;
  const note = of.fileId === null ? byHand(of) : [];
  return c.var.shell.office(c, {
    title: words.title,
    lead: of.fileName,
    crumbs: crumbsTo(c, { label: of.fileName }),
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <ResultPage
        tone={of.state === 'done' ? 'ok' : of.state === 'failed' ? 'bad' : 'info'}
        said={saidOf(of)}
        terms={[...aboutTerms(of), ...note]}
        figures={of.state === 'undone' ? [] : figuresOf(of)}
        articles={came.map(({ pid, title, at }) => ({
          href: office(place.code, `bai-viet/${pid}`),
          title,
          day: dayOf(at),
        }))}
        articlesHref={office(place.code, 'bai-viet')}
        redirectsHref={office(place.code, 'trang-dien-tu/chuyen-huong')}
        problems={problemsTold(of.problems)}
        uploads={uploads}
        again={
          of.fileId === null
            ? null
            : { action: pathOf(c, `${of.pid}/chuyen`), hidden: { version: of.version } }
        }
        undoHref={ends ? pathOf(c, `${of.pid}/hoan-tac`) : null}
        backHref={pathOf(c)}
      />
    ),
  });
}

const byHand = (of: SiteImport) => [
  { term: words.file, value: of.preview === null ? words.byCommand : words.fileGone },
];

function figuresOf({ counts }: SiteImport): Figure[] {
  return Object.entries(words.counts).map(([name, label]) => ({
    value: formatCount(counts[name] ?? 0),
    label,
  }));
}

function saidOf(of: SiteImport): string {
  const { state, counts, preview } = of;
  if (state === 'undone') return words.undoneSaid(counts.removed ?? 0, counts.kept ?? 0);
  if (state === 'cancelled') return words.stoppedSaid;
  if (state === 'failed')
    return preview?.unreadable
      ? unreadableText(preview.unreadable.code, preview.unreadable.data)
      : words.failedSaid;
  const nothing = Object.keys(words.counts).every((name) => (counts[name] ?? 0) === 0);
  return nothing ? words.nothingNew : words.doneSaid;
}
