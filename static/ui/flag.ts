import { showFlag } from '@forge/bridge';

interface Said {
  readonly type?: 'success' | 'info' | 'warning' | 'error';
  readonly description?: string;
  /** What takes the action back. */
  readonly undo?: () => void;
}

let count = 0;

/** Tells the viewer outside the frame what has happened, as Jira does. */
export function flag(title: string, { type = 'success', description, undo }: Said = {}): void {
  count += 1;
  const shown = showFlag({
    id: `accord-${count}`,
    title,
    type,
    isAutoDismiss: type === 'success' || type === 'info',
    ...(description === undefined ? {} : { description }),
    ...(undo === undefined
      ? {}
      : {
          actions: [
            {
              text: 'Undo',
              onClick: () => {
                void shown.close();
                undo();
              },
            },
          ],
        }),
  });
}
