import { Blank } from '../../ui/blank';
import type { TabProps } from '../tab-props';

export function EscalationsTab({ choices }: TabProps) {
  return <Blank title="Escalations">{`Nothing to show for ${choices.projectName} yet.`}</Blank>;
}
