import type { GalleryScreen } from '../../gallery/gallery-server';
import { samples } from './sample-views';

/** The panel in each of its states. */
export const panelGallery: GalleryScreen = {
  screen: 'issue-panel',
  samples: Object.fromEntries(
    Object.entries(samples).map(([name, sample]) => [
      name,
      {
        context: { extension: { issue: { id: '10104', key: 'HELP-104' } } },
        answers: {
          readIssuePanel:
            sample === 'never' || 'ok' in sample ? sample : ({ ok: true, value: sample } as const),
          installStarterAgreement: {
            ok: true,
            value: { agreementId: 'help-starter', version: 1, name: 'Starter', effectiveFrom: 0 },
          },
        },
      },
    ]),
  ),
};
