import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { StatusCategory, StatusView } from '../api';

export const categoryLook: Readonly<Record<StatusCategory, ThemeAppearance>> = {
  new: 'default',
  indeterminate: 'inprogress',
  done: 'success',
};

export function StatusLozenge({ status }: { status: StatusView }) {
  return <Lozenge appearance={categoryLook[status.category]}>{status.name}</Lozenge>;
}
