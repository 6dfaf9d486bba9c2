import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Ask, posted } from '../../platform/http/testing.tsx';
import { editionByPid } from './queries/index.ts';
import { drafted, inOffice, pidOf, send, text, to, typed, withFederation } from './testing.ts';

withFederation();

type Changes = Readonly<Record<string, string>>;

/** A sheet without parts: its address. */
async function sheet(ask: Ask, path: string, changes: Changes): Promise<string> {
  return (await to(await send(ask, `${path}/phieu-cham/moi`, changes))).split('?')[0] ?? '';
}

const noveltyBands: Changes = {
  'bands.0.label': 'Hoàn toàn mới',
  'bands.0.from': '27',
  'bands.0.to': '30',
  'bands.1.label': 'Ít mới',
  'bands.1.from': '1',
  'bands.1.to': '26',
  'bands.2.label': 'Không mới',
  'bands.2.from': '0',
  'bands.2.to': '0',
};

describe('score sheets in the browser', () => {
  test(
    'a sheet of all five kinds of parts is made, tried, and chosen for a phase',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const own = await sheet(ask, path, { name: 'Phiếu của tỉnh', pass: '50,5', basis: 'Thể lệ' });
      assert.match(own, /\/phieu-cham\/phieu-cua-tinh$/);
      const kinds = await text(ask(`${own}/moi`));
      for (const kind of ['points', 'bands', 'gate', 'votes', 'note'])
        assert.ok(kinds.includes(`href="${own}/moi/${kind}"`), kind);
      const add = (kind: string, changes: Changes) => send(ask, `${own}/moi/${kind}`, changes);
      await to(await add('points', { label: 'Áp dụng', max: '30', step: '0,5', weight: '1,5' }));
      await to(await add('bands', { label: 'Tính mới', zeroFails: '1', ...noveltyBands }));
      await to(await add('gate', { label: 'Đúng thể lệ' }));
      await to(await add('votes', { label: 'Bình chọn', max: '20', decimals: '1' }));
      await to(await add('note', { label: 'Góp ý', to: 'author', after: 'dung-the-le' }));
      const { rubrics } = (await editionByPid(cx, pidOf(path))).content;
      const made = rubrics.at(-1)!;
      assert.deepEqual([made.key, made.pass, made.basis], ['phieu-cua-tinh', 50.5, 'Thể lệ']);
      assert.deepEqual(
        made.parts.map(({ key, kind }) => `${key} ${kind}`),
        ['ap-dung points', 'tinh-moi bands', 'dung-the-le gate', 'gop-y note', 'binh-chon votes'],
      );
      const [first, second] = made.parts;
      assert.ok(first?.kind === 'points' && first.step === 0.5 && first.weight === 1.5);
      assert.ok(second?.kind === 'bands' && second.zeroFails && second.bands.length === 3);
      const shown = await text(ask(own));
      assert.match(shown, /95\u00a0điểm: giám khảo 75, phiếu bầu 20/);
      assert.match(shown, /50,5 điểm/);

      const trial = await ask(`${own}/xem-thu`, posted([['mark-tinh-moi', '31']]));
      assert.equal(trial.status, 422);
      assert.match(await text(trial), /31 điểm không thuộc mức nào/);
      const fine = await ask(
        `${own}/xem-thu`,
        posted([
          ['mark-ap-dung', '20,5'],
          ['band-tinh-moi', '0'],
          ['mark-tinh-moi', '28'],
          ['gate-dung-the-le', 'yes'],
        ]),
      );
      const tried = await text(fine);
      assert.equal(fine.status, 200);
      assert.match(tried, /Phiếu ghi như thế này thì ký được/);
      // 20,5 × 1,5 + 28.
      assert.match(tried, /58,75\s\/\s75\sđiểm/);
      assert.match(tried, /Bình chọn: tối đa 20\u00a0điểm, thư ký ghi sau/);

      const phase = `${path}/giai-doan/so-khao`;
      await to(
        await send(ask, phase, {
          rubric: 'phieu-cua-tinh',
          'review.each': '5',
          'review.trim': '1',
          'review.by': 'trimmed',
          'review.spread': '7,5',
          'review.goes_on': '',
        }),
      );
      const chosen = (await editionByPid(cx, pidOf(path))).content.phases.find(
        ({ key }) => key === 'so-khao',
      );
      assert.equal(chosen?.rubric, 'phieu-cua-tinh');
      assert.deepEqual(chosen?.review, {
        each: 5,
        trim: 1,
        spread: 7.5,
        by: 'trimmed',
        goes_on: null,
      });
      assert.match(
        await text(ask(path)),
        /5 giám khảo mỗi hồ sơ; lệch trên 7,5\u00a0điểm thì thảo luận/,
      );
    }),
  );

  test(
    'what is wrong comes back beside its field, as it was typed',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const path = await drafted(ask);
      const own = await sheet(ask, path, { name: 'Phiếu' });
      const address = `${own}/moi/bands`;
      const overlapping = await send(ask, address, {
        label: 'Tính mới',
        ...noveltyBands,
        'bands.1.to': '28',
      });
      assert.equal(overlapping.status, 422);
      const html = await text(overlapping);
      assert.match(html, /chồng lên mức “Hoàn toàn mới”/);
      assert.match(html, /href="#f-bands-1-to"/);
      assert.match(html, /value="28"/);
      const none = await text(send(ask, address, { label: 'Tính mới' }));
      assert.match(none, /chưa có mức nào/);
      const gone = await text(
        ask(address, typed(html, { act: 'drop:bands:0', label: 'Tính mới hơn' })),
      );
      assert.match(gone, /value="Tính mới hơn"/);
      assert.doesNotMatch(gone, /value="Hoàn toàn mới"/);
      const unread = await send(ask, `${own}/moi/points`, { label: 'A', max: 'ba mươi' });
      assert.equal(unread.status, 422);
      assert.match(await text(unread), /href="#f-max"/);
      const judged = await send(ask, `${path}/giai-doan/so-khao`, {
        'review.each': '2',
        'review.trim': '1',
      });
      assert.match(await text(judged), /bỏ mỗi đầu 1 phiếu thì không còn phiếu nào/);
      const empty = await send(ask, `${path}/giai-doan/so-khao`, { rubric: 'phieu' });
      assert.equal(empty.status, 422);
      assert.match(await text(empty), /chưa có tiêu chí nào để giám khảo chấm/);
    }),
  );

  test(
    'a sheet from a sample, its parts moved, changed and taken away; one in use stays',
    inOffice('clerk', 'sonla', async ({ cx, ask, as }) => {
      const path = await drafted(ask);
      const own = await sheet(ask, path, { from: 'doi-moi-sang-tao' });
      const sheets = async () => (await editionByPid(cx, pidOf(path))).content.rubrics;
      const made = (await sheets()).at(-1)!;
      assert.match(made.name, /^Mẫu tham khảo: /);
      assert.match(made.basis ?? '', /Thái Nguyên/);
      const order = async () => (await sheets()).at(-1)?.parts.map(({ key }) => key);
      assert.deepEqual(await order(), ['doi-moi', 'hieu-qua', 'ap-dung', 'binh-chon']);
      const page = await text(ask(own));
      const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
      const way = [
        ['place', 'doi-moi'],
        ['way', 'down'],
        ['version', version],
      ] as const;
      assert.match(await to(await ask(`${own}/chuyen`, posted(way))), /da-chuyen=1#muc-doi-moi/);
      assert.match(await to(await ask(`${own}/chuyen`, posted(way))), /da-doi=1/);
      await to(await send(ask, `${own}/muc/hieu-qua`, { max: '40' }));
      await to(await send(ask, `${own}/muc/ap-dung/xoa`, {}));
      assert.deepEqual(await order(), ['hieu-qua', 'doi-moi', 'binh-chon']);
      await to(await send(ask, `${own}/chung`, { name: 'Phiếu riêng', pass: '60' }));
      const [, renamed] = await sheets();
      assert.deepEqual([renamed?.name, renamed?.pass, renamed?.key], ['Phiếu riêng', 60, made.key]);
      assert.equal((await ask(`${own}/muc/ap-dung`)).status, 404);
      assert.equal((await ask(`${path}/phieu-cham/khong-co`)).status, 404);

      const used = await send(ask, `${path}/phieu-cham/sang-tao-ky-thuat/chung/xoa`, {});
      assert.equal(used.status, 422);
      assert.match(await text(used), /không có trong lần tổ chức này/);
      await to(await send(ask, `${own}/chung/xoa`, {}));
      assert.equal((await sheets()).length, 1);

      const reader = await as('auditor', 'sonla');
      const read = await text(reader(`${path}/phieu-cham/sang-tao-ky-thuat`));
      assert.match(read, /Tính mới, tính sáng tạo/);
      assert.doesNotMatch(read, /Thêm tiêu chí|Sửa tên/);
      assert.equal((await reader(`${path}/phieu-cham/moi`)).status, 403);
    }),
  );

  test(
    'rules of voting, row by row',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const address = `${path}/bieu-quyet`;
      const changes = {
        'voting.1.name': 'Tôn vinh',
        'voting.1.of': 'present',
        'voting.1.share_parts': '1',
        'voting.1.share_of': '2',
      };
      const wrong = await send(ask, address, { ...changes, 'voting.1.share_parts': '3' });
      assert.equal(wrong.status, 422);
      const html = await text(wrong);
      assert.match(html, /tỷ lệ 3\/2 chưa đúng/);
      assert.match(html, /href="#f-voting-1-share_parts"/);
      const half = await send(ask, address, { ...changes, 'voting.1.quorum_parts': '2' });
      assert.equal(half.status, 422, 'a quorum of two of nothing');
      await to(await send(ask, address, changes));
      const { voting } = (await editionByPid(cx, pidOf(path))).content;
      assert.deepEqual(voting[1], {
        key: 'ton-vinh',
        name: 'Tôn vinh',
        basis: null,
        of: 'present',
        share: { parts: 1, of: 2 },
        quorum: null,
      });
      assert.equal(voting[0]?.key, 'hai-phan-ba');
      assert.match(await text(ask(path)), /Tôn vinh: ít nhất 1\/2 số thành viên có mặt đồng ý/);
    }),
  );

  test(
    'which answers tell who the entrant is',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const path = await drafted(ask);
      const identifies = async (key: string) =>
        (await editionByPid(cx, pidOf(path))).content.form.find((field) => field.key === key)
          ?.identifies;
      assert.equal(await identifies('don-vi'), true);
      assert.equal(await identifies('ap-dung'), false);
      await to(await send(ask, `${path}/mau-ho-so/ap-dung`, { identifies: '1' }));
      assert.equal(await identifies('ap-dung'), true);
      const people = await text(ask(`${path}/mau-ho-so/tac-gia`));
      assert.doesNotMatch(people, /name="identifies"/);
      assert.match(people, /luôn được giấu/);
      await to(await send(ask, `${path}/mau-ho-so/don-vi`, {}));
      assert.equal(await identifies('don-vi'), true, 'saved as it stands');
    }),
  );
});
