import { Blank } from '../../ui/blank';
import type { TabProps } from '../tab-props';

export function ReportsTab({ choices }: TabProps) {
  return <Blank title="Service reports">{`Nothing to show for ${choices.projectName} yet.`}</Blank>;
}
