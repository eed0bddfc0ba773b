import { useEffect, useMemo, type FocusEvent, type PointerEvent } from 'react';
import type { UnitRef } from '../../protocol/snapshot';
import { useActions } from '../../store/context';
import type { Actions } from '../../store/actions';

/** ms in which the pointer may cross from a unit to its numbers */
const GRACE = 160;

/** Which unit the pointer or the keyboard is at; the pointer goes first. */
export interface UnitPointer {
  /** For whatever shows a unit: the unit itself, its numbers. */
  readonly hoverProps: (ref: UnitRef) => {
    readonly onPointerEnter: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
  };
  readonly focusProps: (ref: UnitRef) => {
    readonly onPointerDown: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
  /** Lets go of the unit until pointer or focus come to it again. */
  readonly dismiss: () => void;
  readonly dispose: () => void;
}

export function useUnitPointer(): UnitPointer {
  const actions = useActions();
  const pointer = useMemo(() => createUnitPointer(actions), [actions]);
  useEffect(() => pointer.dispose, [pointer]);
  return pointer;
}

function createUnitPointer(actions: Actions): UnitPointer {
  let under: UnitRef | null = null;
  let focused: UnitRef | null = null;
  let pressed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => actions.hover(under ?? focused);
  function leave(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      under = null;
      tell();
    }, after);
  }
  return {
    hoverProps: (ref) => ({
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === 'touch') return;
        clearTimeout(timer);
        under = ref;
        tell();
      },
      onPointerLeave: ({ pointerType }) => {
        if (pointerType !== 'touch') leave(GRACE);
      },
    }),
    focusProps: (ref) => ({
      // A press gives focus too, but what it means is said by the click.
      onPointerDown: () => {
        pressed = true;
      },
      onFocus: () => {
        if (!pressed) {
          focused = ref;
          tell();
        }
        pressed = false;
      },
      onBlur: () => {
        focused = null;
        pressed = false;
        tell();
      },
    }),
    dismiss: () => {
      clearTimeout(timer);
      under = null;
      focused = null;
      tell();
    },
    dispose: () => clearTimeout(timer),
  };
}
