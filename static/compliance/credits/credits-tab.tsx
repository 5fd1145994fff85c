import { Blank } from '../../ui/blank';
import type { TabProps } from '../tab-props';

export function CreditsTab({ choices }: TabProps) {
  return <Blank title="Service credits">{`Nothing to show for ${choices.projectName} yet.`}</Blank>;
}
