import type { Evidence } from '../../src/contract/exclusion';
import { Button } from './button';
import type { EntryProblems, ExclusionEntry } from './exclusion-entry';
import { Field } from './field';

interface Props {
  readonly links: ExclusionEntry['links'];
  readonly picked: readonly Evidence[];
  readonly attachments: readonly { readonly attachmentId: string; readonly fileName: string }[];
  readonly issueKey: string | undefined;
  readonly problems: EntryProblems;
  readonly onLinks: (links: ExclusionEntry['links']) => void;
  readonly onPicked: (picked: readonly Evidence[]) => void;
}

/** What shows that the reason holds: links, and files of the ticket. */
export function EvidenceFields({ links, picked, attachments, issueKey, problems, onLinks, onPicked }: Props) {
  const change = (i: number, part: Partial<ExclusionEntry['links'][number]>): void =>
    onLinks(links.map((link, j) => (j === i ? { ...link, ...part } : link)));
  const isPicked = (id: string): boolean =>
    picked.some((evidence) => evidence.kind === 'attachment' && evidence.attachmentId === id);
  return (
    <fieldset className="field">
      <legend>Evidence</legend>
      {links.map(({ url, title }, i) => (
        <div key={i} className="pair">
          <Field label={links.length > 1 ? `Link (${i + 1})` : 'Link'} problem={problems[`url.${i}`]}>
            {(props) => (
              <input
                {...props}
                type="url"
                className="field-input"
                placeholder="https://"
                value={url}
                onChange={(event) => change(i, { url: event.target.value })}
              />
            )}
          </Field>
          <Field label={links.length > 1 ? `Its title (${i + 1})` : 'Its title'}>
            {(props) => (
              <input
                {...props}
                className="field-input"
                maxLength={200}
                value={title}
                onChange={(event) => change(i, { title: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
      <Button look="subtle" onClick={() => onLinks([...links, { url: '', title: '' }])}>
        Add a link
      </Button>
      {issueKey !== undefined &&
        attachments.map(({ attachmentId, fileName }) => (
          <label key={attachmentId} className="choice">
            <input
              type="checkbox"
              checked={isPicked(attachmentId)}
              onChange={(event) =>
                onPicked(
                  event.target.checked
                    ? [...picked, { kind: 'attachment', attachmentId, fileName, issueKey }]
                    : picked.filter((e) => e.kind !== 'attachment' || e.attachmentId !== attachmentId),
                )
              }
            />
            {fileName}
          </label>
        ))}
    </fieldset>
  );
}
