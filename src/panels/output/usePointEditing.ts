import { LIMITS } from '../../experiment/limits';
import { pointPlace, type Place } from '../../figures/decisionMap/layout';
import { useActions } from '../../store/context';
import { useDataset } from '../useDataset';
import { addPointAt, movePointTo, removePointAt } from './pointEditing';
import type { PointTool } from './pointTool';

/** What a drag or a held key is one step of. */
const GESTURE = 'point';

export interface PointEditing {
  move(token: number, place: Place): void;
  /** Adds a point; its token, or −1 where there is no room for more. */
  add(place: Place): number;
  /** False where the point has to stay. */
  remove(token: number): boolean;
  /** Ends a drag: what comes next is another step of undo. */
  end(): void;
}

/** The edits of points that users make with the chosen tool. */
export function usePointEditing(tool: PointTool): PointEditing {
  const actions = useActions();
  const dataset = useDataset();
  return {
    move(token, place) {
      const before = pointPlace(dataset, token);
      if (before.x1 === place.x1 && before.x2 === place.x2) return;
      actions.edit('Move point', movePointTo(token, place), { gesture: GESTURE });
    },
    add(place) {
      if (dataset.count >= LIMITS.customPoints) {
        const text = `There are ${LIMITS.customPoints} points, the most there can be.`;
        actions.notify({ place: 'points', text });
        return -1;
      }
      actions.edit('Add point', addPointAt(place, tool), { gesture: GESTURE });
      return dataset.count;
    },
    remove(token) {
      if (dataset.count <= 2) {
        actions.notify({ place: 'points', text: 'At least two points have to stay.' });
        return false;
      }
      actions.edit('Delete point', removePointAt(token));
      return true;
    },
    end: actions.endGesture,
  };
}
