import { permission } from '../../platform/policy.ts';

/** Bringing an old site here, looking at what came, taking it away again. */
export const siteImport = permission('site.import', 'write', ['leader', 'admin']);
