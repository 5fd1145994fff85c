import { takeShots } from '../../gallery/shots';
import { complianceGallery, scenes } from './compliance-gallery';

/** Pictures of every scene: tsx static/compliance/gallery/shots.ts FOLDER [WIDTH] [MODE] [NAME...] */
const [folder = 'test-results/compliance', width = '1280', mode = 'light', ...names] = process.argv.slice(2);
const looks = Object.entries(scenes)
  .filter(([name]) => names.length === 0 || names.includes(name))
  .map(([name, { route }]) => ({
    name,
    route,
    widths: [Number(width)],
    modes: [mode === 'dark' ? ('dark' as const) : ('light' as const)],
  }));
void takeShots(complianceGallery, looks, folder);
