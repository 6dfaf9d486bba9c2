import type { Module } from '../../platform/module.ts';
import { templateApi } from './api.ts';
import { templateRead, templateWrite } from './policy.ts';
import { templateDeletion } from './service.ts';
import { permissionNames } from './vi.ts';
import { templateDoors } from './web/index.ts';

export { templateRead, templateWrite } from './policy.ts';
export { liveTemplates, templateByCode, templateById, templateByPid } from './queries.ts';
export { checkContent, figuresIn, missingIn } from './rules/index.ts';
export {
  type Level,
  type RowKind,
  rowKinds,
  rowsOf,
  type SectionKind,
  sectionKinds,
  type Template,
  type TemplateContent,
  type TemplatePeriod,
  type TemplateRow,
  type TemplateSection,
  templateContent,
  templatePeriods,
} from './schema.ts';
export { copyTemplate, createTemplate, editTemplate, templateDeletion } from './service.ts';

export const templates: Module = {
  name: 'templates',
  permissions: [templateRead, templateWrite],
  permissionNames,
  office: templateDoors,
  api: templateApi,
  jobs: {
    handlers: {
      'report_template.purge': async (cx) => {
        await templateDeletion.purge(cx);
      },
    },
    cron: [{ name: 'report_template.purge', match: '40 19 * * *' }],
  },
};
