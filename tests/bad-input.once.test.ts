// What people and browsers send that cannot be: each is answered in words that say what to do, and
// nothing that was typed is lost.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { demoProduct, type FormFields } from '../src/testing.ts';
import { getPatterns, samples } from './support/addresses.ts';
import { type FoundForm, formsOf, textOf } from './support/html.ts';
import { serve } from './support/server.ts';

const product = await demoProduct();
const server = await serve(product);
after(async () => {
  await server.stop();
  await product.close();
});
// Before any test: the file counts as over once those that are known have ended.
const found = await samples(product);
const admin = await product.signIn('admin');
const clerk = await product.signIn('clerk');

interface Answer {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
}

async function formAt(page: string, headers: Headers, action = page): Promise<FoundForm> {
  const answer = await product.get(page, headers);
  const html = await answer.text();
  assert.equal(answer.status, 200, page);
  const form = formsOf(html, page).find((f) => f.method === 'post' && f.action === action);
  assert.ok(form, `no form ${action} on ${page}`);
  return form;
}

const fieldsOf = (form: FoundForm): Record<string, string> =>
  Object.fromEntries(
    form.fields
      .filter((f) => f.type !== 'file' && f.type !== 'checkbox')
      .map((f) => [f.name, f.value]),
  );

async function send(action: string, fields: FormFields, headers: Headers): Promise<Answer> {
  const answer = await product.post(action, fields, headers);
  const html = await answer.text();
  return { status: answer.status, html, location: answer.headers.get('location') };
}

/** Opens a form, types into some of its fields and sends it. */
async function fill(page: string, typed: FormFields, headers = clerk): Promise<Answer> {
  return send(page, { ...fieldsOf(await formAt(page, headers)), ...typed }, headers);
}

/** The form came back as it was typed, and the page says these words. */
function returned(answer: Answer, page: string, typed: FormFields, words: RegExp): void {
  assert.equal(answer.status, 422, textOf(answer.html).slice(0, 500));
  assert.match(textOf(answer.html), words);
  const again = formsOf(answer.html, page).find((f) => f.method === 'post' && f.action === page)!;
  const values = fieldsOf(again);
  for (const [name, value] of Object.entries(typed)) assert.equal(values[name], value, name);
  assert.match(answer.html, /<title>Lỗi: /, 'the title does not say that something is wrong');
}

const seminarPage = '/vp/sonla/hoat-dong/ghi-nhan/seminar';
const seminar = {
  title: 'Hội thảo về cây ăn quả trên đất dốc',
  starts_on: '05/01/2019',
  place: 'Sơn La',
  'data.form': 'in_person',
  'data.attendees': '120',
};

test('the last day before the first', async () => {
  const typed = { ...seminar, ends_on: '04/01/2019' };
  const answer = await fill(seminarPage, typed);
  returned(answer, seminarPage, typed, /04\/01\/2019 trước ngày bắt đầu 05\/01\/2019/);
});

test('a day that no month has', async () => {
  const typed = { ...seminar, starts_on: '31/02/2019' };
  returned(
    await fill(seminarPage, typed),
    seminarPage,
    typed,
    /Tháng 02 năm 2019 không có ngày 31/,
  );
});

test('a day in no readable form, and a number that is none, are told at once', async () => {
  const typed = { ...seminar, starts_on: 'mùng năm Tết', 'data.attendees': 'đông lắm' };
  const answer = await fill(seminarPage, typed);
  returned(answer, seminarPage, typed, /Không đọc được “mùng năm Tết” là ngày/);
  assert.match(textOf(answer.html), /Số người dự phải là số, hiện là “đông lắm”/);
});

test('an organisation that nobody knows', async () => {
  const typed = { ...seminar, organisation: 'Hội Không Có' };
  returned(await fill(seminarPage, typed), seminarPage, typed, /Hội Không Có/);
});

test('an organisation that the clerk has no right at is not offered and not taken', async () => {
  const typed = { ...seminar, organisation: 'hanoi' };
  const { status } = await fill(seminarPage, typed);
  assert.equal(status, 422);
});

test('a cycle in the graph, and a code that nobody has', async () => {
  const [first, second] = ['sonla-yhoc', 'sonla-dongy'];
  const pageOf = (code: string) => `/vp/sonla/to-chuc/${code}/truc-thuoc/moi`;
  const under = { from: '01/01/2020', kind: 'territorial' };
  const answer = await fill(pageOf(first!), { ...under, parent: second! });
  assert.equal(answer.status, 303, textOf(answer.html).slice(0, 900));
  const page = pageOf(second!);
  const typed = { ...under, parent: first! };
  returned(
    await fill(page, typed),
    page,
    typed,
    /từ 01\/01\/2020 có một vòng: .*Chọn nơi trực thuộc khác/,
  );
  const unknown = { ...typed, parent: 'khong-co-ma-nay' };
  returned(await fill(page, unknown), page, unknown, /khong-co-ma-nay/);
});

test('an affiliation that ends before it begins', async () => {
  const page = '/vp/sonla/to-chuc/sonla-khuyenhoc/truc-thuoc/moi';
  const typed = { parent: 'nganh-dongy', from: '01/02/2020', to: '31/01/2020', kind: 'sectoral' };
  returned(await fill(page, typed), page, typed, /31\/01\/2020 trước ngày bắt đầu 01\/02\/2020/);
});

test('a text longer than its field', async () => {
  const typed = { ...seminar, title: 'x'.repeat(400) };
  returned(await fill(seminarPage, typed), seminarPage, typed, /400 ký tự, chỉ nhận đến 300/);
});

/** A body of `size` bytes through the socket, with or without its length said before. */
function pour(size: number, declared: boolean): Promise<{ status: number; html: string }> {
  const head = 'title=';
  const headers: Record<string, string | number> = {
    cookie: clerk.get('cookie')!,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...(declared ? { 'content-length': size + head.length } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.base}${seminarPage}`, { method: 'POST', headers }, (answer) => {
      let html = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        html += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, html }));
    });
    // Once it has answered, the server no longer reads the rest.
    sent.on('error', (error) => {
      if (!/EPIPE|ECONNRESET/.test(String((error as NodeJS.ErrnoException).code))) reject(error);
    });
    sent.write(head);
    const chunk = Buffer.alloc(1 << 20, 'x');
    let left = size;
    const more = (): void => {
      while (left > 0) {
        const part = chunk.subarray(0, Math.min(left, chunk.length));
        left -= part.length;
        if (!sent.write(part)) {
          sent.once('drain', more);
          return;
        }
      }
      sent.end();
    };
    more();
  });
}

for (const declared of [true, false]) {
  test(`a field of 50 MB, its length ${declared ? 'said' : 'not said'} before`, async () => {
    const { status, html } = await pour(50_000_000, declared);
    assert.equal(status, 413);
    assert.match(textOf(html), /quá mức 2 MB/);
    assert.match(textOf(html), /những gì đã gõ vẫn còn/);
    assert.match(html, /^<!doctype html>/i);
    assert.equal((await fetch(`${server.base}/health`)).status, 200);
  });
}

test('a form that is sent twice writes once and leads both times to the same record', async () => {
  const form = await formAt(seminarPage, clerk);
  const fields = { ...fieldsOf(form), ...seminar, title: 'Hội thảo gửi hai lần' };
  const [first, second] = await Promise.all([
    send(seminarPage, fields, clerk),
    send(seminarPage, fields, clerk),
  ]);
  assert.equal(first.status, 303);
  assert.equal(first.location, second.location);
  const { rows } = await product.runtime.database.pool.query(
    "select count(*)::int as count from activity where title = 'Hội thảo gửi hai lần'",
  );
  assert.equal(rows[0].count, 1);
});

test('a form that somebody else overtook comes back with what was typed and the new version', async () => {
  const made = await fill(seminarPage, { ...seminar, title: 'Hội thảo hai người sửa' });
  const page = `${made.location!.split('?')[0]}/sua`;
  const [mine, theirs] = [await formAt(page, clerk), await formAt(page, clerk)];
  const saved = await send(page, { ...fieldsOf(theirs), place: 'Mộc Châu' }, clerk);
  assert.equal(saved.status, 303);
  const typed = { title: 'Hội thảo hai người sửa', summary: 'Bản của tôi, gõ rất lâu.' };
  const late = await send(page, { ...fieldsOf(mine), ...typed }, clerk);
  returned(late, page, typed, /người khác đã lưu bản mới/);
  const again = formsOf(late.html, page).find((f) => f.action === page)!;
  const kept = await send(page, { ...fieldsOf(again), ...typed }, clerk);
  assert.equal(kept.status, 303);
  assert.match(await (await product.get(kept.location!, clerk)).text(), /Bản của tôi, gõ rất lâu/);
});

test("another site's page cannot send a form", async () => {
  const fields = { ...fieldsOf(await formAt(seminarPage, clerk)), ...seminar };
  const cookie = clerk.get('cookie')!;
  const host = { host: 'lientri.test' };
  for (const headers of [
    { cookie, 'sec-fetch-site': 'cross-site' },
    { cookie, 'sec-fetch-site': 'same-site' },
    { cookie, origin: 'https://evil.example', ...host },
    { cookie, origin: 'null', ...host },
    { cookie, origin: 'not an origin', ...host },
    { cookie, ...host },
  ]) {
    const answer = await product.app.request(seminarPage, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    });
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.match(await answer.text(), /đến từ trang khác/);
  }
});

test('a body that is no form at all', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data']) {
    const answer = await product.app.request(seminarPage, {
      method: 'POST',
      headers: { ...Object.fromEntries(clerk), 'content-type': type },
      body: '{"a":',
    });
    assert.equal(answer.status, 400, type);
    assert.match(textOf(await answer.text()), /Không đọc được nội dung/);
  }
});

// --- HTML in every text field of every form ---------------------------------------------------

const payloads = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'];
const raw = /<script>alert\(1\)|<img src=x/i;

function clean(html: string, where: string): void {
  const found = raw.exec(html);
  assert.equal(
    found,
    null,
    `${where}: ${html.slice(Math.max(0, (found?.index ?? 0) - 120))}`.slice(0, 400),
  );
}

const pages = getPatterns(product)
  .filter((p) => !/^\/api\/|^\/assets\/|openapi|\.(xlsx|docx)$|xuat|tep-mau|\/health/.test(p))
  .map((pattern) => found.fill(pattern, 'sonla'))
  .map((path) => (/ghi-chu$|gia-tri$/.test(path) ? `${path}?chi-tieu=II.7` : path));

const typable = new Set([
  'text',
  'search',
  'email',
  'textarea',
  'password',
  'tel',
  'url',
  'number',
]);

function hostile(form: FoundForm, payload: string): Record<string, string> {
  const types = new Map(form.fields.map((f) => [f.name, f.type]));
  return Object.fromEntries(
    Object.entries(fieldsOf(form)).map(([name, value]) => [
      name,
      typable.has(types.get(name) ?? '') ? payload : value,
    ]),
  );
}

async function formsEverywhere(headers: Headers): Promise<FoundForm[]> {
  const forms = new Map<string, FoundForm>();
  for (const page of pages) {
    const answer = await product.get(page, headers);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    for (const form of formsOf(await answer.text(), page))
      if (form.fields.some((f) => typable.has(f.type)))
        forms.set(`${form.method} ${form.action}`, form);
  }
  return [...forms.values()];
}

for (const [who, headers] of [['admin', admin] as const, ['clerk', clerk] as const]) {
  test(`${who}: a form that comes back shows HTML as text, whatever field it was typed into`, async () => {
    const forms = await formsEverywhere(headers);
    assert.ok(forms.filter((f) => f.method === 'post').length >= 8, String(forms.length));
    assert.ok(forms.some((f) => f.method === 'get'));
    for (const form of forms) {
      for (const payload of payloads) {
        const fields = hostile(form, payload);
        const path = form.action.split('?')[0]!;
        const answer =
          form.method === 'post'
            ? await send(form.action, fields, headers)
            : await send(`${path}?${new URLSearchParams(fields)}`, {}, headers).then(async () => {
                const got = await product.get(`${path}?${new URLSearchParams(fields)}`, headers);
                return { status: got.status, html: await got.text(), location: null };
              });
        assert.ok(answer.status < 500, `${form.method} ${form.action}: ${answer.status}`);
        clean(answer.html, `${form.method} ${form.action}`);
      }
    }
  });
}

test('HTML that was saved is text on every page afterwards', async () => {
  const token = await product.token('admin');
  const [payload] = payloads;
  const write = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await product.rest(method, `/api/v1/${path}`, token, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${await answer.text()}`);
  };
  const organisation = 'sonla';
  const text = payload;
  await write('POST', 'activities', {
    ...{ organisation, kind: 'seminar', starts_on: '2026-01-05', title: text, place: text },
    ...{ partners: text, summary: text, data: { form: 'in_person', attendees: 1 } },
  });
  await write('POST', 'distinctions', {
    ...{ organisation, recipient: 'person', recipient_person: text, title: 'commendation' },
    ...{ level: 'province', decided_on: '2026-01-05', decision_no: text, giver: text, note: text },
  });
  await write('POST', 'organisations', {
    ...{ kind: 'member_association', code: 'thu-html', name: text, short_name: text },
    ...{ from: '2026-01-05', parent: organisation, decision: text },
  });
  const fact = { from: '2026-01-05', source: text, note: text };
  await write('POST', `organisations/${organisation}/facts`, {
    ...fact,
    kind: 'charter',
    words: text,
  });
  await write('POST', `organisations/${organisation}/names`, { name: text, from: '2026-01-06' });
  await write('POST', 'activity-kinds', {
    code: 'thu_html',
    name: text,
    noun: text,
    topic: 'social',
  });
  await write('PUT', 'indicator-notes', { org: organisation, indicator: 'II.7', words: text });
  const table = '/vp/sonla/bao-cao/bang-so-sanh?chi-tieu=II.7';
  const more = [
    '/vp/sonla/hoat-dong/ghi-nhan/thu_html',
    '/thu-html',
    table,
    '/vp/sonla/tim?q=script',
  ];
  let seen = 0;
  for (const page of [...pages, ...more]) {
    const answer = await product.get(page, admin);
    // Read to its end also where it is a file: what is written as it is read asks the database until then.
    const html = await answer.text();
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    clean(html, page);
    if (html.includes('&lt;script&gt;')) seen += 1;
  }
  assert.ok(seen >= 10, `only ${seen} pages show it at all`);
});
