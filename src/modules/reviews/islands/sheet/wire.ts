/** As `web/judge/autosave` answers. */
export interface Answer {
  readonly outcome: 'saved' | 'conflict' | 'refused';
  readonly said: string;
  readonly version: number;
  readonly total?: string;
  readonly conflict?: string;
}
