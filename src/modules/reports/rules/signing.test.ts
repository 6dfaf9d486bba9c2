import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signingPlace } from './signing.ts';

const national = {
  name: 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam',
  shortName: 'LHH Việt Nam',
};
const sonla = {
  name: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
  shortName: 'LHH Sơn La',
};

test('a report is signed where the union is', () => {
  assert.equal(signingPlace(sonla, national), 'Sơn La');
  assert.equal(
    signingPlace({ name: 'Hội Cầu đường', shortName: 'Hội Cầu đường' }, sonla),
    'Sơn La',
  );
  assert.equal(
    signingPlace({ name: 'Hội Y học thành phố Hồ Chí Minh', shortName: 'Hội Y' }, national),
    'Hồ Chí Minh',
  );
  assert.equal(
    signingPlace({ name: 'Hội Cơ học Việt Nam', shortName: 'Hội Cơ học' }, national),
    'Hà Nội',
  );
});
