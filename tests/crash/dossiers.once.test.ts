import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { printed, run, stopAll } from '../load/programs.ts';

after(() => stopAll());

test('kill -9 while entrants submit: whoever has a receipt is there, whole and signed', async () => {
  const wanted = ['--count', '240', '--late', '20', '--connections', '40'];
  const child = run('tests/load/deadline.ts', [...wanted, '--kills', '3', '--seconds', '40']);
  // It ends with 1 where a submission was lost, a receipt does not verify, or the doctor finds something.
  const told = await printed(child, 'deadline');
  const figure = (what: string): string =>
    told
      .split('\n')
      .find((line) => line.includes(what))
      ?.split(' | ')[1] ?? '';
  assert.equal(figure('lost of them'), '0', told);
  // How many come through while the server is started again depends on the machine.
  assert.ok(Number(figure('acknowledged with a receipt')) > 20, told);
  assert.ok(Number(figure('since the line broke')) > 0, told);
});
