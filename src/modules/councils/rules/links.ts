import { type Evidence, isSure, type Match } from './evidence.ts';
import type { Found, GraphAuthor, GraphDossier, GraphJudge } from './graph.ts';
import { type Human, humanKey, sameHuman } from './humans.ts';

/** A judge and somebody of the name of an author, in one organisation at one time. */
export interface LinkLike {
  readonly judgeId: string;
  readonly human: Human;
  readonly by: 'membership' | 'post';
  readonly organisation: string;
  readonly judgePost: string | null;
  readonly authorPost: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** A dossier of whatever edition that several wrote. */
export interface SharedDossier {
  readonly id: string;
  readonly pid: string;
  readonly authors: readonly { readonly name: string; readonly birth: string | null }[];
  readonly awards: readonly string[];
}

const known = <T extends object>(parts: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)) as never;

/** Posts and memberships together, for the authors who may be those people. */
export function findInRegistry(
  links: readonly LinkLike[],
  dossiers: readonly GraphDossier[],
): Found[] {
  const byName = Map.groupBy(links, ({ human }) => humanKey(human));
  return dossiers.flatMap(({ id, authors }) =>
    authors.flatMap((author) =>
      (byName.get(humanKey(author)) ?? []).flatMap((link): Found[] => {
        const match = sameHuman(author, link.human);
        if (match === null) return [];
        const evidence: Evidence = {
          by: link.by,
          sure: isSure(match),
          match,
          author: author.name,
          organisation: link.organisation,
          ...known({
            judge: link.judgePost,
            found: link.authorPost,
            since: link.since,
            until: link.until,
          }),
        };
        const kind = link.by === 'post' ? 'committee' : 'same_unit';
        return [{ judgeId: link.judgeId, dossierId: id, kind, evidence }];
      }),
    ),
  );
}

/** From the surest to the least sure. */
const order: readonly Match[] = ['contact', 'full', 'part', 'name'];

const weaker = (a: Match, b: Match): Match => (order.indexOf(a) > order.indexOf(b) ? a : b);

interface Standing {
  readonly dossierId: string;
  readonly author: GraphAuthor;
}

/** Dossiers written together; where one won, that is a conflict of its own. */
export function findShared(
  judges: readonly GraphJudge[],
  dossiers: readonly GraphDossier[],
  shared: readonly SharedDossier[],
): Found[] {
  const byJudge = Map.groupBy(judges, humanKey);
  const standing = dossiers.flatMap(({ id, authors }) =>
    authors.map((author): Standing => ({ dossierId: id, author })),
  );
  const byAuthor = Map.groupBy(standing, ({ author }) => humanKey(author));
  const matched = <T, H extends Human>(
    all: readonly T[] | undefined,
    of: H,
    human: (one: T) => Human,
  ) =>
    (all ?? []).flatMap((one) => {
      const match = sameHuman(human(one), of);
      return match === null ? [] : [{ one, match }];
    });
  return shared.flatMap((work) => {
    const people = work.authors.map((author) => ({
      judges: matched(byJudge.get(humanKey(author)), author, (judge) => judge),
      now: matched(byAuthor.get(humanKey(author)), author, (one) => one.author),
    }));
    return people.flatMap((ours, at) =>
      ours.judges.flatMap((judge) =>
        people
          .filter((_, other) => other !== at)
          .flatMap(({ now }) => now)
          .filter(({ one }) => one.dossierId !== work.id)
          .flatMap((now) => together(work, judge, now)),
      ),
    );
  });
}

function together(
  { pid, awards }: SharedDossier,
  ours: { readonly one: GraphJudge; readonly match: Match },
  theirs: { readonly one: Standing; readonly match: Match },
): Found[] {
  const match = weaker(ours.match, theirs.match);
  const { dossierId, author } = theirs.one;
  const evidence: Evidence = {
    by: 'dossier',
    sure: isSure(match),
    match,
    author: author.name,
    dossier: pid,
  };
  const pair = { judgeId: ours.one.id, dossierId };
  return [
    { ...pair, kind: 'coauthor', evidence },
    ...(awards.length === 0
      ? []
      : [{ ...pair, kind: 'co_award' as const, evidence: { ...evidence, awards } }]),
  ];
}
