import {
  ButtonLink,
  Buttons,
  DefinitionList,
  type LinkItem,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

export interface PrintingProps {
  readonly terms: readonly Term[];
  readonly files: readonly {
    readonly name: string;
    readonly size: string;
    readonly href: string;
  }[];
  /** Said in place of the files when there are none. */
  readonly noFiles: string;
  readonly back: LinkItem;
}

/** What was set for printing: how many, and the files. */
export function PrintingPage(props: PrintingProps) {
  return (
    <>
      <DefinitionList items={props.terms} />
      <Section title={words.files}>
        {props.files.length === 0 ? (
          <p>{props.noFiles}</p>
        ) : (
          <>
            <ul>
              {props.files.map((file) => (
                <li>
                  <a href={file.href} download>
                    {file.name}
                  </a>{' '}
                  ({file.size})
                </li>
              ))}
            </ul>
            <p class="help">{words.filesHelp}</p>
          </>
        )}
      </Section>
      <Buttons>
        <ButtonLink kind="text" href={props.back.href}>
          {props.back.label}
        </ButtonLink>
      </Buttons>
    </>
  );
}

/** Below a list: what was printed lately. */
export function LatestPrintings(props: { readonly items: readonly LinkItem[] }) {
  return (
    <Section title={words.latest}>
      <ul>
        {props.items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
