import { Alert, DefinitionList, type Term } from '../../../../ui/index.ts';
import { consentWords as words } from '../../vi/entry/index.ts';
import { Answers, type PartyView, type Posting } from './consents.tsx';

/** What a link that asks one party shows: what the dossier says, and that party's answers alone. */
export function AskedPage(
  props: Posting & {
    readonly lead: string;
    readonly about: readonly Term[];
    /** Null where the dossier no longer names the author. */
    readonly party: PartyView | null;
    readonly notice: string | null;
    readonly callHref: string;
  },
) {
  return (
    <>
      <h1>{words.link.title}</h1>
      {props.notice === null ? null : <Alert tone="ok" title={props.notice} live />}
      {props.party === null ? (
        <Alert tone="warn" title={`${words.link.gone}.`}>
          {words.link.goneWhat}
        </Alert>
      ) : (
        <p class="lead">{props.lead}</p>
      )}
      <h2>{words.link.about}</h2>
      <DefinitionList items={props.about} />
      <p>
        <a href={props.callHref}>{words.link.call}</a>
      </p>
      {props.party === null ? null : (
        <>
          <p>{words.lead}</p>
          <h2>{props.party.title}</h2>
          <Answers {...props.party} action={props.action} />
          <p class="help">{words.link.anytime}</p>
        </>
      )}
    </>
  );
}
