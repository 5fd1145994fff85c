import { Page } from '../page';

/** What a draft would change on past tickets. */
export function WhatIf({ agreementId }: { readonly agreementId: string }) {
  return <Page title={agreementId}>What-if is not built yet.</Page>;
}
