import { awardLevelNames, entrantNames } from './names.ts';
import { type Data, date, figure, named, show, span } from './say.ts';

/** Whom a change lets in or keeps out, after the words that say which. */
export function sayExcluded(d: Data, words: string): string {
  switch (d.rule) {
    case 'born':
      return `${words}: người sinh ${span(d.from, d.to, date)}.`;
    case 'made':
      return `${words}: giải pháp tạo ra ${span(d.from, d.to, (year) => `năm ${show(year)}`)}.`;
    case 'worked':
      return `${words}: người công tác ${d.to == null ? `từ ${figure(d.from)} năm` : `từ ${figure(d.from)} đến ${figure(d.to)} năm`}.`;
    case 'group':
      return `${words}: nhóm ${d.to == null ? `từ ${figure(d.from)} người` : `từ ${figure(d.from)} đến ${figure(d.to)} người`}.`;
    case 'entrant':
      return `${words}: ${named(entrantNames, d.entrant).toLocaleLowerCase('vi')}.`;
    default:
      return `${words}: hồ sơ đã đạt giải ${named(awardLevelNames, d.level)}${d.contests === 'own' ? ' của chính hội thi này' : ''}${d.since == null ? '' : ` từ năm ${show(d.since)}`}.`;
  }
}
