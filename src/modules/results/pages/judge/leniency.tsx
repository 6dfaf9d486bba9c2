import { Section } from '../../../../ui/index.ts';
import { pageWords as words } from '../../vi/pages.ts';
import { type JudgeLine, LenienciesOf } from '../office/leniency.tsx';

/** How the points of a phase were calibrated, for those who head a council. */
export function LeniencyPage(props: {
  readonly phase: string;
  readonly calibration: string;
  readonly judges: readonly JudgeLine[];
}) {
  return (
    <>
      <h1 class="anywhere">{words.judges}</h1>
      <p class="lead">{props.phase}</p>
      <LenienciesOf judges={props.judges} />
      <Section title={words.explain}>
        <ul>
          {words.explainBody.map((line) => (
            <li>{line}</li>
          ))}
          <li>{props.calibration}</li>
        </ul>
      </Section>
    </>
  );
}
