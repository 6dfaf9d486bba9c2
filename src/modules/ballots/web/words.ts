import { type Choices, paperState } from '../rules.ts';
import type { Ballot } from '../schema.ts';
import { formOf } from '../service/casting.ts';
import { ballotWords as words } from '../vi/ballots.ts';

/** What a published paper says, by the numbers of its lines. */
export function paperWords(ballot: Ballot, choices: Choices): string {
  const state = paperState(formOf(ballot), choices);
  if (state === 'blank') return words.blankPaper;
  if (state === 'invalid') return words.invalidPaper;
  const lines = (mark: 'yes' | 'no') =>
    choices.flatMap((one, at) => (one === mark ? [words.line(at)] : [])).join(', ');
  const [yes, no] = [lines('yes'), lines('no')];
  if (ballot.kind === 'choose') return `${words.chose}: ${yes}`;
  if (ballot.kind === 'question')
    return yes === '' ? words.optionColumns.no : words.optionColumns.yes;
  const said = [
    yes === '' ? '' : `${words.yesTo}: ${yes}`,
    no === '' ? '' : `${words.noTo}: ${no}`,
  ];
  const text = said.filter((part) => part !== '').join('; ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** How far a ballot is, in a list. */
export function ballotProgress({ state, voters, how, result }: Ballot): string {
  if (state === 'closed' && result !== null)
    return words.passedOf(
      result.options.filter(({ passed }) => passed).length,
      result.options.length,
    );
  if (state !== 'open' || how === 'paper') return '';
  return words.votedOf(voters.filter(({ voted }) => voted).length, voters.length);
}
