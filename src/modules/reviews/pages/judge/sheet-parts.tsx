import { ButtonLink, type Content } from '../../../../ui/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.sheet;

/** Another sheet of the judge, before or after this one. */
export interface Neighbour {
  readonly href: string;
  readonly number: string;
}

/** The ways to the dossier before and after. */
export function Neighbours(props: {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}) {
  const { previous, next } = props;
  if (previous === null && next === null) return null;
  return (
    <p class="buttons sheet-neighbours">
      {previous === null ? null : (
        <a
          class="btn btn-secondary"
          href={previous.href}
          rel="prev"
          aria-label={words.previousLabel(previous.number)}
        >
          <span>{words.previous(previous.number)}</span>
        </a>
      )}
      {next === null ? null : (
        <a
          class="btn btn-secondary"
          href={next.href}
          rel="next"
          aria-label={words.nextLabel(next.number)}
        >
          <span>{words.next(next.number)}</span>
        </a>
      )}
    </p>
  );
}

/** One time that the sheet was signed. */
export interface VersionLine {
  readonly label: string;
  readonly text: string;
}

/** What was signed before, where that was more than once. */
export function Versions(props: { readonly versions: readonly VersionLine[] }) {
  const { versions } = props;
  if (versions.length < 2) return null;
  return (
    <>
      <h3>{words.versions}</h3>
      <ul class="plain-list">
        {versions.map(({ label, text }) => (
          <li>
            {label}: {text}
          </li>
        ))}
      </ul>
    </>
  );
}

export interface MoreProps {
  /** Whether the keys are told that a sheet is written with. */
  readonly keys: boolean;
  readonly recuseHref: string | null;
  readonly printHref: string | null;
  readonly discussHref: string | null;
}

/** What else may be done from a sheet. */
export function More({ keys, recuseHref, printHref, discussHref }: MoreProps) {
  const links: readonly (readonly [string | null, Content])[] = [
    [discussHref, words.discuss],
    [printHref, words.print],
    [recuseHref, words.recuse],
  ];
  return (
    <>
      <p class="buttons">
        {links.map(([href, label]) =>
          href === null ? null : (
            <ButtonLink kind={href === recuseHref ? 'dangerOutline' : 'secondary'} href={href}>
              {label}
            </ButtonLink>
          ),
        )}
      </p>
      <p>
        <a href="#ho-so">{words.toDossier}</a>
      </p>
      {keys ? (
        <div class="desk-only">
          <h3>{words.keys}</h3>
          <p class="help">{words.keysBody}</p>
        </div>
      ) : null}
    </>
  );
}
