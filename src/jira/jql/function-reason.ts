/** Why a function cannot be part of a rule that is asked of the past. */
export function functionReason(name: string): { readonly reason: string; readonly remedy: string } {
  const lower = name.toLowerCase();
  const shown = `${name}()`;
  if (/^(now|startof\w+|endof\w+|currentlogin|lastlogin)$/.test(lower)) {
    return {
      reason: `${shown} is counted from now: the answer would change with the clock, not with the issue.`,
      remedy: 'Write a fixed date, such as 2026-01-31.',
    };
  }
  if (/^(currentuser|watchedissues|votedissues|issuehistory)$/.test(lower)) {
    return {
      reason: `${shown} is different for each reader: the answer would change with who asks, not with the issue.`,
      remedy: 'Name the people themselves.',
    };
  }
  if (
    /^(breached|everbreached|completed|running|paused|withincalendarhours|elapsed|remaining)$/.test(lower)
  ) {
    return {
      reason: `${shown} asks about a service level: a rule that depends on one could depend on itself.`,
      remedy: 'Say it with the fields that decide about the service level.',
    };
  }
  return {
    reason: `${shown} is answered by Jira at the time of the search; what it would have answered earlier is not kept.`,
    remedy: 'Name the values themselves.',
  };
}
