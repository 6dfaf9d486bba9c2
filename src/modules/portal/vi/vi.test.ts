import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskWords, logWords, siteWords, valueWords } from './index.ts';

const id = '01a20528-3c96-71f8-b4f6-613f0eade11e';
const names = new Map([
  ['data.form', 'Hình thức'],
  ['data.form:hybrid', 'Kết hợp'],
  [id, 'Lò Thị Hương Giang'],
]);
const said = (field: string, value: unknown, type = 'activity') =>
  valueWords({ type, field }, value, names);

test('values of changed fields in words', () => {
  assert.equal(said('person', id), 'Lò Thị Hương Giang');
  assert.equal(said('person', id.replace('01', '02')), '(không còn trong sổ)');
  assert.equal(
    said('data', { form: 'hybrid', attendees: 1200 }),
    'Hình thức: Kết hợp; attendees: 1.200',
  );
  assert.equal(said('data', {}), 'chưa ghi');
  assert.equal(said('starts_on', '2026-05-12'), '12/05/2026');
  assert.equal(said('starts_on', '2026-02-31'), '2026-02-31');
  assert.equal(said('deleted_at', '2026-05-12T17:30:00.000Z'), '00:30 13/05/2026');
  assert.equal(said('role', 'co_host'), 'phối hợp');
  assert.equal(said('role', 'co_host', 'grant'), 'co_host');
  assert.equal(said('files', []), 'chưa ghi');
  assert.equal(said('office', false), 'không');
  assert.equal(said('title', ''), 'chưa ghi');
});

test('values of what belongs to members in words', () => {
  assert.equal(said('birth_date', '1968', 'person'), '1968');
  assert.equal(said('birth_date', '1968-03', 'person'), '03/1968');
  assert.equal(said('code', '1968-03'), '1968-03');
  assert.equal(said('kind', 'associate', 'person'), 'hội viên liên kết');
  assert.equal(said('refuse', 'all', 'mailing_refusal'), 'của mọi đơn vị');
  assert.equal(said('row_12', 'take', 'fee_statement'), 'ghi sổ');
  assert.equal(logWords.fieldName('fee_statement', 'row_12'), 'Dòng 12');
  assert.equal(
    said('mapping', [{ headerRow: 3, fields: ['fullName', 'skip'] }], 'roster_import'),
    'Dòng tiêu đề: 3; Các mục: họ và tên; bỏ qua',
  );
  assert.equal(
    said('filter', { association: null, gender: 'female', kind: 'full' }, 'mailing'),
    'Hội: chưa ghi; Giới tính: nữ; Loại: hội viên chính thức',
  );
});

test('files by their names, of a long list the first ones', () => {
  const files = [
    { pid: '2s7ra7vpk63s3mz1', name: 'a.csv' },
    { pid: '3s7ra7vpk63s3mz1', name: 'b.pdf' },
  ];
  assert.equal(said('files', files), 'a.csv; b.pdf');
  const numbers = Array.from({ length: 21 }, (_, at) => `SL-${at}`);
  assert.match(said('numbers', numbers, 'card_batch'), /; SL-19; và 1 mục khác$/);
  assert.match(said('numbers', numbers.slice(1), 'card_batch'), /; SL-20$/);
});

test('evidence that may not be told is not told with a decision', () => {
  const decided = (about: string | number) =>
    valueWords(
      { type: 'roster_import', field: 'decision' },
      { about, decision: 'same' },
      new Map([
        ['evidence:name_same', 'Cùng họ và tên'],
        ['evidence:phone_same', 'Cùng số điện thoại'],
      ]),
    );
  const told = (words: string) => `Dòng, bằng chứng: ${words}; Quyết định: cùng một người`;
  assert.equal(decided('name_same+phone_same'), told('cùng họ và tên, cùng số điện thoại'));
  assert.equal(decided('name_same+citizen_id_same'), told('bằng chứng khác'));
  assert.equal(decided('09af31c20d1b77e4'), told('bằng chứng khác'));
  assert.equal(decided(12), told('12'));
});

test('when something is due', () => {
  const due = (day: string | null) => deskWords.due(day, '2026-05-12');
  assert.equal(due('2026-05-08'), 'Hạn 08/05, chậm 4 ngày');
  assert.equal(due('2026-05-12'), 'Trong hôm nay');
  assert.equal(due('2026-05-14'), '14/05, thứ Năm');
  assert.equal(due(null), 'Không có hạn');
});

test('the desk counts the work', () => {
  assert.equal(deskWords.title(0), 'Hôm nay không có việc chờ');
  assert.equal(deskWords.title(7), 'Hôm nay có 7 việc cần làm');
  assert.equal(
    deskWords.lead('2026-05-12', 1, 2),
    'Thứ Ba, 12/05/2026. 1 việc đã quá hạn, 2 việc phải xong trong hôm nay.',
  );
  assert.equal(deskWords.lead('2026-05-12', 0, 0), 'Thứ Ba, 12/05/2026.');
});

test('the moment of an event, as short as it is clear', () => {
  const when = (iso: string) => deskWords.when(new Date(iso), '2026-05-12');
  assert.equal(when('2026-05-12T02:42:00Z'), '09:42');
  assert.equal(when('2026-05-11T16:59:59Z'), 'hôm qua');
  assert.equal(when('2026-05-11T17:00:00Z').startsWith('0'), true);
  assert.equal(when('2026-05-02T02:00:00Z'), '02/05');
  assert.equal(when('2025-12-31T02:00:00Z'), '31/12/2025');
});

test('the sentence about an organisation: no parents, no members, several kinds', () => {
  const about = { name: 'Hội Đất', founded: '2010-01-05', parents: [], counts: [] };
  assert.equal(
    siteWords.lead(about).replaceAll('\u00a0', ' '),
    'Hội Đất thành lập ngày 05 tháng 01 năm 2010.',
  );
  const more = siteWords.lead({
    ...about,
    parents: ['Liên hiệp hội A', 'Hội B'],
    counts: [
      { kind: 'member_association', count: 18 },
      { kind: 'collective_member', count: 2 },
    ],
  });
  assert.match(
    more,
    /trực thuộc Liên hiệp hội A và Hội B\. Hiện có 18 hội thành viên và 2 hội viên tập thể\.$/,
  );
});
