import { Hono } from 'hono';
import { z } from 'zod';
import type { IssueWords } from '../../kernel/issue.ts';
import type { Cx, Outcome } from '../command.ts';
import { Unauthenticated } from '../errors.ts';
import { issuesOf } from '../forms/issues.ts';
import type { Env, WebContext } from './env.ts';
import { Invalid, Unreadable } from './problems.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Shape = z.ZodType | undefined;
type Value<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;

/** One REST door: its description and its handler, from the same schemas. */
export interface Endpoint<P extends Shape, Q extends Shape, B extends Shape> {
  readonly method: Method;
  /** Under /api/v1, with parameters in braces: '/organisations/{code}'. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response?: z.ZodType;
  readonly status?: 200 | 201 | 204;
  /** 'public' answers without a token; otherwise an anonymous request gets 401. */
  readonly access?: 'public' | 'account';
  readonly words?: IssueWords;
  readonly handler: (request: {
    cx: Cx;
    params: Value<P>;
    query: Value<Q>;
    body: Value<B>;
    c: WebContext;
  }) => Promise<unknown>;
}

interface Described {
  readonly endpoint: Endpoint<Shape, Shape, Shape>;
}

/** Collects the REST doors of all modules and describes them in OpenAPI 3.1. */
export class Api {
  readonly app = new Hono<Env>();
  readonly described: Described[] = [];

  endpoint<P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined>(
    endpoint: Endpoint<P, Q, B>,
  ): void {
    this.described.push({ endpoint: endpoint as unknown as Endpoint<Shape, Shape, Shape> });
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    this.app.on(endpoint.method.toUpperCase(), path, (c) => answer(c, endpoint));
  }
}

async function answer<P extends Shape, Q extends Shape, B extends Shape>(
  c: WebContext,
  endpoint: Endpoint<P, Q, B>,
): Promise<Response> {
  const cx = c.var.cx;
  if (endpoint.access !== 'public' && cx.actor.kind === 'anonymous') throw new Unauthenticated();
  const value = await endpoint.handler({
    cx,
    c,
    params: read<P>(endpoint.params, c.req.param(), endpoint.words),
    query: read<Q>(named(endpoint.query), c.req.query(), endpoint.words),
    // A command parses its own input: a body of `z.unknown()`-like schemas is passed through there.
    body: endpoint.body === undefined ? (undefined as Value<B>) : ((await json(c)) as Value<B>),
  });
  const status = endpoint.status ?? 200;
  if (value instanceof Response) return value;
  return status === 204 ? c.body(null, 204) : c.json(value as object, status);
}

// A filter whose name is not known would give everything instead of what was looked for.
const named = <S extends Shape>(query: S): S =>
  query instanceof z.ZodObject ? (query.strict() as z.ZodType as S) : query;

function read<S extends Shape>(
  schema: S | undefined,
  raw: unknown,
  words: IssueWords | undefined,
): Value<S> {
  return (schema === undefined ? undefined : readInput(schema, raw, words)) as Value<S>;
}

async function json(c: WebContext): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await c.req.text(), storable);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    throw new Unreadable();
  }
  throw new Unreadable();
}

// Names that would make an object behave as something else where its text is asked for.
const refusedNames = ['__proto__', 'toString', 'valueOf', 'toJSON'];

// PostgreSQL keeps neither NUL nor half a character, in whatever field they come.
function storable(key: string, value: unknown): unknown {
  if (refusedNames.includes(key)) throw new Unreadable();
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

/**
 * Gives what a schema reads, or refuses the request with its issues (422). For a body that no
 * command reads, or that is looked at before.
 */
export function readInput<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  words?: IssueWords,
): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new Invalid(issuesOf(parsed.error, raw), words);
  return parsed.data;
}

/** Gives a command's value, or refuses the request with its issues (422). */
export function settled<T>(outcome: Outcome<T>, words?: IssueWords): T {
  if (!outcome.ok) throw new Invalid(outcome.issues, words);
  return outcome.value;
}

/** The query of a list: page from 1, size to 200. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** The answer of a list: its items, how many there are in all, and the address of the next page. */
export function listOf(item: z.ZodType): z.ZodType {
  return z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
}

/** Builds a list's answer; `next` keeps the request's own filters. */
export function pageOf<T>(
  c: WebContext,
  items: readonly T[],
  total: number,
  page: number,
  size: number,
): { items: readonly T[]; total: number; next: string | null } {
  if (page * size >= total) return { items, total, next: null };
  const url = new URL(c.req.url);
  url.searchParams.set('page', String(page + 1));
  return { items, total, next: `${url.pathname}${url.search}` };
}
