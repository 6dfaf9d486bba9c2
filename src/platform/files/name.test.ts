import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extensionOf } from './name.ts';

describe('the ending of a file name', () => {
  it('is what stands after its last dot', () => {
    assert.deepEqual(['a.PDF', 'a.pdf.exe', 'a', '.pdf', 'a.', 'a.b c'].map(extensionOf), [
      'pdf',
      'exe',
      '',
      '',
      '',
      '',
    ]);
  });
});
