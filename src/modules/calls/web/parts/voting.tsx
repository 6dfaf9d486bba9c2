import { VotingForm } from '../../pages/parts/voting.tsx';
import type { VotingRule } from '../../rules/index.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import type { Part } from '../part-types.ts';
import { flatRows, rowsIn, textOf } from '../typed.ts';
import { keyed } from './fields.tsx';

const words = rubricWords.voting;
const name = 'voting';
export const votingPath = 'bieu-quyet';

/** How councils decide by votes. */
export const votingPart: Part<null> = {
  path: votingPath,
  open: () => null,
  title: () => words.title,
  lead: words.lead,
  rows: [{ name, filled: ['name', 'basis', 'share_parts', 'share_of'] }],
  fresh: ({ content }) => ({ values: flatRows(name, content.voting.map(rowOf)), lists: {} }),
  apply: ({ content }, typed) => ({
    ...content,
    voting: keyed(rowsIn(typed, name), 'key', 'bieu-quyet').map((row) => ({
      key: row.key,
      name: row.name,
      basis: row.basis,
      of: row.of,
      share: { parts: row.share_parts, of: row.share_of },
      quorum:
        [row.quorum_parts, row.quorum_of].join('').trim() === ''
          ? null
          : { parts: row.quorum_parts, of: row.quorum_of },
    })),
  }),
  place: () => '',
  labels: {
    [`${name}.key`]: words.name[0],
    [`${name}.name`]: words.name[0],
    [`${name}.basis`]: words.basis[0],
    [`${name}.of`]: words.of[0],
    [`${name}.share_parts`]: words.share[0],
    [`${name}.share_of`]: words.share[0],
    [`${name}.quorum_parts`]: words.quorum[0],
    [`${name}.quorum_of`]: words.quorum[0],
  },
  alias: {
    [`${name}.key`]: `${name}.#.name`,
    [`${name}.share`]: `${name}.#.share_parts`,
    [`${name}.share.parts`]: `${name}.#.share_parts`,
    [`${name}.share.of`]: `${name}.#.share_of`,
    [`${name}.quorum`]: `${name}.#.quorum_parts`,
    [`${name}.quorum.parts`]: `${name}.#.quorum_parts`,
    [`${name}.quorum.of`]: `${name}.#.quorum_of`,
  },
  view: (state) => <VotingForm state={state} />,
};

const rowOf = ({ key, name: own, basis, of, share, quorum }: VotingRule) => ({
  key,
  name: own,
  basis: basis ?? '',
  of,
  share_parts: textOf(share.parts),
  share_of: textOf(share.of),
  quorum_parts: textOf(quorum?.parts),
  quorum_of: textOf(quorum?.of),
});
