import { officeStaff, recordKeepers } from '../../kernel/role.ts';
import { permission } from '../../platform/policy.ts';

/** What unions offer to the national site, and what became of it. */
export const showingOffers = permission('showing.offers', 'read', [...officeStaff, 'editor']);

/** Offering a union's article to the national site, and taking that back. */
export const showingOffer = permission('showing.offer', 'write', [...recordKeepers, 'editor']);

/** Choosing from what the unions offer, at the organisation of the national site. */
export const showingChoose = permission('showing.choose', 'write', ['national', 'editor', 'admin']);
