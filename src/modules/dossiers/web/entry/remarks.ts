import { fieldId } from '../../../../ui/index.ts';
import type { RemarkLine } from '../../pages/entry/overview.tsx';
import type { Dossier, Remark } from '../../schema/index.ts';
import { dossierWords as words } from '../../vi/entry/index.ts';

/** What the secretariat asks to mend, while it is not answered. */
export const remarksOn = ({ state, leave }: Pick<Dossier, 'state' | 'leave'>): readonly Remark[] =>
  state !== 'returned' || leave === null || leave.answered !== null ? [] : leave.remarks;

/** The same with where it is mended. */
export function remarksOf(
  { state, leave, edition }: Dossier,
  writes: boolean,
  to: (rest: string) => string,
): RemarkLine[] {
  return remarksOn({ state, leave }).map(({ field, words: said }) => {
    const found = edition.content.form.find(({ key }) => key === field);
    const step = found?.kind === 'files' ? 'tep' : 'viet';
    return {
      label: found?.label ?? words.remarkWhole,
      words: said,
      href:
        found === undefined || !writes ? null : `${to(step)}#${fieldId(`answers.${found.key}`)}`,
    };
  });
}
