import type { TemplateRow, TemplateSection } from '../../templates/index.ts';
import type { FormCell, FormNarrative, ReportForm } from '../schema/index.ts';

/** A cell of a form on which nothing was written, changed where told. */
export function cell(
  row: Partial<TemplateRow> & { key: string },
  more: Partial<FormCell> = {},
): FormCell {
  return {
    row: {
      number: '',
      label: `Chỉ tiêu ${row.key}`,
      unit: null,
      decimals: 0,
      kind: 'number',
      indicator: null,
      level: 1,
      sum: [],
      within: null,
      required: false,
      ...row,
    },
    declared: null,
    derived: null,
    below: null,
    belowOf: 0,
    previous: null,
    previousPeriod: null,
    offered: null,
    nothing: false,
    reason: null,
    note: null,
    state: 'open',
    version: 0,
    updatedAt: null,
    updatedBy: null,
    differs: false,
    editable: true,
    issues: [],
    messages: [],
    rivals: [],
    records: null,
    ...more,
  };
}

const section = (key: string, more: Partial<TemplateSection>): TemplateSection => ({
  ...{ key, number: '', title: key, level: 1, kind: 'narrative', hint: null },
  ...{ sentences: [], rows: [], ...more },
});

const narrative = (words: string, version = 0): FormNarrative => ({
  ...{ words, shown: words, state: 'open', version, updatedAt: null, updatedBy: null },
  ...{ editable: true, issues: [], messages: [], rivals: [], sentences: [] },
});

const named = (code: string, name: string) => ({ id: code, code, name, shortName: name });

/** A form of Sơn La for 2019 with one narrative and one table. */
export function madeForm(cells: readonly FormCell[], words = '', version = 0): ReportForm {
  const organisation = named('sonla', 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La');
  const collector = named('vusta', 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam');
  return {
    obligation: {
      ...{ id: 'o', pid: 'abcdefgh12345678', organisation, collector, parentId: null },
      round: {
        ...{
          id: 'r',
          pid: 'r',
          organisation: collector,
          templateId: 't',
          templateName: 'Báo cáo năm',
          name: 'Báo cáo năm 2019',
        },
        ...{ period: '2019', from: '2019-01-01', until: '2019-12-31', content: { sections: [] } },
        ...{
          asked: [],
          cascades: false,
          opensOn: '2019-12-01',
          dueOn: '2020-01-15',
          words: null,
          opensItself: false,
          deletedAt: null,
        },
        ...{ state: 'open', version: 1 },
      },
      ...{ dueOn: '2020-01-15', extendedReason: null, state: 'filling', submittedAt: null },
      ...{
        checkedAt: null,
        acceptedAt: null,
        openUntil: null,
        openReason: null,
        returnedAt: null,
        firstSentAt: null,
      },
      ...{ publishedAt: null, version: 1 },
    },
    sections: [
      {
        section: section('I', { number: 'I', title: 'Kết quả', kind: 'heading' }),
        narrative: null,
        cells: [],
      },
      {
        section: section('I.1', { number: '1', title: 'Tổ chức, phát triển hội', level: 2 }),
        narrative: narrative(words, version),
        cells: [],
      },
      {
        section: section('bang', { number: 'V', title: 'Bảng chỉ tiêu', kind: 'table' }),
        narrative: null,
        cells,
      },
    ],
    messages: [],
    blocking: [],
    warnings: [],
    below: { asked: 0, sent: 0, accepted: 0 },
    number: null,
    freeze: null,
    may: {
      ...{
        fill: true,
        submit: true,
        withdraw: false,
        check: false,
        receive: false,
        returns: false,
      },
      ...{ accept: false, reopen: false, freeze: false, publish: false, number: false },
    },
  } as ReportForm;
}
