import type { ReportPart } from '../contract/service-report';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureView, TextBlock } from '../contract/agreement';
import { agreementHtml } from './agreement-html';
import { instantWords } from './date-words';
import { agreementPreset } from './agreement-presets';
import { agreementText } from './agreement-text';
import { agreementSchema, type AgreementDraft } from './document';
import { readText } from './read-text';

const folder = join(__dirname, '../../scenarios/agreements');

function documentOf(draft: unknown) {
  return agreementSchema.parse(draft);
}

function acme() {
  const reading = readText(readFileSync(join(folder, 'acme-it-support.yaml'), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return documentOf(reading.value);
}

function wordsOf(block: TextBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? cell : cell.text)).join(' | '),
        ),
      ];
    case 'trend':
      return [block.caption];
  }
}

const both = { approval: 'both' } as const;
const section = (id: string, document = acme()) =>
  agreementText(document, both)
    .sections.filter((each) => each.id === id)
    .flatMap(({ blocks }) => blocks.flatMap(wordsOf));

describe('agreementText', () => {
  it('begins with kind, parties, version and date in one sentence', () => {
    const text = agreementText(acme(), both);
    expect(text.title).toBe('IT support for Acme Retail');
    expect(text.subtitle).toBe(
      'Service level agreement between Northwind IT and Acme Retail, version 1, in force from 1 September 2026, 00:00 (Europe/London).',
    );
    expect(text.notices).toEqual([]);
    expect(text.sections.map(({ id }) => id)).toEqual([
      'parties',
      'scope',
      'measures',
      'calendars',
      'exclusions',
      'responsibilities',
      'monitoring',
      'consequences',
    ]);
  });

  it('says first that the provider alone approves it, and when it ends', () => {
    const retiredFrom = Date.parse('2027-03-31T23:00Z');
    const text = agreementText(acme(), { approval: 'provider', retiredFrom });
    expect(text.notices).toEqual([
      'Northwind IT alone approves this agreement: a signature of Acme Retail is not needed.',
      'This agreement ends on 1 April 2027, 00:00 (Europe/London).',
    ]);
    expect(text.subtitle).toContain('until 1 April 2027, 00:00 (Europe/London).');
  });

  it('reads JQL, moments, pauses and goals as sentences', () => {
    expect(section('scope')).toEqual([
      'The agreement is for tickets on which issue type is Service request or Incident.',
    ]);
    expect(section('measures')).toEqual(
      expect.arrayContaining([
        'The clock starts when the ticket is created or resolution is cleared.',
        'It stops when the provider replies to the customer or resolution is set (noted as “resolved without a reply”).',
        'The clock starts when the customer writes, if resolution is not set; or when resolution is cleared.',
        'It stands still in “Pending vendor”: while status is Pending.',
        'Nothing is measured while labels include duplicate.',
        'Urgent | priority is Highest or High | 30 minutes | Around the clock',
        'Everything else | every other ticket | 4 hours | London office hours',
        'Questions | Request Type is Ask a question | nothing promised | London office hours',
        'Service level target: at least 95% of the cycles that count in a reporting period must be met.',
        'It is measured and reported; no service level target has been agreed.',
      ]),
    );
  });

  it('lists hours, other dates and holidays', () => {
    const [, ...london] = section('calendars');
    expect(london.slice(0, 8)).toEqual([
      'Hours of London office hours (Europe/London)',
      'Monday to Friday | 09:00–12:30, 13:30–17:30',
      'Other hours on these dates:',
      '12 November 2026: without 15:00–17:30',
      '24 December 2026: 09:00–12:00',
      'Closed on these holidays:',
      "New Year's Day, 1 January of every year from 2026 on",
      'Christmas Day, 25 December of every year from 2026 on',
    ]);
    expect(london).toContain('Around the clock, every day (UTC).');
  });

  it('says of each exclusion when it holds and who signed it', () => {
    expect(section('exclusions')).toEqual(
      expect.arrayContaining([
        '4.2 Planned maintenance',
        'Time in which it holds does not count.',
        'Cycles that overlap it are left out of the attainment as a whole.',
        'It applies to Time to resolution.',
        'It applies only while labels include till-platform.',
        'It holds from 7 November 2026, 22:00 (Europe/London) until 8 November 2026, 04:00 (Europe/London).',
        'Agreed by Ana Ruiz for the provider on 26 October 2026, 10:00 (Europe/London) and Sam Reed for the customer on 28 October 2026, 15:30 (Europe/London).',
        'Not signed by the provider: it is kept here and does not count yet.',
      ]),
    );
  });

  it('says who does what and what follows', () => {
    const document = documentOf(
      agreementPreset('outsourced-provider', {
        projectKey: 'OPS',
        statuses: [],
        priorities: [{ name: 'High' }],
        timeZone: 'UTC',
        today: '2026-11-24',
      }),
    );
    expect(section('responsibilities', document)).toContain(
      'Restores the service within the goals of this agreement. (measured by Time to resolution)',
    );
    expect(section('monitoring', document)[0]).toBe(
      'Every month, Service manager writes the service report for Customer representative.',
    );
    expect(section('monitoring', document)[1]).toMatch(
      /^It is delivered within 40 hours of .+ after the period has ended\.$/,
    );
    const report = { every: 'week' as const, to: ['A'], by: 'B', within: '1h 30m' };
    expect(section('monitoring', { ...document, report })[1]).toContain('within 1 hour 30 minutes of');
    const told = (parts: readonly ReportPart[]) =>
      section('monitoring', { ...document, report: { ...report, parts: [...parts] } })[3];
    expect(told(['credits', 'trend'])).toBe('Beside that it tells the trend and credits, and nothing else.');
    expect(told([])).toBe('Beside that it tells nothing.');
    expect(section('consequences', document)).toEqual(
      expect.arrayContaining([
        'below 80% | 15% of the fee',
        'All credits of a period together never exceed 15% of the fee.',
      ]),
    );
    expect(section('exclusions', document)).toEqual(
      expect.arrayContaining([
        'It is agreed by signing this agreement.',
        'It holds only in the hours of Maintenance window.',
      ]),
    );
    const priced = { ...document, consequences: { ...document.consequences!, fee: { amount: 12000.5, currency: 'EUR' } } }; // prettier-ignore
    expect(section('consequences', priced)[1]).toContain('the fee of EUR 12,000.50 per reporting period');
  });

  it('says how credits are worked out and tied to each other', () => {
    const [a, b] = ['time-to-first-response', 'time-to-resolution'] as const;
    const document = documentOf({
      ...acme(),
      consequences: {
        fee: { amount: 12_000, currency: 'EUR' },
        credits: [
          { measure: a, shortfall: true, weight: '40%' },
          { measure: b, perBreach: { amount: 100, per: '1h', free: '30m' } },
        ],
        together: [[a, b]],
        earnBack: { periods: 3, reach: '97%', back: '50%' },
      },
    });
    expect(section('consequences', document)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the credit is what is missing of the target of 95%'),
        'Of this credit of Time to first response, 40% counts: that is its weight.',
        'Time to resolution: each ticket that is late costs EUR 100.00 for each 1 hour of working time beyond its goal; parts count in proportion. The first 30 minutes of each breach cost nothing.',
        'Time to first response and Time to resolution fail together: of them only the highest credit of a period counts.',
        'When a measure that gave a credit reaches an attainment of 97% in each of the 3 following periods, the provider earns 50% of the credit back. A period in which nothing was counted does not earn anything.',
      ]),
    );
  });

  it('says so where nothing was agreed', () => {
    const draft: AgreementDraft = {
      accord: 1,
      id: 'a',
      name: 'A',
      effectiveFrom: '2026-09-01T08:00+08:00',
      parties: {
        provider: { name: 'P', timeZone: 'Asia/Singapore' },
        customer: { name: 'C', timeZone: 'UTC' },
      },
      calendars: [{ id: 'c', name: 'C', timeZone: 'UTC', hours: 'always' }],
      measures: [{ preset: 'time-to-resolution' }],
    };
    const words = agreementText(documentOf(draft), both).sections.flatMap(({ blocks }) => blocks.flatMap(wordsOf)); // prettier-ignore
    expect(words).toEqual(
      expect.arrayContaining([
        'No representative is named.',
        'The agreement is for every ticket of the project.',
        'Nothing is promised; the clock counts in the hours of C.',
        'No standing exclusions have been agreed: all time in the service hours counts.',
        'No responsibilities have been written down.',
        'No service report has been agreed.',
        'No consequences have been agreed.',
      ]),
    );
    expect(agreementText(documentOf(draft), both).subtitle).toContain(
      '1 September 2026, 08:00 (Asia/Singapore)',
    );
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x","y")',
  'שלום ‮evil‬ مرحبا',
  '👩‍🚒 & <b>',
  '</style></title>',
];

describe('agreementHtml', () => {
  const inUtc = { siteUrl: null, sayInstant: (at: number) => instantWords(at, 'UTC') };
  const signed: SignatureView = {
    side: 'provider',
    decision: 'signed',
    accountId: 'ana-ruiz',
    name: 'Ana <Ruiz>',
    at: Date.parse('2026-11-20T09:30Z'),
    place: 'project-settings',
    comment: null,
  };

  it('is one document that loads nothing, prints on A4 and ends with the signatures', () => {
    const html = agreementHtml(agreementText(acme(), both), [signed], inUtc);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('@page { size: A4;');
    expect(html).toContain('counter(page)');
    expect(html).not.toMatch(/<script|<link|\bsrc=|\bhref=|url\(/);
    const end = html.slice(html.indexOf('<section id="signatures">'));
    expect(end).toContain('Signed by Ana &lt;Ruiz&gt; on 20 November 2026, 09:30 (UTC)');
    expect(end).toContain('<h3>For the customer</h3>\n<p>Name, date and signature:');
  });

  it('keeps keys and shares on one line, and lets only a word that no column holds break', () => {
    const rows = [['ACME-11', '76.7% (56 of 73)', `see ${'x'.repeat(60)} & more`]];
    const text = { title: 'T', subtitle: '', notices: [], sections: [{ id: 's', heading: 'S', blocks: [{ kind: 'table', caption: 'C', head: ['Ticket', 'Kept', 'Why'], rows }] }] } as const; // prettier-ignore
    const html = agreementHtml(text, [], inUtc);
    expect(html).not.toContain('anywhere');
    expect(html).toContain('<td class="whole" dir="auto">ACME-11</td>');
    expect(html).toContain('<td dir="auto">76.7% (56 of 73)</td>');
    const part = 'x'.repeat(25);
    expect(html).toContain(`see ${part}<wbr>${part}<wbr>${'x'.repeat(10)} &amp; more`);
  });

  it('tells of a refusal with its reason', () => {
    const declined = { ...signed, side: 'customer', decision: 'declined', comment: 'Too dear' } as const;
    expect(agreementHtml(agreementText(acme(), both), [declined], inUtc)).toContain('Declined by Ana &lt;Ruiz&gt; on 20 November 2026, 09:30 (UTC): Too dear'); // prettier-ignore
  });

  it.each(HOSTILE)('shows %s as text wherever it stands', (text) => {
    const base = acme();
    const document = {
      ...base,
      name: text,
      scope: `labels = ${JSON.stringify(text)} and (x = 1)`,
      parties: {
        provider: { ...base.parties.provider, name: text, representatives: [{ name: text, role: text }] },
        customer: { ...base.parties.customer, organizations: [{ name: text }] },
      },
      calendars: base.calendars.map((calendar) => ({ ...calendar, name: text })),
      measures: base.measures.map((measure) => ({ ...measure, name: text })),
      exclusions: base.exclusions.map((exclusion) => ({ ...exclusion, clause: text, reason: text })),
      responsibilities: [{ of: 'customer' as const, text }],
      consequences: { credits: [], escalations: [], actions: [text] },
    };
    const html = agreementHtml(
      agreementText(document, both),
      [{ ...signed, name: text, comment: text }],
      inUtc,
    );
    const shown = html.replace(/<style>[^]*?<\/style>/, '');
    const tags = new Set(shown.match(/<[^!/][^>]*>/g)?.map((tag) => /^<([a-z0-9]+)/.exec(tag)?.[1]));
    expect([...tags].filter((tag) => tag !== 'wbr').sort()).toEqual([
      ...['body', 'caption', 'div', 'h1', 'h2', 'h3', 'head', 'header', 'html', 'li', 'main', 'meta', 'p'],
      ...['section', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul'],
    ]); // prettier-ignore
    expect(shown).not.toMatch(/<(script|img|b)\b/);
    for (const line of shown.split('\n'))
      if (line.includes('שלום')) expect(line).toMatch(/dir="auto"|<title>/);
  });
});
