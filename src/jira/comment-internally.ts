import { route } from '@forge/api';
import { callJira } from './jira-client';
import { ONCE } from './write-once';

/** Adds a comment that customers do not see, as the app; each line a paragraph. Throws `JiraError`. */
export async function commentInternally(issueId: string, lines: readonly string[]): Promise<void> {
  const paragraphs = lines.filter((line) => line.trim() !== '');
  await callJira('POST', route`/rest/api/3/issue/${issueId}/comment`, {
    as: 'app',
    patience: ONCE,
    body: {
      body: {
        type: 'doc',
        version: 1,
        content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      },
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    },
  });
}
