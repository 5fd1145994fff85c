/**
 * Where Custom UI frames are loaded from. Jira loads them from another origin, so that an app cannot reach
 * into the page around it; here the two names of this machine are two origins. Elsewhere there is only one.
 */
export function frameOrigin({
  protocol,
  hostname,
  port,
}: Pick<Location, 'protocol' | 'hostname' | 'port'>): string {
  const other = hostname === 'localhost' ? '127.0.0.1' : hostname === '127.0.0.1' ? 'localhost' : hostname;
  return `${protocol}//${other}${port === '' ? '' : `:${port}`}`;
}
