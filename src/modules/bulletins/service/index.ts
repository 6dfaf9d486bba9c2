export { arrangeBulletin, bulletinDeletion, createBulletin, editBulletin } from './issues.ts';
export { paperOf, publishBulletin } from './publishing.ts';
export { SEND, sendBulletin, sendLetters } from './sending.ts';
export { answerSubscription, askBulletins, forgetReaders } from './subscribing.ts';
