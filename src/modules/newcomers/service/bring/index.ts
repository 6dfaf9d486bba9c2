import type { Cx } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { findOrganisation } from '../../../organisations/index.ts';
import { oldSite, originOf, Problems, type Program, Unreadable } from '../../rules/index.ts';
import { type Counts, noCounts, type TellProblem } from '../../schema.ts';
import { newcomersOf, type Source } from '../reading.ts';
import type { Shelf } from '../shelf/index.ts';
import { stage, unstage } from '../staging.ts';
import type { Watch } from '../watch.ts';
import { type Around, stepping } from './around.ts';
import { bringArticles } from './articles.ts';
import { bringComments } from './comments.ts';
import { bringLead } from './lead.ts';
import { bringMedia } from './media.ts';
import { bringMenu } from './menu.ts';
import { bringRedirects } from './redirects.ts';
import { bringSections } from './sections.ts';
import { giveSlugs } from './slugs.ts';

export interface Wanted {
  /** Code of the organisation. */
  readonly organisation: string;
  readonly source: Source;
  /** The old site's address, where somebody told it; the file's own word counts first. */
  readonly address: string;
  /** The files of the old library. */
  readonly shelf: Shelf | null;
  /** Notes the import once something of it is written; gives its id. */
  readonly begin: (address: string) => Promise<string>;
}

export interface Brought {
  /** Null where nothing was written. */
  readonly importId: string | null;
  readonly counts: Counts;
  readonly problems: readonly TellProblem[];
  /** As far as anybody told. */
  readonly address: string;
}

/**
 * Brings an old site here: reads all of it, then writes it through the commands of the modules whose things it becomes,
 * a little at a time. What is here already and the same is left alone; so a second run goes on where one was cut off, and
 * a third one changes nothing.
 * @throws Unreadable, Stopped, Forbidden
 */
export async function bring(cx: Cx, wanted: Wanted, watch: Watch): Promise<Brought> {
  const organisation = await findOrganisation(cx.db, wanted.organisation, cx.clock.today());
  if (organisation === null) throw new NotFound('organisation');
  const { batch, site, problems } = await stage(cx, newcomersOf(wanted.source), watch);
  try {
    const old = oldSite(site?.address || wanted.address);
    const { program } = wanted.source;
    let begun: Promise<string> | null = null;
    let id: string | null = null;
    const around: Around = {
      cx,
      whose: { organisationId: organisation.id, origin: originOf(program, old.key) },
      code: organisation.code,
      program,
      site: old,
      language: site?.language.toLowerCase() ?? '',
      batch,
      shelf: wanted.shelf,
      problems: new Problems(),
      counts: { ...noCounts },
      importId: async () => {
        begun ??= wanted.begin(old.address);
        id = await begun;
        return id;
      },
      begun: () => id,
      step: stepping(watch),
    };
    await steps(around);
    const all = [...problems, ...around.problems.all()];
    return {
      importId: id,
      counts: around.counts,
      problems: all.map(({ kind: _, ...problem }) => problem),
      address: old.address,
    };
  } finally {
    await unstage(cx, batch);
  }
}

async function steps(around: Around): Promise<void> {
  const sections = await bringSections(around);
  await bringMedia(around);
  await giveSlugs(around);
  await bringArticles(around, sections);
  await bringLead(around);
  await bringComments(around);
  await bringRedirects(around, sections);
  await bringMenu(around, sections);
}

export { type Program, Unreadable };
