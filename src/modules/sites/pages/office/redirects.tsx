import { Button, Pager, type PagerProps, TextInput } from '../../../../ui/index.ts';
import { kindWords, redirectWords as own, words } from '../../vi/index.ts';

export function RedirectList(props: {
  readonly rows: readonly {
    readonly pid: string;
    readonly source: string;
    readonly target: string;
  }[];
  readonly q: string;
  readonly path: string;
  readonly writer: boolean;
  readonly pager: PagerProps;
}) {
  return (
    <>
      <form method="get" action={props.path} class="form">
        <TextInput name="q" label={own.search} value={props.q} optional width="m" />
        <p>
          <Button type="submit">{own.find}</Button>
        </p>
      </form>
      {props.rows.length === 0 ? (
        <p>{props.q === '' ? kindWords.redirect.none : own.nothing(props.q)}</p>
      ) : (
        <ol class="ordered">
          {props.rows.map((row) => (
            <li id={row.pid}>
              <div>
                <strong class="address">{row.source}</strong>
                <span class="entry-meta address">{own.to(row.target)}</span>
              </div>
              {props.writer ? (
                <div class="ordered-acts">
                  <a href={`${props.path}/${row.pid}/sua`} aria-label={words.editOf(row.source)}>
                    {words.editLink}
                  </a>
                  <a href={`${props.path}/${row.pid}/xoa`} aria-label={words.removeOf(row.source)}>
                    {words.remove}
                  </a>
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <Pager {...props.pager} />
    </>
  );
}
