import { englishDateWithWeekday } from './kernel/english.ts';

/** What the shell says around a public page in English. */
export const english = {
  signIn: 'Sign in',
  toOffice: 'To the office',
  signInOffice: 'Office sign-in',
  contact: 'Contact',
  today: englishDateWithWeekday,
  feedback: 'Feedback',
  news: 'News by RSS',
  api: 'Data for programs (API)',
  bannerMarks: { campaign: 'Campaign', advertisement: 'Advertisement' },
  /** The menu that a site has in English as long as nobody wrote another. */
  englishMenu: { home: 'Home', news: 'News', notices: 'Notices' },
};
