import {
  Alert,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Section,
} from '../../../ui/index.ts';
import type { FormSection, ReportForm } from '../schema.ts';
import { words } from '../vi/pages.ts';
import { Cells, type CellsProps } from './cells.tsx';
import { Narrative } from './narrative.tsx';
import { anchor, stepsAnchor } from './place.ts';
import { Talk } from './talk.tsx';

export interface FormPageProps extends Omit<CellsProps, 'section'> {
  readonly form: ReportForm;
  readonly hidden: HiddenValues;
  readonly summary: readonly { readonly field: string; readonly text: string }[];
  /** The issues are those of a step, not of what was typed. */
  readonly stepRefused: boolean;
}

/** One report: all sections in their order, in one form. */
export function FormPage(props: FormPageProps) {
  const { form } = props;
  const { fill } = form.may;
  return (
    <>
      <ErrorSummary
        errors={props.summary}
        {...(props.stepRefused ? { title: words.stepRefused, note: words.stepRefusedNote } : {})}
      />
      <Returned form={form} />
      <Form
        action={props.to('')}
        hidden={props.hidden}
        autosave={
          fill
            ? { save: props.to('o'), watch: props.to('lan-ghi'), failed: words.autosaveFailed }
            : undefined
        }
        full
      >
        <Talk {...props} place={null} messages={form.messages} rivals={[]} />
        {form.sections.map((one) => (
          <One {...props} section={one} />
        ))}
        {fill ? (
          <FormActions note={words.saveNote}>
            <Button kind="primary" busy={words.saving}>
              {words.save}
            </Button>
            <a href={`#${stepsAnchor}`}>{words.steps}</a>
          </FormActions>
        ) : null}
      </Form>
    </>
  );
}

function One(props: CellsProps) {
  const { section, narrative } = props.section;
  const title = section.number === '' ? section.title : `${section.number}. ${section.title}`;
  return (
    <Section title={title} level={section.level === 1 ? 2 : 3} id={anchor(section.key)}>
      {narrative === null ? null : <Narrative {...props} narrative={narrative} />}
      {section.kind === 'table' ? <Cells {...props} /> : null}
    </Section>
  );
}

/** Where something came back, as a list of links. */
function Returned(props: { readonly form: ReportForm }) {
  const { form } = props;
  if (form.obligation.state !== 'returned') return null;
  const places = form.sections.flatMap(placesBack);
  return (
    <Alert
      tone="bad"
      title={words.returned(places.length + form.messages.filter(isOpenReturn).length)}
    >
      {words.returnedHelp}{' '}
      {places.map(({ key, label }, i) => (
        <>
          {i > 0 ? '; ' : null}
          <a href={`#${anchor(key)}`}>{label}</a>
        </>
      ))}
    </Alert>
  );
}

const isOpenReturn = ({ kind, settled }: { kind: string; settled: boolean }): boolean =>
  kind === 'return' && !settled;

function placesBack({ section, narrative, cells }: FormSection) {
  return [
    ...(narrative?.state === 'returned' ? [{ key: section.key, label: section.title }] : []),
    ...cells.flatMap(({ row, state }) =>
      state === 'returned' ? [{ key: row.key, label: row.label }] : [],
    ),
  ];
}
