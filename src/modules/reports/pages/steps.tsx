import type { Child } from 'hono/jsx';
import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  ButtonLink,
  Checkbox,
  Form,
  InlineLinks,
  Section,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { type ObligationState, obligationStateNames } from '../../rounds/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { anchor, stepsAnchor } from './place.ts';

/** Something to be done or looked at before sending, with the place that it is about. */
export interface Found {
  readonly place: string | null;
  readonly text: string;
}

export interface StepsProps {
  readonly form: ReportForm;
  readonly blocking: readonly Found[];
  readonly warnings: readonly Found[];
  readonly to: (rest: string) => string;
  readonly when: (iso: string) => string;
  /** A day as people read it. */
  readonly dayText: (day: string) => string;
  /** Makes each step happen once. (`key` itself never reaches a component.) */
  readonly once: string;
  readonly confirmError?: string | undefined;
  readonly numbered: string | null;
  /** Sends it up at once: is its own leader. */
  readonly straight: boolean;
}

const tones: Readonly<Record<ObligationState, BadgeTone>> = {
  waiting: 'none',
  filling: 'none',
  submitted: 'info',
  checked: 'info',
  returned: 'bad',
  accepted: 'ok',
  frozen: 'ok',
};

export function StateBadge(props: { readonly state: ObligationState }) {
  return <Badge tone={tones[props.state]}>{obligationStateNames[props.state]}</Badge>;
}

/** Beside a form: how far it is, and what can be done next. */
export function Steps(props: StepsProps) {
  const { form } = props;
  const { below, may } = form;
  return (
    <Section title={words.steps} id={stepsAnchor}>
      <p>
        <StateBadge state={form.obligation.state} />
      </p>
      {below.asked > 0 ? (
        <p class="help">{words.belowProgress(below.asked, below.sent, below.accepted)}</p>
      ) : null}
      <Facts {...props} />
      {may.submit ? <Submit {...props} /> : null}
      {may.check ? (
        <OneStep {...props} step="duyet" primary>
          {words.check(form.obligation.collector.shortName)}
        </OneStep>
      ) : null}
      {may.check ? <More href={props.to('chuyen-lai')}>{words.sendBack}</More> : null}
      {may.accept && form.obligation.state === 'checked' ? (
        <OneStep {...props} step="nhan" primary help={words.acceptHelp}>
          {words.accept}
        </OneStep>
      ) : null}
      {may.returns ? (
        <>
          <p class="help">{words.returnHelp}</p>
          <More href={props.to('tra-lai')}>{words.returnSome}</More>
        </>
      ) : null}
      <Later {...props} />
    </Section>
  );
}

function Facts({ form, when, dayText, numbered }: StepsProps) {
  const { obligation, freeze } = form;
  return (
    <>
      {numbered === null ? null : <p>{numbered}</p>}
      {obligation.openUntil === null ? null : (
        <Alert tone="warn">
          {words.reopened(dayText(obligation.openUntil), obligation.openReason ?? '')}
        </Alert>
      )}
      {freeze === null ? null : (
        <p>
          {words.frozen(when(freeze.at), freeze.by)}
          <span class="cell-note hash">{words.hash(freeze.hash)}</span>
        </p>
      )}
      {obligation.publishedAt === null ? null : (
        <p>{words.published(when(obligation.publishedAt))}</p>
      )}
    </>
  );
}

function Submit(props: StepsProps) {
  const { form, blocking, warnings } = props;
  const { may, obligation } = form;
  if (blocking.length > 0) {
    return (
      <>
        <p>
          <strong>{words.blocking(blocking.length)}</strong>
        </p>
        <FoundList items={blocking} />
      </>
    );
  }
  const label =
    obligation.state === 'returned'
      ? words.resubmit
      : props.straight
        ? words.submitUp(obligation.collector.shortName)
        : words.submit;
  return (
    <Form action={props.to('gui')} hidden={{ _key: props.once, version: obligation.version }}>
      {warnings.length > 0 && may.submit ? (
        <>
          <p>
            <strong>{words.warnings(warnings.length)}</strong>
          </p>
          <FoundList items={warnings} />
          <Checkbox name="confirmed" label={words.confirmed} error={props.confirmError} />
        </>
      ) : null}
      <Button kind="primary">{label}</Button>
    </Form>
  );
}

const most = 12;

function FoundList(props: { readonly items: readonly Found[] }) {
  return (
    <ul class="found-list">
      {props.items.slice(0, most).map(({ place, text }) => (
        <li>{place === null ? text : <a href={`#${anchor(place)}`}>{text}</a>}</li>
      ))}
      {props.items.length > most ? <li>{words.andMore(props.items.length - most)}</li> : null}
    </ul>
  );
}

function Later(props: StepsProps) {
  const { may, obligation } = props.form;
  const published = obligation.publishedAt !== null;
  return (
    <>
      {may.freeze ? (
        <OneStep {...props} step="chot" help={words.freezeHelp}>
          {words.freeze}
        </OneStep>
      ) : null}
      {may.withdraw ? (
        <OneStep {...props} step="rut">
          {words.withdraw}
        </OneStep>
      ) : null}
      {may.number ? <More href={props.to('lay-so')}>{words.number}</More> : null}
      {may.publish ? (
        <OneStep {...props} step={published ? 'thoi-dang' : 'dang'}>
          {published ? words.unpublish : words.publish}
        </OneStep>
      ) : null}
      {may.reopen ? <More href={props.to('mo-lai')}>{words.reopen}</More> : null}
    </>
  );
}

function OneStep(
  props: StepsProps & {
    readonly step: string;
    readonly primary?: boolean;
    readonly help?: string;
    readonly children?: Child;
  },
) {
  const { version } = props.form.obligation;
  return (
    <Form action={props.to(props.step)} hidden={{ _key: props.once, version }}>
      <Button kind={props.primary ? 'primary' : 'secondary'}>{props.children}</Button>
      {props.help ? <p class="help">{props.help}</p> : null}
    </Form>
  );
}

function More(props: { readonly href: string; readonly children?: Child }) {
  return (
    <p>
      <ButtonLink href={props.href}>{props.children}</ButtonLink>
    </p>
  );
}

/** The files of a report. */
export function Files(props: { readonly to: (rest: string) => string; readonly fill: boolean }) {
  const { to, fill } = props;
  return (
    <Section title={words.files}>
      <InlineLinks
        items={[
          { href: to('bao-cao.docx'), label: words.word },
          { href: to('bao-cao.xlsx'), label: words.excel },
          ...(fill
            ? [
                { href: to('phieu.xlsx'), label: words.fillBook },
                { href: to('nop-tep'), label: words.upload },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

export function History(props: { readonly items: readonly TimelineItem[] }) {
  if (props.items.length === 0) return null;
  return (
    <Section title={words.history}>
      <Timeline items={props.items} />
    </Section>
  );
}
