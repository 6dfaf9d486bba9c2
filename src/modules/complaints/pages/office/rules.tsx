import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Alert,
  ButtonLink,
  Buttons,
  DefinitionList,
  ErrorSummary,
  Form,
  type HiddenValues,
  Radios,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { type ComplaintRules, countings } from '../../rules/index.ts';
import { countingNames, labels, words } from '../../vi/index.ts';
import { fieldOf } from '../said-fields.tsx';

const { rules: texts } = words;

/** The days that an edition gives itself. */
export function RulesShown(props: {
  readonly rules: ComplaintRules;
  readonly sample: boolean;
  readonly editHref: string | null;
  readonly backHref: string;
}) {
  const { accept, answer, counting, basis } = props.rules;
  return (
    <>
      {props.sample ? (
        <Alert tone="warn" title={`${texts.sample}.`}>
          {texts.sampleBody}
        </Alert>
      ) : null}
      <DefinitionList
        items={[
          {
            term: labels.days_to_accept ?? '',
            value: (
              <>
                {`${accept} ${texts.days}`}
                <p class="help">{texts.acceptHelp}</p>
              </>
            ),
          },
          {
            term: labels.days_to_answer ?? '',
            value: (
              <>
                {`${answer} ${texts.days}`}
                <p class="help">{texts.answerHelp}</p>
              </>
            ),
          },
          {
            term: labels.counting ?? '',
            value: (
              <>
                {countingNames[counting]}
                <p class="help">{texts.countingHelp[counting]}</p>
              </>
            ),
          },
          ...(basis === '' ? [] : [{ term: labels.basis ?? '', value: basis }]),
        ]}
      />
      <Buttons>
        {props.editHref === null ? null : (
          <ButtonLink kind="primary" href={props.editHref}>
            {texts.edit}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.backHref}>
          {words.one.back}
        </ButtonLink>
      </Buttons>
    </>
  );
}

/** Setting them. */
export function RulesForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
}) {
  const field = fieldOf(props.form);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.form.summary} />
      <TextInput
        {...field('days_to_accept')}
        help={texts.acceptHelp}
        width="xs"
        numeric
        suffix={texts.days}
      />
      <TextInput
        {...field('days_to_answer')}
        help={texts.answerHelp}
        width="xs"
        numeric
        suffix={texts.days}
      />
      <Radios
        {...field('counting')}
        options={countings.map((value) => ({
          value,
          label: countingNames[value],
          help: texts.countingHelp[value],
        }))}
      />
      <TextArea {...field('basis')} help={texts.basisHelp} rows={3} maxLength={1000} optional />
      <SaveActions save={texts.save} backHref={props.backHref} />
    </Form>
  );
}
