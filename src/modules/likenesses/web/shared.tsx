import type { IssueWords } from '../../../kernel/issue.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { likenessDecide, likenessRead } from '../policy.ts';
import { amountOf } from '../rules/index.ts';
import type { Side } from '../schema.ts';
import { amountNames, likenessIssues, words } from '../vi.ts';

export const issueWords: IssueWords = { ...uploadIssues, ...likenessIssues };

export const path = 'hoi-thi/so-trung';
const section = sectionOf(path, words.title);
export const { pathOf } = section;

/** The way to a page: editions, findings, then `rest`. */
export function crumbsTo(c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [
    { label: words.section, href: office(c.var.place.code, 'hoi-thi') },
    ...section.crumbsTo(c, ...rest),
  ];
}

/** @throws NotFound for those who may read nothing here */
export async function readable(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, likenessRead, place.organisationId))) throw new NotFound('likeness_finding');
}

export const mayDecideHere = (c: WebContext): Promise<boolean> =>
  may(c.var.cx, likenessDecide, c.var.place.organisationId);

/** @throws Forbidden */
export async function decidable(c: WebContext): Promise<void> {
  if (!(await mayDecideHere(c))) throw new Forbidden(likenessDecide.name);
}

/** What one side is called: its title, or whose it is where no more may be told. */
export function nameOf(side: Side): string {
  if (side.open) return side.title || words.untitled;
  const { name } = side.organisation;
  return side.imported ? words.fileOfUnion(name, side.year) : words.ofUnion(name, side.year);
}

/** What stands under the name: number, edition or union, year. */
export function detailOf(side: Side): string {
  if (!side.open) return '';
  const { number, edition, organisation, year } = side;
  return [
    number === null ? null : words.number(number),
    edition?.name ?? organisation.name,
    year === null || edition !== null ? null : words.year(year),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export const amountWords = (score: number): string =>
  words.amount(amountNames[amountOf(score)], score);
