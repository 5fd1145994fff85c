import type { Result } from '../contract';
import type { Approval, Place, ProposalView } from '../contract/agreement';
import type { ExclusionView } from '../contract/exclusion';
import { SIGNABLE } from './testing/agreement-texts';
import { appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

jest.setTimeout(60_000);

// The verbs are imported once the runtime is there: @forge/kvs looks for it as it is loaded.
const verbs = async () => ({
  ...(await import('./create-agreement')),
  ...(await import('./decide-exclusion')),
  ...(await import('./migrate')),
  ...(await import('./propose-agreement')),
  ...(await import('./propose-exclusion')),
  ...(await import('./read-audit')),
  ...(await import('./read-draft')),
  ...(await import('./read-settings')),
  ...(await import('./save-draft')),
  ...(await import('./save-settings')),
  ...(await import('./sign-agreement')),
});

let app: AppUnderTest;
let verb: Awaited<ReturnType<typeof verbs>>;
beforeEach(async () => {
  app = await appOnSampleSite();
  verb = await verbs();
  await app.asApp(verb.migrate);
  app.jira.addUsers([{ accountId: 'friend', displayName: 'Fred Friend', accountType: 'customer' }]);
});
afterEach(() => app.dispose());

const ID = 'acme';
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.faults ?? [])}`);
  return result.value;
};
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const speaker = (accountId: string, name: string, text = SIGNABLE) =>
  text.replace('{ name: Carl Customer, accountId: customer }', `{ name: ${name}, accountId: ${accountId} }`);
const FRIEND = speaker('friend', 'Fred Friend');

/** Written and proposed by the project's administrator. */
const propose = (text: string, agreementId = ID): Promise<Result<ProposalView>> =>
  app.asUser('lead', async () => {
    const by = { projectId: PROJECT, accountId: 'lead' };
    let draft = await verb.createAgreement({ ...by, source: { from: 'text', text } }, app.now());
    if (!draft.ok) {
      const { revision } = value(await verb.readDraft({ ...by, agreementId }, app.now()));
      draft = await verb.saveDraft({ ...by, agreementId, revision, content: { text } }, app.now());
    }
    const { revision } = value(draft);
    // Each in force before the next one is written.
    await app.clock.advanceBy(HOUR);
    const effectiveFrom = new Date(app.now()).toISOString();
    return verb.proposeAgreement({ ...by, agreementId, revision, effectiveFrom }, app.push, app.now());
  });
const sign = (
  accountId: string,
  { hash }: Pick<ProposalView, 'hash'>,
  place: Place = 'portal-page',
): Promise<Result<ProposalView>> =>
  app.asUser(accountId, () => {
    const signed = { projectId: PROJECT, agreementId: ID, hash, accountId, place } as const;
    return verb.signAgreement({ ...signed, decision: 'signed', comment: null }, app.push, app.now());
  });
const approveBy = (approval: Approval) =>
  app.asUser('lead', async () => {
    const settings = { ...value(await verb.readSettings(PROJECT)), approval };
    value(await verb.saveSettings({ projectId: PROJECT, settings, accountId: 'lead' }, app.now()));
  });
const inForce = async (text = SIGNABLE, customer = 'customer') => {
  const proposal = value(await propose(text));
  value(await sign('agent', proposal));
  expect(value(await sign(customer, proposal)).state).toBe('published');
};
const proposeExclusion = (accountId: string, place: Place) =>
  app.asUser(accountId, () => {
    const windows = [{ from: app.now() - HOUR, to: app.now() }];
    const what = { agreementId: ID, kind: 'day', clause: '1', effect: 'time', reason: 'Because' } as const;
    const proposal = {
      ...what,
      measures: [],
      when: null,
      windows,
      during: null,
      issueKey: null,
      evidence: [],
    };
    return verb.proposeExclusion(PROJECT, proposal, { accountId, place }, app.push, app.now());
  });

const agree = (accountId: string, { exclusionId, hash }: ExclusionView, place: Place) =>
  app.asUser(accountId, () => {
    const decision = { exclusionId, hash, decision: 'agree' } as const;
    return verb.decideExclusion(PROJECT, decision, { accountId, place }, app.push, app.now());
  });

describe('Who speaks for a side', () => {
  it('is said by that side: whoever it has accepted signs for its next people', async () => {
    await inForce();
    const proposal = value(await propose(FRIEND));
    expect(proposal.waitingFor).toContainEqual({ side: 'customer', people: ['Carl Customer'] });
    value(await sign('agent', proposal));
    expect(codeOf(await sign('friend', proposal))).toBe('not-found');
    expect(value(await sign('customer', proposal)).state).toBe('published');
    // From now on it is the friend.
    const next = value(await propose(SIGNABLE));
    value(await sign('agent', next));
    expect(codeOf(await sign('customer', next))).toBe('not-found');
    expect(value(await sign('friend', next)).state).toBe('published');
  });

  it('is not asked less because the provider sets its project to approve alone', async () => {
    await inForce();
    await approveBy('provider');
    const proposal = value(await propose(FRIEND));
    expect(proposal).toMatchObject({ approval: 'both', waitingFor: [{ side: 'provider' }, { side: 'customer' }] }); // prettier-ignore
    expect(value(await sign('agent', proposal)).state).toBe('proposed');
    const exclusion = value(await proposeExclusion('agent', 'project-page'));
    expect(exclusion).toMatchObject({ state: 'proposed', signatures: [{ side: 'provider' }] });
    expect(value(await agree('customer', exclusion, 'portal-page')).state).toBe('agreed');
    // What the customer has never signed, the provider may approve alone.
    const other = value(await propose(FRIEND.replace('id: acme', 'id: other'), 'other'));
    expect(other.approval).toBe('provider');
  });

  it('is said by the text where nobody of those is active any more, and the log says so', async () => {
    await inForce();
    const proposal = value(await propose(FRIEND));
    expect(codeOf(await sign('friend', proposal))).toBe('not-found');
    const carl = { accountId: 'customer', displayName: 'Carl Customer', accountType: 'customer' } as const;
    app.jira.addUsers([{ ...carl, active: false }]);
    value(await sign('agent', proposal));
    expect(value(await sign('friend', proposal)).state).toBe('published');
    const { entries } = value(await app.asUser('lead', () => verb.readAudit({ projectId: PROJECT })));
    expect(entries.filter(({ action }) => action === 'agreement-signed').map(({ actor, text }) => [actor, text])) // prettier-ignore
      .toContainEqual([
        'Fred Friend',
        'Signed for the customer, agreement acme: its version 2. Nobody whom the customer had accepted before is active any more.',
      ]);
  });
});

describe('Nobody of the provider', () => {
  it.each([
    ['lead', 'administers the project'],
    ['agent2', 'works in it as an agent'],
  ])('signs for the customer: %s %s', async (accountId) => {
    const text = speaker(accountId, 'Myself');
    const proposal = value(await propose(text));
    expect(codeOf(await sign(accountId, proposal, 'project-page'))).toBe('forbidden');
    expect(codeOf(await sign(accountId, proposal, 'portal-page'))).toBe('not-found');
    value(await sign('agent', proposal));
  });

  it.each(['lead', 'agent2'])('agrees to an exclusion for the customer: %s', async (accountId) => {
    await approveBy('provider');
    value(await sign('agent', value(await propose(speaker(accountId, 'Myself')))));
    await approveBy('both');
    const exclusion = value(await proposeExclusion('agent', 'project-page'));
    for (const place of ['project-page', 'portal-page'] as const)
      expect(codeOf(await agree(accountId, exclusion, place))).toBe('forbidden');
    // Proposing one does not sign it for the customer either.
    expect(value(await proposeExclusion(accountId, 'issue-panel')).signatures).toEqual([]);
  });

  it('but agents may speak for a team of the same house', async () => {
    const text = speaker('agent2', 'Abe Agent').replace('kind: sla', 'kind: ola');
    const proposal = value(await propose(text));
    value(await sign('agent', proposal));
    expect(value(await sign('agent2', proposal, 'project-page')).state).toBe('published');
  });
});
