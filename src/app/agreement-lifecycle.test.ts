import type { Failure, Result } from '../contract';
import type { Place, ProposalView } from '../contract/agreement';
import type { DraftView } from '../contract/draft';
import { SIGNABLE } from './testing/agreement-texts';
import { AGREEMENT, appOnSampleSite, HOUR, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

jest.setTimeout(60_000);

// The verbs are imported once the runtime is there: @forge/kvs looks for it as it is loaded.
const verbs = async () => ({
  ...(await import('./complete-proposal')),
  ...(await import('./create-agreement')),
  ...(await import('./delete-draft')),
  ...(await import('./export-agreement')),
  ...(await import('./list-agreements')),
  ...(await import('./migrate')),
  ...(await import('./propose-agreement')),
  ...(await import('./read-agreement')),
  ...(await import('./read-creation-choices')),
  ...(await import('./read-draft')),
  ...(await import('./read-my-agreements')),
  ...(await import('./read-settings')),
  ...(await import('./refresh-timers')),
  ...(await import('./restore-version')),
  ...(await import('./retire-agreement')),
  ...(await import('./save-draft')),
  ...(await import('./save-settings')),
  ...(await import('./sign-agreement')),
  ...(await import('./withdraw-proposal')),
});
const stores = async () => ({
  ...(await import('../storage/agreement-party')),
  ...(await import('../storage/agreement-proposal')),
  ...(await import('../storage/agreement-version')),
  ...(await import('../storage/signature')),
});

let app: AppUnderTest;
let verb: Awaited<ReturnType<typeof verbs>>;
let store: Awaited<ReturnType<typeof stores>>;

beforeEach(async () => {
  app = await appOnSampleSite();
  [verb, store] = [await verbs(), await stores()];
  await app.asApp(verb.migrate);
});
afterEach(() => app.dispose());

const ID = 'acme';
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.faults ?? [])}`);
  return result.value;
};
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const faultsOf = (result: Result<unknown>) => (result as Failure).faults?.map(({ path }) => path);

const as = <T>(accountId: string, work: () => Promise<T>) => app.asUser(accountId, work);
const create = (text: string, accountId = 'lead') =>
  as(accountId, () =>
    verb.createAgreement({ projectId: PROJECT, source: { from: 'text', text }, accountId }, app.now()),
  );
const draftOf = (accountId = 'lead') =>
  as(accountId, () => verb.readDraft({ projectId: PROJECT, agreementId: ID, accountId }, app.now()));
const save = ({ revision }: Pick<DraftView, 'revision'>, text: string, accountId = 'lead') =>
  as(accountId, () => {
    const saving = { projectId: PROJECT, agreementId: ID, revision, content: { text }, accountId };
    return verb.saveDraft(saving, app.now());
  });
const propose = ({ revision }: Pick<DraftView, 'revision'>, effectiveFrom?: string, accountId = 'lead') =>
  as(accountId, () => {
    const proposed = { projectId: PROJECT, agreementId: ID, revision, effectiveFrom, accountId };
    return verb.proposeAgreement(proposed, app.push, app.now());
  });
const decide = (
  accountId: string,
  hash: string,
  decision: 'signed' | 'declined' = 'signed',
  place: Place = accountId.startsWith('customer') ? 'portal-page' : 'project-page',
) =>
  as(accountId, () => {
    const comment = decision === 'declined' ? 'Too slow' : null;
    const decided = { projectId: PROJECT, agreementId: ID, hash, decision, comment, accountId, place };
    return verb.signAgreement(decided, app.push, app.now());
  });
const withdraw = (hash: string, accountId = 'lead') =>
  as(accountId, () =>
    verb.withdrawProposal({ projectId: PROJECT, agreementId: ID, hash, accountId }, app.push, app.now()),
  );
const list = async (accountId = 'lead') =>
  value(
    await as(accountId, () => verb.listAgreements({ projectId: PROJECT, accountId }, app.push, app.now())),
  );
const read = (version?: number, accountId = 'lead') =>
  as(accountId, () =>
    verb.readAgreement({ projectId: PROJECT, agreementId: ID, version, accountId }, app.push, app.now()),
  );
const providerAlone = () =>
  as('lead', () => {
    const settings = { rowVersion: 0, approval: 'provider' as const, hiddenInPortal: [] };
    return verb.saveSettings({ projectId: PROJECT, settings, accountId: 'lead' }, app.now());
  });
/** Created, proposed and signed by both. */
const inForce = async (text = SIGNABLE): Promise<ProposalView> => {
  const { hash } = value(await propose(value(await create(text))));
  value(await decide('agent', hash));
  return value(await decide('customer', hash));
};
const next = async (text: string, effectiveFrom = '2026-12-01') =>
  propose(value(await save(value(await draftOf()), text)), effectiveFrom);
const edited = SIGNABLE.replace('within: 2h', 'within: 3h');

describe('An agreement', () => {
  it('goes from draft to proposed to signed by both sides to active', async () => {
    const draft = value(await create(SIGNABLE));
    expect(draft).toMatchObject({ agreementId: ID, revision: 1, text: SIGNABLE, publishedVersion: null });
    expect((await list()).agreements).toMatchObject([{ agreementId: ID, state: 'draft', version: null }]);

    const proposal = value(await propose(draft));
    expect(proposal).toMatchObject({
      number: 1,
      version: 1,
      state: 'proposed',
      approval: 'both',
      proposedBy: 'Lena Lead',
      signatures: [],
      waitingFor: [
        { side: 'provider', people: ['Ana Agent', 'Mia Manager'] },
        { side: 'customer', people: ['Carl Customer'] },
      ],
      maySign: null,
    });
    expect((await list('agent')).agreements).toMatchObject([
      { state: 'proposed', proposal: { maySign: 'provider' } },
    ]);

    const once = value(await decide('agent', proposal.hash));
    expect(once).toMatchObject({ state: 'proposed', waitingFor: [{ side: 'customer' }], maySign: null });
    expect(await app.agreements(PROJECT)).toEqual([]);
    const twice = value(await decide('customer', proposal.hash));
    expect(twice).toMatchObject({
      state: 'published',
      waitingFor: [],
      signatures: [
        { side: 'customer', decision: 'signed', name: 'Carl Customer', place: 'portal-page', at: app.now() },
        { side: 'provider', decision: 'signed', name: 'Ana Agent', place: 'project-page' },
      ],
    });
    expect(app.pushed.map(({ job }) => job)).toEqual([
      { v: 1, kind: 'reconcile-project', projectId: PROJECT },
    ]);

    const [summary] = (await list('agent')).agreements;
    expect(summary).toMatchObject({
      name: 'IT support for Acme',
      provider: 'Northwind',
      customer: 'Acme',
      state: 'active',
      version: 1,
      approval: 'both',
      // What was published was the draft: it is done with.
      draft: null,
      proposal: null,
    });
    const view = value(await read());
    expect(view.versions).toMatchObject([
      { version: 1, state: 'active', effectiveTo: null, hash: proposal.hash, signatures: [{}, {}] },
    ]);
    expect(view.shown).toMatchObject({ what: 'version', version: 1, document: SIGNABLE });
    expect(view.measures.map(({ measureId, target, hasGoal }) => [measureId, target, hasGoal])).toEqual([
      ['time-to-first-response', 0.95, true],
      ['time-to-resolution', 0.9, true],
    ]);
  });

  it('says of which measures nothing is promised', async () => {
    await inForce(SIGNABLE.replace('within: 1h', 'within: none'));
    const { measures } = value(await read());
    expect(measures.map(({ hasGoal }) => hasGoal)).toEqual([false, true]);
    expect((await list()).agreements).toMatchObject([{ hasGoal: true }]);
  });

  it('says where nothing is promised at all: of what is in force, else of what is written', async () => {
    const told = SIGNABLE.replaceAll(/within: \dh/g, 'within: none');
    const draft = value(await create(told));
    expect((await list()).agreements).toMatchObject([{ state: 'draft', hasGoal: false }]);
    const { hash } = value(await propose(draft));
    expect((await list()).agreements).toMatchObject([{ state: 'proposed', hasGoal: false }]);
    await decide('agent', hash);
    await decide('customer', hash);
    await next(SIGNABLE.replace('version: 1', 'version: 2'));
    expect((await list()).agreements).toMatchObject([{ state: 'active', proposal: {}, hasGoal: false }]);
    const mine = await as('customer', () => verb.readMyAgreements('customer', app.push, app.now()));
    expect(value(mine).agreements).toMatchObject([{ state: 'active', hasGoal: false }]);
  });

  it('counts what was kept so far, by agreement and by measure', async () => {
    await inForce();
    const issueId = app.issue();
    await app.clock.advanceBy(HOUR / 2);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(9 * HOUR);
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    await app.asApp(() => verb.refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()));
    const view = value(await read());
    expect(view.attainment).toEqual({ met: 1, breached: 1, share: 0.5 });
    expect(view.measures.map(({ met, breached, share }) => [met, breached, share])).toEqual([[1, 0, 1], [0, 1, 0]]); // prettier-ignore
  });

  it('is exported byte for byte, as a draft and as a version', async () => {
    const odd = `# ours – “Größe” 🙂 \u202e\r\n${SIGNABLE}\n\n  # the end`;
    const draft = value(await create(odd));
    const exported = await as('lead', () => verb.exportDraft({ projectId: PROJECT, agreementId: ID }));
    expect(value(exported)).toEqual({ fileName: 'acme-draft.yaml', text: odd });
    const { hash } = value(await propose(draft));
    await decide('agent', hash);
    await decide('customer', hash);
    const version = await as('agent', () =>
      verb.exportAgreement({ projectId: PROJECT, agreementId: ID, version: 1 }),
    );
    expect(value(version)).toEqual({ fileName: 'acme-v1.yaml', text: odd });
    const asked = { projectId: PROJECT, agreementId: ID, accountId: 'agent' };
    const printed = value(await as('agent', () => verb.printAgreement(asked, app.push, app.now())));
    expect(printed.fileName).toBe('acme-v1.html');
    expect(printed.text).toContain('Carl Customer');
  });
});

describe('Drafts', () => {
  it('are never overwritten silently', async () => {
    const draft = value(await create(SIGNABLE));
    const second = value(await save(draft, edited));
    expect(second).toMatchObject({ revision: 2, text: edited });
    expect(await save(draft, AGREEMENT)).toMatchObject({ ok: false, code: 'conflict', message: expect.stringContaining('Lena Lead') as string }); // prettier-ignore
    expect(value(await draftOf()).text).toBe(edited);
  });

  it('keep their comments when named values are saved', async () => {
    const draft = value(await create(SIGNABLE));
    const { document } = draft;
    if (!document) throw new Error('no document');
    const content = { document: { ...document, name: 'Support for Acme' } };
    const saving = { projectId: PROJECT, agreementId: ID, revision: 1, content, accountId: 'lead' };
    const saved = value(await as('lead', () => verb.saveDraft(saving, app.now())));
    expect(saved.text).toBe(SIGNABLE.replace('IT support for Acme', 'Support for Acme'));
  });

  it('begin with the newest version', async () => {
    await inForce();
    expect(value(await draftOf())).toMatchObject({ revision: 1, text: SIGNABLE, publishedVersion: 1 });
  });

  it('are deleted as they were read, and only then', async () => {
    value(await create(SIGNABLE));
    const remove = (revision: number) =>
      as('lead', () =>
        verb.deleteDraft({ projectId: PROJECT, agreementId: ID, revision, accountId: 'lead' }, app.now()),
      );
    expect(codeOf(await remove(2))).toBe('conflict');
    expect(codeOf(await remove(1))).toBe('ok');
    expect(codeOf(await remove(1))).toBe('not-found');
    expect((await list()).agreements).toEqual([]);
  });

  it.each([
    ['text that is no YAML', 'a: [1', ''],
    ['a text without an id', AGREEMENT.replace('id: acme', 'name2: acme'), 'id'],
    ['an id that is none', AGREEMENT.replace('id: acme', 'id: "../acme"'), 'id'],
    ['more than 240 KB', `${AGREEMENT}# ${'ü'.repeat(122_880)}`, ''],
    ['a control character', `${AGREEMENT}# \0`, ''],
  ])('are not made of %s', async (_, text, path) => {
    const result = await create(text);
    expect([codeOf(result), faultsOf(result)]).toEqual(['invalid', [path]]);
  });

  it('say what the limit of their length is, in bytes', async () => {
    const result = (await create(`${AGREEMENT}# ${'ü'.repeat(122_880)}`)) as Failure;
    expect(result.faults?.[0]?.message).toMatch(/has \d+ bytes; the limit is 245760 \(240 KB\)/);
  });

  it('may have faults: they are put right before it is proposed', async () => {
    const draft = value(await create(AGREEMENT.replace('within: 1h', 'within: soon')));
    const result = await propose(draft);
    expect([codeOf(result), faultsOf(result)]).toEqual(['invalid', ['measures[0].goals[0].within']]);
  });

  it('are made from presets and copies, each with an id of its own', async () => {
    value(await create(SIGNABLE));
    expect(codeOf(await create(SIGNABLE))).toBe('conflict');
    const from = (source: Parameters<typeof verb.createAgreement>[0]['source'], projectId = PROJECT) =>
      as('lead', () => verb.createAgreement({ projectId, source, accountId: 'lead' }, app.now()));
    const copy = value(await from({ from: 'copy', agreementId: ID }));
    expect(copy).toMatchObject({ agreementId: 'acme-2', document: { name: 'IT support for Acme (2)' } });
    expect(copy.text).toContain('# speaks for the stores');
    expect(
      value(await from({ from: 'copy', projectId: PROJECT, agreementId: ID }, '10001')).agreementId,
    ).toBe(ID);
    const preset = value(await from({ from: 'preset', preset: 'it-service-desk' }));
    expect(preset.document).toMatchObject({ accord: 1 });
    const choices = value(await as('lead', () => verb.readCreationChoices(PROJECT)));
    expect(choices.presets).toHaveLength(5);
    expect(choices.copyable.map(({ projectKey, agreementId }) => `${projectKey} ${agreementId}`)).toEqual(
      expect.arrayContaining(['ITS acme', 'ITS acme-2', 'DEV acme']),
    );
  });

  it('are copied from no project that somebody else administers', async () => {
    value(await create(SIGNABLE));
    const source = { from: 'copy', projectId: '99999', agreementId: ID } as const;
    const result = await as('lead', () =>
      verb.createAgreement({ projectId: PROJECT, source, accountId: 'lead' }, app.now()),
    );
    expect(codeOf(result)).toBe('not-found');
  });
});

describe('Proposing', () => {
  it.each<[string, string, string[]]>([
    ['nobody signs for the customer', SIGNABLE.replace(', accountId: customer ', ' '), ['parties.customer.representatives']],
    ['nobody signs for either side', AGREEMENT, ['parties.provider.representatives', 'parties.customer.representatives']],
    ['one account stands on both sides', SIGNABLE.replace('accountId: customer ', 'accountId: agent '), ['parties.customer.representatives[0].accountId']],
  ])('is refused where %s', async (_, text, paths) => {
    const result = await propose(value(await create(text)));
    expect([codeOf(result), faultsOf(result)]).toEqual(['invalid', paths]);
  }); // prettier-ignore

  it('never removes the last representative of a side, also where the provider alone approves', async () => {
    await inForce();
    await providerAlone();
    const result = await next(SIGNABLE.replace(', accountId: customer ', ' '));
    expect((result as Failure).faults).toMatchObject([
      { path: 'parties.customer.representatives', message: 'The last representative of the customer cannot be removed' },
    ]); // prettier-ignore
  });

  it('keeps the id, numbers the version, and sets the date in the text', async () => {
    await inForce();
    expect(faultsOf(await next(SIGNABLE.replace('id: acme', 'id: other')))).toEqual(['id']);
    const proposal = value(
      await propose(value(await save(value(await draftOf()), edited)), '2026-12-01T08:00+01:00'),
    );
    expect(proposal).toMatchObject({ number: 2, version: 2, effectiveFrom: Date.UTC(2026, 11, 1, 7) });
    const shown = value(await read()).shown;
    expect(shown).toMatchObject({ what: 'proposal', version: 2 });
    expect(shown?.document).toBe(
      edited.replace('version: 1', 'version: 2').replace('2026-01-01', '2026-12-01T08:00+01:00'),
    );
  });

  it.each([
    ['yesterday', '2026-11-22', ['effectiveFrom']],
    ['a date that is none', '2026-02-30', ['effectiveFrom']],
    ['today', '2026-11-23', undefined],
    ['tomorrow', '2026-11-24', undefined],
  ])('of a follow-up takes effect %s: %j', async (_, date, paths) => {
    await inForce();
    expect(faultsOf(await next(edited, date))).toEqual(paths);
  });

  it('lets one proposal wait at a time; the draft may be written on meanwhile', async () => {
    const draft = value(await create(SIGNABLE));
    const first = value(await propose(draft));
    expect(codeOf(await propose(draft))).toBe('conflict');
    const second = value(await save(draft, edited));
    expect(codeOf(await propose(draft))).toBe('conflict');
    expect(codeOf(await withdraw('0'.repeat(64)))).toBe('conflict');
    expect(value(await withdraw(first.hash))).toMatchObject({ state: 'withdrawn', waitingFor: [] });
    expect(value(await propose(second))).toMatchObject({ number: 2, version: 1 });
  });

  it('by two at once makes one proposal', async () => {
    const draft = value(await create(SIGNABLE));
    const codes = (await Promise.all([propose(draft), propose(draft)])).map(codeOf);
    expect(codes.sort()).toEqual(['conflict', 'ok']);
  });

  it('tells whom it binds, and whom no more', async () => {
    const { accountParty, agreementsOfParties, organizationParty } = store;
    const bound = (key: string) => app.asApp(async () => (await agreementsOfParties([key])).length);
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    expect(await bound(accountParty('customer'))).toBe(1);
    expect(await bound(organizationParty('900'))).toBe(1);
    await withdraw(hash);
    expect(await bound(accountParty('customer'))).toBe(0);
  });
});

describe('Signing', () => {
  it.each<[string, string, string]>([
    ['an administrator who is no representative', 'lead', 'forbidden'],
    ['an agent who is no representative', 'agent2', 'forbidden'],
    ['a customer who is no representative', 'customer2', 'not-found'],
    ['somebody who may not see the project', 'outsider', 'not-found'],
  ])('is not for %s', async (_, accountId, code) => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    expect(codeOf(await decide(accountId, hash))).toBe(code);
    expect(value(await read()).proposal?.signatures).toEqual([]);
  });

  it('is not for an administrator who has named himself for the customer', async () => {
    const { hash } = value(
      await propose(value(await create(SIGNABLE.replace('accountId: customer ', 'accountId: lead ')))),
    );
    expect(codeOf(await decide('lead', hash))).toBe('forbidden');
    expect(codeOf(await decide('lead', hash, 'signed', 'portal-page'))).toBe('not-found');
  });

  it('of another text than the one that was read is a conflict', async () => {
    const draft = value(await create(SIGNABLE));
    const { hash } = value(await propose(draft));
    await withdraw(hash);
    const other = value(await propose(value(await save(draft, edited))));
    expect(other.hash).not.toBe(hash);
    expect(codeOf(await decide('agent', hash))).toBe('conflict');
    expect(codeOf(await decide('agent', other.hash))).toBe('ok');
  });

  it('twice changes nothing; another one of the same side comes too late', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    const first = value(await decide('agent', hash));
    expect(value(await decide('agent', hash))).toEqual(first);
    expect(await decide('manager', hash)).toMatchObject({ ok: false, code: 'conflict', message: 'Ana Agent has signed it for the provider already.' }); // prettier-ignore
    expect(codeOf(await decide('agent', hash, 'declined'))).toBe('conflict');
    value(await decide('customer', hash));
    expect(value(await decide('customer', hash))).toMatchObject({ state: 'published' });
    expect(await app.agreements(PROJECT)).toHaveLength(1);
  });

  it('by both at once publishes one version', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    const views = await Promise.all([decide('agent', hash), decide('customer', hash)]);
    expect(views.map(codeOf)).toEqual(['ok', 'ok']);
    expect(value(await read())).toMatchObject({ state: 'active', versions: [{ signatures: [{}, {}] }] });
    const { readAudit } = await import('./read-audit');
    const { entries } = value(await as('lead', () => readAudit({ projectId: PROJECT })));
    expect(entries.map(({ action }) => action).sort()).toEqual(
      ['agreement-created', 'agreement-proposed', 'agreement-published', 'agreement-signed', 'agreement-signed'],
    ); // prettier-ignore
  });

  it('ends with a refusal: the proposal is declined, with the reason', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    value(await decide('agent', hash));
    expect(value(await decide('customer', hash, 'declined'))).toMatchObject({
      state: 'declined',
      signatures: [{ side: 'customer', decision: 'declined', comment: 'Too slow' }, { side: 'provider' }],
    });
    expect(codeOf(await decide('manager', hash))).toBe('conflict');
    expect(codeOf(await withdraw(hash))).toBe('conflict');
    expect((await list()).agreements).toMatchObject([{ state: 'draft', proposal: null }]);
    expect(value(await propose(value(await draftOf())))).toMatchObject({ number: 2, state: 'proposed' });
  });

  it('is not possible any more after a withdrawal', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    await withdraw(hash);
    expect(await decide('agent', hash)).toMatchObject({ ok: false, code: 'conflict', message: 'The proposal was withdrawn.' }); // prettier-ignore
  });

  const signedBehindTheBack = async (hash: string) => {
    const subject = store.agreementSubject(ID, 1);
    const common = {
      projectId: PROJECT,
      subject,
      hash,
      decision: 'signed',
      place: 'portal-page',
      comment: null,
    } as const;
    for (const [side, signedBy] of [
      ['provider', 'agent'],
      ['customer', 'customer'],
    ] as const)
      // prettier-ignore
      await app.asApp(() => store.addSignature({ ...common, side, signedBy, signerName: signedBy, signedAt: app.now() }));
  };

  it.each(['the next reader', 'the daily reconcile', 'whoever signs again', 'whoever would withdraw it'])(
    'that crashed before the version was published is completed by %s',
    async (who) => {
      const { hash } = value(await propose(value(await create(SIGNABLE))));
      await signedBehindTheBack(hash);
      expect(await app.agreements(PROJECT)).toEqual([]);
      if (who === 'the next reader') await list('agent');
      if (who === 'the daily reconcile') await app.asApp(() => verb.completeProposals(app.push, app.now()));
      if (who === 'whoever signs again') expect(codeOf(await decide('customer', hash))).toBe('ok');
      if (who === 'whoever would withdraw it') expect(codeOf(await withdraw(hash))).toBe('conflict');
      expect(await app.agreements(PROJECT)).toHaveLength(1);
      expect(value(await read())).toMatchObject({ state: 'active', proposal: null });
    },
  );

  it('that crashed between the version and the state is completed, too', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    await signedBehindTheBack(hash);
    const head = { projectId: PROJECT, agreementId: ID, number: 1 };
    await app.asApp(() => verb.completeProposal(head, app.push, app.now()));
    await app.sql.execute(`UPDATE agreement_proposal SET state = 'accepted'`, [], 'dml');
    expect(value(await read())).toMatchObject({
      state: 'active',
      proposal: null,
      versions: [{ version: 1 }],
    });
    expect(await app.agreements(PROJECT)).toHaveLength(1);
  });

  it('of a follow-up whose date has passed takes effect at the last signature', async () => {
    await inForce();
    const { hash } = value(await next(edited, '2026-11-24'));
    value(await decide('agent', hash));
    await app.clock.advanceBy(30 * HOUR);
    value(await decide('customer', hash));
    expect((await app.agreements(PROJECT)).map(({ agreement }) => agreement.effectiveFrom)).toEqual([
      Date.UTC(2026, 0, 1),
      app.now(),
    ]);
    expect(value(await read()).versions.map(({ version, state }) => [version, state])).toEqual([[2, 'active'], [1, 'superseded']]); // prettier-ignore
  });

  it('of a follow-up with a date to come leaves the version in force until then', async () => {
    await inForce();
    const { hash } = value(await next(edited));
    value(await decide('agent', hash));
    value(await decide('customer', hash));
    const from = Date.UTC(2026, 11, 1);
    expect((await list()).agreements).toMatchObject([
      { state: 'active', version: 1, upcoming: { version: 2, effectiveFrom: from, ends: false } },
    ]);
    await app.clock.advanceBy(from - app.now());
    expect((await list()).agreements).toMatchObject([{ state: 'active', version: 2, upcoming: null }]);
  });
});

describe('Where the provider alone approves', () => {
  beforeEach(providerAlone);

  it('an administrator approves if no representative of the provider has an account', async () => {
    const { hash, approval, maySign } = value(await propose(value(await create(AGREEMENT))));
    expect([approval, maySign]).toEqual(['provider', 'provider']);
    expect(codeOf(await decide('agent', hash))).toBe('forbidden');
    expect(value(await decide('lead', hash))).toMatchObject({ state: 'published' });
    const view = value(await read());
    expect(view.approval).toBe('provider');
    expect(view.shown?.text.notices.join(' ')).toContain('Northwind alone approves');
  });

  it('a representative of the provider approves, nobody else', async () => {
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    expect(codeOf(await decide('lead', hash))).toBe('forbidden');
    expect(codeOf(await decide('customer', hash))).toBe('not-found');
    expect(value(await decide('agent', hash))).toMatchObject({ state: 'published' });
  });

  it('a former version is restored in one step', async () => {
    const { hash } = value(await propose(value(await create(AGREEMENT))));
    value(await decide('lead', hash));
    await app.clock.advanceBy(HOUR);
    const second = value(await next(AGREEMENT.replace('within: 2h', 'within: 3h'), '2026-11-23'));
    value(await decide('lead', second.hash));
    await app.clock.advanceBy(HOUR);
    const restored = await as('lead', () => {
      const asked = {
        projectId: PROJECT,
        agreementId: ID,
        version: 1,
        effectiveFrom: '2026-11-23',
        accountId: 'lead',
      };
      return verb.restoreVersion(asked, app.push, app.now());
    });
    expect(value(restored)).toMatchObject({ version: 3, state: 'published' });
    const versions = await app.agreements(PROJECT);
    expect(versions.map(({ agreement }) => agreement.effectiveFrom)).toEqual([Date.UTC(2026, 0, 1), app.now() - HOUR, app.now()]); // prettier-ignore
    expect(versions[2]?.agreement.measures).toEqual(versions[0]?.agreement.measures);
  });

  it('what was proposed before the setting changed still takes both signatures', async () => {
    const settings = value(await as('lead', () => verb.readSettings(PROJECT)));
    const both = { ...settings, approval: 'both' as const };
    value(
      await as('lead', () =>
        verb.saveSettings({ projectId: PROJECT, settings: both, accountId: 'lead' }, app.now()),
      ),
    );
    const { hash } = value(await propose(value(await create(SIGNABLE))));
    const again = { ...both, rowVersion: both.rowVersion + 1, approval: 'provider' as const };
    value(
      await as('lead', () =>
        verb.saveSettings({ projectId: PROJECT, settings: again, accountId: 'lead' }, app.now()),
      ),
    );
    expect(value(await decide('agent', hash))).toMatchObject({ state: 'proposed', approval: 'both' });
  });
});

describe('Ending an agreement', () => {
  const retire = (from: string) =>
    as('lead', () =>
      verb.retireAgreement(
        { projectId: PROJECT, agreementId: ID, from, accountId: 'lead' },
        app.push,
        app.now(),
      ),
    );

  it('takes the signatures of both sides, and ends the clocks at its date', async () => {
    await inForce();
    const issueId = app.issue();
    const refresh = () =>
      app.asApp(() => verb.refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()));
    await refresh();
    const { hash, kind, maySign } = value(await retire('2026-11-24'));
    expect([kind, maySign]).toEqual(['retire', null]);
    expect(value(await read()).shown).toMatchObject({
      what: 'proposal',
      document: 'retire: acme\nfrom: 2026-11-24\n',
    });
    value(await decide('agent', hash));
    value(await decide('customer', hash));
    expect((await list()).agreements).toMatchObject([
      { state: 'active', upcoming: { version: 2, ends: true } },
    ]);
    await refresh();
    expect((await app.timers(issueId)).map(({ outcome }) => outcome)).toEqual(['ongoing', 'ongoing']);

    const end = Date.UTC(2026, 10, 24);
    await app.clock.advanceBy(end - app.now() + HOUR);
    await refresh();
    expect((await app.timers(issueId)).map(({ outcome, stoppedAt }) => [outcome, stoppedAt])).toEqual([['cancelled', end], ['cancelled', end]]); // prettier-ignore
    const later = app.issue();
    await app.asApp(() => verb.refreshTimers({ issueId: later, projectId: PROJECT }, app.push, app.now()));
    expect(await app.timers(later)).toEqual([]);
    expect((await list()).agreements).toMatchObject([
      { state: 'retired', version: null, upcoming: null, hasGoal: true },
    ]);
    expect(value(await read()).versions.map(({ state }) => state)).toEqual(['retired', 'superseded']);
    expect(codeOf(await retire('2026-12-01'))).toBe('conflict');
  });

  it('can be undone: a former version is proposed anew', async () => {
    await inForce();
    const { hash } = value(await retire('2026-11-24'));
    value(await decide('agent', hash));
    value(await decide('customer', hash));
    await app.clock.advanceBy(48 * HOUR);
    const asked = {
      projectId: PROJECT,
      agreementId: ID,
      version: 1,
      effectiveFrom: '2026-11-26',
      accountId: 'lead',
    };
    const restored = value(await as('lead', () => verb.restoreVersion(asked, app.push, app.now())));
    expect(restored).toMatchObject({ version: 3, state: 'proposed' });
    value(await decide('agent', restored.hash));
    value(await decide('customer', restored.hash));
    await app.clock.advanceBy(48 * HOUR);
    expect((await list()).agreements).toMatchObject([{ state: 'active', version: 3 }]);
  });

  it.each([
    ['yesterday', '2026-11-22', ['effectiveFrom']],
    ['some day', 'soon', ['from']],
  ])('is refused for %s', async (_, from, paths) => {
    await inForce();
    expect(faultsOf(await retire(from))).toEqual(paths);
  });

  it('is not for one that was never published', async () => {
    value(await create(SIGNABLE));
    expect(codeOf(await retire('2026-12-01'))).toBe('not-found');
  });
});
