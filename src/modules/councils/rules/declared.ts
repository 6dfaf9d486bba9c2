import type { Evidence } from './evidence.ts';
import type { Found, GraphAuthor, GraphDossier, GraphJudge, GraphRelation } from './graph.ts';
import { humanKey, nameKey, sameHuman } from './humans.ts';
import { indexed, type UnitIndex, unitIndex, unitPairs } from './unit-index.ts';

/** The folded names of those who wrote a text, as its file lists them. */
export const namesIn = (authors: string): string[] =>
  authors
    .split(/[,;\n]|\s[-–]\s/u)
    .flatMap((part) => nameKey(part).split(' va '))
    .map((name) => name.trim())
    .filter((name) => name.includes(' '));

/** What judges declared, matched with the dossiers; the judge never learns what matched. */
export function findDeclared(
  declared: readonly GraphRelation[],
  dossiers: readonly GraphDossier[],
): Found[] {
  const byName = indexed(declared, ({ name }) => (name === null ? [] : [nameKey(name)]));
  const whole = declared.filter(({ name, unit }) => name === null && unit !== null);
  const byUnit = unitIndex(whole, ({ unit }) => [unit ?? '']);
  return dossiers.flatMap((dossier) => [
    ...dossier.authors.flatMap((author) => ofDeclared(dossier, author, byName)),
    ...unitsDeclared(dossier, byUnit),
  ]);
}

const declaredAs = ({ relation }: GraphRelation, more: Partial<Evidence>): Evidence => ({
  by: 'declared',
  sure: false,
  relation,
  ...more,
});

function ofDeclared(
  { id }: GraphDossier,
  author: GraphAuthor,
  byName: ReadonlyMap<string, readonly GraphRelation[]>,
): Found[] {
  const people = [author, ...(author.representative === null ? [] : [author.representative])];
  return people.flatMap(({ name }) =>
    (byName.get(nameKey(name)) ?? []).flatMap((one): Found[] => {
      if (sameHuman({ name, birth: null }, { name: one.name ?? '', birth: null }) === null)
        return [];
      const index = unitIndex([one], ({ unit }) => (unit === null ? [] : [unit]));
      const units = [...unitPairs(index, author.units)];
      const evidence = declaredAs(one, {
        sure: units.length > 0,
        author: author.name,
        judge: [one.name, one.unit].filter((text) => text !== null).join(', '),
        found: name,
      });
      return [{ judgeId: one.judgeId, dossierId: id, kind: 'declared', evidence }];
    }),
  );
}

function unitsDeclared(dossier: GraphDossier, byUnit: UnitIndex<GraphRelation>): Found[] {
  const of = (texts: readonly string[], author: string | null) =>
    [...unitPairs(byUnit, texts)].map(
      (pair): Found => ({
        judgeId: pair.of.judgeId,
        dossierId: dossier.id,
        kind: 'declared',
        evidence: declaredAs(pair.of, {
          sure: pair.sure,
          judge: pair.judge,
          found: pair.found,
          ...(author === null ? {} : { author }),
        }),
      }),
    );
  const names = [...dossier.named, ...(dossier.sender === null ? [] : [dossier.sender.name])];
  return [...dossier.authors.flatMap(({ units, name }) => of(units, name)), ...of(names, null)];
}

/** Texts from files that name both a judge and an author; by names alone, so never sure. */
export function findInTexts(
  judges: readonly GraphJudge[],
  dossiers: readonly GraphDossier[],
  texts: readonly { readonly pid: string; readonly authors: string }[],
): Found[] {
  const byJudge = indexed(judges, (judge) => [humanKey(judge)]);
  const authors = dossiers.flatMap(({ id, authors: all }) =>
    all.map(({ name }) => ({ dossierId: id, name, key: nameKey(name) })),
  );
  const byAuthor = indexed(authors, ({ key }) => [key]);
  return texts.flatMap(({ pid, authors: listed }) => {
    const names = namesIn(listed);
    return names.flatMap((name) =>
      (byJudge.get(name) ?? []).flatMap((judge) =>
        names
          .filter((other) => other !== name)
          .flatMap((other) => byAuthor.get(other) ?? [])
          .map(
            (author): Found => ({
              judgeId: judge.id,
              dossierId: author.dossierId,
              kind: 'coauthor',
              evidence: { by: 'text', sure: false, match: 'name', author: author.name, text: pid },
            }),
          ),
      ),
    );
  });
}
