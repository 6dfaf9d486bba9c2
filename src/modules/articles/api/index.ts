import type { Api } from '../../../platform/http/api.ts';
import { actEndpoints } from './acts.ts';
import { articleEndpoints } from './articles.ts';
import { sectionEndpoints } from './sections.ts';
import { versionEndpoints } from './versions.ts';

/** REST: /articles, /sections, /article-rules. */
export function articleApi(api: Api): void {
  articleEndpoints(api);
  actEndpoints(api);
  versionEndpoints(api);
  sectionEndpoints(api);
}
