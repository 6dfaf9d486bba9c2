/** Anchor of a place on the page of its form. */
export const anchor = (place: string): string => `o-${place.replace(/[^A-Za-z0-9_-]+/g, '-')}`;

/** Anchor of what is to be done next with a form. */
export const stepsAnchor = 'viec-tiep-theo';
