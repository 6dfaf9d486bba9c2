import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { office } from '../../../platform/http/addresses.ts';
import {
  Badge,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { Definition } from '../rules/index.ts';
import { choices, vi } from '../vi.ts';

export interface IndicatorListProps {
  readonly place: string;
  readonly definitions: readonly Definition[];
  readonly sourceName: (code: string | null) => string;
  readonly q: string;
  readonly mayDefine: boolean;
}

/** All indicators that hold today, with a search without dấu. */
export function IndicatorList(props: IndicatorListProps) {
  const { place, q } = props;
  const wanted = foldForSearch(q);
  const rows = props.definitions.filter((one) =>
    foldForSearch(`${one.code} ${one.label}`).includes(wanted),
  );
  const path = office(place, 'bao-cao/chi-tieu');
  return (
    <>
      <FilterBar action={path}>
        <TextInput name="q" label={vi.search} help={vi.searchHelp} value={q} width="m" />
      </FilterBar>
      {rows.length > 0 ? (
        <Table caption={vi.title} columns={columns(props)} rows={rows} />
      ) : q === '' ? (
        <Empty kind="first" title={vi.emptyFirst}>
          {vi.emptyFirstHelp}
        </Empty>
      ) : (
        <Empty
          kind="filtered"
          title={vi.emptyFiltered(q)}
          actions={<ButtonLink href={path}>{vi.showAll}</ButtonLink>}
        />
      )}
      {props.mayDefine ? (
        <p>
          <a href={office(place, 'bao-cao/chi-tieu-bang')}>{vi.tableForm.title}</a>
        </p>
      ) : null}
    </>
  );
}

function columns({ place, sourceName }: IndicatorListProps): Column<Definition>[] {
  return [
    { key: 'code', label: vi.columns.code, cell: (one) => one.code, nowrap: true },
    {
      key: 'label',
      label: vi.columns.label,
      header: true,
      cell: (one) => <a href={office(place, `bao-cao/chi-tieu/${one.code}`)}>{one.label}</a>,
    },
    { key: 'measure', label: vi.columns.measure, cell: (one) => choices.measure[one.measure] },
    { key: 'source', label: vi.columns.source, cell: (one) => sourceName(one.source) },
    { key: 'national', label: vi.columns.national, cell: (one) => choices.national[one.national] },
    {
      key: 'state',
      label: vi.columns.state,
      cell: (one) => (one.sample ? <Badge tone="info">{vi.sample}</Badge> : null),
    },
  ];
}
