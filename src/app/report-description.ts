import type { ServiceReportContent } from '../contract/service-report';
import { measureWords, periodWords } from './report-words';

/**
 * What the work item of a report says, in Jira's document format: the key figures and how to check them. It
 * names no ticket and no person, for whoever sees the work item may not see those.
 */
export function reportDescription(content: ServiceReportContent, hash: string): unknown {
  const { provider, customer, measures, credits, watermelon } = content;
  const owed = credits?.lines.at(-1);
  return {
    type: 'doc',
    version: 1,
    content: [
      paragraph(`${provider} gives account to ${customer} of ${periodWords(content)}.`),
      list(measures.map(measureWords)),
      ...(owed ? [paragraph(`Credits: ${Math.round((owed.share ?? 0) * 1e6) / 1e4}% of the fee.`)] : []),
      ...(watermelon.length === 0 ? [] : [list(watermelon.map(({ text }) => text))]),
      paragraph('Read and sign it under Service reports, on the compliance page or in the portal.'),
      paragraph(`SHA-256 of what is signed: ${hash}`),
    ],
  };
}

function paragraph(text: string): unknown {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function list(items: readonly string[]): unknown {
  return {
    type: 'bulletList',
    content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
  };
}
