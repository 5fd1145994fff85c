import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import type { Permissions } from '@forge/manifest';
import { load } from 'cheerio';

/** Directives that name Atlassian's own frames and collector, which a local address cannot satisfy. */
const LEFT_OUT = ['frame-ancestors', 'report-uri'];

/**
 * The `Content-Security-Policy` that Forge sends with a Custom UI page: inline scripts of `html` are allowed
 * by hash, styles and hosts as the manifest's `permissions` say.
 */
export function contentSecurityPolicy(html: string, permissions: Permissions): string {
  const processing = new CSPProcessingService({ info: () => undefined }, load);
  const existingCSPDetails = processing.getCspDetails(html, permissions);
  const directives = new CSPInjectionService().getInjectableCSP({ existingCSPDetails, microsEnv: 'prod' });
  return directives.filter((d) => !LEFT_OUT.some((name) => d.startsWith(name))).join('; ');
}
