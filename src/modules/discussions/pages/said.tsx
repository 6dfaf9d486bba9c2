import { stretches } from '../rules/index.ts';

/** What somebody wrote, line by line: plain text, in which only whole addresses are links. */
export function Said({ text }: { readonly text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return (
    <div class="said">
      {paragraphs.map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, at) => (
            <>
              {at > 0 ? <br /> : null}
              {stretches(line).map(({ text: words, href }) =>
                href === null ? (
                  words
                ) : (
                  <a href={href} rel="nofollow ugc noopener noreferrer">
                    {words}
                  </a>
                ),
              )}
            </>
          ))}
        </p>
      ))}
    </div>
  );
}
