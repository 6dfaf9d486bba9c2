import {
  Badge,
  Button,
  Buttons,
  DefinitionList,
  Empty,
  FilterBar,
  Form,
  FormActions,
  Pager,
  Section,
  Select,
  TextArea,
} from '../../../ui/index.ts';
import { type RequestState, requestStates, type TransferRequest } from '../schema.ts';
import { officeWords as words } from '../vi/index.ts';

export interface RequestRow {
  readonly request: TransferRequest;
  /** Public page of the solution; null when it is gone. */
  readonly href: string | null;
  /** Where a POST notes what became of it; null for those who may not. */
  readonly action: string | null;
}

export interface RequestsProps {
  readonly rows: readonly RequestRow[];
  readonly state: RequestState | null;
  readonly action: string;
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
}

/** Who asks for the transfer of a solution, those that wait first. */
export function RequestList(props: RequestsProps) {
  const { rows, state } = props;
  if (rows.length === 0 && state === null)
    return (
      <Empty kind="first" title={words.noRequests}>
        {words.noRequestsBody}
      </Empty>
    );
  return (
    <>
      <FilterBar action={props.action}>
        <Select
          name="tinh-trang"
          label={words.state}
          value={state}
          options={requestStates.map((one) => ({ value: one, label: words.requestStates[one] }))}
          empty={words.allRequests}
          width="s"
        />
      </FilterBar>
      {rows.length === 0 ? <Empty kind="filtered" title={words.noneOfState} /> : null}
      {rows.map((row) => (
        <Request {...row} />
      ))}
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
    </>
  );
}

function Request({ request, href, action }: RequestRow) {
  const { state, title, note, answeredAt } = request;
  return (
    <Section title={request.name} id={request.pid}>
      <p>
        <Badge tone={state === 'new' ? 'warn' : 'ok'}>{words.requestStates[state]}</Badge>
      </p>
      <DefinitionList
        items={[
          {
            term: words.solution,
            value: href === null ? `${title} (${words.gone})` : <a href={href}>{title}</a>,
          },
          { term: words.contact, value: request.contact },
          { term: words.message, value: <Lines text={request.message} /> },
          { term: words.asked, value: words.at(request.askedAt) },
          ...(answeredAt === null ? [] : [{ term: words.answered, value: words.at(answeredAt) }]),
          ...(note === null ? [] : [{ term: words.note, value: <Lines text={note} /> }]),
        ]}
      />
      {action === null ? null : <Mark request={request} action={action} />}
    </Section>
  );
}

function Mark({ request, action }: { readonly request: TransferRequest; readonly action: string }) {
  const waits = request.state === 'new';
  const hidden = { version: request.version, state: waits ? 'answered' : 'new' };
  if (!waits)
    return (
      <Form action={action} hidden={{ ...hidden, note: request.note }}>
        <Buttons>
          <Button kind="text">{words.reopen}</Button>
        </Buttons>
      </Form>
    );
  return (
    <Form action={action} hidden={hidden}>
      <TextArea
        name="note"
        id={`note-${request.pid}`}
        label={words.noteLabel}
        value={request.note}
        rows={2}
        maxLength={2000}
        optional
      />
      <FormActions>
        <Button>{words.mark}</Button>
      </FormActions>
    </Form>
  );
}

const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
);
