import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnownFamilyName } from './family-names.ts';
import { goldenNames } from './golden-names.ts';
import { capitalizeName, joinName, splitName } from './names.ts';

/** 'họ|đệm|tên|titles' */
const shown = (text: string) => {
  const { family, middle, given, titles } = splitName(text);
  return [family, middle, given, titles.join(' ')].join('|');
};

test('family, middle and given name', () => {
  const rows: [string, string][] = [
    ['Nguyễn Văn Đức', 'Nguyễn|Văn|Đức|'],
    ['Lê Na', 'Lê||Na|'],
    ['Nguyễn Thị Ngọc Quỳnh', 'Nguyễn|Thị Ngọc|Quỳnh|'],
    ['Sen', '||Sen|'],
    ['', '|||'],
    [' \u00a0 ', '|||'],
    ['  Mùa   A\u00a0Dếnh ', 'Mùa|A|Dếnh|'],
    ['Y Moan Ênuôl', 'Y|Moan|Ênuôl|'],
    ["H'Hen Niê", "H'Hen||Niê|"],
    ['Lê Thu-Hà', 'Lê||Thu-Hà|'],
    ['Lê Văn Tám,', 'Lê|Văn|Tám|'],
    ['Nguy\u00adễn Văn A', 'Nguyễn|Văn|A|'],
  ];
  for (const [text, parts] of rows) assert.equal(shown(text), parts, text);
  assert.equal(splitName('Nguyễn Đức'.normalize('NFD')).family, 'Nguyễn');
});

test('degrees, honours and forms of address are taken off the front', () => {
  const written: Record<string, string[]> = {
    GS: ['GS', 'GS.', 'gs', 'G.S', 'Giáo sư'],
    PGS: ['PGS', 'PGS.', 'Pgs', 'Phó Giáo sư'],
    'PGS TS': ['PGS,TS', 'PGS. TS.', 'PGS.TS.', 'PGS.,TS', 'PGS - TS', 'PGSTS', 'PGS/TS.'],
    'GS VS TSKH': ['GS.VS.TSKH', 'GS.VS. TSKH', 'GS, VS, TS KH'],
    'GS TSKH NGND': ['GS.TSKH.NGND', 'Giáo sư, Tiến sĩ khoa học, Nhà giáo Nhân dân'],
    TS: ['TS', 'TS.', 'T.S', 'Tiến sĩ', 'tiến sỹ', 'TIẾN SĨ'],
    ThS: ['ThS', 'Ths', 'THS.', 'Th.S', 'Th.s.', 'Thạc sỹ'],
    BS: ['BS', 'Bs.', 'Bác sĩ'],
    BSCKII: ['BS CKII', 'BSCKII', 'BS.CKII', 'Bs CK2', 'BS. CK II', 'BS.CK.II', 'Bác sĩ CKII'],
    BSCKI: ['BSCKI', 'BS CKI', 'BSCK1', 'Bác sĩ chuyên khoa I'],
    KS: ['KS', 'Ks.', 'Kỹ sư', 'kĩ sư'],
    NGƯT: ['NGƯT', 'NGƯT.', 'Nhà giáo ưu tú'],
    TTƯT: ['TTƯT', 'TTƯT.'],
    NSND: ['NSND', 'Nghệ sĩ nhân dân'],
    AHLĐ: ['AHLĐ', 'Anh hùng Lao động'],
    'AHLĐ GS': ['AHLĐ, GS'],
    'đ/c': ['đ/c', 'Đ/c', 'Đ/C', 'đ/c:', 'Đồng chí', 'đc.'],
    ông: ['ông', 'Ông', 'ÔNG', 'Ông:'],
    bà: ['bà', 'Bà', 'BÀ'],
    'ông bà': ['Ông/Bà', 'Ông (bà'.replace('(', '/')],
    'ông PGS TS': ['Ông PGS.TS', 'ông PGS. TS'],
    em: ['Em', 'em'],
  };
  for (const [titles, forms] of Object.entries(written)) {
    for (const form of forms) {
      assert.equal(shown(`${form} Đặng Vũ Minh`), `Đặng|Vũ|Minh|${titles}`, form);
    }
  }
  assert.equal(shown('TS.Đặng Vũ Minh'), 'Đặng|Vũ|Minh|TS');
  assert.equal(shown('PGS.TS.Lê A'), 'Lê||A|PGS TS');
  assert.equal(shown('ông Sơn'), '||Sơn|ông');
  assert.equal(shown('NGƯT'.normalize('NFD').concat(' Lê A')), 'Lê||A|NGƯT');
});

test('a real name that begins like a title is not damaged', () => {
  const rows: [string, string][] = [
    ['Ông Ích Khiêm', 'Ông|Ích|Khiêm|'],
    ['Bà Thị Sen', 'Bà|Thị|Sen|'],
    ['Ông Thị Ân', 'Ông|Thị|Ân|'],
    ['TS. Ông Thị Ân', 'Ông|Thị|Ân|TS'],
    ['ông ích khiêm', 'ông|ích|khiêm|'],
    ['Ông Sơn', 'Ông||Sơn|'],
    ['Anh Đào', 'Anh||Đào|'],
    ['Anh-Thư', '||Anh-Thư|'],
    ['Cô', '||Cô|'],
    ['Sĩ', '||Sĩ|'],
    ['Vs', '||Vs|'],
    ['TS', '||TS|'],
    ['Trần Sĩ', 'Trần||Sĩ|'],
    ['Lê Kỹ Sư', 'Lê|Kỹ|Sư|'],
    ['T.S. Eliot', 'T.S.||Eliot|'],
    ['V.S. Naipaul', 'V.S.||Naipaul|'],
    ['Ksor Phước', 'Ksor||Phước|'],
    ['Bác Văn Sĩ', 'Bác|Văn|Sĩ|'],
  ];
  for (const [text, parts] of rows) assert.equal(shown(text), parts, text);
});

test('no name of the golden list loses anything, and joining gives it back', () => {
  for (const name of goldenNames) {
    const parts = splitName(name);
    assert.deepEqual(parts.titles, [], name);
    assert.equal(joinName(parts), name);
  }
});

test('family names are known with either spelling and any case', () => {
  for (const name of ['Nguyễn', 'NGUYỄN', 'Lý', 'Lí', 'Ngụy', 'Nguỵ', 'Lò', 'Mùa', 'Niê', 'Y']) {
    assert.ok(isKnownFamilyName(name), name);
  }
  for (const name of ['Thị', 'Văn', 'Ích', 'Nguyen', '', 'Ê'])
    assert.ok(!isKnownFamilyName(name), name);
});

test('capitals: only where the writing shows none', () => {
  const rows: [string, string][] = [
    ['NGUYỄN VĂN ĐỨC', 'Nguyễn Văn Đức'],
    ['nguyễn văn đức', 'Nguyễn Văn Đức'],
    ['NGUYỄN VĂN ĐỨC'.normalize('NFD'), 'Nguyễn Văn Đức'],
    ['Y MOAN ÊNUÔL', 'Y Moan Ênuôl'],
    ["K'BRƠI", "K'Brơi"],
    ['LÊ THU-HÀ', 'Lê Thu-Hà'],
    ['McDonald Lê', 'McDonald Lê'],
    ['Ksor phước', 'Ksor phước'],
    ['A', 'A'],
    ['', ''],
  ];
  for (const [text, name] of rows) assert.equal(capitalizeName(text), name, text);
});
