import type { ConflictKind, Relation } from '../schema/index.ts';
import type { Evidence } from './evidence.ts';
import { isSure } from './evidence.ts';
import { type Human, humanKey, nameKey, sameHuman } from './humans.ts';
import { indexed, type UnitIndex, unitIndex, unitPairs } from './unit-index.ts';

export interface GraphJudge extends Human {
  readonly id: string;
  /** As typed for the edition, and as the registry has it. */
  readonly units: readonly string[];
}

export interface GraphAuthor extends Human {
  readonly units: readonly string[];
  /** The legal representative of a minor, and who that is to the author. */
  readonly representative: Human | null;
  readonly relation: string | null;
}

export interface GraphDossier {
  readonly id: string;
  readonly entrant: string | null;
  readonly authors: readonly GraphAuthor[];
  /** Short answers of those who enter for an organisation or somebody else: who nominates, who they are. */
  readonly named: readonly string[];
  /** The union that sent it on. */
  readonly sender: { readonly code: string; readonly name: string } | null;
}

export interface GraphRelation {
  readonly judgeId: string;
  readonly relation: Relation;
  readonly name: string | null;
  readonly unit: string | null;
}

export interface Found {
  readonly judgeId: string;
  readonly dossierId: string;
  readonly kind: ConflictKind;
  readonly evidence: Evidence;
}

/** What the dossiers of an edition themselves tell: authors, units, representatives, who nominates. */
export function findInDossiers(
  judges: readonly GraphJudge[],
  dossiers: readonly GraphDossier[],
): Found[] {
  const byName = indexed(judges, (judge) => [humanKey(judge)]);
  const byUnit = unitIndex(judges, ({ units }) => units);
  return dossiers.flatMap((dossier) => [
    ...dossier.authors.flatMap((author) => [
      ...ofAuthor(dossier, author, byName),
      ...ofUnits(dossier, author, byUnit),
    ]),
    ...ofNominator(dossier, byUnit),
  ]);
}

function ofAuthor(
  { id }: GraphDossier,
  author: GraphAuthor,
  byName: ReadonlyMap<string, readonly GraphJudge[]>,
): Found[] {
  const found: Found[] = [];
  for (const judge of byName.get(humanKey(author)) ?? []) {
    const match = sameHuman(judge, author);
    if (match === null) continue;
    const evidence: Evidence = { by: 'person', sure: isSure(match), match, author: author.name };
    found.push({ judgeId: judge.id, dossierId: id, kind: 'author', evidence });
  }
  const { representative, relation } = author;
  if (representative === null) return found;
  for (const judge of byName.get(humanKey(representative)) ?? []) {
    const match = sameHuman(judge, representative);
    if (match === null) continue;
    found.push({
      judgeId: judge.id,
      dossierId: id,
      kind: teaches(relation) ? 'supervisor' : 'family',
      evidence: {
        by: 'representative',
        sure: isSure(match),
        match,
        author: author.name,
        found: representative.name,
        ...(relation === null ? {} : { relation }),
      },
    });
  }
  return found;
}

/** Who leads or teaches an author, rather than a parent. */
const teaches = (relation: string | null): boolean =>
  /\b(huong dan|giao vien|thay|co giao|giang vien|phu trach)\b/.test(nameKey(relation ?? ''));

type Units = UnitIndex<GraphJudge>;

const ofUnits = ({ id }: GraphDossier, author: GraphAuthor, byUnit: Units): Found[] =>
  [...unitPairs(byUnit, author.units)].map(({ of, judge, found, sure }) => ({
    judgeId: of.id,
    dossierId: id,
    kind: 'same_unit',
    evidence: { by: 'unit', sure, author: author.name, judge, found },
  }));

function ofNominator(dossier: GraphDossier, byUnit: Units): Found[] {
  const { id, sender } = dossier;
  const kind = dossier.entrant === 'nominee' ? 'nominating_unit' : 'same_unit';
  const named = [...unitPairs(byUnit, dossier.named)].map(
    ({ of, judge, found, sure }): Found => ({
      judgeId: of.id,
      dossierId: id,
      kind,
      evidence: { by: 'nominator', sure, judge, found },
    }),
  );
  if (sender === null) return named;
  const sent = [...unitPairs(byUnit, [sender.name])].map(
    ({ of, judge, found, sure }): Found => ({
      judgeId: of.id,
      dossierId: id,
      kind: 'nominating_unit',
      evidence: { by: 'nominator', sure, judge, found, organisation: sender.code },
    }),
  );
  return [...named, ...sent];
}
