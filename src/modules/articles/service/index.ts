export { atTime, DUE } from './clock.ts';
export { doDue, UNTIL } from './due.ts';
export { takeIn } from './intake.ts';
export { mediaUses, type Shown, shownMedia } from './media.ts';
export { articleDeletion, placeArticle, setRules } from './place.ts';
export {
  completeness,
  discardChange,
  publishArticle,
  publishTakenIn,
  scheduleArticle,
  unscheduleArticle,
  withdrawArticle,
} from './publishing.ts';
export { arrangeSections, createSection, editSection, sectionDeletion } from './sections.ts';
export { ARTICLE_CHANGED } from './shared.ts';
export { approveArticle, editArticle, returnArticle, submitArticle } from './steps.ts';
export { dropTyping, keepTyping } from './typing.ts';
export { changeArticle, createArticle, restoreVersion, standingOf } from './writing.ts';
