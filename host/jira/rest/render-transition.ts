import { renderStatus } from '../render-field';
import type { SiteTransition } from '../site-data';
import type { World } from '../world';

/** `IssueTransition`. */
export function renderTransition(world: World, transition: SiteTransition): Record<string, unknown> {
  const status = world.book.status(transition.to);
  return {
    id: transition.id,
    name: transition.name,
    ...(status ? { to: renderStatus(world.book, status) } : {}),
    hasScreen: false,
    isGlobal: transition.from === undefined,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  };
}
