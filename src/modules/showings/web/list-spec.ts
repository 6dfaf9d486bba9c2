import type { Language } from '../../../kernel/language.ts';
import type { Crumb } from '../../../platform/http/env.ts';
import type { LinkItem } from '../../../ui/index.ts';
import type { ListKey } from '../schema.ts';

/** A list of a site as its page shows it. */
export interface ListSpec {
  readonly kind: ListKey['kind'];
  readonly path: string;
  /** Where the feeds of the list stand: 'chuyen-muc/x/'; null: it has none of its own. */
  readonly feed: string | null;
  readonly title: string;
  readonly lead: string | null;
  readonly sectionId?: string;
  readonly tag?: string;
  /** Every site has it in each language. */
  readonly both?: boolean;
  /** Of title and lead, where the site's people wrote them. */
  readonly lang?: Language;
  readonly above?: readonly Crumb[];
  readonly below?: readonly LinkItem[];
  /** JSON-LD of what the page is beside a list. */
  readonly data?: readonly object[];
}
