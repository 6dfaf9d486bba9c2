import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicName, plainHost } from './host.ts';

test('a host is compared without case, port and final dots', () => {
  assert.equal(plainHost('LienHiepHoi.VN'), 'lienhiephoi.vn');
  assert.equal(plainHost('lienhiephoi.vn:8080'), 'lienhiephoi.vn');
  assert.equal(plainHost('lienhiephoi.vn.'), 'lienhiephoi.vn');
  assert.equal(plainHost('lienhiephoi.vn..:443'), 'lienhiephoi.vn');
});

test('letters beyond ASCII become punycode, however they were composed', () => {
  assert.equal(plainHost('liênhiệp.vn'), plainHost('liênhiệp.vn'.normalize('NFD')));
  assert.match(plainHost('liênhiệp.vn') ?? '', /^xn--[a-z0-9-]+\.vn$/);
  assert.equal(plainHost('XN--LINHIP-HVA4702G.vn')?.startsWith('xn--'), true);
});

test('what is no name of a host is none', () => {
  for (const wrong of [
    '',
    ' ',
    'a b.vn',
    'user@evil.vn',
    'vn/..',
    'a\\b.vn',
    'a.vn?x',
    'a%00.vn',
    'a.vn:port',
    'x'.repeat(400),
  ])
    assert.equal(plainHost(wrong), null, wrong);
  assert.equal(plainHost('a.vn, b.vn'), null);
});

test('only names of the public DNS are public', () => {
  for (const good of ['vusta.vn', 'www.lienhiephoi.sonla.gov.vn', 'xn--abc.vn'])
    assert.ok(isPublicName(good), good);
  for (const bad of [
    'localhost',
    'intranet',
    '10.0.0.1',
    '[::1]',
    'may-chu.local',
    '-a.vn',
    'a-.vn',
    'a..vn',
    `${'a'.repeat(64)}.vn`,
  ])
    assert.equal(isPublicName(bad), false, bad);
});
