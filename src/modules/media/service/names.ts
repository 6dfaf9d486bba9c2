/** The job that makes the sizes of a picture. */
export const DRAW = 'media.draw';
