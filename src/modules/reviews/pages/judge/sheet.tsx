import type { Issue } from '../../../../kernel/issue.ts';
import {
  Alert,
  type AlertProps,
  Button,
  ButtonLink,
  HiddenFields,
  Section,
} from '../../../../ui/index.ts';
import {
  type Marks,
  type Rubric,
  ScoreSheetFields,
  ScoreSheetShown,
} from '../../../calls/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { type ConflictProps, SheetConflict } from './conflict.tsx';
import { BlindView, type BlindViewProps } from './dossier.tsx';
import { More, type Neighbour, Neighbours, type VersionLine, Versions } from './sheet-parts.tsx';

const words = judgeWords.sheet;

/** The sheet while it is being written. */
export interface WrittenSheet {
  readonly action: string;
  /** Where the script saves. */
  readonly autosave: string;
  /** Public id of the assignment: what is kept on the machine is kept under it. */
  readonly pid: string;
  readonly version: number;
  /** Number of the dossier's version that is shown. */
  readonly dossier: number;
  readonly issues: readonly Issue[];
  readonly saved: string;
  readonly conflict: ConflictProps | null;
}

/** A sheet that cannot be written. */
export interface ReadSheet {
  readonly pid: string;
  readonly autosave: string;
  /** Nothing where the judge's own points are kept until the phase is over. */
  readonly shown: boolean;
  readonly hidden: boolean;
}

export interface SheetPageProps {
  readonly title: string;
  readonly lead: string;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** After signing: the next one to be judged, its `number` as the words of the link. */
  readonly onward: Neighbour | null;
  readonly notices: readonly (AlertProps | null)[];
  readonly dossier: BlindViewProps;
  readonly rubric: Rubric;
  readonly marks: Marks;
  readonly form: WrittenSheet | null;
  readonly read: ReadSheet | null;
  readonly versions: readonly VersionLine[];
  readonly recuseHref: string | null;
  readonly printHref: string | null;
  readonly discussHref: string | null;
}

/** One dossier and the sheet beside it; on a phone the dossier first, with a link between them. */
export function SheetPage(props: SheetPageProps) {
  return (
    <>
      <div class="sheet-head">
        <div>
          <h1>{props.title}</h1>
          <p class="lead">{props.lead}</p>
        </div>
        <Neighbours previous={props.previous} next={props.next} />
      </div>
      {props.notices.map((notice) => (notice === null ? null : <Alert {...notice} />))}
      {props.onward === null ? null : (
        <p class="buttons">
          <ButtonLink kind="primary" href={props.onward.href}>
            {props.onward.number}
          </ButtonLink>
        </p>
      )}
      <p class="sheet-jump">
        <a href="#phieu-cham">{words.toSheet}</a>
      </p>
      <div class="sheet-sides">
        <div class="sheet-dossier" id="ho-so">
          <BlindView {...props.dossier} />
        </div>
        <div class="sheet-own" id="phieu-cham">
          <Section title={words.sheet}>
            {props.form === null ? null : <Written {...props} form={props.form} />}
            {props.read === null ? null : <Read {...props} read={props.read} />}
            <Versions versions={props.versions} />
            <More {...props} keys={props.form !== null} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Written(props: SheetPageProps & { readonly form: WrittenSheet }) {
  const { form, rubric, marks } = props;
  return (
    <>
      <p class="saved-line" id="da-luu" role="status">
        {form.saved}
      </p>
      <div id="xung-dot">
        {form.conflict === null ? null : <SheetConflict {...form.conflict} />}
      </div>
      <form
        class="form form-full"
        id="phieu"
        action={form.action}
        method="post"
        data-sheet={form.autosave}
        data-key={form.pid}
        novalidate
      >
        {/* The script tells which page writes: what it sends again is no conflict with itself. */}
        <HiddenFields
          values={{ version: form.version, dossier: form.dossier, writer: '', seq: 0 }}
        />
        <ScoreSheetFields
          rubric={rubric}
          marks={marks}
          issues={form.issues}
          enter="save"
          summaryTitle={form.issues.length === 0 ? undefined : words.said.incomplete}
          summaryNote={words.incompleteNote}
        />
        <div class="form-actions">
          <div class="buttons">
            <Button kind="primary" name="act" value="review">
              {words.review}
            </Button>
            <Button name="act" value="save" busy={words.saving}>
              {words.save}
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}

function Read({ read, rubric, marks }: SheetPageProps & { readonly read: ReadSheet }) {
  return (
    <div data-sheet-read={read.autosave} data-key={read.pid}>
      <div id="xung-dot" />
      {read.hidden ? <p class="help">{words.ownHidden}</p> : null}
      {read.shown ? <ScoreSheetShown rubric={rubric} marks={marks} /> : null}
    </div>
  );
}
