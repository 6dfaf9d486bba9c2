import type { Step } from '../../../ui/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';

/** What stands under each of the four steps. */
export interface StepNotes {
  readonly columns?: string | undefined;
  readonly mapHref?: string | undefined;
  readonly now: 1 | 2 | 3 | 4;
}

export function stepsOf(notes: StepNotes): Step[] {
  const under = (at: number, note: string) => (at === notes.now ? words.current : note);
  const [file, map, look, write] = words.steps as [string, string, string, string];
  return [
    { label: file, note: under(1, words.uploaded) },
    { label: map, note: under(2, notes.columns ?? ''), href: notes.mapHref },
    { label: look, note: under(3, '') },
    { label: write, note: under(4, words.undoable) },
  ];
}
