import { Button, Buttons } from './button.tsx';
import { Badge } from './feedback.tsx';
import type { Content } from './types.ts';

export interface PairReason {
  /** Negative where it speaks against. */
  readonly points: number;
  readonly text: string;
}

/** Why two records may be one: the sum in words, then what speaks for and against it. */
export function PairReasons(props: {
  readonly title: string;
  readonly reasons: readonly PairReason[];
}) {
  return (
    <div class="pair-why">
      <p>
        <strong>{props.title}</strong>
      </p>
      <ul class="plain-list">
        {props.reasons.map(({ points, text }) => (
          <li>
            <Badge tone={points < 0 ? 'bad' : 'ok'}>
              {points < 0 ? `−${-points}` : `+${points}`}
            </Badge>{' '}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface PairAnswersProps {
  readonly same: string;
  readonly different: string;
  readonly later: string;
  readonly note?: Content;
}

/** The three answers to a pair; the form gets 'tra-loi' = same, different or later. */
export function PairAnswers(props: PairAnswersProps) {
  return (
    <Buttons>
      <Button name="tra-loi" value="same">
        {props.same}
      </Button>
      <Button name="tra-loi" value="different">
        {props.different}
      </Button>
      <Button kind="text" name="tra-loi" value="later">
        {props.later}
      </Button>
      {props.note ? <span class="help">{props.note}</span> : null}
    </Buttons>
  );
}
