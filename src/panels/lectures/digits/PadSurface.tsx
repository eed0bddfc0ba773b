import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { DIGIT_DEPTH, DIGIT_PIXELS, DIGIT_SIDE } from '../../../data/digits/digitShape';
import {
  blockCounts,
  drawStroke,
  PAD_SIDE,
  shadeBlock,
  type PadPicture,
  type PadPoint,
} from '../../../figures/digits/pad';
import { InkPicture } from './InkPicture';

export interface PadSurfaceProps {
  readonly picture: PadPicture;
  readonly onChange: (change: (picture: PadPicture) => PadPicture) => void;
  readonly onClear: () => void;
}

const ROWS = Array.from({ length: DIGIT_SIDE }, (_, row) => row);

/** The surface of the pad: strokes by pointer, 8 × 8 blocks by keyboard. */
export function PadSurface({ picture, onChange, onClear }: PadSurfaceProps) {
  const strokes = useStrokes(onChange);
  const { cursor, cells, onKeyDown, setCursor } = useBlockKeys({ picture, onChange, onClear });
  const counts = blockCounts(picture);
  return (
    <>
      <InkPicture className="digit-pad-ink" shades={picture} side={PAD_SIDE} />
      <div
        ref={cells}
        className="digit-pad-grid"
        role="grid"
        aria-label="Drawing"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...strokes}
      >
        {ROWS.map((row) => (
          <div key={row} role="row">
            {ROWS.map((column) => {
              const block = row * DIGIT_SIDE + column;
              return (
                <div
                  key={column}
                  role="gridcell"
                  aria-label={`Row ${row + 1}, column ${column + 1}: ${counts[block] ?? 0} of ${DIGIT_DEPTH}`}
                  tabIndex={block === cursor ? 0 : -1}
                  onFocus={() => setCursor(block)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

/** Strokes of mouse, pen and finger. */
function useStrokes(onChange: PadSurfaceProps['onChange']) {
  const last = useRef<PadPoint | null>(null);
  function draw(event: PointerEvent<HTMLElement>, from: PadPoint | null): void {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const to = {
      x: ((event.clientX - left) / width) * PAD_SIDE,
      y: ((event.clientY - top) / height) * PAD_SIDE,
    };
    last.current = to;
    onChange((picture) => drawStroke(picture, from ?? to, to));
  }
  const end = () => {
    last.current = null;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      draw(event, null);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (last.current !== null) draw(event, last.current);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A cursor on the blocks. */
function useBlockKeys({ picture, onChange, onClear }: PadSurfaceProps) {
  const [cursor, setCursor] = useState(0);
  const cells = useRef<HTMLDivElement>(null);

  const shade = (block: number, dark: number) =>
    onChange((before) => shadeBlock(before, block, Math.max(0, Math.min(DIGIT_DEPTH, dark))));

  function move([right, down]: readonly [number, number], draws: boolean): void {
    const column = (cursor % DIGIT_SIDE) + right;
    const row = Math.floor(cursor / DIGIT_SIDE) + down;
    if (draws) shade(cursor, DIGIT_DEPTH);
    if (column < 0 || row < 0 || column >= DIGIT_SIDE || row >= DIGIT_SIDE) return;
    const next = row * DIGIT_SIDE + column;
    if (draws) shade(next, DIGIT_DEPTH);
    setCursor(next);
    cells.current?.querySelectorAll<HTMLElement>('[role=gridcell]')[next]?.focus();
  }

  function press(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const dark = blockCounts(picture)[cursor] ?? 0;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) move(arrow, event.shiftKey);
    else if (event.key === ' ') shade(cursor, dark >= DIGIT_DEPTH / 2 ? 0 : DIGIT_DEPTH);
    else if (event.key === '+' || event.key === '=') shade(cursor, dark + 1);
    else if (event.key === '-' || event.key === '−') shade(cursor, dark - 1);
    else if (event.key.toLowerCase() === 'c') onClear();
    else return false;
    return true;
  }
  return {
    cursor: Math.min(cursor, DIGIT_PIXELS - 1),
    cells,
    setCursor,
    onKeyDown(event: KeyboardEvent) {
      if (!press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
