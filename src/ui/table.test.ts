import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Table } from './table.tsx';
import type { Column, TableProps } from './table-types.ts';

interface Row {
  readonly name: string;
  readonly count: number;
  readonly group: string;
}

const rows: readonly Row[] = [
  { name: 'Hội Khuyến học', count: 3, group: 'I' },
  { name: 'Hội Dược học', count: 2, group: 'I' },
  { name: 'Hội Kiến trúc sư', count: 1, group: 'II' },
];

const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Tên', cell: (row) => row.name },
  { key: 'count', label: 'Hội viên', align: 'num', cell: (row) => row.count },
];

function render(extra: Partial<TableProps<Row>> = {}): string {
  return String(Table({ caption: 'Hội thành viên', columns, rows, ...extra }));
}

function count(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0;
}

test('none, one and three rows', () => {
  const none = render({ rows: [], empty: 'Chưa có hội nào' });
  assert.match(none, /<td colspan="2"[^>]*>Chưa có hội nào<\/td>/);
  assert.equal(count(none, /scope="row"/g), 0);
  for (const n of [1, 3]) {
    const html = render({ rows: rows.slice(0, n) });
    assert.equal(count(html, /<th scope="row"/g), n);
    assert.equal(count(html, /<td /g), n);
  }
});

test('a caption, heads with scope, numbers marked, labels for the phone', () => {
  const html = render();
  assert.match(html, /<caption class="sr">Hội thành viên<\/caption>/);
  assert.equal(count(html, /<th scope="col"/g), 2);
  assert.equal(count(html, /<td class="num" data-label="Hội viên"/g), 3);
  assert.doesNotMatch(html, /<th scope="row"[^>]*data-label/);
});

test('every row has as many cells as there are columns, also with groups, totals and details', () => {
  const total = [
    { ...columns[0]!, total: 'Cộng' },
    { ...columns[1]!, total: 6 },
  ];
  const html = render({
    columns: total,
    groupKey: (row) => row.group,
    group: (row) => ({ code: row.group, label: `Nhóm ${row.group}` }),
    detail: (row) => (row.count === 1 ? 'Ghi chú' : null),
  });
  const lines = html.split('<tr').slice(1);
  assert.equal(lines.length, 1 + 2 + 3 + 1 + 1);
  for (const line of lines) {
    const spans = [...line.matchAll(/<t[hd](?: [^>]*?colspan="(\d+)")?/g)].map((m) =>
      Number(m[1] ?? 1),
    );
    assert.equal(
      spans.reduce((sum, n) => sum + n, 0),
      2,
      line,
    );
  }
  assert.equal(count(html, /class="row-group"/g), 2);
});

test('no total row without totals or without rows', () => {
  assert.doesNotMatch(render(), /<tfoot/);
  const total = [
    { ...columns[0]!, total: 'Cộng' },
    { ...columns[1]!, total: 0 },
  ];
  assert.doesNotMatch(render({ columns: total, rows: [] }), /<tfoot/);
  assert.match(render({ columns: total }), /<tfoot[^>]*>.*>0<\/td>/);
});

test('sorting is a link with a sign and words, and aria-sort only where it holds', () => {
  const sorted = columns.map((column, i) => ({
    ...column,
    sort: i === 0 ? { href: '?xep=ten', direction: 'desc' as const } : { href: '?xep=so' },
  }));
  const html = render({ columns: sorted });
  assert.match(html, /aria-sort="descending"/);
  assert.equal(count(html, /aria-sort/g), 1);
  assert.match(
    html,
    /href="\?xep=ten">Tên<span aria-hidden="true"> ▼<\/span><span class="sr">, đang xếp giảm dần/,
  );
  assert.match(html, /href="\?xep=so">Hội viên<span class="sr">, bấm để xếp/);
});

test('the named column is the marked one, else the first; a selected row says so', () => {
  const html = render({
    columns: [
      { key: 'no', label: 'TT', cell: (_, i) => i + 1 },
      { ...columns[0]!, header: true },
    ],
    selected: (row) => row.count === 2,
    rowId: (_, i) => `dong-${i}`,
  });
  assert.match(html, /<td data-label="TT"[^>]*>1<\/td><th scope="row"[^>]*>Hội Khuyến học/);
  assert.match(html, /<tr id="dong-1" class="row-selected" aria-current="true"/);
  assert.equal(count(html, /aria-current/g), 1);
});

test('a matrix scrolls in a box that the keyboard reaches', () => {
  assert.match(
    render({ scroll: true }),
    /<section class="table-scroll" tabindex="0" aria-label="Hội thành viên"/,
  );
});
