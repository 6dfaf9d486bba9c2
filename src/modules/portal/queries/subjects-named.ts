import type { RawBuilder } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';

/** The rows of a type of subject with these ids, in the columns of Subject. */
export type Named = (on: Day, ids: RawBuilder<unknown>, cx: Cx) => RawBuilder<unknown>;
