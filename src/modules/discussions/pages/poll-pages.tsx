import {
  Alert,
  Badge,
  type BadgeTone,
  ErrorSummary,
  InlineLinks,
  Pager,
} from '../../../ui/index.ts';
import type { PollPhase } from '../rules/index.ts';
import type { Poll } from '../schema/index.ts';
import { pollWords as words } from '../vi/index.ts';
import { asked, chosenWords, PollForm, PollResult, type PollView } from './poll.tsx';

export interface PollPageProps extends PollView {
  /** The choice is to be changed: the form is there although there was a vote. */
  readonly changing: boolean;
  readonly said: string | null;
  readonly error: string | null;
  readonly allHref: string;
}

/** The page of a poll. */
export function PollPage(props: PollPageProps) {
  const { poll, phase, chosen, changing, result, said, error } = props;
  const asks = phase === 'open' && (chosen === null || changing);
  return (
    <div class="poll-page">
      <h1 lang={asked()}>{poll.question}</h1>
      {said === null ? null : (
        <Alert tone="ok" title={said} live>
          {chosen === null ? words.noCookie : undefined}
        </Alert>
      )}
      {error === null ? null : <ErrorSummary errors={[{ field: '', text: error }]} />}
      <p class="poll-when">
        <PhaseBadge phase={phase} /> {whenWords(props)}
      </p>
      {poll.note === null ? null : (
        <p class="poll-note" lang={asked()}>
          {poll.note}
        </p>
      )}
      {asks ? (
        <div class="card" id="bo-phieu">
          <PollForm {...props} error={error ?? undefined} />
          {changing && chosen !== null ? (
            <p>
              <a href={props.pageHref}>{words.keep}</a>
            </p>
          ) : null}
        </div>
      ) : null}
      <div id="ket-qua">
        {result ? (
          <div class="card">
            <PollResult {...props} />
            {poll.most > 1 ? <p class="help">{words.ofVoters}</p> : null}
          </div>
        ) : phase === 'open' ? (
          <Waiting {...props} />
        ) : null}
      </div>
      <p class="help">{words.honest}</p>
      <p class="help">{words.privacy}</p>
      <InlineLinks items={[{ href: props.allHref, label: words.all }]} />
    </div>
  );
}

function Waiting(props: PollView) {
  const { poll, chosen, changeHref } = props;
  return (
    <p>
      {chosen === null ? null : (
        <>
          {words.chosen} <strong lang={asked()}>{chosenWords(props)}</strong>.{' '}
          <a href={changeHref}>{words.change}</a>{' '}
        </>
      )}
      {poll.shown === 'after_end' ? words.hiddenUntilEnd : words.hiddenUntilVote}
    </p>
  );
}

function whenWords({ poll, phase }: Pick<PollView, 'poll' | 'phase'>): string {
  if (phase === 'over') return words.over(poll.closesOn);
  if (phase === 'waiting') return poll.opensOn === null ? '' : words.from(poll.opensOn);
  return poll.closesOn === null ? '' : words.until(poll.closesOn);
}

const tones: Readonly<Record<PollPhase, BadgeTone>> = {
  open: 'ok',
  over: 'none',
  waiting: 'info',
  draft: 'none',
};

const PhaseBadge = ({ phase }: { readonly phase: PollPhase }) => (
  <Badge tone={tones[phase]}>{words.phase[phase]}</Badge>
);

export interface PollsPageProps {
  readonly polls: readonly {
    readonly poll: Poll;
    readonly phase: PollPhase;
    readonly href: string;
  }[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
}

/** All polls of a site, those that run first. */
export function PollsPage(props: PollsPageProps) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {props.polls.length === 0 ? (
        <p>
          <strong>{words.none}.</strong> {words.noneBody}
        </p>
      ) : (
        <ul class="poll-list">
          {props.polls.map(({ poll, phase, href }) => (
            <li>
              <a href={href} lang={asked()}>
                {poll.question}
              </a>
              <p class="poll-when">
                <PhaseBadge phase={phase} /> {whenWords({ poll, phase })}{' '}
                {words.voters(poll.voters)}.
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
    </>
  );
}
