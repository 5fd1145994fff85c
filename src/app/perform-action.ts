import type { EscalationAction } from '../engine/escalation';
import type { Instant } from '../engine/instant';
import { assignIssue, readProjectLead } from '../jira/assign-issue';
import { commentInternally } from '../jira/comment-internally';
import { editIssue, readPriorityId } from '../jira/edit-issue';
import { fieldInput, readFieldSchema } from '../jira/field-input';
import { notifyPeople } from '../jira/notify-people';
import { readPriorities } from '../jira/read-names';
import { readRoleMembers } from '../jira/read-role-members';
import { transitionIssue } from '../jira/transition-issue';
import { standingWords, subjectWords } from './escalation-notice';
import type { EscalationOnCycle } from './escalation-state';
import type { IssueIdentity } from './timer-rows';

/** `ok`: done, or there was nothing to do. */
export interface ActionResult {
  readonly ok: boolean;
  readonly text: string;
  /** The ticket is another now, so what is stored of it must be looked at again. */
  readonly changed: boolean;
}

const told = (text: string): ActionResult => ({ ok: true, text, changed: false });
const changed = (text: string): ActionResult => ({ ok: true, text, changed: true });
const refused = (text: string): ActionResult => ({ ok: false, text, changed: false });

/** Does one thing to a ticket, as the app. Throws `JiraError`. */
export async function performAction(
  action: EscalationAction,
  issue: IssueIdentity,
  on: EscalationOnCycle,
  now: Instant,
): Promise<ActionResult> {
  const { issueId, projectId } = issue;
  switch (action.do) {
    case 'comment':
      await commentInternally(issueId, [action.text, standingWords(on, now)]);
      return told('Commented internally.');
    case 'notify':
      return notify(action, issue, on, now);
    case 'assign':
      await assignIssue(issueId, action.to);
      return changed('Assigned.');
    case 'assign-lead': {
      const lead = await readProjectLead(projectId);
      if (lead === null) return refused('Jira names no lead of the project.');
      await assignIssue(issueId, lead);
      return changed('Assigned to the lead of the project.');
    }
    case 'raise-priority':
      return raisePriority(action.to, issueId);
    case 'label':
      await editIssue(issueId, { addLabel: action.label });
      return changed(`Labelled “${action.label}”.`);
    case 'transition':
      return (await transitionIssue(issueId, action.name))
        ? changed(`Did the transition “${action.name}”.`)
        : refused(`The status of the ticket has no transition “${action.name}”.`);
    case 'set-field':
      return setField(action, issueId);
  }
}

async function notify(
  { people, roles, subject, text }: Extract<EscalationAction, { do: 'notify' }>,
  { issueId, issueKey, projectId }: IssueIdentity,
  on: EscalationOnCycle,
  now: Instant,
): Promise<ActionResult> {
  const plain = roles.map((role) => role.toLowerCase());
  const ofProject = roles.filter((_, index) => !['assignee', 'reporter'].includes(plain[index] as string));
  const members = await Promise.all(ofProject.map((role) => readRoleMembers(projectId, role)));
  const missing = ofProject.filter((_, index) => members[index] === null);
  const accountIds = [...new Set([...people, ...members.flatMap((each) => each?.accountIds ?? [])])];
  const recipients = {
    assignee: plain.includes('assignee'),
    reporter: plain.includes('reporter'),
    accountIds,
    groupIds: members.flatMap((each) => each?.groupIds ?? []),
  };
  await notifyPeople(issueId, recipients, {
    subject: subject ?? subjectWords(issueKey, on),
    lines: [...(text === null ? [] : [text]), standingWords(on, now)],
  });
  return missing.length === 0
    ? told('Mailed by Jira.')
    : refused(`Mailed by Jira, but the project has no role ${missing.join(', ')}.`);
}

async function raisePriority(to: string | null, issueId: string): Promise<ActionResult> {
  const [priorities, current] = [await readPriorities(), await readPriorityId(issueId)];
  const place = priorities.findIndex(({ id }) => id === current);
  if (to === null && place === 0) return told('The priority is the highest already.');
  if (to === null && place < 0) return refused('The ticket has no priority that could be raised.');
  const wanted =
    to === null ? place - 1 : priorities.findIndex(({ name }) => name.toLowerCase() === to.toLowerCase());
  const next = priorities[wanted];
  if (!next) return refused(`This Jira has no priority “${to}”.`);
  if (place >= 0 && wanted >= place) return told(`The priority is ${priorities[place]?.name} already.`);
  await editIssue(issueId, { fields: { priority: { id: next.id } } });
  return changed(`Raised the priority to ${next.name}.`);
}

async function setField(
  { field, name, value }: Extract<EscalationAction, { do: 'set-field' }>,
  issueId: string,
): Promise<ActionResult> {
  const schema = await readFieldSchema(field);
  if (schema === null) return refused(`This Jira has no field “${name}” any more.`);
  const input = fieldInput(schema, value);
  if (input === null) return refused(`“${name}” cannot hold “${value}”.`);
  await editIssue(issueId, { fields: { [field]: input } });
  return changed(`Set “${name}” to “${value}”.`);
}
