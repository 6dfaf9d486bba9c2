import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ui from './index.ts';

const evil = `"'><img src=x onerror=alert(1)><script>x</script>&lt;`;
const e = evil;
const link = { href: '/a', label: e };
const options = [{ value: e, label: e, help: e }];
const field = { name: 'n', label: e, help: e, error: e };
const file = { name: e, size: e, href: e, detachAction: e };
const question = { filtered: true, page: 1, kept: { [e]: e }, pageHref: () => e };
const list: Omit<ui.RecordListProps<number>, 'rows' | 'total'> = {
  question,
  path: e,
  size: 50,
  chips: [{ label: e, removeHref: e }],
  would: { before: e, link: e, after: e, href: e },
  record: { href: e, importHref: e },
  links: [link],
  words: {
    list: e,
    noneMatch: e,
    firstTitle: e,
    firstBody: e,
    firstRead: e,
    firstAction: e,
    import: e,
  },
  filters: e,
  columns: [{ key: 'a', label: e, cell: () => e }],
};

// Each with the number of times that the text must come out.
const views: Record<string, [view: unknown, times: number]> = {
  Button: [
    ui.Button({ children: e, name: e, value: e, busy: e, label: e, formAction: e, form: e }),
    7,
  ],
  ButtonLink: [ui.ButtonLink({ href: e, children: e, label: e }), 3],
  NotYet: [ui.NotYet({ children: e }), 1],
  ProseField: [
    ui.ProseField({
      ...field,
      value: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: e }] }],
      },
      media: [{ pid: e, kind: 'picture', title: e, src: e }],
      upload: { address: e },
      suggest: e,
      language: e,
    }),
    12,
  ],
  TextInput: [
    ui.TextInput({ ...field, value: e, placeholder: e, after: e, suffix: e, labelLink: e }),
    8,
  ],
  TextSuggest: [ui.TextInput({ ...field, value: e, suggest: e }), 6],
  TextArea: [ui.TextArea({ ...field, value: e, placeholder: e, after: e }), 6],
  DateInput: [ui.DateInput({ ...field, value: e }), 4],
  CellInput: [ui.CellInput({ ...field, value: e }), 3],
  CellSelect: [ui.CellSelect({ ...field, value: e, empty: e, options }), 5],
  Select: [ui.Select({ ...field, empty: e, options: [...options, { label: e, options }] }), 9],
  FileInput: [ui.FileInput({ ...field, accept: e, files: e }), 5],
  Radios: [ui.Radios({ ...field, options }), 6],
  Checkboxes: [ui.Checkboxes({ ...field, options }), 6],
  Checkbox: [ui.Checkbox({ ...field, value: e }), 4],
  Fieldset: [ui.Fieldset({ legend: e, note: e, children: e }), 3],
  HiddenFields: [ui.HiddenFields({ values: { [e]: e } }), 2],
  Form: [ui.Form({ action: e, id: e, children: e }), 3],
  ErrorSummary: [ui.ErrorSummary({ errors: [{ field: e, text: e }], title: e, note: e }), 3],
  FormActions: [ui.FormActions({ note: e, children: e }), 2],
  Confirm: [
    ui.ConfirmPage({
      question: e,
      action: e,
      verb: e,
      keepHref: e,
      keepLabel: e,
      code: e,
      codeLabel: e,
      typed: e,
      error: e,
      children: e,
    }),
    9,
  ],
  FilterBar: [ui.FilterBar({ action: e, submit: e, children: e }), 3],
  PairReasons: [ui.PairReasons({ title: e, reasons: [{ points: 1, text: e }] }), 2],
  PairAnswers: [ui.PairAnswers({ same: e, different: e, later: e, note: e }), 4],
  FilterMore: [ui.FilterMore({ label: e, open: false, children: e }), 2],
  ActiveFilters: [ui.ActiveFilters({ clearHref: e, chips: [{ label: e, removeHref: e }] }), 4],
  Table: [
    ui.Table({
      caption: e,
      columns: [
        { key: e, label: e, cell: () => e, total: e, sort: { href: e } },
        { key: 'b', label: e, cell: () => e, total: e },
      ],
      rows: [1],
      group: () => ({ code: e, label: e }),
      groupKey: () => e,
      rowId: () => e,
      detail: () => e,
    }),
    14,
  ],
  TableEmpty: [
    ui.Table({
      caption: e,
      columns: [{ key: 'a', label: e, cell: () => e }],
      rows: [],
      empty: e,
      scroll: true,
    }),
    4,
  ],
  Badge: [ui.Badge({ tone: 'ok', children: e }), 1],
  Alert: [ui.Alert({ tone: 'bad', title: e, children: e }), 2],
  Toast: [ui.Toast({ text: e, undo: { action: e, label: e } }), 3],
  Progress: [
    ui.Progress({
      label: e,
      done: 1,
      total: 2,
      remaining: e,
      note: e,
      stop: { action: e, label: e },
    }),
    6,
  ],
  Empty: [ui.Empty({ kind: 'first', title: e, children: e, actions: e }), 3],
  Tabs: [ui.Tabs({ label: e, items: [link] }), 2],
  Steps: [ui.Steps({ now: 2, items: [{ label: e, href: e, note: e }, { label: e }] }), 4],
  Pager: [ui.Pager({ page: 1, size: 1, total: 2, href: () => e }), 3],
  // The address is written anew, so that the text comes out of it once.
  ExternalLink: [ui.ExternalLink({ href: `/${e}`, children: e }), 1],
  ActForm: [
    ui.ActForm({
      state: {
        form: { values: {}, errors: {}, summary: [{ field: e, text: e }] },
        hidden: { [e]: e },
        action: e,
        backHref: e,
      },
      help: e,
      verb: e,
      children: e,
    }),
    8,
  ],
  Trap: [ui.Trap({ name: e, label: e }), 4],
  Banners: [
    ui.Banners({
      place: 'top',
      items: [{ title: e, href: e, picture: null, mark: e }],
    }),
    3,
  ],
  ProseView: [
    ui.ProseView({
      prose: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: e }] },
          { type: 'embed', attrs: { provider: 'youtube', id: 'abc', title: e } },
        ],
      },
      media: new Map(),
      albums: new Map(),
    }),
    3,
  ],
  Section: [ui.Section({ title: e, id: e, link: link, children: e }), 4],
  Card: [ui.Card({ title: e, kicker: e, children: e }), 3],
  PanelAside: [
    ui.PanelAside({ kicker: e, title: e, closeHref: e, closeLabel: e, id: e, children: e }),
    6,
  ],
  DefinitionList: [ui.DefinitionList({ items: [{ term: e, value: e }] }), 2],
  EntryList: [ui.EntryList({ items: [{ title: e, href: e, meta: e }] }), 3],
  Quote: [ui.Quote({ source: e, children: e }), 2],
  TaskGroup: [
    ui.TaskGroup({ title: e, tone: 'bad', items: [{ title: e, note: e, due: e, action: e }] }),
    5,
  ],
  Timeline: [ui.Timeline({ items: [{ when: e, title: e, children: e, link }] }), 4],
  FigureLink: [ui.FigureLink({ value: e, href: e, label: e }), 3],
  Figures: [ui.Figures({ items: [{ value: e, label: e, href: e }], note: e }), 4],
  SumRow: [ui.SumRow({ items: [{ label: e, value: e }] }), 2],
  PartsBar: [ui.PartsBar({ parts: [{ count: 1, label: e, href: e, note: e, tone: 'ok' }] }), 3],
  Chart: [ui.Chart({ src: e, alt: e, width: 1, height: 1, caption: e, children: e }), 4],
  TileMap: [
    ui.TileMap({
      tiles: [{ column: 0, row: 0, short: e, value: e, label: e, shade: null, href: e }],
      alt: e,
      accent: ui.accents.indigo,
      id: 'm',
    }),
    5,
  ],
  MapLegend: [
    ui.MapLegend({ items: [{ shade: 1, label: e }], accent: ui.accents.indigo, id: 'm' }),
    1,
  ],
  OrgChart: [
    ui.OrgChart({ label: e, root: { title: e, href: e, note: e, below: [{ title: e }] } }),
    5,
  ],
  Seal: [ui.Seal({ lines: [e, e] }), 2],
  Crumbs: [ui.Crumbs({ items: [{ label: e, href: e }, { label: e }] }), 3],
  ImportUpload: [ui.ImportUpload({ action: e, templateHref: e, backHref: e, problems: [e] }), 4],
  ImportReport: [
    ui.ImportReport({
      lines: [
        { rowNumber: 2, state: 'added', title: e, detail: e, messages: [{ cell: e, text: e }] },
      ],
      counts: { added: 1, changed: 0, same: 0, refused: 0 },
      apply: { action: e, hidden: {} },
      againHref: e,
      listHref: e,
    }),
    6,
  ],
  DeletedRecord: [ui.DeletedRecord({ text: e, restoreAction: e, listHref: e }), 3],
  FormFiles: [ui.FormFiles({ label: e, help: e, error: e, kept: [{ pid: e, name: e }] }), 5],
  RecordFiles: [ui.RecordFiles({ files: [file], attachAction: e, error: e }), 7],
  RecordDetails: [
    ui.RecordDetails({
      terms: [{ term: e, value: e }],
      files: [],
      attachAction: null,
      listHref: e,
      listLabel: e,
      children: e,
    }),
    5,
  ],
  RecordHistory: [ui.RecordHistory({ items: [{ when: e, title: e, children: e, link }] }), 4],
  RecordList: [ui.RecordList({ ...list, rows: [1], total: 1 }), 12],
  RecordListEmpty: [ui.RecordList({ ...list, rows: [], total: 0 }), 15],
  RecordListFirst: [
    ui.RecordList({ ...list, rows: [], total: 0, question: { ...question, filtered: false } }),
    6,
  ],
  WordsFilter: [ui.WordsFilter({ values: { q: e } }), 1],
  OwnerFilter: [
    ui.OwnerFilter({ values: {}, label: e, organisations: options, suggestHref: null }),
    3,
  ],
  YearFilter: [ui.YearFilter({ values: {}, years: options }), 2],
  NewerSaved: [ui.NewerSaved({ href: e }), 1],
  SaveActions: [ui.SaveActions({ save: e, backHref: e }), 2],
  SelectOrSuggest: [
    ui.SelectOrSuggest({ ...field, value: e, options, suggestHref: null, empty: e }),
    6,
  ],
  SuggestInstead: [
    ui.SelectOrSuggest({ ...field, value: e, options, suggestHref: e, empty: '', placeholder: e }),
    7,
  ],
  SearchForm: [ui.SearchForm({ id: e, label: e, action: e, value: e, name: e, placeholder: e }), 7],
};

const escaped =
  /&quot;&#39;&gt;&lt;img src=x onerror=alert\(1\)&gt;&lt;script&gt;x&lt;\/script&gt;&amp;lt;/g;

for (const [name, [view, times]] of Object.entries(views)) {
  test(`${name}: HTML in every text stays text`, () => {
    const html = String(view);
    assert.doesNotMatch(html, /<img src=x|<script>/);
    assert.equal(html.match(escaped)?.length ?? 0, times, html);
  });
}

test('a script address typed by someone is shown, not linked', () => {
  const html = String(ui.ExternalLink({ href: 'javascript:alert(1)' }));
  assert.equal(html, '<span>javascript:alert(1)</span>');
});

test('every view of the index is held by this file or makes no text of its own', () => {
  const silent = [
    'Buttons',
    'Columns',
    'Document',
    'Field',
    'FieldGroup',
    'FieldNotes',
    'Icon',
    'InlineLinks',
    'Marks',
    'ToneLetters',
    'PositionBar',
    'VisuallyHidden',
    'OfficeLayout',
    'PlainLayout',
    'PortalLayout',
  ];
  const known = new Set([...Object.keys(views), 'ConfirmPage', ...silent]);
  const missing = Object.entries(ui).filter(
    ([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name) && !known.has(name),
  );
  assert.deepEqual(
    missing.map(([name]) => name),
    [],
  );
});
