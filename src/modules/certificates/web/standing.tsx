import { office } from '../../../platform/http/addresses.ts';
import { may } from '../../../platform/policy.ts';
import { ButtonLink, Buttons, Section } from '../../../ui/index.ts';
import type { PrizePanel } from '../../results/index.ts';
import { certificateRead } from '../policy.ts';
import { countStanding } from '../queries/standing.ts';
import { standingWords as words } from '../vi/standing.ts';

/** How many certificates stand of a decision that was taken back: taking it back touches none of them. */
export const standingPanel: PrizePanel = async (c, { edition, state, takenBack }) => {
  const { cx, place } = c.var;
  if (takenBack === null || state === 'approved' || state === 'published') return null;
  if (!(await may(cx, certificateRead, edition.organisation.id))) return null;
  const many = await countStanding(cx.db, edition.id);
  return (
    <Section title={words.title}>
      <p>{words.many(many)}</p>
      {many === 0 ? null : (
        <Buttons>
          <ButtonLink href={office(place.code, `hoi-thi/${edition.pid}/chung-nhan`)}>
            {words.list}
          </ButtonLink>
        </Buttons>
      )}
    </Section>
  );
};
