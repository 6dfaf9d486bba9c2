/** Anchor of a place on the page of its form. */
export const anchor = (place: string): string => `o-${safe(place)}`;

/** Anchor of what is left in the part that begins with a section. */
export const leftAnchor = (section: string): string => `con-${safe(section)}`;

const safe = (key: string): string => key.replace(/[^A-Za-z0-9_-]+/g, '-');

/** Anchor of what is to be done next with a form. */
export const stepsAnchor = 'viec-tiep-theo';

/** Anchor of the table of contents of a form. */
export const contentsAnchor = 'muc-luc';

/** Anchor of the link to the next place to be filled. */
export const nextAnchor = 'cho-tiep-theo';
