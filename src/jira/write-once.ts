import { patience } from './patience';

/**
 * For calls that must not be done twice (a comment, a mail, a transition): a Jira that is busy may have done it
 * all the same, so it is not asked again.
 */
export const ONCE = patience(0);
