import { Badge, type Column, Empty, Table } from '../../../ui/index.ts';
import { rowsOf } from '../rules/index.ts';
import type { Template } from '../schema.ts';
import { periodNames, vi } from '../vi.ts';

export interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly hrefOf: (template: Template) => string;
  readonly writer: boolean;
}

/** All templates that may be asked for. */
export function TemplateList(props: TemplateListProps) {
  if (props.templates.length === 0) {
    return (
      <Empty kind="first" title={vi.empty}>
        {props.writer ? vi.emptyHelp : null}
      </Empty>
    );
  }
  return <Table caption={vi.list} columns={columns(props)} rows={props.templates} />;
}

function columns({ hrefOf }: TemplateListProps): Column<Template>[] {
  return [
    {
      key: 'name',
      label: vi.columns.name,
      header: true,
      cell: (one) => <a href={hrefOf(one)}>{one.name}</a>,
    },
    { key: 'period', label: vi.columns.period, cell: (one) => periodNames[one.periodKind] },
    {
      key: 'sections',
      label: vi.columns.sections,
      align: 'num',
      phone: 'half',
      cell: (one) => one.content.sections.length,
    },
    {
      key: 'rows',
      label: vi.columns.rows,
      align: 'num',
      phone: 'half',
      cell: (one) => rowsOf(one.content).length,
    },
    {
      key: 'state',
      label: vi.columns.state,
      cell: (one) => (one.sample ? <Badge tone="info">{vi.sample}</Badge> : null),
    },
  ];
}
