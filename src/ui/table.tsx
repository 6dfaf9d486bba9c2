import { cls } from './format.ts';
import type { Column, GroupRow, TableProps } from './table-types.ts';
import { vi } from './vi.ts';

// Under 720 px the rows are laid out as blocks, and some browsers then forget that this is a table:
// the roles say it again.
const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export function Table<Row>(props: TableProps<Row>) {
  const table = (
    <table class={cls('table', props.scroll ? 'table-matrix' : 'table-stack')} {...role.table}>
      <caption class={props.captionShown ? undefined : 'sr'}>{props.caption}</caption>
      <Head columns={props.columns} />
      <tbody {...role.group}>{bodyRows(props)}</tbody>
      <Foot {...props} />
    </table>
  );
  if (!props.scroll) return <div class="table-box">{table}</div>;
  return (
    // Reached by keyboard, since it scrolls.
    <section class="table-scroll" tabindex={0} aria-label={props.caption}>
      {table}
    </section>
  );
}

function Head<Row>(props: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead {...role.group}>
      <tr {...role.row}>
        {props.columns.map((column) => (
          <th
            scope="col"
            class={cls(column.align === 'num' && 'num')}
            aria-sort={column.sort?.direction ? ariaSort[column.sort.direction] : undefined}
            {...role.head}
          >
            <HeadLabel {...column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

function HeadLabel<Row>(column: Column<Row>) {
  if (column.labelHidden) return <span class="sr">{column.label}</span>;
  if (!column.sort) return <>{column.label}</>;
  const { direction, href } = column.sort;
  return (
    <a class="sort" href={href}>
      {column.label}
      {direction ? <span aria-hidden="true">{direction === 'asc' ? ' ▲' : ' ▼'}</span> : null}
      <span class="sr">, {direction ? vi.sorted[direction] : vi.sortBy}</span>
    </a>
  );
}

function bodyRows<Row>(props: TableProps<Row>) {
  const { rows, columns } = props;
  if (rows.length === 0) {
    return (
      <tr class="row-empty" {...role.row}>
        <td colspan={columns.length} {...role.cell}>
          {props.empty ?? vi.noRows}
        </td>
      </tr>
    );
  }
  let last: string | undefined;
  return rows.map((row, i) => {
    const key = props.groupKey?.(row);
    const opened = key !== last ? props.group?.(row) : undefined;
    last = key;
    const detail = props.detail?.(row, i);
    return (
      <>
        {opened ? <Group {...opened} span={columns.length} /> : null}
        <BodyRow table={props} row={row} index={i} />
        {detail ? (
          <tr class={cls('row-detail', toneClass(props, row, i))} {...role.row}>
            <td colspan={columns.length} {...role.cell}>
              {detail}
            </td>
          </tr>
        ) : null}
      </>
    );
  });
}

function toneClass<Row>(props: TableProps<Row>, row: Row, i: number): string | undefined {
  const tone = props.tone?.(row, i);
  return tone ? `row-${tone}` : undefined;
}

function Group(props: GroupRow & { readonly span: number }) {
  const coded = props.code !== undefined && props.span > 1;
  return (
    <tr class="row-group" {...role.row}>
      {coded ? <td {...role.cell}>{props.code}</td> : null}
      <th scope="colgroup" colspan={coded ? props.span - 1 : props.span} {...role.rowHead}>
        {props.label}
      </th>
    </tr>
  );
}

function BodyRow<Row>(props: {
  readonly table: TableProps<Row>;
  readonly row: Row;
  readonly index: number;
}) {
  const { table, row, index } = props;
  const named = headerColumn(table.columns);
  const selected = table.selected?.(row, index) ?? false;
  return (
    <tr
      id={table.rowId?.(row, index)}
      class={cls(selected && 'row-selected', toneClass(table, row, index))}
      aria-current={selected ? 'true' : undefined}
      {...role.row}
    >
      {table.columns.map((column) => {
        const content = column.cell(row, index);
        const tone = column.tone?.(row);
        const names = cls(
          tone && `cell-${tone}`,
          column.align === 'num' && 'num',
          column.nowrap && 'nowrap',
          column.roomy && 'roomy',
          column.phone && `phone-${column.phone}`,
        );
        return column === named ? (
          <th scope="row" class={names} {...role.rowHead}>
            {content}
          </th>
        ) : (
          <td
            class={names}
            data-label={unlabelled(column) ? undefined : column.label}
            {...role.cell}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** On a phone this value stands without its label. */
function unlabelled<Row>(column: Column<Row>): boolean {
  return column.labelHidden === true || column.phone === 'bare';
}

function headerColumn<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  return columns.find((column) => column.header) ?? columns[0];
}

function Foot<Row>(props: TableProps<Row>) {
  const { columns, rows } = props;
  if (rows.length === 0 || columns.every((column) => column.total === undefined)) return null;
  const named = headerColumn(columns);
  return (
    <tfoot {...role.group}>
      <tr {...role.row}>
        {columns.map((column) =>
          column === named ? (
            <th scope="row" class={cls(column.align === 'num' && 'num')} {...role.rowHead}>
              {column.total}
            </th>
          ) : (
            <td
              class={cls(
                column.align === 'num' && 'num',
                column.total === undefined && 'phone-hidden',
              )}
              data-label={column.total === undefined ? undefined : column.label}
              {...role.cell}
            >
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}
