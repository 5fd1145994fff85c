/** The one installation that the host plays: the ids every invocation is told. */
export interface Site {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT';
  readonly installationId: string;
  readonly cloudId: string;
  readonly siteUrl: string;
  /** `ari:cloud:jira::site/<cloudId>` */
  readonly installContext: string;
  readonly scopes: readonly string[];
}

const CLOUD_ID = '6f1d4d3a-7b57-4d0e-9a39-0c6f6a2f9b11';

export function localSite(appId: string, scopes: readonly string[], siteUrl = 'http://localhost'): Site {
  return {
    appId: appId.split('/').at(-1) ?? appId,
    appVersion: '1.0.0',
    environmentId: 'b3f0a0de-5a38-4d5a-8a36-1e0b7c1f2d44',
    environmentType: 'DEVELOPMENT',
    installationId: '0d9b7b0e-2d0b-4b3c-8a53-8e0c1b9f5a77',
    cloudId: CLOUD_ID,
    siteUrl,
    installContext: `ari:cloud:jira::site/${CLOUD_ID}`,
    scopes,
  };
}
