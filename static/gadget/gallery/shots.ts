import { takeShots } from '../../gallery/shots';
import { gadgetGallery } from './gadget-gallery';

const widths = [300, 460, 700, 1400];
const names = Object.keys(gadgetGallery.samples);

/** `npx tsx static/gadget/gallery/shots.ts FOLDER`: gadgets as wide as a third, a half and all of a dashboard. */
void takeShots(
  gadgetGallery,
  names.map((name) => ({ name, modes: ['light', 'dark'] as const, widths })),
  process.argv[2] ?? 'test-results/gadget',
);
