import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { ErrorSummary, HiddenFields } from './form.tsx';
import { DateInput, FileInput, Select, TextArea, TextInput } from './inputs.tsx';

const notes = { help: 'Viết như trong căn cước', error: 'Hãy ghi họ và tên' };
const field = { name: 'person.0.name', label: 'Họ và tên' };
const options = [
  { value: 'a', label: 'Một' },
  { value: 'b', label: 'Hai' },
];

const single = {
  text: TextInput({ ...field, ...notes }),
  suggest: TextInput({ ...field, ...notes, suggest: '/goi-y' }),
  unit: TextInput({ ...field, ...notes, suffix: 'đồng' }),
  date: DateInput({ ...field, ...notes }),
  area: TextArea({ ...field, ...notes }),
  select: Select({ ...field, ...notes, options }),
  file: FileInput({ ...field, ...notes }),
  checkbox: Checkbox({ ...field, ...notes }),
};

test('label, help and error are tied to the control of every kind of field', () => {
  for (const [kind, view] of Object.entries(single)) {
    const html = String(view);
    assert.match(html, /<label[^>]* for="f-person-0-name"/, kind);
    assert.match(html, /<(input|select|textarea)[^>]* id="f-person-0-name"/, kind);
    assert.match(html, /aria-describedby="f-person-0-name-help f-person-0-name-error"/, kind);
    assert.match(html, /aria-invalid="true"/, kind);
    for (const id of ['help', 'error']) {
      assert.equal(html.split(` id="f-person-0-name-${id}"`).length, 2, `${kind} ${id}`);
    }
  }
});

test('without help and error nothing points at them', () => {
  const html = String(TextInput(field));
  assert.doesNotMatch(html, /aria-describedby|aria-invalid|field-bad/);
});

test('a group has a legend and notes; the first choice carries the id of the field', () => {
  for (const view of [
    Radios({ ...field, ...notes, options }),
    Checkboxes({ ...field, ...notes, options }),
  ]) {
    const html = String(view);
    assert.match(
      html,
      /<fieldset[^>]* aria-describedby="f-person-0-name-help f-person-0-name-error"/,
    );
    assert.match(html, /<legend>Họ và tên<\/legend>/);
    assert.match(html, /id="f-person-0-name" name="person.0.name" value="a"/);
    assert.match(html, /id="f-person-0-name-2" name="person.0.name" value="b"/);
  }
});

test('only optional fields say so', () => {
  assert.doesNotMatch(String(TextInput(field)), /không bắt buộc/);
  assert.match(String(TextInput({ ...field, optional: true })), /\(không bắt buộc\)/);
});

test('what was typed comes back as typed', () => {
  assert.match(String(DateInput({ ...field, value: '31/02/1975' })), /value="31\/02\/1975"/);
  assert.match(
    String(TextArea({ ...field, value: '\n  hai dòng\n' })),
    />\n\n {2}hai dòng\n<\/textarea>/,
  );
  assert.match(String(Select({ ...field, options, value: 'b' })), /value="b" selected/);
  assert.match(String(Radios({ ...field, options, value: 'b' })), /value="b" checked/);
  assert.doesNotMatch(String(Radios({ ...field, options })), /checked/);
  assert.match(String(Checkboxes({ ...field, options, values: ['b'] })), /value="b" checked/);
});

test('a select offers an empty choice only when asked, and selects it for no value', () => {
  const html = String(Select({ ...field, options, empty: 'Chọn' }));
  assert.match(html, /<option value="" selected="">Chọn</);
  assert.doesNotMatch(String(Select({ ...field, options })), /value=""/);
});

test('the summary takes the focus and lists errors in the order of the fields', () => {
  const errors = [
    { field: 'b.1', text: 'Hai' },
    { field: '', text: 'Chung' },
    { field: 'a', text: 'Một' },
  ];
  const html = String(ErrorSummary({ errors, order: ['a', 'b.1'] }));
  assert.match(html, /tabindex="-1" autofocus/);
  assert.match(html, /Chưa lưu được, còn 3 chỗ cần sửa/);
  assert.deepEqual(
    [...html.matchAll(/<li>(.*?)<\/li>/g)].map((m) => m[1]),
    ['<a href="#f-a">Một</a>', '<a href="#f-b-1">Hai</a>', 'Chung'],
  );
  assert.equal(ErrorSummary({ errors: [] }), null);
});

test('hidden fields leave out what has no value, but not empty text or zero', () => {
  const html = String(HiddenFields({ values: { a: '', b: 0, c: undefined, d: null } }));
  assert.equal(
    html,
    '<input type="hidden" name="a" value=""/><input type="hidden" name="b" value="0"/>',
  );
});
