import type { MailView } from '../api';
import { useSession } from './session';
import { instantText } from './when';

/** Mails about a ticket that Jira would have sent; nothing leaves this machine. */
export function Mails({ mails }: { mails: readonly MailView[] }) {
  const { user } = useSession();
  return (
    <ul className="plain-list" aria-label="Mails">
      {mails.map(({ at, to, subject, text }, index) => (
        <li key={index}>
          <strong>{subject}</strong>
          <p className="quiet">
            To {to.join(', ')} · {instantText(at, user.timeZone)}
          </p>
          <p className="prose">{text}</p>
        </li>
      ))}
    </ul>
  );
}
