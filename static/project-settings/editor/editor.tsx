import { Page } from '../page';

interface Props {
  readonly agreementId: string;
  readonly onLeave: () => void;
}

/** Where a draft is written. */
export function Editor({ agreementId }: Props) {
  return <Page title={agreementId}>The editor is not built yet.</Page>;
}
