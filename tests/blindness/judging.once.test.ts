import { after } from 'node:test';
import { closePairs } from './pair.ts';
import * as people from './people.ts';
import { blind } from './suite.ts';
import { hiding } from './worlds.ts';

// Two worlds that differ in who entered a dossier, who judges it and how, and in nothing else. Whoever may not know it
// sees the same in both: every page, header, search, file, feed and letter, whatever is asked or sent.

after(closePairs);

blind(
  'while it is judged nobody learns who entered a dossier, or how somebody else judges it',
  { differ: ['entrant', 'colleague', 'points'] },
  {
    nobody: [
      people.nobody,
      /^\/sonla\/hoi-thi\/tre-2026$/,
      /^\/kho-giai-phap\/nguon-tin$/,
      /openapi/,
    ],
    'somebody without an office': [people.anExpert, /^\/api\/v1\/editions/],
    'an office of another union': [
      people.elsewhere('clerk', 'laichau', true),
      /^\/vp\/laichau\/hoi-thi$/,
    ],
    'the auditor of another union': [
      people.elsewhere('auditor', 'laichau'),
      /^\/vp\/laichau\/nhat-ky/,
    ],
    'an association below the union': [people.elsewhere('officer', 'sonla-dat')],
    'a program of another union': [people.aProgram, /^\/api\/v1\/editions$/],
    'a judge, while others judge': [
      people.onBench('judge'),
      /\/phieu\/[0-9a-z]{16}$/,
      /\/tep\/[0-9a-z]{16}/,
    ],
    'the secretary of the council': [people.onBench('secretary')],
    'another entrant': [people.anotherEntrant, /^\/ho-so\/[0-9a-f]{40}$/],
  },
);

blind(
  'the chair, who sees points and judges, does not learn who entered',
  { differ: ['entrant'] },
  { 'the chair of the council': [people.onBench('chair'), /\/cham/] },
);

blind(
  'where the contest keeps points from its office, the office does not learn them',
  { differ: ['points'], edition: hiding('secretariat', ['scores', 'results']) },
  {
    'the clerk': [people.ofTheOffice('clerk'), /\/cham(\?|$)/, /\/ket-qua(\?|$)/],
    'the leader': [
      people.ofTheOffice('leader', 'sonla', 'cham|ket-qua|hoi-dong'),
      /\/cham(\?|$)/,
      /\/ket-qua(\?|$)/,
    ],
  },
);
