import { z } from 'zod';
import { optionalText, text } from '../../platform/forms/fields.ts';

/** A person's name in its three parts; only the given name is always there. */
export const personInput = z.object({
  family: optionalText(60),
  middle: optionalText(80),
  given: text(60),
});

export interface Person {
  readonly id: string;
  readonly pid: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}
