import { useRef, type PointerEvent } from 'react';
import type { Dataset } from '../../data/dataset';
import { nearestPoint, placeAt, pointPlace, type Place } from '../../figures/decisionMap/layout';
import type { PointTool } from './pointTool';
import type { PointEditing } from './usePointEditing';

/** px around the pointer in which a point is meant; where points are added, only the point itself */
const REACH = { mouse: 9, touch: 22, add: 4 } as const;
/** px that a pressed pointer may wander before it drags */
const SLACK = 2;

export interface PointDragOptions {
  readonly dataset: Dataset;
  readonly extent: number;
  readonly showTest: boolean;
  readonly tool: PointTool;
  readonly editable: boolean;
  readonly editing: PointEditing;
  /** where the pointer is and the point that it means, or −1; null when it has left */
  readonly onPoint: (place: Place | null, token: number) => void;
  /** A point is pressed. */
  readonly onTake: (token: number) => void;
  /** A point was moved, added or removed. */
  readonly onEdit: (token: number) => void;
  readonly onRelease: () => void;
}

interface Drag {
  readonly token: number;
  readonly startX: number;
  readonly startY: number;
  /** from the pointer to the point's center, in the plane's units */
  readonly offset: Place;
  moved: boolean;
}

/** Points moved, added and removed by mouse, pen and finger. */
export function usePointDrag(options: PointDragOptions) {
  const { dataset, extent, showTest, tool, editable, editing, onPoint, onTake, onEdit } = options;
  const drag = useRef<Drag | null>(null);

  function locate(event: PointerEvent<HTMLElement>): { place: Place; token: number } {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    const place = placeAt(x, y, extent);
    const px = REACH[tool.name === 'add' ? 'add' : event.pointerType === 'touch' ? 'touch' : 'mouse'];
    return { place, token: nearestPoint(dataset, place, (px / box.width) * 2 * extent, showTest) };
  }

  function begin(event: PointerEvent<HTMLElement>, token: number, from: Place, place: Place): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    const offset = { x1: from.x1 - place.x1, x2: from.x2 - place.x2 };
    drag.current = { token, startX: event.clientX, startY: event.clientY, offset, moved: false };
  }

  function press(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const { place, token } = locate(event);
    if (!editable) {
      if (token >= 0) onTake(token);
    } else if (tool.name === 'delete') {
      if (token >= 0 && editing.remove(token)) onEdit(token);
    } else if (token >= 0) {
      begin(event, token, pointPlace(dataset, token), place);
      onTake(token);
    } else if (tool.name === 'add') {
      const added = editing.add(place);
      if (added < 0) return;
      begin(event, added, place, place);
      onEdit(added);
    }
  }

  function move(event: PointerEvent<HTMLElement>): void {
    const { place, token } = locate(event);
    const going = drag.current;
    onPoint(place, going === null ? token : -1);
    if (going === null) return;
    const wandered = Math.hypot(event.clientX - going.startX, event.clientY - going.startY);
    if (!going.moved && wandered <= SLACK) return;
    going.moved = true;
    editing.move(going.token, { x1: place.x1 + going.offset.x1, x2: place.x2 + going.offset.x2 });
    onEdit(going.token);
  }

  function release(): void {
    if (drag.current === null) return;
    drag.current = null;
    editing.end();
    options.onRelease();
  }

  return {
    onPointerDown: press,
    onPointerMove: move,
    onPointerUp: release,
    onPointerCancel: release,
    onLostPointerCapture: release,
    onPointerLeave: () => onPoint(null, -1),
  };
}
