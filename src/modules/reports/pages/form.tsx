import {
  Alert,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
} from '../../../ui/index.ts';
import { isReturned } from '../rules/index.ts';
import type { FormSection, ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { Cells, type CellsProps } from './cells.tsx';
import { Narrative } from './narrative.tsx';
import { NextPlace, Parts } from './parts.tsx';
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
      <RoundWords form={form} />
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
        <Parts
          sections={form.sections}
          wrong={wrongPlaces(props.summary)}
          one={(section) => <One {...props} section={section} />}
          end={
            form.may.returns
              ? ([{ section }]) => (
                  <p>
                    <a href={props.to(`tra-lai#${anchor(section.key)}`)}>{words.returnHere}</a>
                  </p>
                )
              : undefined
          }
        />
        {fill ? (
          <FormActions note={words.saveNote}>
            <Button kind="primary" busy={words.saving}>
              {words.save}
            </Button>
            <a href={`#${stepsAnchor}`}>{words.steps}</a>
          </FormActions>
        ) : null}
      </Form>
      <NextPlace form={form} />
    </>
  );
}

/** What is said or asked in a section. */
export function One(props: CellsProps) {
  const { section, narrative } = props.section;
  return (
    <>
      {narrative === null ? null : <Narrative {...props} narrative={narrative} />}
      {section.kind === 'table' ? <Cells {...props} /> : null}
    </>
  );
}

/** Places of fields: 'declared:I.2' is about 'I.2'. */
export const wrongPlaces = (summary: FormPageProps['summary']): string[] =>
  summary.map(({ field }) => field.slice(field.indexOf(':') + 1));

/** What the one who opened the round says to all who report. */
function RoundWords(props: { readonly form: ReportForm }) {
  const { round } = props.form.obligation;
  if (round.words === null || props.form.obligation.acceptedAt !== null) return null;
  return (
    <Alert tone="info" title={words.roundWords(round.organisation.shortName)}>
      {round.words}
    </Alert>
  );
}

/** Where something came back, as a list of links. */
function Returned(props: { readonly form: ReportForm }) {
  const { form } = props;
  if (form.obligation.state !== 'returned') return null;
  const places = form.sections.flatMap(placesBack);
  return (
    <Alert tone="bad" title={words.returned(places.length + (isReturned(form) ? 1 : 0))}>
      {isReturned(form) ? words.returnedWhole : words.returnedHelp}{' '}
      {places.map(({ key, label }, i) => (
        <>
          {i > 0 ? '; ' : null}
          <a href={`#${anchor(key)}`}>{label}</a>
        </>
      ))}
    </Alert>
  );
}

function placesBack({ section, narrative, cells }: FormSection) {
  return [
    ...(narrative !== null && isReturned(narrative)
      ? [{ key: section.key, label: section.title }]
      : []),
    ...cells.flatMap((cell) =>
      isReturned(cell) ? [{ key: cell.row.key, label: cell.row.label }] : [],
    ),
  ];
}
