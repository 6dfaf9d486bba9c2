import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sameHuman } from './rules/humans.ts';
import {
  councilsFor,
  type Evidence,
  findDeclared,
  findInDossiers,
  findInRegistry,
  findInTexts,
  findShared,
  type GraphAuthor,
  type GraphDossier,
  type GraphJudge,
  problemsOf,
  type SeatedCouncil,
  type Standing,
  settle,
  together,
} from './rules/index.ts';
import { sameUnit, unitKey } from './rules/units.ts';

describe('units', () => {
  const same = (a: string, b: string) => sameUnit(unitKey(a), unitKey(b));

  for (const [a, b, expected] of [
    ['Trường THPT Tô Hiệu', 'THPT Tô Hiệu', 'sure'],
    ['Trường Trung học phổ thông Tô Hiệu', 'TRƯỜNG THPT TÔ HIỆU', 'sure'],
    ['Trường THPT Tô Hiệu, TP Sơn La', 'THPT Tô Hiệu - tỉnh Sơn La', 'sure'],
    ['Trường THPT Tô Hiệu, TP Sơn La', 'THPT Tô Hiệu', 'maybe'],
    ['Trường THPT Tô Hiệu, Sơn La', 'Trường THPT Tô Hiệu, Hải Phòng', null],
    ['Sở Khoa học và Công nghệ tỉnh Sơn La', 'Sở KH&CN Sơn La', 'sure'],
    ['Sở Khoa học và Công nghệ tỉnh Sơn La', 'Sở KH&CN Hòa Bình', null],
    ['Sở Khoa học và Công nghệ, tỉnh Sơn La', 'Sở KH&CN, Sơn La', 'sure'],
    ['Trường Đại học Tây Bắc', 'ĐH Tây Bắc', 'sure'],
    ['Trường THPT Tô Hiệu', 'Trường THPT Chiềng Sinh', null],
    ['Trường THCS Tô Hiệu', 'Trường THPT Tô Hiệu', null],
    ['Bệnh viện Đa khoa tỉnh', 'Bệnh viện đa khoa tỉnh Sơn La', 'maybe'],
    ['Tự do', 'tự do', null],
    ['Nghỉ hưu', 'Nghỉ hưu', null],
    ['Trường', 'Trường', null],
    ['', '', null],
    ['Bệnh viện Đa khoa tỉnh Sơn La', 'BV đa khoa tỉnh Sơn La', 'sure'],
  ] as const)
    test(`${a} / ${b}`, () => {
      assert.equal(same(a, b), expected);
      assert.equal(same(b, a), expected);
    });
});

describe('humans', () => {
  const human = (name: string, birth: string | null = null, email?: string, phone?: string) => ({
    name,
    birth,
    emails: email === undefined ? [] : [email],
    phones: phone === undefined ? [] : [phone],
  });
  for (const [a, b, expected] of [
    [human('Lò Văn Bình', '1980-05-01'), human('LÒ VĂN BÌNH', '1980-05-01'), 'full'],
    [human('Lò Văn Bình', '1980-05-01'), human('Lò Văn Bình', '1980'), 'part'],
    [human('Lò Văn Bình', '1980'), human('Lò Văn Bình', '1980'), 'part'],
    [human('Lò Văn Bình', '1980-05-01'), human('Lò Văn Bình', '1981'), null],
    [human('Lò Văn Bình', '1980-05-01'), human('Lò Văn Bình'), 'name'],
    [human('TS. Lò Văn Bình'), human('Ông Lò Văn Bình'), 'name'],
    [human('Nguyễn Văn Hùng'), human('Nguyễn Văn Hưng'), null],
    [human('Nguyễn Văn Hùng', '1980-05-01'), human('Nguyễn Văn Hưng', '1980-05-01'), 'part'],
    [human('Nguyễn Văn Hùng', '1980'), human('Nguyễn Văn Hưng', '1980'), null],
    [human('Nguyen Van Hung'), human('Nguyễn Văn Hưng'), 'name'],
    [human('Hoà Thị Thuý'), human('Hòa Thị Thúy'), 'name'],
    [human('Lò Văn Bình', null, 'a@b.vn'), human('Lò Văn Bình', '1980', 'A@b.vn '), 'contact'],
    [
      human('Lò Văn Bình', null, undefined, '0912 000 118'),
      human('Lò Văn Bình', null, undefined, '+84912000118'),
      'contact',
    ],
    [human('Lò Văn Bình', null, 'a@b.vn'), human('Lò Văn An', null, 'a@b.vn'), null],
    [human(''), human(''), null],
  ] as const)
    test(`${a.name} ${a.birth} / ${b.name} ${b.birth}`, () => {
      assert.equal(sameHuman(a, b), expected);
      assert.equal(sameHuman(b, a), expected);
    });
});

const judge = (more: Partial<GraphJudge> = {}): GraphJudge => ({
  id: 'j1',
  name: 'Lò Văn Bình',
  birth: '1980-05-01',
  units: ['Trường THPT Tô Hiệu'],
  ...more,
});
const author = (name: string, more: Partial<GraphAuthor> = {}): GraphAuthor => ({
  name,
  birth: null,
  units: [],
  representative: null,
  relation: null,
  ...more,
});
const dossier = (authors: readonly GraphAuthor[], more: Partial<GraphDossier> = {}) => ({
  id: 'd1',
  entrant: 'group',
  authors,
  named: [],
  sender: null,
  ...more,
});
const brief = (found: readonly { kind: string; evidence: Evidence }[]) =>
  found.map(({ kind, evidence }) => [kind, evidence.by, evidence.sure]);

describe('what dossiers tell', () => {
  test('the author, the unit, the representative', () => {
    const { kind } = findInDossiers([judge()], [dossier([author('Lò Văn Bình')])])[0]!;
    assert.equal(kind, 'author');
    assert.deepEqual(
      brief(
        findInDossiers(
          [judge()],
          [
            dossier([
              author('Lò Văn Bình', { birth: '1980-05-01' }),
              author('Lò Thị Hoa', {
                units: ['THPT Tô Hiệu'],
                representative: { name: 'Lò Văn Bình', birth: null },
                relation: 'Cha',
              }),
              author('Lò Thị Mai', {
                units: ['Trường THPT Tô Hiệu, Hải Phòng'],
                representative: { name: 'Lò Văn Bình', birth: null },
                relation: 'Giáo viên hướng dẫn',
              }),
            ]),
          ],
        ),
      ),
      [
        ['author', 'person', true],
        ['family', 'representative', false],
        ['same_unit', 'unit', true],
        ['supervisor', 'representative', false],
        ['same_unit', 'unit', false],
      ],
    );
  });

  test('a common name alone is never sure; another birth is nobody', () => {
    const found = findInDossiers([judge({ birth: null })], [dossier([author('Lò Văn Bình')])]);
    assert.deepEqual(brief(found), [['author', 'person', false]]);
    const other = dossier([author('Lò Văn Bình', { birth: '1999-01-01' })]);
    assert.deepEqual(findInDossiers([judge()], [other]), []);
  });

  test('who nominates, who sent it on', () => {
    const health = judge({ units: ['Sở Y tế tỉnh Sơn La'] });
    const nominee = dossier([author('Người Khác')], {
      entrant: 'nominee',
      named: ['Sở Y tế tỉnh Sơn La'],
    });
    assert.deepEqual(brief(findInDossiers([health], [nominee])), [
      ['nominating_unit', 'nominator', true],
    ]);
    const own = dossier([], { entrant: 'organisation', named: ['Sở Y tế tỉnh Sơn La'] });
    assert.deepEqual(brief(findInDossiers([health], [own])), [['same_unit', 'nominator', true]]);
    const union = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La';
    const sent = dossier([], { sender: { code: 'sonla', name: union } });
    assert.deepEqual(brief(findInDossiers([judge({ units: [union] })], [sent])), [
      ['nominating_unit', 'nominator', true],
    ]);
  });

  test('what is declared matches people, representatives and units', () => {
    const declared = (relation: 'family' | 'unit', name: string | null, unit: string | null) => [
      { judgeId: 'j1', relation, name, unit },
    ];
    const work = dossier([
      author('Lò Thị Hoa', {
        units: ['Trường THPT Tô Hiệu'],
        representative: { name: 'Cà Thị Xuân', birth: null },
      }),
    ]);
    const of = (...parts: Parameters<typeof declared>) =>
      brief(findDeclared(declared(...parts), [work]));
    assert.deepEqual(of('family', 'lò thị hoa', null), [['declared', 'declared', false]]);
    assert.deepEqual(of('family', 'Lò Thị Hoa', 'THPT Tô Hiệu'), [['declared', 'declared', true]]);
    assert.deepEqual(of('family', 'Cà Thị Xuân', null), [['declared', 'declared', false]]);
    assert.deepEqual(of('unit', null, 'Trường Trung học phổ thông Tô Hiệu'), [
      ['declared', 'declared', true],
    ]);
    // A person is meant, not everybody of the unit.
    assert.deepEqual(of('family', 'Ai Khác', 'THPT Tô Hiệu'), []);
  });

  test('texts from files that name both', () => {
    const work = dossier([author('Lò Thị Hoa'), author('Cà Văn Tài')]);
    const texts = [
      { pid: 't1', authors: 'TS. Lò Văn Bình; Lò Thị Hoa' },
      { pid: 't2', authors: 'Lò Văn Bình và Cà Văn Tài' },
      { pid: 't3', authors: 'Lò Văn Bình' },
      { pid: 't4', authors: 'Lò Thị Hoa, Cà Văn Tài' },
    ];
    assert.deepEqual(
      findInTexts([judge()], [work], texts).map(({ evidence }) => [evidence.text, evidence.author]),
      [
        ['t1', 'Lò Thị Hoa'],
        ['t2', 'Cà Văn Tài'],
      ],
    );
  });
});

describe('what the registry tells', () => {
  const link = {
    judgeId: 'j1',
    human: { name: 'Lò Thị Hoa', birth: '1990-02-03' },
    by: 'post' as const,
    organisation: 'hoi-tin-hoc',
    judgePost: 'Chủ tịch',
    authorPost: 'Ủy viên',
    since: '2019-01-01',
    until: null,
  };
  test('posts together, as sure as the human is', () => {
    const of = (birth: string | null) =>
      findInRegistry([link], [dossier([author('Lò Thị Hoa', { birth })])]);
    assert.deepEqual(brief(of('1990-02-03')), [['committee', 'post', true]]);
    assert.deepEqual(brief(of('1990')), [['committee', 'post', false]]);
    assert.deepEqual(of('1991'), []);
    assert.equal('until' in of('1990')[0]!.evidence, false);
    const member = { ...link, by: 'membership' as const, judgePost: null, authorPost: null };
    assert.deepEqual(brief(findInRegistry([member], [dossier([author('Lò Thị Hoa')])])), [
      ['same_unit', 'membership', false],
    ]);
  });

  test('dossiers written together are as sure as the less sure of both names', () => {
    const work = {
      id: 'd0',
      pid: 'old',
      authors: [
        { name: 'Lò Văn Bình', birth: '1980-05-01' },
        { name: 'Lò Thị Hoa', birth: '1990-02-03' },
      ],
      awards: [] as readonly string[],
    };
    const now = dossier([author('Lò Thị Hoa', { birth: '1990-02-03' })]);
    const of = (shared: Partial<typeof work>, judges = [judge()], dossiers = [now]) =>
      findShared(judges, dossiers, [{ ...work, ...shared }]);
    assert.deepEqual(brief(of({})), [['coauthor', 'dossier', true]]);
    const vague = [work.authors[0]!, { name: 'Lò Thị Hoa', birth: '1990' }];
    assert.deepEqual(brief(of({ authors: vague, awards: ['Giải Nhì'] })), [
      ['coauthor', 'dossier', false],
      ['co_award', 'dossier', false],
    ]);
    assert.deepEqual(of({}, [judge({ birth: '1955-01-01' })]), []);
    assert.deepEqual(of({ authors: [work.authors[0]!] }), []);
    // The same dossier is no earlier one.
    assert.deepEqual(of({ id: now.id }), []);
  });
});

describe('settling', () => {
  const evidence = (found: string, sure = false): Evidence => ({ by: 'unit', sure, found });
  const wanted = (...all: readonly Evidence[]) =>
    together(
      all.map((one) => ({ judgeId: 'j', dossierId: 'd', kind: 'same_unit', evidence: one })),
    );
  const standing = (more: Partial<Standing> = {}): Standing => ({
    id: 'c',
    judgeId: 'j',
    dossierId: 'd',
    kind: 'same_unit',
    source: 'registry',
    state: 'found',
    evidence: [evidence('A')],
    ...more,
  });

  test('one conflict has all its evidence, each once, the sure before', () => {
    const [one, ...rest] = wanted(evidence('A'), evidence('A'), evidence('B', true));
    assert.deepEqual(rest, []);
    assert.deepEqual(
      one!.evidence.map(({ found }) => found),
      ['B', 'A'],
    );
  });

  test('the same again changes nothing, whatever order the database keeps', () => {
    const turned = JSON.parse('{"found":"A","sure":false,"by":"unit"}') as Evidence;
    const settled = settle(wanted(evidence('A')), [standing({ evidence: [turned] })]);
    assert.deepEqual(settled, { added: [], changed: [], gone: [] });
  });

  test('what is gone is taken away unless somebody decided', () => {
    assert.deepEqual(settle([], [standing()]).gone, ['c']);
    assert.deepEqual(settle([], [standing({ state: 'dismissed' })]).gone, []);
    assert.deepEqual(settle([], [standing({ state: 'upheld' })]).gone, []);
    assert.deepEqual(settle([], [standing({ source: 'office', state: 'upheld' })]).gone, []);
    const declared = standing({ source: 'declared', kind: 'declared', state: 'upheld' });
    assert.deepEqual(settle([], [declared]).gone, ['c']);
  });

  test('what was dismissed counts again only for something new', () => {
    const dismissed = standing({ state: 'dismissed', evidence: [evidence('A'), evidence('B')] });
    assert.deepEqual(settle(wanted(evidence('A')), [dismissed]).changed, []);
    const more = settle(wanted(evidence('A'), evidence('C')), [dismissed]);
    assert.deepEqual(
      more.changed.map(({ reopen }) => reopen),
      [true],
    );
    const upheld = standing({ state: 'upheld' });
    assert.equal(settle(wanted(evidence('C')), [upheld]).changed[0]!.reopen, false);
  });

  test('what the office noted is never touched', () => {
    const noted = standing({ source: 'office', state: 'upheld' });
    assert.deepEqual(settle(wanted(evidence('C')), [noted]), { added: [], changed: [], gone: [] });
  });
});

const reviewing = (key: string, each: number | null = null) => ({
  key,
  name: key,
  opens: null,
  closes: null,
  permits: [{ who: 'judge' as const, may: ['judge' as const] }],
  hidden: [],
  rubric: 'r',
  review: { each, trim: 0, spread: null, by: 'mean' as const, goes_on: null },
});
const edition = {
  fields: [
    { code: 'a', name: 'Y tế' },
    { code: 'b', name: 'Giáo dục' },
  ],
  phases: [reviewing('v1', 3), reviewing('v2'), { ...reviewing('nhan'), rubric: null }],
  voting: [],
};
const rule = { key: 'q', name: 'Quá bán', basis: null, of: 'members' as const, quorum: null };
const voting = [{ ...rule, share: { parts: 1, of: 2 } }];

describe('councils', () => {
  const seat = (role: SeatedCouncil['seats'][number]['role'], votes = true) => ({
    role,
    votes,
    judge: { state: 'accepted' as const },
  });
  const full = [seat('chair'), seat('secretary'), seat('member')];
  const council = (more: Partial<SeatedCouncil> = {}): SeatedCouncil => ({
    pid: 'c1',
    name: 'Chung',
    fields: [],
    phases: [],
    voting: null,
    seats: full,
    ...more,
  });
  const codes = (
    councils: readonly SeatedCouncil[],
    of: Parameters<typeof problemsOf>[1] = edition,
  ) => problemsOf(councils, of).map(({ code }) => code);

  test('those of a field and of all fields judge it, in their phases only', () => {
    const all = council();
    const own = council({ fields: ['a'], phases: ['v1'] });
    assert.deepEqual(councilsFor(edition, [all, own], 'a', 'v1'), [all, own]);
    assert.deepEqual(councilsFor(edition, [all, own], 'a', 'v2'), [all]);
    assert.deepEqual(councilsFor(edition, [all, own], 'b', 'v1'), [all]);
    assert.deepEqual(councilsFor(edition, [all, own], null, 'v1'), [all]);
    assert.deepEqual(councilsFor(edition, [all, own], 'a', 'nhan'), []);
  });

  test('a whole council has no problems', () => assert.deepEqual(codes([council()]), []));

  test('no council, and none needed', () => {
    assert.deepEqual(codes([]), ['no_council']);
    assert.deepEqual(codes([], { ...edition, phases: [edition.phases[2]!] }), []);
  });

  test('each field in each phase is covered once', () => {
    const found = problemsOf([council({ fields: ['a'] })], edition);
    assert.deepEqual(
      found.map(({ code, data }) => [code, data.field, data.phase]),
      [
        ['field_uncovered', 'Giáo dục', 'v1'],
        ['field_uncovered', 'Giáo dục', 'v2'],
      ],
    );
    assert.deepEqual(codes([council(), council({ pid: 'c2', fields: ['a'], phases: ['v1'] })]), [
      'field_twice',
    ]);
  });

  test('seats', () => {
    assert.deepEqual(codes([council({ seats: [] })]), ['no_seats']);
    assert.deepEqual(
      codes([council({ seats: [seat('secretary'), seat('member'), seat('vice')] })]),
      ['no_chair'],
    );
    assert.deepEqual(codes([council({ seats: [seat('chair'), seat('member'), seat('vice')] })]), [
      'no_secretary',
    ]);
    assert.deepEqual(codes([council({ seats: [...full, seat('critic')] })]), ['even_votes']);
    const quiet = [seat('chair'), seat('secretary', false), seat('member')];
    assert.deepEqual(codes([council({ seats: quiet })]), ['few_votes']);
    const two = [seat('chair'), seat('secretary')];
    assert.deepEqual(codes([council({ seats: two })]), ['few_votes', 'few_judges']);
    const mute = [seat('chair', false), seat('secretary'), seat('member'), seat('member')];
    assert.deepEqual(codes([council({ seats: mute })]), ['chair_without_vote']);
    const waiting = [...full.slice(0, 2), { ...full[2]!, judge: { state: 'invited' as const } }];
    assert.deepEqual(codes([council({ seats: waiting })]), ['not_accepted']);
  });

  test('what the edition no longer has', () => {
    const old = council({ fields: ['a', 'b', 'z'], phases: ['v1', 'v2', 'nhan'], voting: 'x' });
    assert.deepEqual(codes([old]), ['field_gone', 'phase_gone', 'voting_gone']);
    assert.deepEqual(codes([council()], { ...edition, voting }), ['no_voting']);
    assert.deepEqual(codes([council({ voting: 'q' })], { ...edition, voting }), []);
  });
});
