import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  type Column,
  Empty,
  FileInput,
  Form,
  FormActions,
  Pager,
  Radios,
  Section,
  Steps,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { type Program, programs } from '../rules/index.ts';
import { programNames, words } from '../vi/index.ts';

export interface EarlierImport {
  readonly href: string;
  readonly program: string;
  readonly fileName: string;
  readonly when: string;
  readonly who: string;
  readonly result: string;
  readonly state: string;
  readonly tone: BadgeTone;
}

export interface StartProps {
  readonly action: string;
  readonly formKey: string;
  readonly program: Program;
  readonly address: string;
  readonly addressError: string | undefined;
  readonly fileError: string | undefined;
  readonly earlier: readonly EarlierImport[];
  readonly pager: { readonly page: number; readonly size: number; readonly total: number };
  readonly pageHref: (page: number) => string;
}

/** The first step: what the old site was made with, and its file; below, what was brought before. */
export function StartPage(props: StartProps) {
  return (
    <>
      <Section title={words.sendTitle}>
        <Steps items={words.steps.map((label) => ({ label }))} now={1} />
        {props.fileError === undefined && props.addressError === undefined ? null : (
          <Alert tone="bad" title={words.refused} live>
            {props.fileError ?? props.addressError}
          </Alert>
        )}
        <Form action={props.action} hidden={{ _key: props.formKey }} files>
          <Radios
            name="program"
            label={words.program}
            value={props.program}
            options={programs.map((value) => ({
              value,
              label: programNames[value],
              help: words.programHelps[value],
            }))}
          />
          <TextInput
            name="address"
            label={words.address}
            help={words.addressHelp}
            value={props.address}
            error={props.addressError}
            optional
          />
          <FileInput
            name="file"
            label={words.file}
            help={words.fileHelp}
            error={props.fileError}
            accept=".xml,.sql,.json,.gz,.zip,.rss,.atom"
          />
          <FormActions note={words.nothingYet}>
            <Button kind="primary" icon="upload" busy={words.reading}>
              {words.read}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={words.earlier}>
        {props.earlier.length === 0 ? (
          <Empty kind="first" title={words.none}>
            {words.noneBody}
          </Empty>
        ) : (
          <>
            <Table caption={words.earlier} columns={columns} rows={props.earlier} />
            <Pager {...props.pager} href={props.pageHref} />
          </>
        )}
      </Section>
    </>
  );
}

const columns: readonly Column<EarlierImport>[] = [
  {
    key: 'file',
    label: words.file,
    header: true,
    roomy: true,
    cell: (one) => (
      <>
        <a href={one.href}>{one.fileName}</a>
        <br />
        {one.program}
      </>
    ),
  },
  { key: 'when', label: words.when, cell: (one) => one.when, nowrap: true },
  { key: 'who', label: words.who, cell: (one) => one.who },
  { key: 'result', label: words.result, cell: (one) => one.result, roomy: true },
  {
    key: 'state',
    label: words.state,
    cell: (one) => <Badge tone={one.tone}>{one.state}</Badge>,
  },
];
