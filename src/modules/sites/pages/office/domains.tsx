import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  Form,
  TextInput,
} from '../../../../ui/index.ts';
import { words as common, proofProblems, domainWords as words } from '../../vi/index.ts';

export interface DomainView {
  readonly pid: string;
  readonly host: string;
  /** As people write it, where that differs. */
  readonly shown: string | null;
  readonly verified: boolean;
  readonly main: boolean;
  readonly problem: string | null;
  readonly version: number;
  readonly record: { readonly name: string; readonly value: string };
  readonly file: { readonly address: string; readonly text: string };
}

export function DomainList(props: {
  readonly rows: readonly DomainView[];
  readonly path: string;
  readonly writer: boolean;
}) {
  if (props.rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      {props.rows.map((row) => (
        <Card title={row.host}>
          <p>
            <Badge tone={row.verified ? 'ok' : 'warn'}>
              {row.verified ? words.verified : words.waiting}
            </Badge>{' '}
            {row.main ? words.isHome : null} {row.shown ? words.unicode(row.shown) : null}
          </p>
          {row.problem !== null && !row.verified ? (
            <Alert tone="warn">{proofProblems[row.problem]?.(row.host) ?? row.problem}</Alert>
          ) : null}
          {row.verified ? null : <How row={row} />}
          {props.writer ? <Acts row={row} path={props.path} /> : null}
        </Card>
      ))}
      <p class="help">{words.https}</p>
    </>
  );
}

function How({ row }: { readonly row: DomainView }) {
  return (
    <>
      <h3>{words.byRecord}</h3>
      <DefinitionList
        compact
        items={[
          { term: words.recordName, value: <code>{row.record.name}</code> },
          { term: words.recordValue, value: <code>{row.record.value}</code> },
        ]}
      />
      <h3>{words.byFile}</h3>
      <DefinitionList
        compact
        items={[
          { term: words.fileAddress, value: <code>{row.file.address}</code> },
          { term: words.fileText, value: <code>{row.file.text}</code> },
        ]}
      />
    </>
  );
}

function Acts({ row, path }: { readonly row: DomainView; readonly path: string }) {
  const own = `${path}/${row.pid}`;
  return (
    <div class="buttons">
      {row.verified ? null : (
        <Form action={`${own}/kiem-tra`} hidden={{ version: row.version }} inline>
          <Button label={words.checkOf(row.host)}>{words.check}</Button>
        </Form>
      )}
      {row.verified && !row.main ? (
        <Form action={`${own}/chinh`} hidden={{ version: row.version }} inline>
          <Button label={words.homeOf(row.host)}>{words.home}</Button>
        </Form>
      ) : null}
      <ButtonLink kind="text" href={`${own}/xoa`} label={common.removeOf(row.host)}>
        {common.remove}
      </ButtonLink>
    </div>
  );
}

export function DomainFields({ form }: { readonly form: FormView }) {
  return (
    <TextInput
      name="host"
      label={words.host}
      help={words.hostHelp}
      value={form.values.host}
      error={form.errors.host}
      maxLength={260}
      width="m"
    />
  );
}
