import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Counted, isAhead, isProgram, monthsOf, spanOf, Tally } from './rules/index.ts';

const people = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/121.0.0 Chrome/115.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 Zalo android/24070001',
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/8.0/191.226; U; vi) Presto/2.12.423 Version/12.16',
];

const programs = [
  undefined,
  '',
  'curl/8.5.0',
  'python-requests/2.31.0',
  'Go-http-client/1.1',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36 (compatible; Googlebot/2.1)',
  'Mozilla/5.0 (compatible; Google-InspectionTool/1.0)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)',
  'Mozilla/5.0 (compatible; Baiduspider/2.0)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0 Safari/537.36',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
];

describe('who reads', () => {
  test('browsers of people, also old and unusual ones, are counted', () => {
    for (const agent of people) assert.equal(isProgram(agent), false, agent);
  });
  test('search engines, tools and whoever says no name are not', () => {
    for (const agent of programs) assert.equal(isProgram(agent), true, agent);
  });
  test('pages fetched ahead are told by their purpose', () => {
    for (const purpose of ['prefetch', 'prefetch;prerender', 'Prefetch', 'preview'])
      assert.ok(isAhead(purpose), purpose);
    assert.ok(!isAhead(undefined));
    assert.ok(!isAhead(''));
  });
});

const page = (organisationId: string, pid: string | null = null): Counted => ({
  organisationId,
  subject: pid === null ? null : { kind: 'article', pid },
  pages: 0,
});

describe('the tally', () => {
  test('nothing counted is no bundle; what was taken is not taken again', () => {
    const tally = new Tally(10);
    assert.equal(tally.take('2026-05-12'), null);
    tally.count(page('a'), null);
    assert.notEqual(tally.take('2026-05-12'), null);
    assert.equal(tally.take('2026-05-12'), null);
  });

  test('pages of one subject add up, also when the page was made anew; readers are told once a site', () => {
    const tally = new Tally(10);
    const first = page('a', 'one');
    const again = page('a', 'one');
    for (const reader of ['x', 'y', 'x']) tally.count(first, reader);
    tally.count(again, 'x');
    tally.count(page('a'), 'z');
    tally.count(page('b'), 'x');
    tally.count(page('b'), null);
    assert.deepEqual(tally.take('2026-05-12'), {
      day: '2026-05-12',
      pages: [
        { organisationId: 'a', pages: 5 },
        { organisationId: 'b', pages: 2 },
      ],
      reads: [{ organisationId: 'a', kind: 'article', pid: 'one', reads: 4 }],
      readers: [
        { organisationId: 'a', reader: 'x' },
        { organisationId: 'a', reader: 'y' },
        { organisationId: 'a', reader: 'z' },
        { organisationId: 'b', reader: 'x' },
      ],
    });
    // A page that stays kept counts from nothing again.
    tally.count(first, 'x');
    assert.deepEqual(tally.take('2026-05-13')?.pages, [{ organisationId: 'a', pages: 1 }]);
  });

  test('what was put back comes again with what was counted meanwhile', () => {
    const tally = new Tally(10);
    const kept = page('a', 'one');
    tally.count(kept, 'x');
    tally.count(page('a'), 'y');
    const bundle = tally.take('2026-05-12');
    tally.count(kept, 'x');
    tally.putBack(bundle!);
    assert.deepEqual(tally.take('2026-05-12'), {
      day: '2026-05-12',
      pages: [{ organisationId: 'a', pages: 3 }],
      reads: [{ organisationId: 'a', kind: 'article', pid: 'one', reads: 2 }],
      readers: [
        { organisationId: 'a', reader: 'x' },
        { organisationId: 'a', reader: 'y' },
      ],
    });
  });

  test('beyond the most readers pages still count', () => {
    const tally = new Tally(2);
    const flooded = page('a');
    for (let n = 0; n < 5; n += 1) tally.count(flooded, `reader ${n}`);
    const bundle = tally.take('2026-05-12');
    assert.deepEqual(bundle?.pages, [{ organisationId: 'a', pages: 5 }]);
    assert.equal(bundle?.readers.length, 2);
  });
});

test('a span ends today and has as many days as it says', () => {
  assert.equal(spanOf('day', '2026-03-01'), '2026-03-01');
  assert.equal(spanOf('week', '2026-03-01'), '2026-02-23');
  assert.equal(spanOf('month', '2026-03-01'), '2026-01-31');
  assert.equal(spanOf('all', '2026-03-01'), null);
});

test('months sum their days, first and last included', () => {
  const day = (on: string, visits: number) => ({ day: on, visits, pages: visits * 2, reads: 1 });
  assert.deepEqual(monthsOf([]), []);
  assert.deepEqual(monthsOf([day('2026-03-01', 1), day('2026-02-28', 2), day('2026-02-01', 3)]), [
    { month: '2026-03', visits: 1, pages: 2, reads: 1 },
    { month: '2026-02', visits: 5, pages: 10, reads: 2 },
  ]);
});
