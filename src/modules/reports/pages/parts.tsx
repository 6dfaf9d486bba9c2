import type { Child } from 'hono/jsx';
import { cls, Section } from '../../../ui/index.ts';
import {
  isLeft,
  type Left,
  leftOf,
  type Part,
  type PartGroup,
  partGroups,
} from '../rules/index.ts';
import type { FormSection, ReportForm } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { anchor, contentsAnchor, leftAnchor, nextAnchor, stepsAnchor } from './place.ts';

type FormPart = Part<FormSection>;

export const titled = ({ section }: FormSection): string =>
  section.number === '' ? section.title : `${section.number}. ${section.title}`;

const leftIn = (part: FormPart): Left =>
  leftOf(
    part.flatMap(({ narrative, cells }) => [...(narrative === null ? [] : [narrative]), ...cells]),
  );

/** Words that whoever looks may write, and nobody has. */
const isUnwritten = (part: FormPart): boolean =>
  part.some(({ narrative }) => narrative?.editable === true && narrative.words === '');

function leftWords(part: FormPart, left: Left): string {
  const kinds = ['returned', 'missing', 'unexplained', 'rivals', 'corrected'] as const;
  const told = kinds.flatMap((kind) => (left[kind] > 0 ? [words.left[kind](left[kind])] : []));
  return [...told, ...(isUnwritten(part) ? [words.left.unwritten] : [])].join(', ');
}

/** How much is left in a part. */
export function LeftIn(props: { readonly part: FormPart; readonly id?: string }) {
  const left = leftIn(props.part);
  return (
    <span class="part-left" id={props.id} data-tone={isLeft(left) ? 'warn' : undefined}>
      {leftWords(props.part, left)}
    </span>
  );
}

export const partId = ([first]: FormPart): string => leftAnchor(first.section.key);

export interface PartsProps {
  readonly sections: readonly FormSection[];
  /** Places with something wrong: their part is open. */
  readonly wrong: readonly string[];
  readonly one: (section: FormSection) => Child;
  /** At the end of a part. */
  readonly end?: ((part: FormPart) => Child) | undefined;
}

/**
 * A long form by its parts, one below the other; on a phone one is open at a time, at first the first
 * with something left to do.
 */
export function Parts(props: PartsProps) {
  const groups = partGroups(props.sections);
  const first = firstOpen(groups, props.wrong);
  return (
    <div class="report-parts" id="tat-ca-muc">
      <p class="phone-only">
        <a href="#tat-ca-muc">{words.allParts}</a>
      </p>
      {groups.map(({ heading, parts }) => (
        <>
          {heading === null ? null : (
            <Section
              title={titled(heading)}
              level={heading.section.level === 1 ? 2 : 3}
              id={anchor(heading.section.key)}
            />
          )}
          {parts.map((part) => (
            <OnePart {...props} part={part} first={part === first} />
          ))}
        </>
      ))}
    </div>
  );
}

function firstOpen(
  groups: readonly PartGroup<FormSection>[],
  wrong: readonly string[],
): FormPart | undefined {
  const parts = groups.flatMap((group) => group.parts);
  const isWrong = (part: FormPart) =>
    part.some(
      ({ section, cells }) =>
        wrong.includes(section.key) || cells.some(({ row }) => wrong.includes(row.key)),
    );
  return parts.find(isWrong) ?? parts.find((part) => isLeft(leftIn(part))) ?? parts[0];
}

function OnePart(props: PartsProps & { readonly part: FormPart; readonly first: boolean }) {
  const { part } = props;
  const [head, ...rest] = part;
  const id = anchor(head.section.key);
  const Heading = head.section.level === 1 ? 'h2' : 'h3';
  return (
    <section class={cls('section', 'report-part', props.first && 'report-part-first')} id={id}>
      <div class="section-head">
        <Heading>
          <a href={`#${id}`}>{titled(head)}</a>
        </Heading>
        <LeftIn part={part} id={partId(part)} />
      </div>
      <div class="report-part-body">
        {props.one(head)}
        {rest.map((one) => (
          <Section title={titled(one)} level={3} id={anchor(one.section.key)}>
            {props.one(one)}
          </Section>
        ))}
        {props.end?.(part)}
      </div>
    </section>
  );
}

/** The parts with how much is left in each; a phone has it in the heads of the parts themselves. */
export function Contents(props: { readonly form: ReportForm }) {
  return (
    <nav class="section report-contents desk-only" id={contentsAnchor} aria-label={words.contents}>
      <div class="section-head">
        <h2>{words.contents}</h2>
      </div>
      {partGroups(props.form.sections).map(({ heading, parts }) => (
        <>
          {heading === null ? null : <p>{titled(heading)}</p>}
          {parts.length === 0 ? null : (
            <ul>
              {parts.map((part) => (
                <li>
                  <a href={`#${anchor(part[0].section.key)}`}>{titled(part[0])}</a>{' '}
                  <LeftIn part={part} />
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
    </nav>
  );
}

/** On a phone always in sight: the next place to be filled, else what is to be done next. */
export function NextPlace(props: { readonly form: ReportForm }) {
  const { blocking, may } = props.form;
  if (!(may.fill || may.submit || may.check || may.accept || may.returns)) return null;
  const at = may.fill ? blocking[0]?.data?.place : undefined;
  const many = may.fill ? blocking.length : 0;
  return (
    <p class="report-next phone-only" id={nextAnchor}>
      <a href={`#${typeof at === 'string' ? anchor(at) : stepsAnchor}`}>
        {many > 0 ? words.nextPlace(many) : words.steps}
      </a>
    </p>
  );
}

/** All parts of a form. */
export const partsOf = (form: ReportForm): FormPart[] =>
  partGroups(form.sections).flatMap((group) => [...group.parts]);
