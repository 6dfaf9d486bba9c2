import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { emptyProse, type Prose } from '../../kernel/prose/index.ts';
import { newToken } from '../tokens.ts';
import type { Env } from './env.ts';
import { problemOf } from './problems.ts';
import { allowEmbeds, sameSiteOnly, securityHeaders } from './security.ts';
import type { Services } from './services.ts';

const app = new Hono<Env>();
app.use(async (c, next) => {
  c.set('requestId', 'a-request');
  c.set('services', { publicUrl: null } as unknown as Services);
  await next();
});
app.use(securityHeaders);
app.onError((error, c) => {
  const problem = problemOf(error);
  return c.json(problem, problem.status);
});
app.use(sameSiteOnly);
app.get('/own', (c) => {
  c.header('referrer-policy', 'no-referrer');
  return c.text('');
});
const film: Prose = {
  type: 'doc',
  content: [{ type: 'embed', attrs: { provider: 'vimeo', id: '1' } }],
};
app.get('/film', (c) => {
  allowEmbeds(c, emptyProse, film);
  return c.html('');
});
app.get('/words', (c) => {
  allowEmbeds(c, emptyProse);
  return c.html('');
});
app.all('*', (c) => c.text(''));

const referrer = async (path: string) => (await app.request(path)).headers.get('referrer-policy');
const post = async (path: string, headers: Record<string, string>) =>
  (await app.request(path, { method: 'POST', headers })).status;

test('a page keeps the referrer policy that it sets itself', async () => {
  assert.equal(await referrer('/own'), 'no-referrer');
  assert.equal(await referrer('/other'), 'same-origin');
});

test('an address that holds the secret of a link is named to nobody, wherever the secret stands', async () => {
  const token = newToken();
  for (const path of [
    `/ho-so/${token}`,
    `/ho-so/${token}/khieu-nai/viet`,
    `/giam-khao/${token}/`,
    `/thu/${token}?nhan-lai=1`,
  ])
    assert.equal(await referrer(path), 'no-referrer', path);
  for (const path of ['/ho-so', `/tep/${token}${token}`, `/tep/${token.slice(1)}`, `/x?q=${token}`])
    assert.equal(await referrer(path), 'same-origin', path);
});

// By http without TLS, browsers send no Sec-Fetch-Site; a page without referrer has 'null' for its origin.
test('a form of such a page is taken, and no other whose origin is hidden', async () => {
  const cookie = 'lientri.session=somebody';
  assert.equal(await post(`/ho-so/${newToken()}/viet`, { origin: 'null', cookie }), 200);
  assert.equal(await post('/vp/sonla/hoi-thi', { origin: 'null', cookie }), 403);
  assert.equal(await post('/dang-nhap', { origin: 'null' }), 403);
  assert.equal(await post(`/ho-so/${newToken()}/viet`, { origin: 'https://other.example' }), 403);
  const site = { 'sec-fetch-site': 'cross-site', origin: 'null' };
  assert.equal(await post(`/ho-so/${newToken()}/viet`, site), 403);
});

test('frames are let in on pages of a text with a film only, and from the places of films only', async () => {
  const policy = async (path: string) =>
    (await app.request(path)).headers.get('content-security-policy') ?? '';
  const usual = await policy('/other');
  assert.ok(!usual.includes('frame-src'));
  assert.match(usual, /media-src 'self'/);
  assert.equal(await policy('/words'), usual);
  assert.equal(
    await policy('/film'),
    `${usual}; frame-src https://www.youtube-nocookie.com https://player.vimeo.com`,
  );
});
