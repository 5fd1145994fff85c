import { Blank } from '../ui/blank';
import type { TabProps } from './tab-props';

export function BreachesTab({ query }: TabProps) {
  return <Blank title="Nothing yet">{`${query.from} to ${query.to}`}</Blank>;
}
