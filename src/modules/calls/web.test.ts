import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Ask, posted } from '../../platform/http/testing.tsx';
import { editionByPid, listEditions, revisionsOf } from './queries/index.ts';
import {
  attribute,
  base,
  drafted,
  type Field,
  fieldsOf,
  inOffice,
  pidOf,
  send,
  text,
  to,
  typed,
  withFederation,
} from './testing.ts';

withFederation();

/** Each phase in a month of its own, from its first day to 17:00 of the 20th. */
async function schedule(ask: Ask, path: string): Promise<void> {
  const page = await text(ask(`${path}/giai-doan/lich`));
  const rows = [...page.matchAll(/name="phases\.(\d+)\.opens\.day"/g)].map(([, row]) =>
    Number(row),
  );
  const days = rows.flatMap((row): Field[] => [
    [`phases.${row}.opens.day`, `1/${row + 1}/2026`],
    [`phases.${row}.closes.day`, `20/${row + 1}/2026`],
    [`phases.${row}.closes.time`, '17 giờ'],
  ]);
  await to(await ask(`${path}/giai-doan/lich`, typed(page, Object.fromEntries(days))));
}

/** The addresses that the main buttons of a page open. */
const mainLinks = (html: string): string[] =>
  [...html.matchAll(/<a class="[^"]*btn-primary[^"]*" href="([^"]+)"/g)].map(([, href]) => href!);

describe('an edition in the browser', () => {
  test(
    'what the page is opened for is its one main button: announcing a draft, then the dossiers',
    inOffice('clerk', 'sonla', async ({ ask, as }) => {
      const path = await drafted(ask);
      const reader = await as('auditor', 'sonla');
      assert.deepEqual(mainLinks(await text(ask(path))), [`${path}/cong-bo`]);
      assert.deepEqual(mainLinks(await text(reader(path))), []);
      assert.doesNotMatch(await text(ask(path)), /thong-ke/);
      await schedule(ask, path);
      await to(await send(ask, `${path}/cong-bo`, {}));
      for (const who of [ask, reader]) {
        const page = await text(who(path));
        assert.deepEqual(mainLinks(page), [`${path}/ho-so`]);
        assert.ok(page.includes(`href="${path}/ho-so/thong-ke"`));
      }
      await to(await send(ask, `${path}/khep`, {}));
      assert.deepEqual(mainLinks(await text(ask(path))), [`${path}/ho-so`]);
    }),
  );

  test(
    'the list leads to findings, to past editions and transfers, each for those who may',
    inOffice('clerk', 'sonla', async ({ ask, as }) => {
      const beside = async (who: Ask) =>
        [...(await text(who(base))).matchAll(/href="[^"]*hoi-thi\/([a-z]+-[a-z-]+)"/g)].map(
          ([, one]) => one,
        );
      assert.deepEqual(await beside(ask), ['so-trung', 'chuyen-giao', 'nhap-lan-truoc']);
      assert.deepEqual(await beside(await as('auditor', 'sonla')), ['so-trung']);
      await drafted(ask);
      assert.deepEqual(await beside(ask), ['so-trung', 'chuyen-giao', 'nhap-lan-truoc']);
    }),
  );

  test(
    'from nothing: made from a sample, set part by part, opened',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      assert.match(await text(ask(base)), /Chưa có lần tổ chức nào/);
      const making = await text(ask(`${base}/moi`));
      assert.match(making, /Mẫu tham khảo: Hội thi Sáng tạo kỹ thuật/);
      const none = await ask(`${base}/moi`, typed(making, { code: 'Sáng tạo' }));
      assert.equal(none.status, 422);
      const again = await text(none);
      assert.match(again, /Chưa chọn mẫu/);
      assert.match(again, /value="Sáng tạo"/);

      const path = await drafted(ask);
      const general = await send(ask, `${path}/chung`, {
        name: 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La',
        ordinal: '8',
        'years.first': '2026',
        'years.last': '2027',
        'basis.0.symbol': '165/2006/QĐ-TTg',
        'basis.0.issued': '17/07/2006',
        'organisers.0.name': 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
        'committee.receipts': 'STKT8',
      });
      await to(general);
      const { content } = await editionByPid(cx, pidOf(path));
      assert.equal(content.ordinal, 8);
      assert.equal(content.basis[0]?.issued, '2006-07-17');
      const overview = await text(ask(path));
      assert.match(overview, /lần thứ VIII/);
      assert.match(overview, /Còn thiếu trước khi công bố/);
      assert.match(
        overview,
        /chưa có lúc bắt đầu[^<]*<a href="[^"]*giai-doan\/lich#f-phases-0-opens-day"/,
      );
      assert.match(await text(ask(`${path}/cong-bo`)), /Công bố được khi không còn thiếu gì/);

      await schedule(ask, path);
      const phase = (await editionByPid(cx, pidOf(path))).content.phases[0];
      assert.deepEqual(
        [phase?.opens, phase?.closes],
        ['2026-01-01T00:00:00', '2026-01-20T17:00:00'],
      );
      const question = await text(ask(`${path}/cong-bo`));
      assert.match(question, /Công bố “Hội thi Sáng tạo kỹ thuật tỉnh Sơn La”\?/);
      const opened = await to(await ask(`${path}/cong-bo`, typed(question, {})));
      assert.match(await text(ask(opened)), /Đã công bố\./);
      assert.match(await text(ask(base)), /Đã công bố/);
    }),
  );

  test(
    'rows come and go, keep their keys, and stay as typed without being saved',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const address = `${path}/linh-vuc`;
      const before = (await editionByPid(cx, pidOf(path))).content.fields;
      const more = await text(send(ask, address, { act: 'add:fields:0' }));
      const spare = before.length;
      assert.match(more, new RegExp(`name="fields.${spare + 2}.name"`));
      const added = await text(
        ask(address, typed(more, { [`fields.${spare + 1}.name`]: 'Y tế, dược' })),
      ).then(() => text(ask(address)));
      const after = (await editionByPid(cx, pidOf(path))).content.fields;
      assert.deepEqual(after, [...before, { code: 'y-te-duoc', name: 'Y tế, dược' }]);
      const up = await text(ask(address, typed(added, { act: `up:fields:${spare}` })));
      const dropped = await text(ask(address, typed(up, { act: 'drop:fields:0' })));
      assert.deepEqual((await editionByPid(cx, pidOf(path))).content.fields, after);
      await to(await ask(address, typed(dropped, {})));
      const codes = (await editionByPid(cx, pidOf(path))).content.fields.map(({ code }) => code);
      assert.deepEqual(codes, [
        ...before.slice(1, -1).map(({ code }) => code),
        'y-te-duoc',
        before.at(-1)?.code,
      ]);
    }),
  );

  test(
    'wrong input comes back beside its field with what was typed',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const bad = await send(ask, `${path}/chung`, {
        name: '',
        ordinal: 'tám',
        'years.first': '2028',
        'years.last': '2026',
        'basis.0.symbol': '',
        'basis.0.title': 'Thể lệ',
      });
      assert.equal(bad.status, 422);
      const page = await text(bad);
      assert.match(page, /value="tám"/);
      assert.match(page, /href="#f-ordinal"/);
      assert.match(page, /href="#f-basis-0-symbol">Chưa ghi số, ký hiệu \(dòng 1\)/);
      const turned = await text(send(ask, `${path}/chung`, { 'years.first': '2028' }));
      assert.match(turned, /href="#f-years-first"[^>]*>[^<]*Năm đầu 2028 sau năm cuối/);

      const born = await text(
        send(ask, `${path}/dieu-kien`, { 'eligibility.born.first': '31/02/2000' }),
      );
      assert.match(born, /id="f-eligibility-born-first-error"/);
      assert.match(born, /value="31\/02\/2000"/);
      const prizes = await text(
        send(ask, `${path}/giai-thuong`, { 'prizes.prizes.1.money': 'nhiều' }),
      );
      assert.match(prizes, /value="nhiều"/);
      assert.match(prizes, /href="#f-prizes-prizes-1-money"/);
      const phase = await text(
        send(ask, `${path}/giai-doan/nhan-ho-so`, { 'opens.day': '31/02/2026' }),
      );
      assert.match(phase, /không có thời điểm “31\/02\/2026/);
      assert.match(phase, /value="31\/02\/2026"/);
      const backwards = await text(
        send(ask, `${path}/giai-doan/lich`, {
          'phases.1.opens.day': '02/03/2026',
          'phases.1.closes.day': '01/03/2026',
        }),
      );
      assert.match(backwards, /href="#f-phases-1-closes-day">Kết thúc \(dòng 2\): Giai đoạn/);
      assert.equal((await editionByPid(cx, pidOf(path))).version, 1);
    }),
  );

  test(
    'eligibility: windows, group, awards, representative',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask, 'thanh-thieu-nien-nhi-dong', 'tre-2026');
      const address = `${path}/dieu-kien`;
      const page = await text(ask(address));
      const fields = fieldsOf(page).filter(([name]) => name !== 'eligibility.representative');
      const changed = fields.map(([name, value]): Field => {
        if (name === 'eligibility.born.first') return [name, '1/8/2007'];
        if (name === 'eligibility.group.max') return [name, '4'];
        return [name, value];
      });
      await to(await ask(address, posted(changed)));
      const { eligibility, entrants } = (await editionByPid(cx, pidOf(path))).content;
      assert.deepEqual(eligibility.born, { first: '2007-08-01', last: '2020-07-31' });
      assert.deepEqual(eligibility.group, { min: 2, max: 4 });
      assert.equal(eligibility.representative, false);
      assert.equal(eligibility.awarded.length, 2);
      assert.deepEqual(entrants, ['individual', 'group']);
    }),
  );

  test(
    'every kind of field is added, changed, moved, taken away',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const form = `${path}/mau-ho-so`;
      const kinds = await text(ask(`${form}/moi`));
      assert.match(kinds, /Danh sách người/);
      const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        text: { max: '100' },
        long_text: { 'words.max': '1.000' },
        number: { unit: 'kg', 'bounds.min': '0,5', decimals: '1' },
        money: { split: '1' },
        date: { precision: 'month' },
        choice: { 'options.0.label': 'Có' },
        people: { 'columns.birth': 'needs', 'columns.phone': 'asks', shares: '1' },
        files: { types: 'mp4', size: '300', 'count.max': '2' },
        declaration: { words: 'Đúng sự thật.' },
      };
      for (const [kind, values] of Object.entries(own)) {
        const place = kind === 'text' ? { after: 'tac-gia' } : {};
        const typedIn = { label: `Mục ${kind}`, ...place, ...values };
        const sent = await send(ask, `${form}/moi/${kind}`, typedIn);
        if (kind !== 'choice') {
          await to(sent);
          continue;
        }
        const few = await text(sent);
        assert.match(few, /có chưa đến hai lựa chọn/);
        await to(await ask(`${form}/moi/choice`, typed(few, { 'options.1.label': 'Không' })));
      }
      const kept = (await editionByPid(cx, pidOf(path))).content.form;
      const before = kept.findIndex(({ key }) => key === 'tac-gia');
      assert.equal(kept[before + 1]?.label, 'Mục text');
      const of = (kind: string) => kept.find(({ label }) => label === `Mục ${kind}`);
      assert.deepEqual(of('number'), {
        key: 'muc-number',
        label: 'Mục number',
        help: null,
        required: true,
        for: [],
        means: null,
        public: false,
        identifies: false,
        kind: 'number',
        unit: 'kg',
        decimals: 1,
        bounds: { min: 0.5, max: null },
      });
      const people = of('people');
      assert.ok(people?.kind === 'people');
      assert.deepEqual([people.asks, people.needs], [['birth', 'phone'], ['birth']]);
      const files = of('files');
      assert.ok(files?.kind === 'files');
      assert.deepEqual([files.types, files.size], [['mp4'], 300 * 1024 * 1024]);
      assert.deepEqual(
        of('choice')?.kind === 'choice' ? (of('choice') as { options: unknown }).options : null,
        [
          { value: 'co', label: 'Có' },
          { value: 'khong', label: 'Không' },
        ],
      );

      const last = kept.at(-1)!.key;
      const outline = await text(ask(form));
      const version = attribute(
        /<input[^>]*name="version"[^>]*>/.exec(outline)?.[0] ?? '',
        'value',
      );
      const way = [
        ['place', last],
        ['way', 'up'],
        ['version', version ?? ''],
      ] as const;
      assert.match(await to(await ask(`${form}/chuyen`, posted(way))), /da-chuyen=1#muc-/);
      assert.match(await to(await ask(`${form}/chuyen`, posted(way))), /da-doi=1/);
      assert.equal((await editionByPid(cx, pidOf(path))).content.form.at(-2)?.key, last);
      await to(await send(ask, `${form}/${last}/xoa`, {}));
      const left = (await editionByPid(cx, pidOf(path))).content.form;
      assert.equal(left.length, kept.length - 1);
      assert.equal((await ask(`${form}/${last}`)).status, 404);
    }),
  );

  test(
    'once open: a reason, whom it touches, then a revision',
    inOffice('leader', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      await schedule(ask, path);
      await to(await send(ask, `${path}/cong-bo`, {}));
      const address = `${path}/giai-doan/nhan-ho-so`;
      const unsaid = await send(ask, address, { 'closes.day': '25/1/2026' });
      assert.equal(unsaid.status, 422);
      assert.match(await text(unsaid), /ghi lý do thay đổi/);
      const preview = await send(ask, address, { 'closes.day': '25/1/2026', reason: 'Mưa lũ' });
      assert.equal(preview.status, 200);
      const shown = await text(preview);
      assert.match(shown, /Thay đổi này chạm tới ai/);
      assert.match(
        shown,
        /muộn hơn: từ 17:00:00 ngày 20\/01\/2026 thành 17:00:00 ngày 25\/01\/2026/,
      );
      const before = await editionByPid(cx, pidOf(path));
      assert.equal(before.revision, 1);
      const back = await text(ask(address, typed(shown, { act: 'edit' })));
      assert.match(back, /value="25\/1\/2026"/);
      assert.match(back, /Mưa lũ/);
      await to(await ask(address, typed(shown, { act: 'confirm' })));
      const revisions = await revisionsOf(cx.db, before.id);
      assert.deepEqual(
        revisions.map(({ reason }) => reason),
        [null, 'Mưa lũ'],
      );
      assert.deepEqual(revisions[1]?.content.phases[0]?.permits, before.content.phases[0]?.permits);
      const page = await text(ask(`${path}/cac-ban`));
      assert.match(page, /Bản 2, đang có hiệu lực/);
      assert.match(page, /Lý do: Mưa lũ/);
      assert.match(await to(await send(ask, address, {})), /khong-doi=1/);

      const removal = `${path}/mau-ho-so/${before.content.form.at(-1)?.key}/xoa`;
      const told = await text(send(ask, removal, { reason: 'Không cần nữa' }));
      assert.match(told, /Không hỏi mục/);
      await to(await ask(removal, typed(told, { act: 'confirm' })));
      assert.equal((await editionByPid(cx, pidOf(path))).revision, 3);
    }),
  );

  test(
    'a form over a newer version comes back with what was typed, then is saved',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const stale = await text(ask(`${path}/chung`));
      await to(await send(ask, `${path}/linh-vuc`, { 'fields.0.name': 'Cơ khí' }));
      const answer = await ask(`${path}/chung`, typed(stale, { name: 'Hội thi tỉnh' }));
      assert.equal(answer.status, 409);
      const page = await text(answer);
      assert.match(page, /người khác đã lưu bản mới/);
      assert.match(page, /value="Hội thi tỉnh"/);
      await to(await ask(`${path}/chung`, typed(page, {})));
      const { content } = await editionByPid(cx, pidOf(path));
      assert.deepEqual([content.name, content.fields[0]?.name], ['Hội thi tỉnh', 'Cơ khí']);
    }),
  );

  test(
    'closed nothing changes; reopened, copied for the next time; a draft is deleted and taken back',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      await schedule(ask, path);
      await to(await send(ask, `${path}/cong-bo`, {}));
      await to(await send(ask, `${path}/khep`, {}));
      assert.match(await to(await ask(`${path}/chung`)), /dang-khep=1/);
      assert.doesNotMatch(await text(ask(path)), /Sửa lĩnh vực/);
      await to(await send(ask, `${path}/mo-lai`, {}));
      assert.match(await text(ask(path)), /Sửa lĩnh vực/);

      const making = await text(ask(`${base}/moi?tu=lan:${pidOf(path)}`));
      assert.match(making, /Lần sau của: /);
      const made = await to(await ask(`${base}/moi`, typed(making, { code: 'stkt-9' })));
      const next = made.split('?')[0] ?? '';
      assert.equal((await listEditions(cx, { page: 1, size: 9 })).total, 2);
      const gone = await to(await send(ask, `${next}/xoa`, {}));
      assert.match(await text(ask(gone)), /Đã xóa bản nháp/);
      assert.match(await text(ask(next)), /khoi-phuc/);
      await to(await ask(`${next}/khoi-phuc`, posted([])));
      assert.equal((await listEditions(cx, { page: 1, size: 9 })).total, 2);
    }),
  );

  test(
    'the dossier form is tried as an entrant, and nothing is kept',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask, 'thanh-thieu-nien-nhi-dong', 'tre-2026');
      const address = `${path}/xem-thu?doi-tuong=group`;
      const page = await text(ask(address));
      assert.match(page, /<legend[^>]*>Người thứ 1<\/legend>/);
      assert.match(page, /Không quá 300 chữ/);
      const tried = await send(ask, address, {
        'answers.tac-gia.0.name': 'Cầm Thị Ngọc Ẵm',
        'answers.tac-gia.0.birth': '31/02/2012',
      });
      assert.equal(tried.status, 422);
      const wrong = await text(tried);
      assert.match(wrong, /href="#f-answers-tac-gia-0-birth"/);
      assert.match(wrong, /id="f-answers-tac-gia-0-birth"/);
      assert.match(wrong, /value="31\/02\/2012"/);
      assert.match(wrong, /Người thứ 2, để trống nếu không có/);
      const links = [...wrong.matchAll(/href="#(f-answers[^"]+)"/g)].map(([, id]) => id);
      assert.ok(links.length > 5);
      for (const id of links) assert.match(wrong, new RegExp(`id="${id}"`));
      assert.match(
        await text(ask(address, typed(wrong, { act: 'drop.answers.tac-gia.0' }))),
        /<legend[^>]*>Người thứ 1<\/legend>/,
      );
      assert.equal((await editionByPid(cx, pidOf(path))).version, 1);
    }),
  );

  test(
    'list: words and state narrow it, what nothing matches says so',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      await drafted(ask);
      assert.match(await text(ask(`${base}?q=sang+tao`)), /stkt-8/);
      assert.match(await text(ask(`${base}?q=khac+han`)), /Không có lần tổ chức nào khớp/);
      assert.doesNotMatch(await text(ask(`${base}?tinh-trang=open`)), /stkt-8<\/td>/);
    }),
  );

  test(
    'another union finds nothing; who may only read is not let change',
    inOffice('clerk', 'sonla', async ({ ask, as }) => {
      const path = await drafted(ask);
      await schedule(ask, path);
      await to(await send(ask, `${path}/cong-bo`, {}));
      const foreign = await as('clerk', 'laichau');
      const there = path.replace('/sonla/', '/laichau/');
      for (const page of [
        '',
        '/chung',
        '/mau-ho-so',
        '/giai-doan',
        '/xem-thu',
        '/cac-ban',
        '/cong-bo',
      ])
        assert.equal((await foreign(`${there}${page}`)).status, 404, page);
      const posts = await foreign(`${there}/linh-vuc`, posted([['fields.0.name', 'x']]));
      assert.equal(posts.status, 404);
      const auditor = await as('auditor', 'sonla');
      const seen = await text(auditor(path));
      assert.doesNotMatch(seen, /\/chung"/);
      assert.equal((await auditor(`${path}/chung`)).status, 403);
      assert.equal((await auditor(`${base}/moi`)).status, 403);
      assert.equal((await ask(`${path}/mau-ho-so/khong-co`)).status, 404);
      assert.equal((await ask(`${path}/mau-ho-so/moi/khong-co`)).status, 404);
    }),
  );

  test(
    'the Enter key saves: the first button of each form is none of a row',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const path = await drafted(ask);
      for (const page of [
        'chung',
        'linh-vuc',
        'dieu-kien',
        'giai-thuong',
        'mau-ho-so/tac-gia',
        'xem-thu',
      ]) {
        const html = await text(ask(`${path}/${page}`));
        const first = /<button[^>]*>/.exec(html)?.[0] ?? '';
        assert.match(first, /hidden/, page);
        assert.doesNotMatch(first, /value="(add|drop|up|down)/, page);
      }
    }),
  );
});
