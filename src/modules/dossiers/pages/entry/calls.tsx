import {
  Alert,
  Badge,
  ButtonLink,
  Buttons,
  DefinitionList,
  Empty,
  EntryList,
  NotYet,
  Pager,
  type PagerProps,
  Section,
} from '../../../../ui/index.ts';
import { callWords as words } from '../../vi/entry/index.ts';
import type { Term, Terms } from './terms.ts';

/** Whether entrants may write now, in words. */
export interface Entering {
  readonly open: boolean;
  readonly says: string;
  /** 'Còn 12 ngày'; null where nothing ends. */
  readonly left: string | null;
}

export interface ListedCall {
  readonly title: string;
  readonly href: string;
  readonly occasion: string;
  readonly organiser: string | null;
  readonly entering: Entering;
}

/** The open editions first, then those that are over. */
export function CallList(props: {
  readonly lead: string;
  readonly open: readonly ListedCall[];
  readonly closed: readonly ListedCall[];
  readonly pager: PagerProps;
}) {
  const { open, closed } = props;
  return (
    <>
      <h1>{words.list}</h1>
      <p class="lead">{props.lead}</p>
      {open.length + props.pager.total === 0 ? (
        <Empty kind="first" title={words.none}>
          {words.noneHelp}
        </Empty>
      ) : (
        <Section title={words.open}>
          {open.length === 0 ? <p>{words.noneOpen}</p> : <Calls items={open} />}
        </Section>
      )}
      {props.pager.total === 0 ? null : (
        <Section title={words.closed}>
          <Calls items={closed} />
          <Pager {...props.pager} />
        </Section>
      )}
    </>
  );
}

function Calls(props: { readonly items: readonly ListedCall[] }) {
  return (
    <EntryList
      items={props.items.map((one) => ({
        title: one.title,
        href: one.href,
        meta: (
          <>
            {[words.upper(one.occasion), one.organiser].filter(Boolean).join(' · ')}
            <br />
            {one.entering.left === null ? null : <strong>{one.entering.left}. </strong>}
            {one.entering.says}
          </>
        ),
      }))}
    />
  );
}

export interface CallProps {
  readonly terms: Terms;
  readonly organiser: string;
  readonly entering: Entering;
  readonly startHref: string;
  readonly againHref: string;
  readonly documentHref: string;
  readonly checkHref: string;
  /** What else there is to see of it, as its results. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

/** The public page of an edition. */
export function CallPage(props: CallProps) {
  const { terms } = props;
  return (
    <>
      <h1>{terms.title}</h1>
      <p class="lead">
        {[words.upper(terms.occasion), terms.committee || props.organiser].join(' · ')}
      </p>
      {props.links.length === 0 ? null : (
        <Buttons>
          {props.links.map(({ href, label }) => (
            <ButtonLink kind="primary" href={href}>
              {label}
            </ButtonLink>
          ))}
        </Buttons>
      )}
      <Entry {...props} />
      <Lines title={words.who} items={terms.who} />
      <Lines title={words.fields} items={terms.fields} />
      <Facts title={words.prepare} items={terms.prepare} />
      <Facts
        title={words.phases}
        items={terms.phases.map(({ term, value, now }) => ({
          term,
          value: now ? (
            <>
              {value} <Badge tone="ok">{words.now}</Badge>
            </>
          ) : (
            value
          ),
        }))}
      />
      <Facts title={words.prizes} items={terms.prizes} />
      <Lines title={words.basis} items={terms.basis} />
      <Facts title={words.organisers} items={terms.organisers} />
    </>
  );
}

function Entry({ entering, startHref, againHref, documentHref }: CallProps) {
  return (
    <>
      <Alert
        tone={entering.open ? 'info' : 'warn'}
        title={entering.left === null ? undefined : `${entering.left}.`}
      >
        {entering.says}
      </Alert>
      {entering.open ? (
        <>
          <Buttons>
            <ButtonLink kind="primary" href={startHref}>
              {words.start}
            </ButtonLink>
            <ButtonLink href={againHref}>{words.again}</ButtonLink>
            <ButtonLink icon="pdf" href={documentHref} download>
              {words.document}
            </ButtonLink>
          </Buttons>
          <p class="help">{words.startHelp}</p>
        </>
      ) : (
        <Buttons>
          <ButtonLink href={againHref}>{words.again}</ButtonLink>
          <ButtonLink icon="pdf" href={documentHref} download>
            {words.document}
          </ButtonLink>
        </Buttons>
      )}
    </>
  );
}

function Lines(props: { readonly title: string; readonly items: readonly string[] }) {
  if (props.items.length === 0) return null;
  return (
    <Section title={props.title}>
      <div class="prose">
        <ul>
          {props.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Facts(props: {
  readonly title: string;
  readonly items: readonly (Term | Parameters<typeof DefinitionList>[0]['items'][number])[];
}) {
  if (props.items.length === 0) return null;
  return (
    <Section title={props.title}>
      <DefinitionList items={props.items} />
    </Section>
  );
}

/** In the place of the form where nobody may begin now. */
export const NoStart = (props: { readonly says: string }) => <NotYet>{props.says}</NotYet>;
