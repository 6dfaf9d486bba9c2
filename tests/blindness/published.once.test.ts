import { after } from 'node:test';
import { closePairs } from './pair.ts';
import * as people from './people.ts';
import { blind } from './suite.ts';

// The prizes are given and published, certificates issued, two ballots held and complaints received. No author agreed to
// be published.

after(closePairs);

blind(
  'when all is published, what stays hidden is hidden',
  { differ: ['entrant', 'colleague', 'complainant', 'votes'], at: 'published' },
  {
    nobody: [people.aReader, /^\/sonla\/hoi-thi\/tre-2026\/ket-qua$/],
    'an office of another union': [
      people.elsewhere('auditor', 'laichau'),
      /^\/vp\/laichau\/hoi-thi/,
    ],
    'a judge, who voted': [people.onBench('judge'), /bieu-quyet\/[0-9a-z]{16}$/, /hoi-dong$/],
    'the entrant about whom somebody complained': [
      ...([people.anotherEntrant, /^\/ho-so\/[0-9a-f]{40}\/khieu-nai/] as const),
      /^\/ho-so\/[0-9a-f]{40}\/ket-qua/,
    ],
  },
);

blind(
  'chair and secretary, who know the judges, learn neither who entered nor who complained, nor what a member voted',
  { differ: ['entrant', 'complainant', 'votes'], at: 'published' },
  {
    'the chair of the council': [people.onBench('chair'), /bieu-quyet\/[0-9a-z]{16}$/],
    'the secretary of the council': [people.onBench('secretary'), /bieu-quyet\/[0-9a-z]{16}$/],
  },
);
