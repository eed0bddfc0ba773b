import type { KeyboardEvent, PointerEvent } from 'react';
import { useActions } from '../../../store/context';

export interface TokenSliderProps {
  readonly plane: string;
  readonly token: number;
  readonly count: number;
  /** a press at px of the plane */
  readonly onPress: (x: number, y: number, event: PointerEvent<HTMLElement>) => void;
  readonly onMove?: (x: number, y: number, event: PointerEvent<HTMLElement>) => void;
  readonly onRelease?: () => void;
}

/** The plane as something to press and to steer: the arrow keys walk from token to token along the semicircle. */
export function TokenSlider({ plane, token, count, onPress, onMove, onRelease }: TokenSliderProps) {
  const { setToken, stepToken } = useActions();

  function press(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (by !== undefined) stepToken(by);
    else if (event.key === 'Home') setToken(0);
    else if (event.key === 'End') setToken(count - 1);
    else return;
    event.preventDefault();
  }
  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="plane-tokens"
      aria-label={`Token on the ${plane}`}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={token + 1}
      aria-valuetext={`Token ${token + 1} of ${count}`}
      // On a phone the plane may be beside the screen.
      onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
      onKeyDown={press}
      onPointerDown={(event) => {
        if (event.button === 0 && event.isPrimary) onPress(...at(event), event);
      }}
      onPointerMove={(event) => onMove?.(...at(event), event)}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onLostPointerCapture={onRelease}
    />
  );
}
