import {
  Alert,
  ButtonLink,
  type Column,
  DefinitionList,
  Section,
  Table,
} from '../../../ui/index.ts';
import type { TemplateSection } from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { kindNames, periodNames, vi } from '../vi.ts';
import { Moves } from './moves.tsx';

export interface OutlineProps {
  readonly template: Template;
  readonly path: string;
  readonly copyHref: string;
  readonly writer: boolean;
  /** What keeps the template from being asked for, in words. */
  readonly missing: readonly string[];
}

/** What a template is, and its sections in order. */
export function Outline(props: OutlineProps) {
  const { template, path, writer } = props;
  const { sections } = template.content;
  return (
    <>
      {template.sample ? <Alert tone="info">{vi.sampleNote}</Alert> : null}
      {props.missing.length > 0 && writer ? (
        <Alert tone="warn" title={vi.missing}>
          {props.missing.join(' ')}
        </Alert>
      ) : null}
      <DefinitionList
        items={[
          { term: vi.period, value: periodNames[template.periodKind] },
          { term: vi.code, value: template.code },
          ...(template.legalBasis === null ? [] : [{ term: vi.basis, value: template.legalBasis }]),
        ]}
      />
      {writer ? <Acts {...props} /> : null}
      <Section
        title={vi.outline}
        {...(writer ? { link: { label: vi.addSection, href: `${path}/muc-moi` } } : {})}
      >
        <Table
          caption={vi.outline}
          columns={columns(props)}
          rows={sections}
          rowId={(one) => `muc-${one.key}`}
          empty={vi.addFirst}
        />
      </Section>
    </>
  );
}

function Acts({ path, copyHref }: OutlineProps) {
  return (
    <div class="buttons">
      <ButtonLink icon="edit" href={`${path}/sua`}>
        {vi.about}
      </ButtonLink>
      <ButtonLink href={copyHref}>{vi.copy}</ButtonLink>
      <ButtonLink kind="dangerOutline" href={`${path}/xoa`}>
        {vi.remove}
      </ButtonLink>
    </div>
  );
}

function columns({ template, path, writer }: OutlineProps): Column<TemplateSection>[] {
  const { sections } = template.content;
  const shown: Column<TemplateSection>[] = [
    {
      key: 'title',
      label: vi.outlineColumns.title,
      header: true,
      cell: (one) => (
        <span class={`depth-${one.level}`}>
          {writer ? <a href={`${path}/muc/${one.key}`}>{numbered(one)}</a> : numbered(one)}
        </span>
      ),
    },
    { key: 'kind', label: vi.outlineColumns.kind, cell: whatOf, phone: 'bare' },
  ];
  if (!writer) return shown;
  return [
    ...shown,
    {
      key: 'acts',
      label: vi.outlineColumns.acts,
      labelHidden: true,
      nowrap: true,
      cell: (one, at) => (
        <Moves
          action={`${path}/chuyen`}
          version={template.version}
          what="section"
          place={one.key}
          name={one.title}
          first={at === 0}
          last={at === sections.length - 1}
        />
      ),
    },
  ];
}

/** A section's title with its number before it. */
export const numbered = ({ number, title }: TemplateSection): string =>
  number === '' ? title : `${number}. ${title}`;

function whatOf(section: TemplateSection): string {
  if (section.kind === 'table') return vi.rowCount(section.rows.length);
  return section.sentences.length === 0
    ? kindNames[section.kind]
    : `${kindNames[section.kind]}, ${vi.sentenceCount(section.sentences.length)}`;
}
