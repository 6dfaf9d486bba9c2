import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { compareDoors } from './compare.tsx';
import { formDoors } from './form.tsx';
import { listDoors } from './list.tsx';
import { oneDoors } from './one.tsx';
import { previewDoors } from './preview.tsx';
import { rulesDoors } from './rules.tsx';
import { sectionDoors } from './sections.tsx';
import { suggestDoors } from './suggest.ts';

export {
  type ArticlePanel,
  type ArticlePreview,
  addArticlePanel,
  setArticlePreview,
} from './ports.ts';

/** Pages of an office under /bai-viet and /chuyen-muc. Fixed words come first: an article's address is its id. */
export function articleOffice(app: Hono<Env>): void {
  listDoors(app);
  suggestDoors(app);
  rulesDoors(app);
  formDoors(app);
  oneDoors(app);
  actDoors(app);
  compareDoors(app);
  previewDoors(app);
  sectionDoors(app);
}
