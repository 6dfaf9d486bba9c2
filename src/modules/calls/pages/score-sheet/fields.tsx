import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { fieldId, Radios, TextArea, TextInput } from '../../../../ui/index.ts';
import {
  type BandsPart,
  bandName,
  type Commenting,
  commentName,
  type GatePart,
  gateName,
  type Mark,
  markName,
  type NotePart,
  noteName,
  type PointsPart,
  type RubricPart,
  topOf,
} from '../../rules/index.ts';
import { sheetWords as words } from '../../vi/sheet.ts';

interface PartProps<P extends RubricPart = RubricPart> {
  readonly part: P;
  /** Number on the sheet, from 1. */
  readonly at: number;
  readonly mark: Mark;
  /** What is wrong with a field, by its name. */
  readonly errorOf: (name: string) => string | undefined;
}

/** One part of the sheet: its name as the legend, then what is given and said. */
export function PartFields(props: PartProps) {
  const { part, at } = props;
  return (
    <fieldset class="person" id={`${fieldId(part.key)}-phan`}>
      <legend>{words.numbered(at, part.label)}</legend>
      <div class="sheet-part">
        {part.help === null ? null : <p class="help">{part.help}</p>}
        <Own {...props} />
      </div>
    </fieldset>
  );
}

function Own(props: PartProps) {
  const { part } = props;
  switch (part.kind) {
    case 'points':
      return <Points {...props} part={part} />;
    case 'bands':
      return <Bands {...props} part={part} />;
    case 'gate':
      return <Gate {...props} part={part} />;
    case 'note':
      return <Note {...props} part={part} />;
    case 'votes':
      return null;
  }
}

/** Points as they are typed: a number with its comma, anything else as it stands. */
const typedPoints = (points: Mark['points']): string =>
  typeof points === 'number' ? formatNumber(points) : (points ?? '');

function Points({ part, mark, errorOf }: PartProps<PointsPart>) {
  const name = markName(part.key);
  return (
    <>
      <TextInput
        name={name}
        label={words.mark}
        help={words.most(part.max, part.step, part.weight)}
        error={errorOf(name)}
        value={typedPoints(mark.points)}
        width="xs"
        numeric
        autocomplete="off"
        suffix={words.of(part.max)}
      />
      <Comment part={part} label={words.comment} mark={mark} errorOf={errorOf} />
    </>
  );
}

function Bands({ part, mark, errorOf }: PartProps<BandsPart>) {
  const [band, name] = [bandName(part.key), markName(part.key)];
  const rule = words.most(topOf(part), part.step, part.weight);
  return (
    <>
      <Radios
        name={band}
        label={words.band}
        help={part.zeroFails ? `${rule}. ${words.zeroFails}` : rule}
        error={errorOf(band)}
        value={mark.band === undefined ? undefined : String(mark.band)}
        options={part.bands.map((one, at) => ({ value: String(at), label: words.bandOf(one) }))}
      />
      <TextInput
        name={name}
        label={words.inBand}
        error={errorOf(name)}
        value={typedPoints(mark.points)}
        width="xs"
        numeric
        autocomplete="off"
        suffix={words.of(topOf(part))}
      />
      <Comment part={part} label={words.comment} mark={mark} errorOf={errorOf} />
    </>
  );
}

function Gate({ part, mark, errorOf }: PartProps<GatePart>) {
  const name = gateName(part.key);
  const answer = mark.answer === undefined ? undefined : mark.answer ? 'yes' : 'no';
  return (
    <>
      <Radios
        name={name}
        label={words.gate}
        help={words.gateFails}
        error={errorOf(name)}
        value={answer}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Comment
        part={part}
        label={part.comment === 'required' ? words.gateComment : words.comment}
        mark={mark}
        errorOf={errorOf}
      />
    </>
  );
}

function Note({ part, mark, errorOf }: PartProps<NotePart>) {
  const name = noteName(part.key);
  return (
    <TextArea
      name={name}
      label={words.note}
      help={words.noteTo[part.to]}
      error={errorOf(name)}
      value={mark.note}
      rows={4}
      optional={!part.required}
    />
  );
}

function Comment(
  props: Pick<PartProps, 'mark' | 'errorOf'> & {
    readonly part: { readonly key: string; readonly kind: string; readonly comment: Commenting };
    readonly label: string;
  },
) {
  const { part, mark, errorOf } = props;
  if (part.comment === 'none') return null;
  const name = commentName(part.key);
  return (
    <TextArea
      name={name}
      label={props.label}
      error={errorOf(name)}
      value={mark.comment}
      rows={2}
      optional={part.comment === 'optional'}
    />
  );
}
