import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  ButtonLink,
  DateInput,
  FileInput,
  Form,
  FormActions,
  Section,
  Steps,
  Table,
} from '../../../ui/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';

export interface EarlierImport {
  readonly href: string;
  readonly fileName: string;
  readonly when: string;
  readonly state: string;
  readonly tone: BadgeTone;
  readonly result: string;
}

export interface StartProps {
  readonly action: string;
  readonly formKey: string;
  readonly templateHref: string;
  readonly backHref: string;
  readonly asOf: string;
  readonly asOfError?: string | undefined;
  /** What is wrong with the file as a whole. */
  readonly problems: readonly string[];
  /** Null where only reading is allowed. */
  readonly mayImport: boolean;
  readonly earlier: readonly EarlierImport[];
}

/** The first step: choose a file; below it what was brought in before. */
export function StartPage(props: StartProps) {
  return (
    <>
      {props.mayImport ? <Upload {...props} /> : null}
      <Section title={words.earlier}>
        {props.earlier.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.earlier}
            rows={props.earlier}
            columns={[
              {
                key: 'file',
                label: words.fileName,
                header: true,
                cell: (one) => <a href={one.href}>{one.fileName}</a>,
              },
              { key: 'when', label: words.when, cell: (one) => one.when, nowrap: true },
              { key: 'result', label: words.result, cell: (one) => one.result },
              {
                key: 'state',
                label: words.state,
                cell: (one) => <Badge tone={one.tone}>{one.state}</Badge>,
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}

function Upload(props: StartProps) {
  return (
    <>
      <Steps items={words.steps.map((label) => ({ label }))} now={1} />
      {props.problems.length > 0 ? (
        <Alert tone="bad" title={words.unreadable} live>
          {props.problems.join(' ')}
        </Alert>
      ) : null}
      <p>
        {words.templateNote} <a href={props.templateHref}>{words.template}</a>
      </p>
      <Form action={props.action} hidden={{ _key: props.formKey }} files>
        <FileInput
          name="file"
          label={words.file}
          help={words.limits}
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        />
        <DateInput
          name="ngay"
          label={words.asOf}
          help={words.asOfHelp}
          value={props.asOf}
          error={props.asOfError}
        />
        <FormActions>
          <Button kind="primary" icon="upload" busy={words.opening}>
            {words.open}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.leave}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
