import { Blank } from '../../ui/blank';
import type { TabProps } from '../tab-props';

export function ProvidersTab({ choices }: TabProps) {
  return <Blank title="Providers side by side">{`Nothing to show for ${choices.projectName} yet.`}</Blank>;
}
