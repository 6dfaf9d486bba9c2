import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIssues } from './address.ts';
import { codeOf, inFours, numberText } from './codes.ts';
import { credentialOf, issuerDocument, issuerId } from './credential.ts';
import { type Frozen, issuerNamed } from './frozen.ts';
import { holdersOf } from './holders.ts';
import { filledLines, signerIssues, symbolIssues, type Values, wordingIssues } from './wording.ts';

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

test('numbers below ten take a zero, larger ones grow', () => {
  assert.equal(numberText(1, 'GCN-BTCHT'), '01/GCN-BTCHT');
  assert.equal(numberText(9, 'GCN'), '09/GCN');
  assert.equal(numberText(10, 'GCN'), '10/GCN');
  assert.equal(numberText(1234, 'GCN'), '1234/GCN');
});

test('a code is read as it is printed, typed, scanned or copied with its address', () => {
  const code = '7k3m9qabcd2efgh4';
  assert.equal(inFours(code), '7k3m 9qab cd2e fgh4');
  for (const typed of [
    code,
    '7K3M 9QAB CD2E FGH4',
    '7k3m-9qab-cd2e-fgh4',
    `https://lhh.example/chung-nhan/${code}`,
  ])
    assert.equal(codeOf(typed), code);
  assert.equal(codeOf('0i234567l9abcdeo'), '0123456719abcde0');
  for (const wrong of ['', '7k3m', `${code}0`, 'khoa']) assert.equal(codeOf(wrong), null);
});

const values: Values = {
  ten: 'Lò Văn Ấm',
  don_vi: '',
  giai: 'Giải Nhất',
  giai_phap: 'Máy tách hạt',
  linh_vuc: 'Cơ khí',
  hoi_thi: 'Hội thi',
  nam: '2026',
  quyet_dinh: '',
  ngay_quyet_dinh: '',
};

test('lines are filled in; one that lacks a value is left out', () => {
  assert.deepEqual(
    filledLines('Đạt {giai}\n{don_vi}\nTheo {quyet_dinh} năm {nam}\n\nHết', values),
    ['Đạt Giải Nhất', 'Hết'],
  );
  assert.deepEqual(filledLines('{giai_phap} {giai_phap}', values), ['Máy tách hạt Máy tách hạt']);
  // What was filled in is not looked at again.
  assert.deepEqual(filledLines('{giai_phap}', { ...values, giai_phap: '{giai} $&' }), [
    '{giai} $&',
  ]);
});

test('braces that name nothing, or are not closed, are refused', () => {
  assert.deepEqual(wordingIssues('wording', 'Đạt {giai} tại {hoi_thi}'), []);
  assert.deepEqual(codes(wordingIssues('wording', 'Đạt {giải}')), ['placeholder']);
  assert.deepEqual(codes(wordingIssues('wording', 'Đạt {giai')), ['placeholder_open']);
  assert.deepEqual(codes(wordingIssues('wording', 'Đạt giai}')), ['placeholder_open']);
  assert.deepEqual(codes(wordingIssues('wording', 'Đạt {constructor}')), ['placeholder']);
});

test('whoever signs has no degree before the name', () => {
  for (const name of ['Cầm Văn Thịnh', 'Thạch Sơn', 'Ông Văn Tám', 'Y Moan Ênuôl', null])
    assert.deepEqual(signerIssues('signer_name', name), [], String(name));
  for (const name of ['TS. Cầm Văn Thịnh', 'PGS.TS Cầm Văn Thịnh', 'Thạc sĩ Cầm Văn Thịnh'])
    assert.deepEqual(signerIssues('signer_name', name), [
      { path: 'signer_name', code: 'signer_titled', data: { name: 'Cầm Văn Thịnh' } },
    ]);
});

test('the symbol behind the slash is capitals and figures', () => {
  for (const symbol of ['GCN', 'GCN-BTCHT', 'GK-BTC/2026', 'BK-HĐTV'])
    assert.deepEqual(symbolIssues('symbol', symbol), [], symbol);
  for (const symbol of ['/GCN', 'gcn', 'GCN-', 'GCN BTC', '-'])
    assert.deepEqual(codes(symbolIssues('symbol', symbol)), ['symbol_form'], symbol);
});

const author = (name: string, details: Record<string, string> = {}) => ({
  key: `key ${name}`,
  name,
  details,
});

test('one for each person, or one for all; twice the same human is one', () => {
  const authors = [
    author('Lò  Văn Ấm', { school: 'THPT Chuyên' }),
    author('Cầm Thị Én', { workplace: 'Sở' }),
    author('Lò  Văn Ấm', { school: 'THPT Chuyên' }),
  ];
  const won = { entrant: 'group', authors, organisation: null } as const;
  assert.deepEqual(
    holdersOf(won, 'person').map(({ key, kind, names, unit }) => [key, kind, names, unit]),
    [
      ['key Lò  Văn Ấm', 'person', ['Lò Văn Ấm'], 'THPT Chuyên'],
      ['key Cầm Thị Én', 'person', ['Cầm Thị Én'], 'Sở'],
    ],
  );
  const [whole] = holdersOf({ ...won, authors: authors.slice(0, 2) }, 'dossier');
  assert.deepEqual(whole, {
    key: '',
    kind: 'group',
    names: ['Lò Văn Ấm', 'Cầm Thị Én'],
    unit: null,
  });
  const same = [author('A', { school: 'X' }), author('B', { school: 'X' })];
  assert.equal(holdersOf({ ...won, authors: same }, 'dossier')[0]?.unit, 'X');
  assert.equal(holdersOf({ ...won, authors: same.slice(0, 1) }, 'dossier')[0]?.kind, 'person');
});

test('an organisation gets one for itself; where no name is known there is nobody', () => {
  const people = [author('Lò Văn Ấm')];
  const won = { entrant: 'organisation', authors: people, organisation: 'Công ty X ' } as const;
  for (const per of ['person', 'dossier'] as const)
    assert.deepEqual(holdersOf(won, per), [
      { key: '', kind: 'organisation', names: ['Công ty X'], unit: null },
    ]);
  assert.deepEqual(
    holdersOf({ ...won, organisation: null }, 'person').map(({ names }) => names),
    [['Lò Văn Ấm']],
  );
  const nobody = { entrant: 'individual', authors: [author('  ')], organisation: null } as const;
  assert.deepEqual(holdersOf(nobody, 'person'), []);
  assert.deepEqual(holdersOf(nobody, 'dossier'), []);
});

test('an organisation is did:web below the address of its site, where TLS makes it one', () => {
  assert.equal(issuerId('https://lhh.example', '/'), 'did:web:lhh.example');
  assert.equal(issuerId('https://lhh.example', '/sonla'), 'did:web:lhh.example:sonla');
  assert.equal(issuerId('https://lhh.example:8443', '/sonla'), 'did:web:lhh.example%3A8443:sonla');
  assert.equal(issuerId('http://localhost:3000', '/'), 'http://localhost:3000/did.json');
  assert.equal(issuerId('http://localhost:3000', '/sonla'), 'http://localhost:3000/sonla/did.json');
  const document = issuerDocument('did:web:lhh.example', ['z6MkNew', 'z6MkOld']);
  assert.deepEqual(document.assertionMethod, [
    'did:web:lhh.example#z6MkNew',
    'did:web:lhh.example#z6MkOld',
  ]);
});

test('a credential without a holder names nobody and is another document', () => {
  const told = {
    base: 'https://lhh.example',
    code: '7k3m9qabcd2efgh4',
    number: '01/GCN',
    issuedOn: '2026-05-12',
    issuer: { id: 'did:web:lhh.example', name: 'Ban', url: 'https://lhh.example/' },
    name: 'Giấy',
    prize: 'Giải Nhất',
    description: 'd',
    criteria: 'c',
    edition: 'https://lhh.example/hoi-thi/x',
    prizeKey: 'nhat',
    holder: { kind: 'group', names: ['Lò Văn Ấm', 'Cầm Thị Én'] },
    list: 1,
    index: 77,
  } as const;
  const named = JSON.stringify(credentialOf(told));
  const nameless = credentialOf({ ...told, holder: null });
  assert.ok(named.includes('Lò Văn Ấm') && named.includes('Cầm Thị Én'));
  for (const part of ['Ấm', 'Én', 'identifier', 'group'])
    assert.ok(!JSON.stringify(nameless).includes(part), part);
  assert.notEqual(nameless.id, credentialOf(told).id);
});

test('who issued is told without the capitals of the paper, and as the paper has it where it names others', () => {
  const named = (heading: readonly string[], signed: string) =>
    issuerNamed(
      {
        text: { heading },
        organisation: { name: 'Liên hiệp hội tỉnh Sơn La' },
      } as unknown as Frozen,
      signed,
    );
  const committee = 'Ban Tổ chức Hội thi Sáng tạo Kỹ thuật, Liên hiệp hội tỉnh Sơn La';
  assert.equal(named(['BAN TỔ CHỨC', 'HỘI THI SÁNG TẠO KỸ THUẬT'], committee), committee);
  assert.equal(named(['LIÊN HIỆP HỘI', 'TỈNH SƠN LA'], committee), committee);
  assert.equal(
    named(['LIÊN HIỆP HỘI VÀ TỈNH ĐOÀN'], committee),
    'LIÊN HIỆP HỘI VÀ TỈNH ĐOÀN · Liên hiệp hội tỉnh Sơn La',
  );
});

test('an address that nobody has set has to be accepted before it is printed', () => {
  const site = 'http://localhost:3000';
  assert.deepEqual(addressIssues({ site, any_address: false }), []);
  assert.deepEqual(addressIssues({ site, assumed: false, any_address: false }), []);
  assert.deepEqual(addressIssues({ site, assumed: true, any_address: true }), []);
  assert.deepEqual(addressIssues({ site, assumed: true, any_address: false }), [
    { path: 'any_address', code: 'address_unset', data: { site } },
  ]);
});
