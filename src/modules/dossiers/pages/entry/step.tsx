import { Alert, type AlertProps, type Content, Steps } from '../../../../ui/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';

export interface StepProps {
  /** From 1. */
  readonly now: 1 | 2 | 3 | 4;
  readonly steps: readonly { readonly href: string; readonly done: boolean }[];
  readonly title: string;
  readonly notices: readonly (AlertProps | null)[];
  readonly children?: Content;
}

/** One of the four steps: where one is, what is the matter, what is to be done. */
export function StepPage(props: StepProps) {
  return (
    <>
      <Steps
        now={props.now}
        label={words.stepsLabel}
        items={words.steps.map((label, at) => ({ label, ...props.steps[at] }))}
      />
      <h1>{words.stepTitles[props.now - 1]}</h1>
      <p class="lead anywhere">{props.title}</p>
      {props.notices.map((notice) => (notice === null ? null : <Alert {...notice} />))}
      {props.children}
    </>
  );
}
