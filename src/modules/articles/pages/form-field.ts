import type { FormView } from '../../../platform/forms/returned.ts';
import type { ProseFieldMedia, SelectOption } from '../../../ui/index.ts';
import type { MediaFieldData } from '../../media/index.ts';
import { labels } from '../vi/index.ts';

/** What the fields of the form can be chosen from. */
export interface FormChoices {
  readonly sections: readonly SelectOption[];
  readonly cover: MediaFieldData;
  /** Tags that the office uses most. */
  readonly tags: readonly string[];
  /** How many lines for authors. */
  readonly authors: number;
  readonly media: readonly ProseFieldMedia[];
  /** Addresses that suggest people and articles. */
  readonly people: string;
  readonly articles: string;
  /** Where the editor sends a picture, and looks for one. */
  readonly upload: string;
  readonly library: string;
}

export const fieldOf = (state: FormView) => (name: string, label?: string) => ({
  name,
  label: label ?? labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});
