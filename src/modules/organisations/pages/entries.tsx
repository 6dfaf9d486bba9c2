import type { Child } from 'hono/jsx';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { DefinitionList, ExternalLink, Timeline } from '../../../ui/index.ts';
import type { Fact, TimelineEntry } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { factWords } from './words.ts';

export function Contact({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return <p>{vi.page.contactNone}</p>;
  return (
    <DefinitionList
      compact
      items={facts.map((fact) => ({ term: fact.label, value: contactValue(fact) }))}
    />
  );
}

function contactValue(fact: Fact): Child {
  const words = factWords(fact);
  if (fact.kind === 'email') return <ExternalLink href={`mailto:${words}`}>{words}</ExternalLink>;
  if (fact.kind !== 'website') return words;
  const href = /^https?:\/\//i.test(words) ? words : `https://${words}`;
  return <ExternalLink href={href}>{words}</ExternalLink>;
}

export function Entries(props: {
  readonly items: readonly TimelineEntry[];
  readonly href: (code: string) => string;
}) {
  if (props.items.length === 0) return <p>{vi.timeline.empty}</p>;
  return (
    <Timeline
      items={props.items.map((entry) => ({
        when: formatDate(entry.day),
        title: entryTitle(entry, props.href),
        big: entry.what === 'founded' || entry.what === 'closed' || entry.what === 'renamed',
        ...(entryDetail(entry) === null ? {} : { children: entryDetail(entry) }),
      }))}
    />
  );
}

function entryTitle(entry: TimelineEntry, href: (code: string) => string): Child {
  const words = vi.timeline;
  if (entry.what === 'founded') return words.founded;
  if (entry.what === 'closed') return words.closed;
  if (entry.what === 'renamed') return words.renamed;
  if (entry.what === 'fact') {
    if (entry.detail === 'yes') return words.factYes(entry.title);
    if (entry.detail === 'no') return words.factNo(entry.title);
    return words.fact(entry.title, entry.detail ?? '');
  }
  const text = words[entry.what](entry.title);
  return entry.code === null ? text : <a href={href(entry.code)}>{text}</a>;
}

function entryDetail(entry: TimelineEntry): string | null {
  if (entry.what === 'renamed' || entry.what === 'founded') {
    return [entry.title, entry.detail].filter(Boolean).join(', ');
  }
  return entry.what === 'fact' || entry.what === 'closed' ? null : entry.detail;
}
