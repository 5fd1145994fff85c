import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { getReorderDestinationIndex } from '@atlaskit/pragmatic-drag-and-drop-hitbox/util/get-reorder-destination-index';
import { useEffect, useState, type RefObject } from 'react';

interface Options {
  readonly row: RefObject<HTMLElement | null>;
  readonly handle: RefObject<HTMLElement | null>;
  /** Names the list: a row is dropped only among its own. */
  readonly list: string;
  readonly index: number;
  readonly onMove: (from: number, to: number, byKeyboard: boolean) => void;
}

/** Lets a row be dragged among the rows of its list; says at which edge one would be dropped now. */
export function useRowDrag({ row, handle, list, index, onMove }: Options): 'top' | 'bottom' | null {
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  useEffect(() => {
    const element = row.current;
    const dragHandle = handle.current;
    if (!element || !dragHandle) return;
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ list, index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['list'] === list,
        getData: ({ input }) =>
          attachClosestEdge({ list, index }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => {
          const closest = extractClosestEdge(self.data);
          setEdge(
            source.data['index'] === index || closest === 'left' || closest === 'right' ? null : closest,
          );
        },
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const from = Number(source.data['index']);
          const to = getReorderDestinationIndex({
            startIndex: from,
            indexOfTarget: index,
            closestEdgeOfTarget: extractClosestEdge(self.data),
            axis: 'vertical',
          });
          onMove(from, to, false);
        },
      }),
    );
  }, [row, handle, list, index, onMove]);
  return edge;
}
