import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  actsFor,
  brief,
  choiceIssues,
  countAddresses,
  foreignShare,
  optionIssues,
  optionLines,
  phaseOf,
  scoreOf,
  sharesOf,
  showsResult,
  stateAfter,
  stretches,
  textKey,
  verdict,
  weigh,
  whyClosed,
  wordsIn,
} from './index.ts';

const codes = (issues: readonly { code: string }[]): string[] => issues.map(({ code }) => code);

describe('addresses in plain text', () => {
  const links = (text: string): (string | null)[] =>
    stretches(text).flatMap(({ href }) => (href === null ? [] : [href]));

  test('become links without what closes the sentence', () => {
    assert.deepEqual(links('Xem https://a.example/bai.'), ['https://a.example/bai']);
    assert.deepEqual(links('(https://a.example/bai), rồi http://b.example!'), [
      'https://a.example/bai',
      'http://b.example/',
    ]);
    assert.deepEqual(links('https://vi.example/wiki/Dấu_(chữ)'), [
      'https://vi.example/wiki/D%E1%BA%A5u_(ch%E1%BB%AF)',
    ]);
    assert.deepEqual(
      stretches('a https://x.example b').map(({ text }) => text),
      ['a ', 'https://x.example', ' b'],
    );
  });

  test('nothing else does, and no text is lost', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<script>',
      'http://',
      'https://"onmouseover="alert(1)',
      'vbscript:x https:/a.example',
      '//evil.example',
      '',
    ]) {
      assert.deepEqual(links(text), [], text);
      assert.equal(
        stretches(text)
          .map((one) => one.text)
          .join(''),
        text,
      );
    }
    const tricky = 'https://a.example/<img src=x onerror=alert(1)>';
    assert.deepEqual(links(tricky), ['https://a.example/']);
    assert.equal(
      stretches(tricky)
        .map((one) => one.text)
        .join(''),
      tricky,
    );
  });

  test('are counted also without http', () => {
    assert.equal(countAddresses('Không có gì. Lúc 8.30 ngày 12.5'), 0);
    assert.equal(countAddresses('vao ngay shop-abc.com hoặc www.x.vn và http://y.vn'), 3);
  });
});

describe('words of a list', () => {
  test('without dấu find both, with dấu only themselves', () => {
    assert.deepEqual(wordsIn('Cho VAY NÓNG lãi thấp', ['vay nong']), ['vay nong']);
    assert.deepEqual(wordsIn('Cho vay nóng', ['vay nóng']), ['vay nóng']);
    assert.deepEqual(wordsIn('ăn lon bia', ['lợn']), []);
    assert.deepEqual(wordsIn('khỏe thật', ['khoẻ']), ['khoẻ']);
  });
  test('are whole, and marks between their letters do not hide them', () => {
    assert.deepEqual(wordsIn('cobacdo', ['co bac']), []);
    assert.deepEqual(wordsIn('cờ, bạc!', ['co bac']), ['co bac']);
    assert.deepEqual(wordsIn('c\u200bờ bạc', ['co bac']), ['co bac']);
    assert.deepEqual(wordsIn('x', ['', ' - ']), []);
  });
});

describe('what speaks against a text', () => {
  const plain = {
    name: 'Lò Thị Hoa',
    text: 'Bài hay, xin thêm số liệu.',
    trapped: false,
    words: [],
    same: 0,
    recent: 0,
    known: true,
  };
  const points = (more: object): number => scoreOf(weigh({ ...plain, ...more }));

  test('nothing does against an ordinary one of somebody known; the first of a name waits', () => {
    assert.equal(points({}), 0);
    assert.equal(points({ known: false }), 1);
    assert.equal(verdict(0, 'after'), 'published');
    assert.equal(verdict(1, 'after'), 'held');
    assert.equal(verdict(0, 'before'), 'held');
    assert.equal(verdict(9, 'before'), 'held');
    assert.equal(verdict(10, 'after'), 'refused');
  });

  test('each sign has its points', () => {
    assert.equal(points({ trapped: true }), 10);
    assert.equal(points({ text: 'Xem http://a.vn nhé' }), 2);
    assert.equal(points({ text: 'http://a.vn http://b.vn chữ' }), 5);
    assert.equal(points({ text: 'http://a.vn http://b.vn http://c.vn http://d.vn chữ' }), 10);
    assert.equal(points({ same: 1 }), 4);
    assert.equal(points({ same: 2 }), 10);
    assert.equal(points({ recent: 2 }), 0);
    assert.equal(points({ recent: 3 }), 3);
    assert.equal(points({ words: ['so lieu'] }), 5);
    assert.equal(points({ words: ['lò thị hoa', 'số liệu'] }), 10);
    assert.equal(points({ text: 'Купить дешево' }), 4);
    assert.equal(points({ text: '!!! 123' }), 3);
    assert.equal(foreignShare('Tiếng Việt có dấu'), 0);
    assert.equal(foreignShare('123'), 0);
  });

  test('the heaviest comes first', () => {
    const found = weigh({ ...plain, known: false, same: 1, trapped: true });
    assert.deepEqual(codes(found), ['trap', 'same_text', 'first_of_name']);
  });
});

test('texts are the same whatever dấu, marks and blanks', () => {
  assert.equal(textKey('Hòa  BÌNH!'), textKey('hoa-binh'));
  assert.notEqual(textKey('một'), textKey('hai'));
  assert.equal(brief('Một hai ba bốn', 8), 'Một hai…');
  assert.equal(brief('Một\nhai', 8), 'Một hai');
});

test('acts on a comment by its state', () => {
  const at = (state: 'held' | 'published' | 'refused' | 'hidden', reports = 0) =>
    actsFor({ state, reports });
  assert.deepEqual(at('held'), ['approve', 'refuse']);
  assert.deepEqual(at('published'), ['hide']);
  assert.deepEqual(at('published', 1), ['hide', 'keep']);
  assert.deepEqual(at('refused'), ['approve']);
  assert.deepEqual(at('hidden'), ['restore']);
  assert.equal(stateAfter('keep', { state: 'published', reports: 2 }), 'published');
});

test('comments are taken on the last day, and not on the one after', () => {
  const subject = { open: true, since: '2026-05-01' };
  const rules = { comments: 'before', openDays: 10 } as const;
  assert.equal(whyClosed(rules, subject, '2026-05-11'), null);
  assert.equal(whyClosed(rules, subject, '2026-05-12'), 'over');
  assert.equal(whyClosed({ ...rules, openDays: null }, subject, '2036-05-12'), null);
  assert.equal(whyClosed({ ...rules, comments: 'off' }, subject, '2026-05-01'), 'off');
  assert.equal(whyClosed(rules, { open: false, since: null }, '2026-05-01'), 'subject');
});

describe('polls', () => {
  test('are open from their first day to their last, both included', () => {
    const poll = { state: 'open', opensOn: '2026-05-02', closesOn: '2026-05-03' } as const;
    assert.deepEqual(
      ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'].map((day) => phaseOf(poll, day)),
      ['waiting', 'open', 'open', 'over'],
    );
    assert.equal(phaseOf({ ...poll, opensOn: null, closesOn: null }, '2026-01-01'), 'open');
    assert.equal(phaseOf({ ...poll, state: 'draft' }, '2026-05-02'), 'draft');
    assert.equal(phaseOf({ ...poll, state: 'closed' }, '2026-05-02'), 'over');
  });

  test('show how they stand to who has voted, or only at their end', () => {
    assert.equal(showsResult('open', 'after_vote', false), false);
    assert.equal(showsResult('open', 'after_vote', true), true);
    assert.equal(showsResult('open', 'after_end', true), false);
    assert.equal(showsResult('over', 'after_end', false), true);
    assert.equal(showsResult('waiting', 'after_vote', true), false);
  });

  test('shares of one answer add up to 100, whatever the votes', () => {
    const of = (votes: number[], most = 1) => {
      const voters = votes.reduce((a, b) => a + b, 0);
      return sharesOf(
        votes.map((one, at) => ({ label: String(at), votes: one })),
        { voters, most },
      ).map(({ share }) => share);
    };
    assert.deepEqual(of([132, 89, 40, 26]), [46, 31, 14, 9]);
    assert.deepEqual(of([1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(of([0, 0]), [0, 0]);
    assert.deepEqual(of([7, 0]), [100, 0]);
  });

  test('shares of several answers are of the voters', () => {
    const options = [3, 2, 0].map((votes) => ({ label: 'x', votes }));
    const shares = (voters: number, decimals = 0) =>
      sharesOf(options, { voters, most: 2, decimals }).map(({ share }) => share);
    assert.deepEqual(shares(3), [100, 67, 0]);
    assert.deepEqual(shares(3, 1), [100, 66.7, 0]);
    assert.deepEqual(
      sharesOf([{ label: 'x', votes: 1 }], { voters: 8, most: 2 }).map(({ share }) => share),
      [13],
    );
    assert.deepEqual(
      sharesOf([{ label: 'x', votes: 0 }], { voters: 0, most: 2 }).map(({ share }) => share),
      [0],
    );
  });

  test('have answers that can be told apart, and choices that are theirs', () => {
    assert.deepEqual(optionLines(' Một \n\n  Hai\t ba '), ['Một', 'Hai ba']);
    assert.deepEqual(codes(optionIssues(['a', 'b'], 2)), []);
    assert.deepEqual(codes(optionIssues(['a', 'b'], 3)), ['poll_most']);
    assert.deepEqual(codes(optionIssues(['a'], 1)), ['poll_two_options']);
    assert.deepEqual(codes(optionIssues(['Có', 'co '], 1)), ['poll_option_twice']);
    assert.deepEqual(codes(optionIssues(['+', '-'], 1)), []);
    assert.deepEqual(codes(optionIssues(['a', 'b'.repeat(201)], 1)), ['poll_long_option']);
    const of = { options: 3, most: 2 };
    assert.deepEqual(codes(choiceIssues([1, 3], of)), []);
    assert.deepEqual(codes(choiceIssues([], of)), ['poll_choose']);
    assert.deepEqual(codes(choiceIssues([4], of)), ['poll_no_option']);
    assert.deepEqual(codes(choiceIssues([1.5], of)), ['poll_no_option']);
    assert.deepEqual(codes(choiceIssues([1, 2, 3], of)), ['poll_too_many']);
  });
});
