import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSyllable } from './syllables.ts';

test('syllables of Vietnamese, with the tone in both manners', () => {
  const words =
    'nguyễn hòa hoà thúy thuý thuỳ quý quỳnh quốc già giếng gì gìn nghĩa nghiêng khuỷu khuya ngoằn ' +
    'xoong học ngọc uống ướt yếu yến ý ở ưu lưu cừu đường bưởi tuần thuở quờ kỹ kĩ ghế ngỗng cọc đắk';
  for (const word of words.split(' ')) assert.ok(isSyllable(word), word);
});

test('what is none', () => {
  const words =
    'renộ mỹller hát̀ hàt cê kà ngế ghà tuên lơng nguyên̂ đưùc thuơn niê̂ chamaléa kđoh hiêú hoàn̂ bít́ c ng';
  for (const word of words.split(' ')) assert.ok(!isSyllable(word), word);
});
