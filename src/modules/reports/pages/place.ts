/** Anchor of a place on the page of its form. */
export const anchor = (place: string): string => `o-${place.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
