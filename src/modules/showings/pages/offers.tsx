import {
  Badge,
  type BadgeTone,
  Button,
  Buttons,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  FormActions,
  Pager,
  Section,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { type Offer, type OfferState, offerStates } from '../schema.ts';
import { officeWords as words } from '../vi/index.ts';

export interface OfferRow {
  readonly offer: Offer;
  /** Public page. */
  readonly href: string;
  /** Below which the acts are posted; null for those who may only look. */
  readonly action: string | null;
}

export interface OfferFormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly summary: readonly { readonly field: string; readonly text: string }[];
}

export interface OffersProps {
  readonly rows: readonly OfferRow[];
  readonly state: OfferState | null;
  readonly action: string;
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
  /** At the national site: what can be chosen from. */
  readonly sections: readonly SelectOption[] | null;
  /** At a union: the form by which an article is offered. */
  readonly form: OfferFormState | null;
  readonly hidden: Readonly<Record<string, string>>;
}

/** What unions offer: at the national site to choose from, at a union its own. */
export function Offers(props: OffersProps) {
  const { rows, state, sections } = props;
  return (
    <>
      {props.form === null ? null : (
        <OfferForm form={props.form} action={props.action} hidden={props.hidden} />
      )}
      <FilterBar action={props.action}>
        <Select
          name="tinh-trang"
          label={words.state}
          value={state}
          empty={words.allStates}
          options={offerStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty kind={state === null ? 'first' : 'filtered'} title={words.noOffers}>
          {sections === null ? words.noOffersUnion : words.noOffersNational}
        </Empty>
      ) : (
        <>
          {rows.map((row) => (
            <OfferCard row={row} sections={sections} />
          ))}
          <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
        </>
      )}
    </>
  );
}

function OfferForm(props: {
  readonly form: OfferFormState;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
}) {
  const { form } = props;
  return (
    <Section title={words.offerTitle}>
      <Form action={props.action} hidden={props.hidden}>
        <ErrorSummary errors={form.summary} />
        <TextInput
          name="pid"
          label={words.pid}
          help={words.pidHelp}
          value={form.values.pid}
          error={form.errors.pid}
          width="l"
        />
        <TextArea
          name="note"
          label={words.note}
          help={words.noteHelp}
          value={form.values.note}
          error={form.errors.note}
          optional
        />
        <FormActions>
          <Button kind="primary">{words.offer}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

const tones: Readonly<Record<OfferState, BadgeTone>> = {
  offered: 'info',
  chosen: 'ok',
  declined: 'none',
  taken_back: 'none',
};

function OfferCard(props: {
  readonly row: OfferRow;
  readonly sections: readonly SelectOption[] | null;
}) {
  const { offer, href, action } = props.row;
  const { article } = offer;
  return (
    <section class="card" id={article.pid}>
      <h2>
        <a href={href}>{article.title}</a>
      </h2>
      <p>
        <Badge tone={tones[offer.state]}>{words.states[offer.state]}</Badge>
        {offer.sectionName === null ? null : ` ${offer.sectionName}`}
      </p>
      <p>{article.lead}</p>
      <p class="help">
        {props.sections === null ? null : `${article.publisher.name} · `}
        {words.by(offer.offeredBy, offer.offeredAt)}
      </p>
      {offer.note === null ? null : <p>{offer.note}</p>}
      {action === null ? null : props.sections === null ? (
        <TakeBack offer={offer} action={action} />
      ) : (
        <Choose offer={offer} action={action} sections={props.sections} />
      )}
    </section>
  );
}

function TakeBack(props: { readonly offer: Offer; readonly action: string }) {
  const { offer, action } = props;
  if (offer.state !== 'offered' && offer.state !== 'chosen') return null;
  return (
    <Form action={`${action}/rut`} hidden={{ version: offer.version }} inline>
      <Button kind="dangerOutline">{words.takeBack}</Button>
    </Form>
  );
}

function Choose(props: {
  readonly offer: Offer;
  readonly action: string;
  readonly sections: readonly SelectOption[];
}) {
  const { offer, action } = props;
  if (offer.state === 'taken_back') return null;
  const id = `chuyen-muc-${offer.article.pid}`;
  return (
    <Form action={`${action}/chon`} hidden={{ version: offer.version }}>
      <Select
        name="section"
        id={id}
        label={words.section}
        value={props.sections.find(({ label }) => label === offer.sectionName)?.value ?? ''}
        empty={words.newsOnly}
        options={props.sections}
      />
      <Buttons>
        <Button
          label={`${offer.state === 'chosen' ? words.move : words.choose}: ${offer.article.title}`}
        >
          {offer.state === 'chosen' ? words.move : words.choose}
        </Button>
        {offer.state === 'declined' ? null : (
          <Button kind="text" formAction={`${action}/bo`}>
            {offer.state === 'chosen' ? words.unchoose : words.decline}
          </Button>
        )}
      </Buttons>
    </Form>
  );
}
