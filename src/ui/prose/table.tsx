import {
  figureColumns,
  type Table,
  type TableCell,
  type TableRow,
} from '../../kernel/prose/index.ts';
import { cls } from '../format.ts';
import { FlowView, sideOf } from './flow.tsx';
import type { ProseParts } from './parts.ts';

/** A table that scrolls in a box of its own, under its caption. */
export function TableView(props: {
  readonly table: Table;
  readonly number: number;
  readonly parts: ProseParts;
}) {
  const { table, number, parts } = props;
  const caption = table.attrs?.caption;
  const id = `${parts.prefix}bang-${number}`;
  const named =
    caption === undefined ? { 'aria-label': parts.words.table(number) } : { 'aria-labelledby': id };
  const heads = headRows(table.content);
  const figures = figureColumns(table.content.slice(heads));
  const rows = table.content.map((row, at) => (
    <Row row={row} head={at < heads} figures={figures} />
  ));
  return (
    <figure class="prose-table">
      {caption === undefined ? null : <figcaption id={id}>{caption}</figcaption>}
      <section class="prose-table-box" tabindex={0} {...named}>
        <table>
          {heads > 0 ? <thead>{rows.slice(0, heads)}</thead> : null}
          <tbody>{rows.slice(heads)}</tbody>
        </table>
      </section>
    </figure>
  );
}

function Row(props: {
  readonly row: TableRow;
  readonly head: boolean;
  readonly figures: ReadonlySet<number>;
}) {
  return (
    <tr>
      {props.row.content.map((cell, at) => (
        <Cell cell={cell} head={props.head} figure={props.figures.has(at)} />
      ))}
    </tr>
  );
}

function Cell(props: {
  readonly cell: TableCell;
  readonly head: boolean;
  readonly figure: boolean;
}) {
  const { cell, head, figure } = props;
  const [first] = cell.content;
  const side = first?.type === 'paragraph' ? sideOf(first) : undefined;
  const attrs = {
    class: cls(side ?? (figure && 'to-right')),
    colspan: cell.attrs?.colspan,
    rowspan: cell.attrs?.rowspan,
  };
  if (cell.type === 'tableCell')
    return (
      <td {...attrs}>
        <FlowView content={cell.content} />
      </td>
    );
  return (
    <th scope={head ? 'col' : 'row'} {...attrs}>
      <FlowView content={cell.content} />
    </th>
  );
}

/** How many rows at the top are heads: all of heads, and none reaching below the last of them. */
function headRows(rows: readonly TableRow[]): number {
  const end = rows.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'));
  const heads = end === -1 ? 0 : end;
  const reach = rows
    .slice(0, heads)
    .some((row, at) => row.content.some((cell) => at + (cell.attrs?.rowspan ?? 1) > heads));
  return reach ? 0 : heads;
}
