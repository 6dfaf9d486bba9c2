import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { placeAt } from '../activities/testing.ts';
import {
  acceptPlaces,
  checkForm,
  reportForm,
  returnPlaces,
  saveForm,
  submitForm,
} from './index.ts';
import {
  cellOf,
  contentOf,
  did,
  narrativeOf,
  type Reporting,
  reporting,
  row,
  sumOfTalks,
} from './testing.ts';
import { words } from './vi/pages.ts';
import { reportDoors, reportSite } from './web/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

interface Stage {
  readonly f: Reporting;
  /** The form that 'bac' owes the national union. */
  readonly pid: string;
  readonly cx: Cx;
  readonly ask: Ask;
  /** Somebody else at his own office. */
  readonly as: (name: string, role: string, org: string) => Promise<{ cx: Cx; ask: Ask }>;
}

const staged =
  (work: (stage: Stage) => Promise<void>): (() => Promise<void>) =>
  () =>
    withRollback(database, async (trx) => {
      const f = await reporting(trx);
      const as = async (name: string, role: string, org: string) => {
        const cx = await f.person(name, role, org);
        const place = await placeAt(cx, org);
        return {
          cx,
          ask: testDoors({ cx, place, roles: [role], office: reportDoors, site: reportSite }),
        };
      };
      const pid = await f.owe(await f.round('2019', '2019-01-01', '2019-12-31'), 'bac');
      await work({ f, pid, as, ...(await as('Lan', 'clerk', 'bac')) });
    });

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const to = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const form = (values: Record<string, string>) => posted(Object.entries(values));
const address = (pid: string, rest = '', org = 'bac') =>
  `/vp/${org}/bao-cao/phieu/${pid}${rest === '' ? '' : `/${rest}`}`;

/** The fields of the form as a browser would send them back. */
function fieldsOf(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  const plain = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const main = html.slice(html.indexOf('data-autosave'));
  for (const [tag] of main.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || /type="(checkbox|file)"/.test(tag)) continue;
    values[name] = plain(/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', value = ''] of main.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g,
  ))
    values[name] = plain(value.replace(/^\n/, ''));
  for (const [, name = '', options = ''] of main.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    values[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return values;
}

async function opened({ ask, pid }: Stage): Promise<Record<string, string>> {
  return fieldsOf(await text(ask(address(pid))));
}

/** Fills what must be filled, and sends as the clerk. */
async function sent({ cx, pid }: Stage): Promise<void> {
  await did(cx, saveForm, { pid, cells: [{ row: 'HAND', declared: 4, version: 0 }] });
  await did(cx, submitForm, { pid, confirmed: true });
}

/** Sent, and gone up. */
async function up(stage: Stage): Promise<void> {
  await sent(stage);
  await did(await stage.f.person('Minh', 'leader', 'bac'), checkForm, { pid: stage.pid });
}

describe('filling', () => {
  test(
    'without script: what was changed is saved and the rest left alone',
    staged(async (stage) => {
      const { ask, cx, pid } = stage;
      const typed = {
        ...(await opened(stage)),
        'declared:HAND': '12',
        'words:II': 'Đã làm.\r\nTốt.',
      };
      const next = to(await ask(address(pid), form(typed)));
      assert.match(next, /\?da-luu=2$/);
      assert.match(await text(ask(next)), /Đã lưu 2 ô/);
      const saved = await reportForm(cx, pid);
      assert.equal(cellOf(saved, 'HAND').declared, 12);
      assert.equal(cellOf(saved, 'TALKS').version, 0);
      assert.equal(narrativeOf(saved, 'II').words, 'Đã làm.\nTốt.');
    }),
  );

  test(
    'what is no figure comes back with everything as typed, and nothing is saved',
    staged(async (stage) => {
      const { ask, cx, pid } = stage;
      const typed = {
        ...(await opened(stage)),
        'declared:HAND': 'mười hai',
        'words:II': 'Giữ lại',
      };
      const answer = await ask(address(pid), form(typed));
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.equal(fieldsOf(page)['declared:HAND'], 'mười hai');
      assert.equal(fieldsOf(page)['words:II'], 'Giữ lại');
      assert.match(page, /href="#f-declared-HAND">Dòng HAND: /);
      assert.match(page, /“mười hai” không phải là số/);
      assert.equal(narrativeOf(await reportForm(cx, pid), 'II').words, '');
    }),
  );

  test(
    'two people at one cell: both are kept and told; one is chosen',
    staged(async (stage) => {
      const { ask, cx, pid, as } = stage;
      const mine = await opened(stage);
      const other = await as('Hoa', 'clerk', 'bac');
      to(await other.ask(address(pid), form({ ...mine, _key: '', 'declared:HAND': '20' })));
      const next = to(await ask(address(pid), form({ ...mine, _key: '', 'declared:HAND': '31' })));
      assert.match(next, /trung=1/);
      const page = await text(ask(next));
      assert.match(page, /1 ô vừa được người khác sửa/);
      assert.match(page, /Lan gõ 31 lúc/);
      assert.equal(fieldsOf(page)['declared:HAND'], '20');
      assert.match(await text(other.ask(address(pid))), /Lan gõ 31 lúc/);
      const { rivals } = cellOf(await reportForm(cx, pid), 'HAND');
      const choice = address(pid, `chon/${rivals[0]?.pid}?giu=vua-go`);
      // What else was typed on the page is saved with the choice.
      const chosen = { ...fieldsOf(page), 'words:II': 'Cùng lưu' };
      assert.match(await text(ask(to(await ask(choice, form(chosen))))), new RegExp(words.settled));
      const now = await reportForm(cx, pid);
      assert.deepEqual([cellOf(now, 'HAND').declared, cellOf(now, 'HAND').rivals.length], [31, 0]);
      assert.equal(narrativeOf(now, 'II').words, 'Cùng lưu');
    }),
  );

  test(
    'with script: a place is saved, a conflict and a wrong figure are said, others are seen',
    staged(async (stage) => {
      const { ask, cx, pid, as } = stage;
      const fields = await opened(stage);
      const at = (declared: string, version = '0') => ({
        place: 'HAND',
        'declared:HAND': declared,
        'reason:HAND': '',
        'note:HAND': '',
        'version:HAND': version,
        'was:HAND': fields['was:HAND'] ?? '',
      });
      const save = async (by: Ask, values: Record<string, string>) =>
        (await (await by(address(pid, 'o'), form(values))).json()) as {
          said: string;
          tone: string;
          fields?: Record<string, string>;
        };
      assert.equal((await save(ask, at(''))).said, words.autosaveSame);
      const first = await save(ask, at('7'));
      assert.match(first.said, /^Đã lưu lúc/);
      assert.equal(first.fields?.['version:HAND'], '1');
      assert.equal(
        (await save(ask, { ...at('7', '1'), ...first.fields })).said,
        words.autosaveSame,
      );
      assert.match((await save(ask, at('x', '1'))).said, /không phải là số/);
      const other = await as('Hoa', 'clerk', 'bac');
      const clash = await save(other.ask, at('9'));
      assert.equal(clash.tone, 'warn');
      assert.match(clash.said, /Lan vừa ghi 7/);
      assert.equal(cellOf(await reportForm(cx, pid), 'HAND').declared, 7);
      assert.equal((await save(ask, at('8', '1'))).said, words.autosaveRival);
      const seen = (await (await other.ask(address(pid, 'lan-ghi'))).json()) as Record<
        string,
        { version: number; rivals: number; said: string }
      >;
      assert.deepEqual(Object.keys(seen), ['HAND']);
      assert.deepEqual([seen.HAND?.version, seen.HAND?.rivals], [2, 1]);
      assert.equal(seen.HAND?.said, words.autosaveRival);
    }),
  );

  test(
    'with script: what is left on the page comes with what was saved, and a step then goes through',
    staged(async (stage) => {
      const { ask, pid, f } = stage;
      await f.activity('bac', 'talk', '2019-05-06');
      const fields = await opened(stage);
      interface Saved {
        said: string;
        open?: boolean;
        version?: string;
        fresh?: Record<string, string>;
        fields?: Record<string, string>;
      }
      const save = async (key: string, declared: string, more: Record<string, string> = {}) => {
        const typed = {
          place: key,
          [`declared:${key}`]: declared,
          [`reason:${key}`]: '',
          [`note:${key}`]: '',
          [`version:${key}`]: '0',
          [`was:${key}`]: fields[`was:${key}`] ?? '',
          ...more,
        };
        return (await (await ask(address(pid, 'o'), form(typed))).json()) as Saved;
      };
      const page = await text(ask(address(pid)));
      assert.match(page, /id="con-B"[^>]*>1 chưa điền</);
      assert.match(page, /id="cho-tiep-theo"><a href="#o-HAND">Còn 1 chỗ/);
      const other = await save('TALKS', '9');
      assert.equal(other.open, true);
      assert.match(other.said, /Khác hồ sơ/);
      assert.match(other.fresh?.['con-B'] ?? '', />1 chưa điền, 1 cần giải thích</);
      assert.match(other.fresh?.['viec-tiep-theo'] ?? '', /Còn 2 chỗ phải làm xong/);
      const why = { 'reason:TALKS': 'Thêm buổi chưa vào sổ.', 'version:TALKS': '1' };
      await save('TALKS', '9', { ...why, ...other.fields });
      const last = await save('HAND', '4');
      assert.equal(last.open, undefined);
      for (const id of [
        'viec-tiep-theo',
        'muc-luc',
        'cho-tiep-theo',
        'con-B',
        'con-I-1',
        'con-II',
      ]) {
        assert.ok(page.includes(`id="${id}"`), id);
        assert.match(last.fresh?.[id] ?? '', new RegExp(`^<\\w+ [^>]*id="${id}"`), id);
      }
      assert.doesNotMatch(last.fresh?.['viec-tiep-theo'] ?? '', /phải làm xong/);
      const gone = await ask(
        address(pid, 'gui'),
        form({ confirmed: '1', version: last.version ?? '' }),
      );
      assert.match(to(gone), /\?gui=1$/);
    }),
  );

  test(
    'a sum of which nothing happened stands at 0 and says why',
    staged(async ({ f, cx, ask }) => {
      await f.indicator('PEOPLE', sumOfTalks);
      const rows = [row('PEOPLE', { required: true })];
      const round = await f.round('2018', '2018-01-01', '2018-12-31', contentOf(rows));
      const pid = await f.owe(round, 'bac');
      const page = await text(ask(address(pid)));
      assert.equal(fieldsOf(page)['declared:PEOPLE'], '0');
      assert.match(page, /0 \(không có bản ghi\)/);
      assert.match(page, new RegExp(words.offeredNothing));
      assert.doesNotMatch(page, /chưa có số/);
      await f.activity('bac', 'talk', '2018-05-06');
      const unknown = await text(ask(address(pid)));
      assert.equal(fieldsOf(unknown)['declared:PEOPLE'], '');
      assert.match(unknown, /chưa có số/);
      assert.equal(cellOf(await reportForm(cx, pid), 'PEOPLE').nothing, false);
    }),
  );
});

describe('up and back', () => {
  test(
    'what is missing is listed, then sent, approved, returned at one cell, corrected, accepted, frozen',
    staged(async (stage) => {
      const { ask, cx, pid, as, f } = stage;
      const early = await ask(address(pid, 'gui'), form({}));
      assert.equal(early.status, 422);
      assert.match(await early.text(), /href="#o-HAND"[^>]*>Dòng HAND: chưa có số/);
      await did(cx, saveForm, { pid, cells: [{ row: 'HAND', declared: 4, version: 0 }] });
      assert.match(to(await ask(address(pid, 'gui'), form({ confirmed: '1' }))), /\?gui=1$/);
      assert.equal(await f.state(pid), 'submitted');
      assert.equal(fieldsOf(await text(ask(address(pid))))['declared:HAND'], undefined);
      const leader = await as('Minh', 'leader', 'bac');
      to(await leader.ask(address(pid, 'duyet'), form({})));
      const national = await as('Thủy', 'national', 'toanquoc');
      const here = (rest = '') => address(pid, rest, 'toanquoc');
      const silent = await national.ask(here('tra-lai'), form({ 'return:HAND': ' ' }));
      assert.equal(silent.status, 422);
      assert.equal(await f.state(pid), 'checked');
      to(await national.ask(here('tra-lai'), form({ 'return:HAND': 'Xem lại số này.' })));
      const page = await text(ask(address(pid)));
      assert.match(page, /Xem lại số này\./);
      const open = Object.keys(fieldsOf(page)).filter((name) => name.startsWith('declared:'));
      assert.deepEqual(open, ['declared:HAND']);
      to(await ask(address(pid), form({ ...fieldsOf(page), 'declared:HAND': '5' })));
      to(await ask(address(pid, 'gui'), form({ confirmed: '1' })));
      to(await leader.ask(address(pid, 'duyet'), form({})));
      to(await national.ask(here('nhan'), form({})));
      to(await national.ask(here('chot'), form({})));
      const frozen = await text(national.ask(here()));
      assert.match(frozen, /Mã kiểm tra SHA-256: [0-9a-f]{64}/);
      assert.match(frozen, new RegExp(words.restatedNone));
      assert.equal(cellOf(await reportForm(cx, pid), 'HAND').declared, 5);
    }),
  );

  test(
    'a step taken twice by one key is taken once; over an old version it is refused in words',
    staged(async (stage) => {
      const { ask, cx, pid } = stage;
      await did(cx, saveForm, { pid, cells: [{ row: 'HAND', declared: 4, version: 0 }] });
      const sending = form({ confirmed: '1', _key: '7'.repeat(16) });
      const again = form({ confirmed: '1', _key: '7'.repeat(16) });
      assert.equal(
        to(await ask(address(pid, 'gui'), sending)),
        to(await ask(address(pid, 'gui'), again)),
      );
      const stale = await ask(address(pid, 'rut'), form({ version: '1' }));
      assert.equal(stale.status, 422);
      assert.match(await stale.text(), /người khác đã lưu bản mới/);
    }),
  );

  test(
    'a leader sends it back to the clerk with words; a return is answered in words',
    staged(async (stage) => {
      const { ask, pid, as, f } = stage;
      await sent(stage);
      const leader = await as('Minh', 'leader', 'bac');
      assert.equal((await leader.ask(address(pid, 'chuyen-lai'), form({ words: '' }))).status, 422);
      to(await leader.ask(address(pid, 'chuyen-lai'), form({ words: 'Bổ sung phần II.' })));
      assert.equal(await f.state(pid), 'filling');
      assert.match(await text(ask(address(pid))), /Bổ sung phần II\./);
      await did(stage.cx, submitForm, { pid, confirmed: true });
      await did(leader.cx, checkForm, { pid });
      const national = await as('Thủy', 'national', 'toanquoc');
      await did(national.cx, returnPlaces, {
        pid,
        places: [{ place: 'HAND', words: 'Sao là 4?' }],
      });
      const page = await text(ask(address(pid)));
      assert.match(page, /tra-loi\?o=HAND/);
      to(await ask(address(pid, 'tra-loi?o=HAND'), form({ words: 'Đúng là 4.' })));
      assert.match(await text(national.ask(address(pid, '', 'toanquoc'))), /Đúng là 4\./);
    }),
  );

  test(
    'the collector reads rows first; several places come back at once, each with its own words',
    staged(async (stage) => {
      const { pid, as, f, cx } = stage;
      await up(stage);
      const national = await as('Thủy', 'national', 'toanquoc');
      const here = (rest = '') => address(pid, rest, 'toanquoc');
      const page = await text(national.ask(here()));
      assert.doesNotMatch(page, /<textarea|name="return:|<details/);
      assert.match(page, /tra-lai#o-B"/);
      const fields = await text(national.ask(here('tra-lai')));
      for (const place of ['TALKS', 'HAND', 'I.1', 'II'])
        assert.match(fields, new RegExp(`<textarea[^>]* name="return:${place}"`), place);
      assert.doesNotMatch(fields, /name="declared:|<details[^>]* open/);
      assert.match(
        await text(national.ask(here('tra-lai?o=HAND'))),
        /<details[^>]* open[^>]*>.{0,200}name="return:HAND"/s,
      );
      const none = await national.ask(here('tra-lai'), form({}));
      assert.equal(none.status, 422);
      assert.match(await none.text(), new RegExp(words.returnNone.slice(0, 25)));
      const typed = { 'return:HAND': 'Sao là 4?', 'return:II': 'Viết thêm.', 'return:TALKS': '' };
      const long = { ...typed, 'return:II': 'ơ'.repeat(2001) };
      const wrong = await national.ask(here('tra-lai'), form(long));
      assert.equal(wrong.status, 422);
      const again = await wrong.text();
      assert.match(again, /href="#f-return-II">Phần II: /);
      assert.match(again, />\s*Sao là 4\?<\/textarea>/);
      assert.equal(await f.state(pid), 'checked');
      to(await national.ask(here('tra-lai'), form(typed)));
      const back = await reportForm(cx, pid);
      assert.deepEqual(
        [cellOf(back, 'HAND'), cellOf(back, 'TALKS'), narrativeOf(back, 'II')].map((one) => [
          one.state,
          ...one.messages.map((message) => message.words),
        ]),
        [['returned', 'Sao là 4?'], ['open'], ['returned', 'Viết thêm.']],
      );
      const stale = await national.ask(here('tra-lai'), form({ ...typed, version: '1' }));
      assert.equal(stale.status, 409);
      assert.match(await stale.text(), />\s*Viết thêm\.<\/textarea>/);
      const own = await text(stage.ask(address(pid)));
      assert.match(own, /id="con-B"[^>]*>1 bị trả lại</);
      assert.match(own, /id="con-II"[^>]*>1 bị trả lại, chưa viết</);
      const reader = await as('Đọc', 'reader', 'bac');
      assert.ok([403, 404].includes((await reader.ask(address(pid, 'tra-lai'))).status));
    }),
  );

  test(
    'a step carries a key, so that it is taken once',
    staged(async (stage) => {
      await sent(stage);
      const leader = await stage.as('Minh', 'leader', 'bac');
      const page = await text(leader.ask(address(stage.pid)));
      assert.match(
        page,
        /action="[^"]*\/duyet"[^>]*><input type="hidden" name="_key" value="\w{16}"/,
      );
    }),
  );

  test(
    'opened again only to a day to come and with a reason',
    staged(async (stage) => {
      const { pid, as, f, ask } = stage;
      await up(stage);
      const national = await as('Thủy', 'national', 'toanquoc');
      await did(national.cx, acceptPlaces, { pid });
      const here = address(pid, 'mo-lai', 'toanquoc');
      const wrong = await national.ask(here, form({ until: '09/01/2020', reason: '' }));
      assert.equal(wrong.status, 422);
      const page = await wrong.text();
      assert.match(page, /Ngày này đã qua|Chưa ghi lý do/);
      assert.match(page, /value="09\/01\/2020"/);
      to(await national.ask(here, form({ until: '31/01/2020', reason: 'Sai đơn vị tính' })));
      assert.match(
        await text(ask(address(pid))),
        /Được sửa đến hết ngày 31\/01\/2020: Sai đơn vị tính/,
      );
      assert.equal(await f.state(pid), 'accepted');
    }),
  );

  test(
    'a number is taken once, with the day and the name of who signs',
    staged(async (stage) => {
      const { ask, pid } = stage;
      await up(stage);
      const blank = await text(ask(address(pid, 'lay-so')));
      assert.match(blank, /value="10\/01\/2020"/);
      const signed = { signed_on: '11/01/2020', signer: 'Lò Văn A', position: '' };
      const wrong = await ask(address(pid, 'lay-so'), form(signed));
      assert.equal(wrong.status, 422);
      assert.match(await wrong.text(), /value="Lò Văn A"/);
      const right = { ...signed, signed_on: '10/01/2020', position: 'Chủ tịch', symbol: 'BC-B' };
      const page = await text(ask(to(await ask(address(pid, 'lay-so'), form(right)))));
      assert.match(page, /Số 01\/BC-B, ngày 10\/01\/2020/);
      assert.equal((await ask(address(pid, 'lay-so'), form(right))).status, 403);
    }),
  );
});

describe('files', () => {
  test(
    'Word and Excel, by their names and kinds',
    staged(async ({ ask, pid }) => {
      for (const [file, kind] of [
        ['bao-cao.docx', 'wordprocessingml.document'],
        ['bao-cao.xlsx', 'spreadsheetml.sheet'],
        ['phieu.xlsx', 'spreadsheetml.sheet'],
      ] as const) {
        const answer = await ask(address(pid, file));
        assert.match(answer.headers.get('content-type') ?? '', new RegExp(kind), file);
        assert.match(answer.headers.get('content-disposition') ?? '', /bao-cao-bac-2019\./, file);
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal(bytes.toString('latin1', 0, 2), 'PK', file);
      }
    }),
  );

  test(
    'the form filled elsewhere lands cell by cell; over what others wrote it overwrites nothing',
    staged(async (stage) => {
      const { ask, cx, pid, f } = stage;
      const book = Buffer.from(await (await ask(address(pid, 'phieu.xlsx'))).arrayBuffer());
      const colleague = await f.person('Hoa', 'clerk', 'bac');
      await did(colleague, saveForm, { pid, cells: [{ row: 'SHARE', declared: 1.5, version: 0 }] });
      const filled = await typedInto(book, { HAND: 12, SHARE: '2,5' });
      const next = to(await ask(address(pid, 'nop-tep'), posted([['file', fileOf(filled)]])));
      assert.match(next, /da-luu=1&trung=1/);
      const now = await reportForm(cx, pid);
      assert.equal(cellOf(now, 'HAND').declared, 12);
      assert.equal(cellOf(now, 'SHARE').declared, 1.5);
      assert.equal(cellOf(now, 'SHARE').rivals[0]?.declared, 2.5);
      assert.equal(cellOf(now, 'TALKS').version, 0);
      const again = to(await ask(address(pid, 'nop-tep'), posted([['file', fileOf(book)]])));
      assert.match(again, /da-luu=0$/);
    }),
  );

  test(
    'no file, a broken one, another report and a wrong cell are refused in words',
    staged(async (stage) => {
      const { ask, cx, pid, f } = stage;
      const other = await f.owe(await f.round('2018', '2018-01-01', '2018-12-31'), 'bac');
      const bytes = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer());
      const book = await bytes(address(pid, 'phieu.xlsx'));
      const wrong: [string, File | null, RegExp][] = [
        ['none', null, /Hãy chọn một tệp/],
        ['broken', fileOf(Buffer.from('PK khác')), /không phải tệp Excel|hỏng/],
        ['report', fileOf(await bytes(address(pid, 'bao-cao.xlsx'))), /không phải phiếu tải từ/],
        ['other', fileOf(await bytes(address(other, 'phieu.xlsx'))), /phiếu của đơn vị khác/],
        [
          'cell',
          fileOf(await typedInto(book, { HAND: 'nhiều', SHARE: 3 })),
          /“nhiều” không phải là số/,
        ],
      ];
      for (const [name, file, said] of wrong) {
        const body = posted(file === null ? [] : [['file', file]]);
        const answer = await ask(address(pid, 'nop-tep'), body);
        assert.equal(answer.status, 422, name);
        assert.match(await answer.text(), said, name);
      }
      assert.equal(cellOf(await reportForm(cx, pid), 'SHARE').version, 0);
    }),
  );
});

describe('who sees what', () => {
  test(
    'another union finds no form at any of its addresses; a reader may not fill',
    staged(async ({ pid, as, ask }) => {
      const other = await as('Nam', 'clerk', 'nam');
      const reader = await as('Đọc', 'reader', 'bac');
      const gets = [
        '',
        'lan-ghi',
        'bao-cao.docx',
        'bao-cao.xlsx',
        'phieu.xlsx',
        'nop-tep',
        'lay-so',
        'mo-lai',
        'tra-lai?o=HAND',
        'tra-loi',
        'chuyen-lai',
        'ban-ghi/TALKS',
      ];
      const posts = [
        '',
        'o',
        'gui',
        'rut',
        'duyet',
        'nhan',
        'chot',
        'dang',
        'nop-tep',
        'tra-lai',
        'mo-lai',
        'lay-so',
        'chon/0000000000000000',
      ];
      for (const rest of gets)
        assert.equal((await other.ask(address(pid, rest, 'nam'))).status, 404, rest);
      for (const rest of posts)
        assert.equal((await other.ask(address(pid, rest, 'nam'), form({}))).status, 404, rest);
      assert.equal((await ask(address(pid))).status, 200);
      for (const rest of ['phieu.xlsx', 'nop-tep', 'lay-so', 'mo-lai', 'tra-lai', 'chuyen-lai'])
        assert.ok([403, 404].includes((await reader.ask(address(pid, rest))).status), rest);
      assert.ok([403, 404].includes((await reader.ask(address(pid, 'gui'), form({}))).status));
    }),
  );

  test(
    'an officer of an association does not see the form of its union',
    staged(async ({ pid, as }) => {
      const officer = await as('Cán', 'officer', 'bac-a');
      assert.equal((await officer.ask(address(pid, '', 'bac-a'))).status, 404);
    }),
  );

  test(
    'the records behind a figure are listed; a row without any is not found',
    staged(async ({ pid, ask, f }) => {
      await f.activity('bac', 'talk', '2019-05-06');
      const page = await text(ask(address(pid, 'ban-ghi/TALKS')));
      assert.match(page, /Hồ sơ: Dòng TALKS/);
      assert.match(page, /1 bản ghi/);
      assert.equal((await ask(address(pid, 'ban-ghi/NONE'))).status, 404);
    }),
  );
});

describe('in public', () => {
  test(
    'a report is there while it is published, without reasons; else the page says that there is none',
    staged(async (stage) => {
      const { ask, pid, as } = stage;
      await up(stage);
      const national = await as('Thủy', 'national', 'toanquoc');
      await did(national.cx, acceptPlaces, { pid });
      const anybody = async (rest: string) => {
        const answer = await ask(`/bac/bao-cao${rest}`);
        return [answer.status, await answer.text()] as const;
      };
      assert.match((await anybody(''))[1], new RegExp(words.publicNone));
      assert.equal((await anybody(`/${pid}`))[0], 404);
      const leader = await as('Minh', 'leader', 'bac');
      to(await leader.ask(address(pid, 'dang'), form({})));
      assert.match((await anybody(''))[1], new RegExp(`href="/bac/bao-cao/${pid}"`));
      const [status, page] = await anybody(`/${pid}`);
      assert.equal(status, 200);
      assert.match(page, /Dòng HAND/);
      assert.doesNotMatch(page, /<form|Theo hồ sơ/);
      assert.equal((await national.ask(`/toanquoc/bao-cao/${pid}`)).status, 404);
      to(await leader.ask(address(pid, 'thoi-dang'), form({})));
      assert.equal((await anybody(`/${pid}`))[0], 404);
    }),
  );
});

const fileOf = (bytes: Buffer) => new File([new Uint8Array(bytes)], 'phieu.xlsx');

/** Types figures into the workbook by the keys of their rows. */
async function typedInto(
  book: Buffer,
  typed: Readonly<Record<string, string | number>>,
): Promise<Buffer> {
  const workbook = await openXlsx(book);
  const { rows } = workbook.sheets[0]!;
  const head = rows.find((row) => row.includes('Mã'))!;
  for (const row of rows) {
    const value = typed[String(row[head.indexOf('Mã')])];
    if (value !== undefined) row[head.indexOf('Số báo cáo')] = value;
  }
  return Buffer.from(await saveXlsx(workbook));
}
