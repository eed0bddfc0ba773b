import { useEffect, useId, useRef } from 'react';
import { extentOf } from '../../experiment/shape';
import { pointPlace, shareX, shareY, type Place } from '../../figures/decisionMap/layout';
import { useActions, useSelect } from '../../store/context';
import { useDataset } from '../useDataset';
import { createPointButtons, type PointButtons } from './pointButtons';
import { editingFault } from './pointEditing';
import type { PointTool } from './pointTool';
import { classNames } from './shown';
import { usePointDrag } from './usePointDrag';
import { usePointEditing } from './usePointEditing';
import { tokenOf, usePointKeys } from './usePointKeys';
import './PointGroup.css';

/** Milliseconds after which buttons follow points that move by other means than by hand, as with a slider. */
const FOLLOW = 120;

export interface PointGroupProps {
  readonly tool: PointTool;
  readonly onTool: (tool: PointTool) => void;
  /** the place under the pointer or the focused point with its token (−1: none); null when there is neither */
  readonly onPoint: (place: Place | null, token: number) => void;
}

/** The points as focusable elements over the picture, and all that can be done to them there. */
export function PointGroup({ tool, onTool, onPoint }: PointGroupProps) {
  const experiment = useSelect((state) => state.experiment);
  const showTest = useSelect((state) => state.view.showTest);
  const dataset = useDataset();
  const { setToken } = useActions();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLSpanElement>(null);
  const buttons = useRef<PointButtons | null>(null);
  /** Set by an edit made here: buttons follow at once, and this token's gets the focus. */
  const taken = useRef<number | null>(null);
  const extent = extentOf(experiment.problem);
  const editable = editingFault(experiment) === null;
  const editing = usePointEditing(tool);

  useEffect(() => {
    if (list.current === null) return undefined;
    buttons.current ??= createPointButtons(list.current);
    const follow = () => buttons.current?.update(dataset, { extent, showTest, classNames: names });
    const names = classNames(experiment);
    if (taken.current === null) {
      const timer = setTimeout(follow, FOLLOW);
      return () => clearTimeout(timer);
    }
    follow();
    buttons.current.focus(taken.current);
    taken.current = null;
    return undefined;
  }, [dataset, extent, showTest, experiment]);

  function point(place: Place | null, token: number): void {
    onPoint(place, token);
    if (ring.current === null) return;
    ring.current.hidden = token < 0 || !editable;
    if (token < 0 || token >= dataset.count) return;
    const { x1, x2 } = pointPlace(dataset, token);
    ring.current.style.left = `${100 * shareX(x1, extent)}%`;
    ring.current.style.top = `${100 * shareY(x2, extent)}%`;
  }

  const shared = {
    dataset,
    editable,
    editing,
    tool,
    onEdit(token: number) {
      taken.current = token;
    },
    onRelease() {
      taken.current = null;
    },
  };
  const onTake = (token: number) => buttons.current?.focus(token);
  const drag = usePointDrag({ ...shared, extent, showTest, onPoint: point, onTake });
  const { act, ...keys } = usePointKeys({ ...shared, onTool, buttons: () => buttons.current });

  return (
    <>
      {/* The presses and keys are those of the buttons inside, and of the plane between them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={list}
        role="group"
        aria-label="Points"
        aria-describedby={id}
        className="point-group"
        data-keys="arrows"
        data-tool={editable ? tool.name : 'none'}
        onClick={({ detail, target }) => {
          // A press of the pointer has done its work when it becomes a click.
          if (detail === 0 && tokenOf(target) >= 0) act(tokenOf(target));
        }}
        // The press gives the focus to the point that it means, which may not be the element beneath.
        onMouseDown={(event) => event.preventDefault()}
        onFocus={({ target }) => {
          const token = tokenOf(target);
          if (token < 0 || token >= dataset.count) return;
          onPoint(pointPlace(dataset, token), token);
          // The lenses tell of the point at hand.
          setToken(token);
        }}
        onBlur={() => {
          taken.current = null;
          onPoint(null, -1);
        }}
        {...drag}
        {...keys}
      />
      <span ref={ring} className="point-group-ring" hidden />
      <p id={id} className="visually-hidden">
        {editable
          ? 'Arrow keys move a point, Shift makes the step longer, Page Up and Page Down go to another point, Delete removes it.'
          : 'Page Up and Page Down go to another point.'}
      </p>
    </>
  );
}
