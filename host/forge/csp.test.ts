import { contentSecurityPolicy } from './csp';

const PAGE = '<!doctype html><html><head><script>go()</script><script src="./a.js"></script></head></html>';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((d) => [d.split(' ')[0] ?? '', d.split(' ').slice(1)] as const));

describe('the content security policy of a Custom UI page', () => {
  it('lets scripts come from the page itself and inline ones by hash only', () => {
    const script = directives(contentSecurityPolicy(PAGE, {})).get('script-src');
    expect(script).toContain("'self'");
    expect(script).toContain("'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='");
    expect(script).not.toContain("'unsafe-inline'");
  });

  it('allows inline styles where the manifest does', () => {
    const styles = (permissions: object) =>
      directives(contentSecurityPolicy(PAGE, permissions)).get('style-src');
    expect(styles({})).not.toContain("'unsafe-inline'");
    expect(styles({ content: { styles: ['unsafe-inline'] } })).toContain("'unsafe-inline'");
  });

  it('keeps to the origin and leaves out what only holds on an Atlassian site', () => {
    const policy = directives(contentSecurityPolicy(PAGE, {}));
    expect(policy.get('default-src')?.[0]).toBe("'self'");
    expect(policy.get('form-action')).toEqual(["'self'"]);
    expect([...policy.keys()]).not.toEqual(expect.arrayContaining(['frame-ancestors']));
    expect(policy.has('report-uri')).toBe(false);
  });
});
