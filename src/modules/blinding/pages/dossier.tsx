import {
  Alert,
  Badge,
  type BadgeTone,
  ButtonLink,
  Buttons,
  DefinitionList,
  InlineLinks,
  Section,
} from '../../../ui/index.ts';
import { DossierForm } from '../../calls/index.ts';
import type { BlindDossier, BlindState } from '../schema.ts';
import { faultNames, stateNames, words } from '../vi/index.ts';

interface FileLink {
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

export interface FileLine {
  /** Of its field. */
  readonly label: string;
  readonly state: BlindState | 'waiting';
  readonly original: FileLink;
  /** What judges get; null: nothing yet. */
  readonly shown: FileLink | null;
  /** Why the machine could not clean it. */
  readonly why: string | null;
  /** What its text still names. */
  readonly found: readonly string[];
  /** Whether it has pictures or sound that no machine looked through. */
  readonly unseen: boolean;
  readonly reason: string | null;
  readonly decided: string | null;
  readonly replaceHref: string | null;
  readonly releaseHref: string | null;
  readonly restoreHref: string | null;
}

export interface BlindDossierPageProps {
  /** What the answers name; null: being looked through. */
  readonly found: readonly string[] | null;
  readonly files: readonly FileLine[];
  readonly fullHref: string;
}

/** What of a dossier still tells whose it is, and what stands in for each of its files. */
export function BlindDossierPage({ found, files, fullHref }: BlindDossierPageProps) {
  const inFiles = files.flatMap((file) => file.found.map((said) => `${file.label}: ${said}`));
  const all = [...(found ?? []), ...inFiles];
  return (
    <>
      {all.length > 0 ? (
        <Alert tone="warn" title={words.found.title}>
          <p>{words.found.body}</p>
          <ul>
            {all.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <p>{found === null ? words.found.notYet : words.found.none}</p>
      )}
      {files.length === 0 ? (
        <Section title={words.files.title}>
          <p>{words.files.none}</p>
        </Section>
      ) : (
        files.map((file, at) => <File file={file} id={`tep-${at + 1}`} />)
      )}
      <InlineLinks items={[{ href: fullHref, label: words.entrantPage }]} />
    </>
  );
}

const tones: Readonly<Record<FileLine['state'], BadgeTone>> = {
  waiting: 'info',
  clean: 'ok',
  cannot: 'bad',
  replaced: 'ok',
  released: 'warn',
};

function File({ file, id }: { readonly file: FileLine; readonly id: string }) {
  const { files, acts } = words;
  const { why } = file;
  return (
    <Section title={file.label} id={id}>
      <p>
        <Badge tone={tones[file.state]}>{stateNames[file.state]}</Badge>
        {file.decided === null ? null : <span class="cell-note">{file.decided}</span>}
      </p>
      <DefinitionList
        items={[
          { term: files.original, value: <Link {...file.original} /> },
          {
            term: files.shown,
            value: file.shown === null ? files.nothingYet : <Link {...file.shown} />,
          },
        ]}
      />
      {why === null ? null : <p>{files.cannot(faultNames[why as keyof typeof faultNames])}</p>}
      {file.unseen ? <p class="help">{files.sound}</p> : null}
      {file.reason === null ? null : <p>{files.releasedBecause(file.reason)}</p>}
      {file.replaceHref === null && file.releaseHref === null ? null : (
        <Buttons>
          {file.replaceHref === null ? null : (
            <ButtonLink href={file.replaceHref} icon="upload">
              {acts.replace}
            </ButtonLink>
          )}
          {file.releaseHref === null ? null : (
            <ButtonLink href={file.releaseHref}>{acts.release}</ButtonLink>
          )}
          {file.restoreHref === null ? null : (
            <ButtonLink kind="text" href={file.restoreHref}>
              {acts.restore}
            </ButtonLink>
          )}
        </Buttons>
      )}
    </Section>
  );
}

function Link({ name, size, href }: FileLink) {
  return (
    <>
      <a href={href}>{name}</a> ({size})
    </>
  );
}

/** A dossier as a judge sees it from whom the authors are hidden. */
export function AsJudge(props: {
  readonly dossier: BlindDossier;
  readonly files: readonly (FileLink & { readonly field: string })[];
}) {
  const { dossier, files } = props;
  return (
    <>
      {dossier.waiting === 0 ? null : (
        <Alert tone="warn" title={words.waitingFiles(dossier.waiting)} />
      )}
      <Section title={words.asJudgeTitle}>
        <DossierForm
          form={dossier.form}
          entrant={dossier.entrant}
          answers={dossier.answers}
          readOnly
          renderFiles={(field) => {
            const own = files.filter((file) => file.field === field.key);
            if (own.length === 0) return <p class="help">{words.noFiles}</p>;
            return (
              <ul>
                {own.map((file) => (
                  <li>
                    <Link {...file} />
                  </li>
                ))}
              </ul>
            );
          }}
        />
      </Section>
    </>
  );
}
