import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ColumnLayout, NetworkLayout } from '../../figures/network/layout';
import { isUnitKey, nextUnit } from '../../figures/network/navigate';
import type { UnitRef } from '../../protocol/snapshot';
import { useActions, useSelect } from '../../store/context';
import { BiasGauge } from './BiasGauge';
import { unitButtonName } from './names';
import type { UnitPointer } from './useUnitPointer';
import './UnitButtons.css';

export interface UnitButtonsProps {
  readonly layout: NetworkLayout;
  readonly pointer: UnitPointer;
  /** Brings the keyboard to the first number of a unit. */
  readonly onOpen: (ref: UnitRef) => void;
}

const same = (a: UnitRef | null, b: UnitRef) => a?.layer === b.layer && a.unit === b.unit;

/** Every unit of the network is a button: Tab reaches the network once, the arrow keys go from unit to unit. */
export function UnitButtons({ layout, pointer, onOpen }: UnitButtonsProps) {
  const pinned = useSelect((state) => state.view.pinned);
  const actions = useActions();
  const group = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<UnitRef>({ layer: 0, unit: 0 });
  const reachable = last.unit < (layout.columns[last.layer + 1]?.units.length ?? 0);
  const current = reachable ? last : { layer: 0, unit: 0 };
  useEscape(pinned !== null, () => actions.pin(null));

  function onKeyDown(event: KeyboardEvent, ref: UnitRef): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (isUnitKey(event.key)) {
      const next = nextUnit(layout, ref, event.key);
      event.preventDefault();
      event.stopPropagation();
      group.current?.querySelector<HTMLElement>(`[data-unit="${next.layer}:${next.unit}"]`)?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(ref);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (pinned) actions.pin(null);
      else pointer.dismiss();
    }
  }

  return (
    <div ref={group} className="network-units" role="group" aria-label="Units" data-keys="arrows">
      {layout.columns.slice(1).map((column, layer) =>
        column.units.map((_, unit) => {
          const ref = { layer, unit };
          return (
            <UnitButton
              key={`${layer}:${unit}`}
              unit={ref}
              column={column}
              hiddenLayers={layout.columns.length - 2}
              pinned={same(pinned, ref)}
              reachable={same(current, ref)}
              pointer={pointer}
              onKeyDown={onKeyDown}
              onReach={setLast}
            />
          );
        }),
      )}
    </div>
  );
}

/** Escape lets go of the pinned unit wherever the focus is, unless something else wants the key. */
function useEscape(on: boolean, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!on) return undefined;
    const escape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [role="dialog"]') === null) latest.current();
    };
    addEventListener('keydown', escape);
    return () => removeEventListener('keydown', escape);
  }, [on]);
}

interface UnitButtonProps {
  readonly unit: UnitRef;
  readonly column: ColumnLayout;
  readonly hiddenLayers: number;
  readonly pinned: boolean;
  /** whether Tab leads here */
  readonly reachable: boolean;
  readonly pointer: UnitPointer;
  readonly onKeyDown: (event: KeyboardEvent, ref: UnitRef) => void;
  readonly onReach: (ref: UnitRef) => void;
}

function UnitButton(props: UnitButtonProps) {
  const { unit: ref, column, hiddenLayers, pinned, reachable, pointer, onKeyDown, onReach } = props;
  const actions = useActions();
  const at = column.units[ref.unit];
  const { tile } = column;
  const slop = Math.max(0, Math.min(12, (column.pitch - tile) / 2));
  const side = column.across > 1 ? slop : Math.min(12, Math.max(6, slop));
  if (!at) return null;
  const focus = pointer.focusProps(ref);
  const isOnlyOutput = ref.layer === hiddenLayers && column.units.length === 1;
  return (
    <>
      <button
        type="button"
        className="network-unit"
        data-unit={`${ref.layer}:${ref.unit}`}
        data-compact={column.across > 1 || undefined}
        data-zoom-source={isOnlyOutput ? '' : undefined}
        aria-label={unitButtonName(ref, hiddenLayers)}
        aria-pressed={pinned}
        tabIndex={reachable ? 0 : -1}
        style={{
          ...{ left: at.x - tile / 2, top: at.y - tile / 2, width: tile, height: tile },
          ...{ '--slop': `${slop}px`, '--slop-x': `${side}px` },
        }}
        {...pointer.hoverProps(ref)}
        {...focus}
        onBlur={(event) => {
          // Tab goes on to the unit's numbers, which must not vanish on the way.
          const to = event.relatedTarget?.closest<HTMLElement>('[data-inspector]');
          if (to?.dataset['inspector'] !== `${ref.layer}:${ref.unit}`) focus.onBlur(event);
        }}
        onFocus={() => {
          focus.onFocus();
          onReach(ref);
        }}
        onClick={(event) => {
          event.stopPropagation();
          event.currentTarget.focus();
          actions.pin(ref);
        }}
        onKeyDown={(event) => onKeyDown(event, ref)}
      />
      <BiasGauge unit={ref} column={column} x={at.x} y={at.y} />
    </>
  );
}
