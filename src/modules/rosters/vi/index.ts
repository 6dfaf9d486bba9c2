export { issueLine, issueText, issueWords } from './messages.ts';
