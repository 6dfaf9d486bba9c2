import { type Issue, issue } from '../../../kernel/issue.ts';

/** What is printed and signed once cannot be mended: an address that nobody has set has to be accepted. */
export const addressIssues = (sent: {
  readonly site: string;
  readonly assumed?: boolean | undefined;
  readonly any_address: boolean;
}): readonly Issue[] =>
  sent.assumed === true && !sent.any_address
    ? [issue('any_address', 'address_unset', { site: sent.site })]
    : [];
