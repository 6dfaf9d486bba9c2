import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { moreTimeWords as words } from '../../vi/office/index.ts';

/** A draft as the secretariat may know it. */
export interface DraftLine {
  /** Public id, as it is read aloud. */
  readonly pid: string;
  readonly saved: string;
  readonly until: string | null;
  /** Where time is given. */
  readonly href: string;
}

/** Looks for the drafts of an address; `found` is null before. */
export function MoreTimePage(props: {
  readonly form: FormView;
  readonly action: string;
  readonly found: readonly DraftLine[] | null;
}) {
  const { form, found } = props;
  return (
    <>
      <Form action={props.action}>
        <ErrorSummary errors={form.summary} title={words.notFound} />
        <TextInput
          name="who"
          label={words.who}
          help={words.whoHelp}
          value={form.values.who}
          error={form.errors.who}
          maxLength={254}
          autocomplete="off"
        />
        <FormActions>
          <Button kind="primary">{words.find}</Button>
        </FormActions>
      </Form>
      {found === null ? null : <Found drafts={found} />}
    </>
  );
}

function Found({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  if (drafts.length === 0)
    return (
      <Empty kind="filtered" title={words.none}>
        {words.noneBody}
      </Empty>
    );
  return (
    <Section title={words.found(drafts.length)}>
      <Table
        caption={words.title}
        rows={drafts}
        columns={[
          {
            key: 'pid',
            header: true,
            nowrap: true,
            label: words.pid,
            cell: ({ pid }) => <code>{pid}</code>,
          },
          { key: 'saved', label: words.saved, nowrap: true, cell: ({ saved }) => saved },
          { key: 'until', label: words.until, nowrap: true, cell: ({ until }) => until ?? '' },
          {
            key: 'grant',
            label: words.grant,
            labelHidden: true,
            cell: ({ pid, href }) => (
              <ButtonLink small href={href} label={words.grantFor(pid)}>
                {words.grant}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
