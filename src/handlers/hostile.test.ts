import { parse, stringify } from 'yaml';
import { AGREEMENT, PROJECT } from '../app/testing/app-on-sample-site';
import { SIGNABLE } from '../app/testing/agreement-texts';
import type { Failure, Result } from '../contract';
import type { AgreementView, ExportedAgreement, ProposalView } from '../contract/agreement';
import type { DraftView } from '../contract/draft';
import type { ExclusionProposal, ExclusionView } from '../contract/exclusion';
import { guardedSite, type GuardedSite, type ModuleName, type Role } from './testing/guarded-site';

jest.setTimeout(240_000);

/** What people and attackers write. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['HTML', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
  ['an attribute', '" onmouseover="alert(1)'],
  ['a formula', '=HYPERLINK("https://evil.example","click")'],
  ['another formula', "@SUM(1+1)*cmd|'/c calc'!A0"],
  ['JQL', 'x" OR project = HRS ORDER BY "created'],
  ['SQL', "'); DROP TABLE signature; --"],
  ['a template', '${process.env} {{constructor}} %s %00'],
  ['right to left', 'safe \u202egnp.exe\u202c \u2066x\u2069'],
  ['Arabic and Hebrew', 'مرحبا שלום'],
  ['emoji', '👩‍👩‍👧‍👦 🇬🇧 ☠️'],
  ['four bytes', '𝕊𝕃𝔸 𠜎'],
  ['combining marks', 'Z̸̢̧͎a̵l̷g̶o̴'],
  ['names of objects', '__proto__ constructor toString'],
];

let site: GuardedSite;
let errors: jest.SpyInstance;
beforeAll(async () => {
  site = await guardedSite();
  errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  await site.reset();
  expect(errors.mock.calls).toEqual([]);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await site.app.dispose();
});

const its = { project: { id: PROJECT } };
const call = <T>(role: Role, name: string, payload: unknown, module: ModuleName = 'settings-resolver') =>
  site.call<T>(role, module, name, its, payload);
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.message} ${JSON.stringify(result.faults ?? [])}`);
  return result.value;
};
const refusal = (result: Result<unknown>): string => {
  if (result.ok) throw new Error('It was not refused');
  return `${result.code}: ${(result.faults ?? []).map(({ path, message }) => `${path} ${message}`).join('; ')}`;
};

/** An agreement that says it wherever people write. */
function documentOf(text: string, id: string): string {
  const plain = parse(SIGNABLE) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  const [first] = plain['measures'];
  return stringify({
    ...plain,
    id,
    name: text,
    parties: {
      provider: { ...plain['parties'].provider, name: text },
      customer: {
        ...plain['parties'].customer,
        organizations: [{ name: text, id: '900' }],
        representatives: [{ name: text, role: text, accountId: 'customer' }],
      },
    },
    calendars: [
      { ...plain['calendars'][0], name: text },
      {
        id: 'days',
        name: text,
        timeZone: 'UTC',
        hours: { mon: '09:00-17:00' },
        holidays: [{ date: '2026-12-25', name: text }],
      },
    ],
    measures: [
      {
        ...first,
        name: text,
        goals: [{ name: text, within: '1h' }],
        pauseWhile: [{ name: text, when: 'status = "Waiting for customer"' }],
      },
    ],
    exclusions: [{ id: 'one', clause: text, effect: 'time', reason: text, during: 'days' }],
    responsibilities: [{ of: 'customer', text }],
    consequences: { actions: [text] },
  });
}

describe.each(HOSTILE)('%s', (_, text) => {
  it('is text wherever an agreement is written, proposed, signed, read and printed', async () => {
    const id = 'hostile';
    const source = documentOf(text, id);
    const draft = value(
      await call<DraftView>('lead', 'createAgreement', { source: { from: 'text', text: source } }),
    );
    expect(draft.text).toBe(source);
    expect(draft.document?.name).toBe(text);
    value(await call('lead', 'checkDraft', { agreementId: id, content: { document: draft.document } }));
    const note = { agreementId: id, revision: draft.revision, note: text };
    const proposal = value(await call<ProposalView>('lead', 'proposeAgreement', note));
    expect(proposal.note).toBe(text);
    const signed = { projectId: PROJECT, agreementId: id, hash: proposal.hash };
    value(await call('agent', 'signAgreement', signed));
    expect(
      value(await call<ProposalView>('customer', 'signAgreement', signed, 'portal-page-resolver')).state,
    ).toBe('published');
    const view = value(await call<AgreementView>('agent', 'readAgreement', { agreementId: id }));
    expect([view.name, view.provider, view.customer]).toEqual([text, text, 'Acme']);
    expect(view.shown?.document).toContain(`id: ${id}`);
    const printed = value(await call<ExportedAgreement>('agent', 'printAgreement', { agreementId: id }));
    expect(printed.text).not.toMatch(/<img|<script>alert|" onmouseover/);
    const exported = value(
      await call<ExportedAgreement>('agent', 'exportAgreement', { agreementId: id, version: 1 }),
    );
    expect((parse(exported.text) as { name: string }).name).toBe(text);
    expect(
      value(await call<{ entries: unknown[] }>('lead', 'readAudit', undefined)).entries.length,
    ).toBeGreaterThan(3);
  });

  it('is text in a refusal, an exclusion, a decision and an incident', async () => {
    const { hash } = site.proposal;
    const declined = value(
      await call<ProposalView>('agent', 'declineAgreement', { agreementId: 'acme', hash, reason: text }),
    );
    expect(declined.signatures[0]?.comment).toBe(text);
    const given: ExclusionProposal = site.aProposal({
      clause: text,
      reason: text,
      evidence: [{ kind: 'link', url: `https://example.com/?q=${encodeURIComponent(text)}`, title: text }],
    });
    const exclusion = value(await call<ExclusionView>('agent', 'proposeExclusion', { proposal: given }));
    expect(exclusion).toMatchObject({ clause: text, reason: text, evidence: given.evidence });
    const decision = {
      exclusionId: exclusion.exclusionId,
      hash: exclusion.hash,
      decision: 'withdraw',
      reason: text,
    };
    expect(value(await call<ExclusionView>('agent', 'decideExclusion', decision)).decision).toBe(text);
    const incident = { agreementId: 'acme', clause: text, reason: text, from: 1, to: 2, rowVersion: null };
    const onIssue = { issue: { id: site.issue.id }, ...its };
    expect(
      value(await site.call('agent', 'panel-resolver', 'declareIncident', onIssue, incident)),
    ).toMatchObject({ clause: text, reason: text });
  });

  it('is looked for, and never run', async () => {
    expect(Array.isArray(value(await call('lead', 'findPeople', { query: text })))).toBe(true);
    // Nothing that is no condition of a rule reaches Jira; what is one stays within the project.
    for (const jql of [text, `summary ~ ${JSON.stringify(text)}`, `priority = High) OR (project = HRS`]) {
      const counted = value(
        await call<{ count: number | null; faults: unknown[] }>('lead', 'countTickets', { jql }),
      );
      expect(counted.count === null ? counted.faults.length : 1).toBeGreaterThan(0);
      expect(counted.count ?? 0).toBeLessThanOrEqual(3);
    }
    for (const [start, within] of [
      [text, '8h'],
      ['2026-12-24T15:30', text],
    ]) {
      const calendar = { id: 'always', name: text, timeZone: 'UTC', hours: 'always' };
      expect(refusal(await call('lead', 'tryCalendar', { calendar, start, within }))).toMatch(/^invalid/);
    }
    for (const [name, payload] of [
      ['retireAgreement', { agreementId: 'basic', from: text }],
      ['restoreVersion', { agreementId: 'basic', version: 1, effectiveFrom: text }],
      ['proposeAgreement', { agreementId: 'planned', revision: 1, effectiveFrom: text }],
    ] as const)
      expect(refusal(await call('lead', name, payload))).toMatch(/^invalid/);
    for (const name of ['signAgreement', 'declineAgreement'])
      expect(refusal(await call('agent', name, { agreementId: 'acme', hash: text, reason: 'x' }))).toMatch(
        /^(conflict|invalid)/,
      );
    const hidden = { rowVersion: 0, approval: 'both', hiddenInPortal: [text] };
    value(await call('lead', 'saveSettings', { settings: hidden }));
    value(await call('lead', 'readWhatIfChanges', { runId: site.run.runId, after: text }));
  });
});

describe('A text', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'https:',
    '',
  ])('that is no address of a page is no evidence: %s', async (url) => {
    const proposal = site.aProposal({ evidence: [{ kind: 'link', url, title: 'x' }] });
    expect(refusal(await call('agent', 'proposeExclusion', { proposal }))).toMatch(/^invalid: evidence\[0\]/);
  });

  it.each(['\u0000', 'a\u0000b', '\ud800', 'x\udc00y', '\u0007'])('with %j is refused', async (text) => {
    const source = AGREEMENT.replace('id: acme', 'id: odd').replace(
      'name: IT support for Acme',
      `name: "x${text}"`,
    );
    expect(
      refusal(await call('lead', 'createAgreement', { source: { from: 'text', text: source } })),
    ).toMatch(/U\+/);
    const given = site.aProposal({ clause: `c${text}`, reason: `r${text}` });
    for (const result of [
      await call<ExclusionView>('agent', 'proposeExclusion', { proposal: given }),
      await call<ProposalView>('agent', 'declineAgreement', {
        agreementId: 'acme',
        hash: site.proposal.hash,
        reason: `no${text}`,
      }),
      await call<ProposalView>('lead', 'proposeAgreement', {
        agreementId: 'planned',
        revision: 1,
        note: `no${text}`,
      }),
    ])
      expect(refusal(result)).toMatch(/^invalid.*U\+/);
  });

  const long = (length: number) => 'x'.repeat(length);
  const reason = (payload: object, length: number) => ({ ...payload, reason: long(length) });
  const exclusionOf = (given: Partial<ExclusionProposal>) => ({ proposal: site.aProposal(given) });
  it.each<[string, number, Role, string, (length: number) => unknown]>([
    [
      'note',
      2_000,
      'lead',
      'proposeAgreement',
      (n) => ({ agreementId: 'planned', revision: 1, note: long(n) }),
    ],
    [
      'reason of a refusal',
      2_000,
      'agent',
      'declineAgreement',
      (n) => reason({ agreementId: 'acme', hash: site.proposal.hash }, n),
    ],
    ['clause', 200, 'agent', 'proposeExclusion', (n) => exclusionOf({ clause: long(n) })],
    ['reason of an exclusion', 2_000, 'agent', 'proposeExclusion', (n) => exclusionOf({ reason: long(n) })],
    [
      'title of evidence',
      500,
      'agent',
      'proposeExclusion',
      (n) => exclusionOf({ evidence: [{ kind: 'link', url: 'https://a.example', title: long(n) }] }),
    ],
    [
      'address of evidence',
      2_000,
      'agent',
      'proposeExclusion',
      (n) => exclusionOf({ evidence: [{ kind: 'link', url: `https://${long(n - 8)}`, title: 'x' }] }),
    ],
    [
      'number of windows',
      100,
      'agent',
      'proposeExclusion',
      (n) => exclusionOf({ windows: Array.from({ length: n }, (_, i) => ({ from: 2 * i, to: 2 * i + 1 })) }),
    ],
    [
      'number of pieces of evidence',
      20,
      'agent',
      'proposeExclusion',
      (n) =>
        exclusionOf({
          evidence: Array.from({ length: n }, () => ({ kind: 'link', url: 'https://a.example', title: 'x' })),
        }),
    ],
    [
      'reason of a decision',
      2_000,
      'agent',
      'decideExclusion',
      (n) =>
        reason(
          { exclusionId: site.exclusion.exclusionId, hash: site.exclusion.hash, decision: 'withdraw' },
          n,
        ),
    ],
    ['search for people', 200, 'lead', 'findPeople', (n) => ({ query: long(n) })],
    ['JQL', 20_000, 'lead', 'countTickets', (n) => ({ jql: `summary ~ "${long(n - 12)}"` })],
    [
      'what is hidden',
      1_000,
      'lead',
      'saveSettings',
      (n) => ({
        settings: {
          rowVersion: 0,
          approval: 'both',
          hiddenInPortal: Array.from({ length: n }, (_, i) => `a${i}`),
        },
      }),
    ],
  ])(
    'as long as it may be is taken, longer is refused and the limit named: %s (%i)',
    async (_, limit, role, name, payload) => {
      value(await call(role, name, payload(limit)));
      await site.reset();
      const refused = await call(role, name, payload(limit + 1));
      expect((refused as Failure).code).toBe('invalid');
      expect(refusal(refused)).toContain(String(limit));
    },
  );

  it.each([
    ['an account', 128, (text: string) => SIGNABLE.replace('accountId: customer', `accountId: ${text}`)],
    ['a name', 200, (text: string) => SIGNABLE.replace('name: IT support for Acme', `name: ${text}`)],
    ['an id', 64, (text: string) => SIGNABLE.replace('id: acme', `id: ${text}`)],
  ])('in an agreement, too: %s', async (_, limit, of) => {
    const outcome = async (length: number) => {
      const named = `x${long(length - 1)}`;
      const source = of(named).replace('id: acme\n', 'id: long\n');
      const draft = await call<DraftView>('lead', 'createAgreement', {
        source: { from: 'text', text: source },
      });
      if (!draft.ok) return draft;
      const { agreementId, revision } = draft.value;
      return call('lead', 'proposeAgreement', { agreementId, revision });
    };
    value(await outcome(limit));
    await site.reset();
    expect(refusal(await outcome(limit + 1))).toMatch(/^invalid/);
  });

  it('of brackets alone is refused, however deep', async () => {
    for (const jql of [
      '('.repeat(20_000),
      'NOT '.repeat(4_999) + 'x = 1',
      `${'('.repeat(5_000)}priority = High${')'.repeat(5_000)}`,
    ])
      expect(['ok', 'invalid']).toContain(codeOf(await call('lead', 'countTickets', { jql })));
    for (const text of [
      '['.repeat(100_000),
      '{"a":'.repeat(40_000),
      '- '.repeat(100_000),
      'a: &a [*a, *a]',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`}, `.repeat(9)}]`).join('\n')}`,
    ])
      expect(['ok', 'invalid']).toContain(
        codeOf(await call('lead', 'checkDraft', { agreementId: 'planned', content: { text } })),
      );
  });

  it('of times that no calendar has is refused', async () => {
    for (const [from, to] of [
      [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [0, 9e15],
      [-1, 1],
    ] as const) {
      const proposal = site.aProposal({ windows: [{ from, to }] });
      expect(refusal(await call('agent', 'proposeExclusion', { proposal }))).toMatch(/^invalid/);
      expect(refusal(await call('agent', 'previewExclusion', { proposal }))).toMatch(/^invalid/);
    }
  });
});

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
