import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { proseFromText } from '../../../kernel/prose/index.ts';
import { editsBetween } from './edits.ts';
import {
  type ArticleRules,
  actIssues,
  actsNow,
  articleStates,
  type CheckFacts,
  type Content,
  compare,
  countWords,
  paragraphsOf,
  publishIssues,
  readTime,
  type Standing,
  sameContent,
  sampleRules,
  searchOf,
  stateAfter,
} from './index.ts';

const standing = (state: Standing['state'], more: Partial<Standing> = {}): Standing => ({
  state,
  live: state === 'published',
  unchanged: state === 'published' || state === 'withdrawn',
  imported: false,
  ...more,
});
const free: ArticleRules = { editing: false, approval: false, own: true };

describe('the way of an article', () => {
  test('from draft to public, by everybody in turn', () => {
    const way = ['submit', 'edit', 'approve', 'publish', 'withdraw'] as const;
    let now = standing('draft');
    const states = way.map((act) => {
      const next = stateAfter(act, now, sampleRules);
      assert.ok(next, act);
      now = standing(next);
      return next;
    });
    assert.deepEqual(states, ['submitted', 'edited', 'approved', 'published', 'withdrawn']);
  });

  test('without approval what was edited goes out; without both, what was written', () => {
    const noApproval = { ...sampleRules, approval: false };
    assert.equal(stateAfter('publish', standing('edited'), sampleRules), null);
    assert.equal(stateAfter('publish', standing('edited'), noApproval), 'published');
    assert.equal(stateAfter('publish', standing('draft'), noApproval), null);
    assert.equal(stateAfter('publish', standing('draft'), free), 'published');
    assert.equal(stateAfter('schedule', standing('returned'), free), 'scheduled');
  });

  test('without editing what was sent in may be approved at once', () => {
    assert.equal(stateAfter('approve', standing('submitted'), sampleRules), null);
    const quick = { ...sampleRules, editing: false };
    assert.equal(stateAfter('approve', standing('submitted'), quick), 'approved');
  });

  test('a change of what is public is a draft beside it, and may be dropped', () => {
    assert.equal(stateAfter('change', standing('published'), sampleRules), 'draft');
    const beside = standing('draft', { live: true });
    assert.equal(stateAfter('discard', beside, sampleRules), 'published');
    assert.equal(stateAfter('withdraw', beside, sampleRules), 'withdrawn');
    assert.equal(stateAfter('discard', standing('draft'), sampleRules), null, 'nothing is public');
  });

  test('an approved text that is changed is approved again', () => {
    assert.equal(stateAfter('change', standing('approved'), sampleRules), 'edited');
  });

  test('what was taken off comes back as it was, or is written anew', () => {
    assert.equal(stateAfter('publish', standing('withdrawn'), sampleRules), 'published');
    const changed = standing('withdrawn', { unchanged: false });
    assert.equal(stateAfter('publish', changed, sampleRules), null);
  });

  test('an imported text needs nobody', () => {
    const imported = standing('draft', { imported: true });
    assert.equal(stateAfter('publish', imported, sampleRules), 'published');
  });

  test('what cannot be done says why', () => {
    const code = (act: Parameters<typeof actIssues>[0], now: Standing) =>
      actIssues(act, now, sampleRules).map((one) => one.code);
    assert.deepEqual(code('remove', standing('published')), ['withdraw_first']);
    assert.deepEqual(code('change', standing('scheduled')), ['unschedule_first']);
    assert.deepEqual(code('publish', standing('draft')), ['not_when_unready']);
    assert.deepEqual(code('submit', standing('edited')), ['not_when_edited']);
    assert.deepEqual(code('submit', standing('draft')), []);
  });

  test('nowhere is nothing to be done', () => {
    for (const state of articleStates)
      for (const rules of [sampleRules, free])
        assert.notEqual(actsNow(standing(state), rules).length, 0, state);
  });
});

const content: Content = {
  title: 'Hội thảo đất dốc',
  lead: 'Hai trăm nhà khoa học bàn cách giữ đất.',
  body: proseFromText('Đoạn một nói về đất.\n\nĐoạn hai nói về nước.'),
  cover: null,
  section: 's1',
  sections: [],
  tags: ['Đất dốc'],
  authors: [],
  source: null,
  number: null,
  due_on: null,
  language: 'vi',
  translation_of: null,
  slug: null,
};
const facts: CheckFacts = { kind: 'news', sections: new Set(['s1']), media: new Map() };
const found = (change: Partial<Content>, other: Partial<CheckFacts> = {}) =>
  publishIssues({ ...content, ...change }, { ...facts, ...other }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('what is checked before it is public', () => {
  test('nothing to say of a whole text', () => assert.deepEqual(found({}), []));

  test('title and lead: as long as may be, and one more', () => {
    assert.deepEqual(found({ title: 'a'.repeat(150) }), []);
    assert.deepEqual(found({ title: 'a'.repeat(151) }), ['title title_long']);
    assert.deepEqual(found({ lead: 'a'.repeat(500) }), []);
    assert.deepEqual(found({ lead: 'a'.repeat(501) }), ['lead lead_long']);
    assert.deepEqual(found({ lead: '' }), ['lead lead_missing']);
    assert.deepEqual(found({ lead: '' }, { kind: 'notice' }), []);
  });

  test('a section: of an article always, and one that stands', () => {
    assert.deepEqual(found({ section: null }), ['section section_missing']);
    assert.deepEqual(found({ section: null }, { kind: 'page' }), []);
    assert.deepEqual(found({ sections: ['s2'] }), ['section section_gone']);
  });

  test('pictures: there, and with words for those who do not see them', () => {
    const cover = { media: 'm1', alt: '', caption: '', credit: '' };
    const media = (alt: string, kind: 'picture' | 'video' = 'picture') => ({
      media: new Map([['m1', { kind, title: 'Ảnh', alt }]]),
    });
    assert.deepEqual(found({ cover }), ['cover medium_gone']);
    assert.deepEqual(found({ cover }, media('')), ['cover_alt cover_alt_missing']);
    assert.deepEqual(found({ cover }, media('Ruộng bậc thang')), []);
    assert.deepEqual(found({ cover: { ...cover, alt: 'Ruộng' } }, media('')), []);
    assert.deepEqual(found({ cover }, media('', 'video')), ['cover cover_no_picture']);
    const figure = {
      type: 'doc' as const,
      content: [
        { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Xem ảnh.' }] },
        { type: 'figure' as const, attrs: { media: 'm1' } },
      ],
    };
    assert.deepEqual(found({ body: figure }, media('')), ['body figure_alt_missing']);
    assert.deepEqual(found({ body: figure }, media('Ruộng')), []);
    assert.deepEqual(found({ body: figure }), ['body medium_gone']);
  });

  test('a table without a head, and with one', () => {
    const table = (type: 'tableCell' | 'tableHeader') => ({
      type: 'doc' as const,
      content: [
        {
          type: 'table' as const,
          content: [
            {
              type: 'tableRow' as const,
              content: [
                {
                  type,
                  content: [
                    {
                      type: 'paragraph' as const,
                      content: [{ type: 'text' as const, text: 'Năm' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    assert.deepEqual(found({ body: table('tableCell') }), ['body table_headless']);
    assert.deepEqual(found({ body: table('tableHeader') }), []);
  });

  test('an unsafe address, old fonts, nothing written, an author who was not asked', () => {
    const link = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            {
              type: 'text' as const,
              text: 'đây',
              marks: [{ type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }],
            },
          ],
        },
      ],
    };
    assert.deepEqual(found({ body: link }), ['body link_unsafe']);
    const tcvn3 = 'Liªn hiÖp c¸c Héi Khoa häc vµ Kü thuËt tØnh S¬n La tæ chøc héi th¶o';
    assert.deepEqual(found({ body: proseFromText(tcvn3) }), ['body legacy_encoding']);
    assert.deepEqual(found({ body: proseFromText('') }), ['body body_empty']);
    const author = { name: 'Nguyễn Văn A', role: 'author' as const, person: null, consent: false };
    assert.deepEqual(found({ authors: [author] }), ['authors author_unasked']);
    assert.deepEqual(found({ authors: [{ ...author, consent: true }] }), []);
  });
});

describe('comparing versions', () => {
  const shown = (old: string, now: string): string =>
    paragraphsOf(old, now)
      .map((line) =>
        line
          .map(({ kind, text }) =>
            kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`,
          )
          .join(''),
      )
      .join('|');

  test('words inside a paragraph', () => {
    assert.equal(
      shown('Mở 12 lớp tập huấn cho nông dân.', 'Mở 15 lớp tập huấn cho nông dân trẻ.'),
      'Mở [-12 ][+15 ]lớp tập huấn cho nông [-dân. ][+dân trẻ.]',
    );
  });

  test('words that were dropped at the end', () => {
    assert.equal(shown('cho nông dân vùng cao', 'cho nông dân'), 'cho nông dân [-vùng cao]');
  });

  test('a paragraph more, one less, nothing, all', () => {
    assert.equal(shown('một\nhai', 'một\nba\nhai'), 'một|[+ba]|hai');
    assert.equal(shown('một\nhai\nba', 'một\nba'), 'một|[-hai]|ba');
    assert.equal(shown('một', 'một'), 'một');
    assert.equal(shown('', 'một'), '[+một]');
    assert.equal(shown('một', ''), '[-một]');
    assert.deepEqual(paragraphsOf('', ''), []);
  });

  test('what it says leads from one text to the other, whatever they are', () => {
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % n;
    };
    for (let round = 0; round < 300; round += 1) {
      const text = () => Array.from({ length: random(30) }, () => 'abcd'[random(4)]!);
      const [old, now] = [text(), text()];
      const edits = editsBetween(old, now);
      const rest = (without: string) =>
        edits.filter(({ kind }) => kind !== without).map((edit) => edit.text);
      assert.deepEqual(rest('added'), old);
      assert.deepEqual(rest('removed'), now);
    }
  });

  test('two texts with nothing in common, as long as they like', () => {
    const old = Array.from({ length: 5000 }, (_, i) => `a${i}`);
    const now = Array.from({ length: 5000 }, (_, i) => `b${i}`);
    const edits = editsBetween(old, now);
    assert.equal(edits.filter(({ kind }) => kind === 'removed').length, 5000);
    assert.equal(edits.filter(({ kind }) => kind === 'added').length, 5000);
  });

  test('pictures and fields', () => {
    const cover = { media: 'm1', alt: 'Ruộng', caption: '', credit: '' };
    const now = { ...content, cover, tags: ['Đất dốc', 'Chè'], number: '12/TB-LHH' };
    const { added, removed, fields, same } = compare(content, now);
    assert.deepEqual([added, removed, same], [['m1'], [], false]);
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['cover_alt', 'tags', 'number'],
    );
    assert.equal(compare(content, { ...content }).same, true);
  });

  test('the same words standing otherwise are told', () => {
    const bold = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: 'Một', marks: [{ type: 'bold' as const }] }],
        },
      ],
    };
    const plain = { ...content, body: proseFromText('Một') };
    const { shape, same } = compare(plain, { ...content, body: bold });
    assert.deepEqual([shape, same], [true, false]);
  });

  test('how many words', () => {
    const many = countWords(paragraphsOf('một hai ba', 'một bốn năm ba'));
    assert.deepEqual(many, { added: 2, removed: 1 });
  });
});

test('the same content, whatever the order of its keys', () => {
  const { title, ...rest } = content;
  assert.equal(sameContent(content, { ...rest, title }), true);
  assert.equal(sameContent(content, { ...content, tags: [] }), false);
});

test('what the office searches has no dấu', () => {
  assert.match(searchOf(content), /^hoi thao dat doc hai tram/);
});

test('times as people type them', () => {
  assert.deepEqual(readTime('17:05'), { hour: 17, minute: 5 });
  assert.deepEqual(readTime('7h'), { hour: 7, minute: 0 });
  assert.deepEqual(readTime('17 giờ 30'), { hour: 17, minute: 30 });
  assert.deepEqual(readTime('0:00'), { hour: 0, minute: 0 });
  for (const wrong of ['24:00', '12:60', 'trưa', '', '-1'])
    assert.equal(readTime(wrong), null, wrong);
});
