import type { IssueWords } from '../../../kernel/issue.ts';
import { contentDisposition } from '../../../platform/documents/filename.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { longestSelect, suggestions } from '../../../platform/forms/pick.ts';
import { office } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { type JobRun, startRun } from '../../../platform/jobs/index.ts';
import type { Permission } from '../../../platform/policy.ts';
import { offers, sectionOf } from '../../../platform/records/section.ts';
import type { SelectOption } from '../../../ui/index.ts';
import { organisationOptions } from '../../organisations/index.ts';
import { cardRead } from '../policy.ts';
import { cardOf } from '../queries/index.ts';
import type { Card } from '../schema.ts';
import type { CardSheets, PrintedFor } from '../sheets/index.ts';
import { cardIssues, words } from '../vi.ts';

export const issueWords: IssueWords = cardIssues;

const section = sectionOf('hoi-vien/the', words.list);
export const { pathOf } = section;

/** The way to a page of cards: members, cards, then `rest`. */
export function crumbsTo(c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [
    { label: words.members, href: office(c.var.place.code, 'hoi-vien') },
    ...section.crumbsTo(c, ...rest),
  ];
}

/** @throws Forbidden */
export function allow(c: WebContext, wanted: Permission): void {
  if (!offers(c, wanted)) throw new Forbidden(wanted.name);
}

/** The card of an address. @throws NotFound */
export function cardHere(c: WebContext): Promise<Card> {
  return cardOf(c.var.cx, c.req.param('pid') ?? '');
}

export function sheetsOf(c: WebContext, parts: Omit<CardSheets, 'base'>): CardSheets {
  return { ...parts, base: siteOf(c) };
}

export function placeHere(c: WebContext): PrintedFor {
  const { organisationId, code } = c.var.place;
  return { organisationId, code };
}

/** Orders a long job and gives the address of its page. */
export async function ordered(
  c: WebContext,
  cx: WebContext['var']['cx'],
  name: JobRun['name'],
  payload: unknown,
): Promise<string> {
  const run = await startRun(cx, name, c.var.place.organisationId, payload);
  return office(c.var.place.code, `viec/${run.pid}`);
}

export interface OwnerChoice {
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly options: readonly { readonly code: string; readonly name: string }[];
}

/** The organisations whose members a list can be narrowed to. */
export async function ownersOf(c: WebContext): Promise<OwnerChoice> {
  const { cx, place } = c.var;
  const options = await organisationOptions(cx, cardRead, place.organisationId, cx.clock.today());
  return {
    options,
    organisations: options.map((option) => ({ value: option.code, label: option.name })),
    suggestHref: options.length > longestSelect ? pathOf(c, 'don-vi') : null,
  };
}

export async function suggestOwners(c: WebContext): Promise<Response> {
  const { options } = await ownersOf(c);
  return c.json(suggestions(options, c.req.query('q') ?? ''));
}

/** Answers with a PDF to be saved under a name; it holds personal data and is kept nowhere. */
export function sendPdf(c: WebContext, bytes: Buffer, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(name),
    'cache-control': 'private, no-store',
  });
}
