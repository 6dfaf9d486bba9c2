import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedFrame, embedHref, embedOf } from './embed.ts';
import { safeHref } from './href.ts';

test('an address that opens a page, a letter or a call is followed as it was typed', () => {
  for (const href of [
    'https://a.vn/b?c=d:e#f',
    'HTTP://a.vn',
    'https://vi.wikipedia.org/wiki/Sơn_La',
    'https://[::1]:8443/x',
    'mailto:a@b.vn',
    'mailto:a@b.vn?subject=x',
    'tel:+84 212 385-2415',
    'tel:0212',
    '/vp/x',
    '/',
    '/sonla/bai/một-bài?a=1#muc-2',
    '#muc-1',
  ])
    assert.equal(safeHref(href), href);
});

test('what else an address may start is not followed, however it is written', () => {
  for (const href of [
    'javascript:alert(1)',
    ' JavaScript:1',
    'java\nscript:1',
    'java\tscript:1',
    'java\0script:1',
    '\u0001javascript:1',
    '\u00a0javascript:1',
    '\ufeffjavascript:1',
    '\u202ejavascript:1',
    'javascript\u200b:1',
    'jаvascript:1',
    'feed:javascript:1',
    'view-source:javascript:1',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://a.vn/1',
    'file:///etc/passwd',
    'ms-word:ofe|u|https://a.vn/x.docx',
    'intent://a#Intent;end',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    '/\n\\evil.example',
    '/..//evil.example/a b',
    '/.//evil.example',
    '/%2e%2e//evil.example/a b',
    'https://known.example@evil.example/',
    'https:///',
    'https://',
    'http://a b/',
    'mailto:',
    'mailto:?bcc=a@b.vn',
    'tel:*21*0912345678#',
    'trang/1',
    'www.a.vn',
    '',
    ' ',
    `https://a.vn/${'x'.repeat(2050)}`,
  ])
    assert.equal(safeHref(href), null, JSON.stringify(href));
});

test('what browsers ignore in an address is gone from it, and what ends an attribute is written otherwise', () => {
  assert.equal(safeHref(' https://a.vn/x\n/y '), 'https://a.vn/x/y');
  assert.equal(safeHref('https://a.vn/"onclick=1'), 'https://a.vn/%22onclick=1');
  assert.equal(safeHref('https://a.vn/a b<c>'), 'https://a.vn/a%20b%3Cc%3E');
  assert.equal(safeHref('https:\\\\a.vn\\x'), 'https://a.vn/x');
  assert.equal(safeHref('/a b"c'), '/a%20b%22c');
  assert.equal(safeHref('mailto:a@b.vn?subject=Xin chào"'), 'mailto:a@b.vn?subject=Xin%20chào%22');
});

test('an address made safe is safe again, and the same', () => {
  for (const href of ['https://a.vn/a b', '/a"b', 'mailto:a@b.vn?subject=a b', '#a b', ' /x '])
    assert.equal(safeHref(safeHref(href) ?? ''), safeHref(href), href);
});

test('films are known by the addresses of their pages, their frames and their short links', () => {
  const film = { provider: 'youtube', id: 'dQw4w9WgXcQ' };
  for (const address of [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s',
    'http://m.youtube.com/watch?feature=x&v=dQw4w9WgXcQ',
    'https://youtu.be/dQw4w9WgXcQ?si=x',
    '//www.youtube.com/embed/dQw4w9WgXcQ?rel=0',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com/shorts/dQw4w9WgXcQ',
    'http://www.youtube.com/v/dQw4w9WgXcQ&hl=vi',
  ])
    assert.deepEqual(embedOf(address), film, address);
  assert.deepEqual(embedOf('https://vimeo.com/76979871'), { provider: 'vimeo', id: '76979871' });
  assert.deepEqual(embedOf('https://player.vimeo.com/video/76979871?h=1'), {
    provider: 'vimeo',
    id: '76979871',
  });
});

test('no other site passes for one of them', () => {
  for (const address of [
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evil.example/youtube.com/embed/dQw4w9WgXcQ',
    'javascript://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com/embed/"onload=alert(1)',
    'https://www.youtube.com/playlist?list=PL1',
    'https://vimeo.com/about',
    'youtube',
    '',
  ])
    assert.equal(embedOf(address), null, address);
});

test('a film is linked at its provider and framed without cookies', () => {
  assert.equal(
    embedHref({ provider: 'youtube', id: 'abc' }),
    'https://www.youtube.com/watch?v=abc',
  );
  assert.match(
    embedFrame({ provider: 'youtube', id: 'abc' }),
    /^https:\/\/www\.youtube-nocookie\.com\/embed\/abc\?/,
  );
  assert.match(
    embedFrame({ provider: 'vimeo', id: '12' }),
    /^https:\/\/player\.vimeo\.com\/video\/12\?.*dnt=1/,
  );
});
