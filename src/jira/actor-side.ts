import type { FieldValue } from '../engine/field-value';
import type { Actor, Side } from '../engine/issue-history';
import type { RawAuthor } from './decode-histories';

/**
 * Who somebody is on one issue, as of the reporter and the participants of that moment: apps are
 * automation; portal accounts, the reporter and participants are the customer's side (an agent who asks for
 * something himself too); everybody else is the provider's. Somebody Jira does not name counts for neither
 * side.
 */
export class Cast {
  private readonly known = new Map<string, Actor>();

  constructor(
    private readonly reporter: FieldValue,
    private readonly participants: FieldValue,
  ) {}

  actor(author: RawAuthor | null): Actor {
    const accountId = accountIdOf(author);
    if (accountId === null)
      return { accountId: null, name: nameOf(author) ?? 'Anonymous', side: 'automation' };
    let actor = this.known.get(accountId);
    if (actor === undefined) {
      actor = {
        accountId,
        name: nameOf(author) ?? accountId,
        side: this.side(accountId, author?.accountType),
      };
      this.known.set(accountId, actor);
    }
    return actor;
  }

  isReporter(accountId: string | null): boolean {
    return accountId !== null && this.reporter[0]?.id === accountId;
  }

  private side(accountId: string, accountType: unknown): Side {
    if (accountType === 'app') return 'automation';
    if (accountType === 'customer' || this.isReporter(accountId)) return 'customer';
    return this.participants.some((participant) => participant.id === accountId) ? 'customer' : 'provider';
  }
}

function accountIdOf(author: RawAuthor | null): string | null {
  const id = author?.accountId || author?.key;
  return typeof id === 'string' && id !== '' ? id : null;
}

function nameOf(author: RawAuthor | null): string | null {
  const name = author?.displayName;
  return typeof name === 'string' && name !== '' ? name : null;
}
