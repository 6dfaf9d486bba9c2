import { site } from '../../../platform/http/addresses.ts';
import { ExternalLink, type Term } from '../../../ui/index.ts';
import type { About } from '../schema.ts';
import { siteWords as words } from '../vi/index.ts';

/** What stands beside the name: founding, standing, contact. */
export function cardTerms(about: About): Term[] {
  const terms: Term[] = [{ term: words.foundedTerm, value: words.date(about.founded) }];
  if (about.closed !== null) terms.push({ term: '', value: words.closed(about.closed) });
  if (about.parents.length > 0) {
    terms.push({
      term: words.parent,
      value: about.parents.map((parent, i) => (
        <>
          {i > 0 ? '; ' : null}
          <a href={site(parent.code)}>{parent.shortName}</a>
        </>
      )),
    });
  }
  return [...terms, ...contactTerms(about)];
}

const factOf = (about: About, kind: string) => about.facts.find((fact) => fact.kind === kind);

/** How to reach the organisation; only what is there. */
export function contactTerms(about: About): Term[] {
  const terms: Term[] = [];
  const address = factOf(about, 'address')?.words;
  const phone = factOf(about, 'phone')?.words;
  const email = factOf(about, 'email')?.words;
  const website = factOf(about, 'website')?.words;
  if (address) terms.push({ term: words.address, value: address });
  if (phone) {
    const dial = phone.replace(/[^+\d]/g, '');
    terms.push({
      term: words.phone,
      value: <ExternalLink href={`tel:${dial}`}>{phone}</ExternalLink>,
    });
  }
  if (email) {
    terms.push({
      term: words.email,
      value: <ExternalLink href={`mailto:${email}`}>{email}</ExternalLink>,
    });
  }
  if (website) {
    const href = /^https?:/i.test(website) ? website : `https://${website}`;
    terms.push({ term: words.website, value: <ExternalLink href={href}>{website}</ExternalLink> });
  }
  return terms;
}

const contactKinds = ['address', 'phone', 'email', 'website'];

/** The facts that are neither contact nor founding day. */
export function factTerms(about: About): Term[] {
  const terms: Term[] = [];
  if (about.decision !== null) terms.push({ term: words.decisionTerm, value: about.decision });
  for (const fact of about.facts) {
    if (contactKinds.includes(fact.kind)) continue;
    const value = fact.words ?? words.specialFrom(fact.from);
    terms.push({ term: fact.kind === 'special_status' ? words.special : fact.label, value });
  }
  return terms;
}
