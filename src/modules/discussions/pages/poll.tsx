import { language } from '../../../kernel/language.ts';
import { Button, Form, type HiddenValues, Trap } from '../../../ui/index.ts';
import { type PollPhase, sharesOf } from '../rules/index.ts';
import type { Poll } from '../schema/index.ts';
import { commentWords, pollWords as words } from '../vi/index.ts';

/** Polls are asked in Vietnamese, whatever the language of the page around them. */
export const asked = () => (language() === 'vi' ? undefined : 'vi');

/** A poll as one reader sees it. */
export interface PollView {
  readonly poll: Poll;
  readonly phase: PollPhase;
  /** Places of the answers that the reader chose; null: none, or it is not known. */
  readonly chosen: readonly number[] | null;
  /** What was typed into a form that comes back. */
  readonly typed?: readonly number[] | undefined;
  /** How it stands is shown. */
  readonly result: boolean;
  /** Where a vote goes, and what goes with it. */
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly pageHref: string;
  /** Where the choice is changed. */
  readonly changeHref: string;
}

/** Answers to choose from. Without a script it is a form like any other. */
export function PollForm(props: PollView & { readonly error?: string | undefined }) {
  const { poll, chosen, typed, action, hidden, error } = props;
  const several = poll.most > 1;
  return (
    <Form action={action} hidden={hidden} full>
      <fieldset class="field poll-answers">
        <legend>{several ? words.chooseSome(poll.most) : words.choose}</legend>
        {error === undefined ? null : <p class="field-error">{error}</p>}
        {poll.options.map(({ position, label }) => (
          <div class="choice-line">
            <label class="choice" for={`poll-${poll.pid}-${position}`}>
              <input
                type={several ? 'checkbox' : 'radio'}
                id={`poll-${poll.pid}-${position}`}
                name="choices"
                value={position}
                checked={(typed ?? chosen)?.includes(position) ?? false}
              />
              <span lang={asked()}>{label}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <Trap name="website" label={commentWords.trap} />
      <Button>{chosen === null ? words.vote : words.saveChange}</Button>
    </Form>
  );
}

/** How it stands: each answer with its share and a bar. */
export function PollBars({ poll }: { readonly poll: Poll }) {
  const shares = sharesOf(poll.options, poll);
  return (
    <ul class="poll-bars">
      {shares.map(({ label, share, votes }) => (
        <li>
          <span class="poll-label" lang={asked()}>
            {label}
          </span>
          <strong class="poll-share">
            {words.share(share)}
            <span class="sr">, {words.votes(votes)}</span>
          </strong>
          <meter class="poll-bar" min={0} max={100} value={share} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

/** The answers that were chosen. */
export const chosenWords = ({ poll, chosen }: PollView): string =>
  poll.options
    .filter(({ position }) => chosen?.includes(position))
    .map(({ label }) => label)
    .join('; ');

/** A result with its total and the reader's own choice. */
export function PollResult(props: PollView) {
  const { poll, phase, chosen, changeHref } = props;
  return (
    <>
      <PollBars poll={poll} />
      <p class="poll-foot">
        {words.voters(poll.voters)}.{' '}
        {chosen === null ? null : (
          <>
            {words.chosen} <strong lang={asked()}>{chosenWords(props)}</strong>.{' '}
          </>
        )}
        {chosen !== null && phase === 'open' ? <a href={changeHref}>{words.change}</a> : null}
      </p>
    </>
  );
}

/** A poll beside an article: asks, and shows how it stands to who has voted. */
export function PollBox(props: PollView) {
  const { poll, phase, chosen, result, pageHref } = props;
  return (
    <section class="card poll-box" aria-labelledby={`poll-${poll.pid}`}>
      <h2 id={`poll-${poll.pid}`}>{words.title}</h2>
      <p class="poll-question" lang={asked()}>
        {poll.question}
      </p>
      {result ? (
        <PollResult {...props} />
      ) : (
        <>
          {phase === 'open' && chosen === null ? <PollForm {...props} /> : null}
          <p class="poll-foot">
            {poll.shown === 'after_end' ? words.hiddenUntilEnd : words.hiddenUntilVote}{' '}
            <a href={pageHref}>{words.open}</a>
          </p>
        </>
      )}
    </section>
  );
}
