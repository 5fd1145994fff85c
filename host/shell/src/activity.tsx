import Button from '@atlaskit/button/new';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import Lozenge from '@atlaskit/lozenge';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import Textarea from '@atlaskit/textarea';
import { useRef, useState, type ReactNode } from 'react';
import type { CommentView, HistoryView, IssueView } from '../api';
import { useIssueChanges } from './change-issue';
import { useNow } from './clock';
import { Face } from './face';
import { useSession } from './session';
import { agoText, instantText } from './when';

interface ActivityProps {
  readonly issue: IssueView;
  readonly isCustomer: boolean;
  readonly onChanged: (issue: IssueView) => void;
}

/** What was said and done. Customers see what was said to them. */
export function Activity({ issue, isCustomer, onChanged }: ActivityProps) {
  const comments = [...issue.comments]
    .reverse()
    .map((comment) => <Comment key={comment.id} comment={comment} isCustomer={isCustomer} />);
  const box = issue.may.comment && <CommentBox issue={issue} onChanged={onChanged} />;
  if (isCustomer) {
    return (
      <div className="stream">
        {box}
        {comments}
      </div>
    );
  }
  return (
    <Tabs id="activity-tabs">
      <TabList>
        <Tab>Comments</Tab>
        <Tab>History</Tab>
      </TabList>
      <TabPanel>
        <div className="stream">
          {box}
          {comments.length > 0 ? comments : <p className="quiet">No comments yet.</p>}
        </div>
      </TabPanel>
      <TabPanel>
        <div className="stream">
          {issue.history.map((entry) => (
            <Change key={entry.id} entry={entry} />
          ))}
          {issue.history.length === 0 && (
            <p className="quiet">Nothing has been changed since it was raised.</p>
          )}
        </div>
      </TabPanel>
    </Tabs>
  );
}

function CommentBox({ issue, onChanged }: Omit<ActivityProps, 'isCustomer'>) {
  const changes = useIssueChanges(issue, onChanged);
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const send = async (internal: boolean): Promise<void> => {
    if (text.trim() === '') area.current?.focus();
    else if (await changes.comment(text, internal)) setText('');
  };
  return (
    <div className="comment-box">
      <label htmlFor="comment">Add a comment</label>
      <Textarea
        id="comment"
        ref={area}
        minimumRows={2}
        resize="smart"
        value={text}
        isDisabled={changes.busy}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="buttons">
        <Button appearance="primary" isDisabled={changes.busy} onClick={() => void send(false)}>
          {issue.may.commentInternally ? 'Reply to customer' : 'Send'}
        </Button>
        {issue.may.commentInternally && (
          <Button iconBefore={LockIcon} isDisabled={changes.busy} onClick={() => void send(true)}>
            Add internal note
          </Button>
        )}
      </div>
    </div>
  );
}

function Comment({ comment, isCustomer }: { comment: CommentView; isCustomer: boolean }) {
  return (
    <Entry
      author={comment.author}
      at={comment.at}
      internal={comment.internal}
      mark={
        isCustomer ? null : comment.internal ? (
          <Lozenge appearance="moved">Internal note</Lozenge>
        ) : (
          <Lozenge appearance="inprogress">Public</Lozenge>
        )
      }
      note={comment.edited ? 'edited' : null}
    >
      <p className="prose">{comment.text}</p>
    </Entry>
  );
}

function Change({ entry }: { entry: HistoryView }) {
  return (
    <Entry author={entry.author} at={entry.at} mark={null} note={null}>
      <ul className="changes">
        {entry.items.map((item, index) => (
          <li key={index}>
            <strong>{item.field}</strong> <span>{item.from || 'None'}</span>{' '}
            <ArrowRightIcon label="to" size="small" /> <span>{item.to || 'None'}</span>
          </li>
        ))}
      </ul>
    </Entry>
  );
}

interface EntryProps {
  readonly author: string;
  readonly at: number;
  readonly internal?: boolean;
  readonly mark: ReactNode;
  readonly note: string | null;
  readonly children: ReactNode;
}

function Entry({ author, at, internal, mark, note, children }: EntryProps) {
  const { user } = useSession();
  const now = useNow(30_000);
  return (
    <article className={internal ? 'entry internal' : 'entry'}>
      <Face name={author} />
      <div>
        <header>
          <strong>{author}</strong>
          <time
            className="quiet"
            dateTime={new Date(at).toISOString()}
            title={instantText(at, user.timeZone)}
          >
            {agoText(at, now, user.timeZone)}
          </time>
          {note && <span className="quiet">{note}</span>}
          {mark}
        </header>
        {children}
      </div>
    </article>
  );
}
