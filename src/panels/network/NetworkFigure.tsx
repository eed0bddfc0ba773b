import { useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { layerSizes } from '../../experiment/shape';
import { MOST_LINKS } from '../../figures/network/linkRaster';
import type { NetworkLayout } from '../../figures/network/layout';
import type { UnitRef } from '../../protocol/snapshot';
import { later } from '../../controls/later';
import { useSize } from '../../controls/useSize';
import { selectShownUnit } from '../../store/state';
import { useActions, useSelect } from '../../store/context';
import { InputGroup } from './InputGroup';
import { HiddenHead, InputsHead, OutputHead } from './LayerHead';
import { LayerScales } from './LayerScales';
import { UnitSymbol } from './MathSymbol';
import { NetworkKey } from './NetworkKey';
import { UnitButtons } from './UnitButtons';
import { useNetworkDrawing } from './useNetworkDrawing';
import { useNetworkLayout } from './useNetworkLayout';
import { useUnitPointer } from './useUnitPointer';
import './NetworkFigure.css';

/** With the first unit that somebody looks at. */
const Inspector = later(async () => (await import('./Inspector')).Inspector);

/** The network from its inputs to its output: links, pictures, and controls at every layer and unit. */
export function NetworkFigure() {
  const body = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** the unit whose numbers the keyboard has asked for while they were still loading */
  const awaited = useRef<UnitRef | null>(null);
  const experiment = useSelect((state) => state.experiment);
  const shown = useSelect(selectShownUnit);
  const size = useSize(body);
  const layout = useNetworkLayout(size);
  const actions = useActions();
  const pointer = useUnitPointer();
  const pinned = useSelect((state) => state.view.pinned);
  const inspected = useInspected();
  const lit = useSelect((state) => state.view.lit);
  useNetworkDrawing(canvas, layout, experiment, shown ?? lit);

  /** Pins the unit and brings the keyboard to its first number. */
  function open(ref: UnitRef): void {
    const isPinned = pinned?.layer === ref.layer && pinned.unit === ref.unit;
    if (!isPinned) flushSync(() => actions.pin(ref));
    if (!enter(ref)) awaited.current = ref;
  }
  function enter({ layer, unit }: UnitRef): boolean {
    const field = body.current?.querySelector<HTMLElement>(`[data-inspector="${layer}:${unit}"] input`);
    field?.focus();
    return field !== undefined && field !== null;
  }
  function ready(ref: UnitRef): void {
    const { layer, unit } = awaited.current ?? {};
    awaited.current = null;
    const waits = document.activeElement?.matches(`[data-unit="${layer}:${unit}"]`) === true;
    if (waits && ref.layer === layer && ref.unit === unit) enter(ref);
  }
  function returnTo(ref: UnitRef): void {
    body.current?.querySelector<HTMLElement>(`[data-unit="${ref.layer}:${ref.unit}"]`)?.focus();
  }

  return (
    <div
      ref={body}
      className="network-body"
      style={layout?.head === 'phone' ? { height: layout.height } : undefined}
    >
      {layout && (
        <>
          <div ref={scroller} className="network-scroller">
            {/* A press between the units lets go of the pinned one, as Esc does. */}
            <div
              role="presentation"
              className="network-content"
              style={{ width: layout.width, height: layout.height }}
              onClick={(event) => event.target === event.currentTarget && actions.pin(null)}
            >
              <canvas ref={canvas} className="network-canvas" aria-hidden="true" />
              <Heads layout={layout} />
              <InputGroup layout={layout} pointer={pointer} />
              <UnitButtons layout={layout} pointer={pointer} onOpen={open} />
              <LayerScales layout={layout} experiment={experiment} />
              <OutputSymbols layout={layout} />
            </div>
          </div>
          {/* A figure that scrolls would run under it. */}
          {layout.height <= size.height + 1 && (
            <NetworkKey most={linkCount(layout) > MOST_LINKS ? MOST_LINKS : null} />
          )}
          {inspected.map((unit) => (
            <Inspector
              key={`${unit.layer}:${unit.unit}`}
              unit={unit}
              layout={layout}
              pinned={pinned?.layer === unit.layer && pinned.unit === unit.unit}
              besides={pinned?.layer === unit.layer && pinned.unit === unit.unit ? null : pinned}
              view={scroller}
              pointer={pointer}
              onLeave={returnTo}
              onReady={ready}
            />
          ))}
        </>
      )}
    </div>
  );
}

/** The pinned unit keeps its numbers on show; the one pointed at has its own beside it. */
function useInspected(): readonly UnitRef[] {
  const pinned = useSelect((state) => state.view.pinned);
  const hovered = useSelect((state) => state.view.hovered);
  return useMemo(() => {
    const units: UnitRef[] = [];
    for (const unit of [pinned, hovered]) {
      const seen = units.some((each) => each.layer === unit?.layer && each.unit === unit.unit);
      if (unit !== null && unit.layer >= 0 && !seen) units.push(unit);
    }
    return units;
  }, [pinned, hovered]);
}

function linkCount(layout: NetworkLayout): number {
  let count = 0;
  for (let l = 1; l < layout.columns.length; l++) {
    count += (layout.columns[l]?.units.length ?? 0) * (layout.columns[l - 1]?.units.length ?? 0);
  }
  return count;
}

function Heads({ layout }: { layout: NetworkLayout }) {
  const last = layout.columns.length - 1;
  return layout.columns.map((column, l) => {
    const place = { mode: layout.head, x: column.x };
    if (l === 0) return <InputsHead key="inputs" {...place} />;
    if (l === last) return <OutputHead key="output" {...place} units={column.units.length} />;
    return <HiddenHead key={l} {...place} layer={l - 1} />;
  });
}

/** ŷ above a single output, ŷ₁ … beside several. */
function OutputSymbols({ layout }: { layout: NetworkLayout }) {
  const hiddenLayers = layout.columns.length - 2;
  const column = layout.columns[layout.columns.length - 1];
  const experiment = useSelect((state) => state.experiment);
  if (!column || layerSizes(experiment).length !== layout.columns.length) return null;
  const single = column.units.length === 1;
  return column.units.map(({ x, y }, unit) => (
    <span
      key={unit}
      className="network-output-symbol"
      data-single={single || undefined}
      aria-hidden="true"
      style={single ? { left: x, top: y - column.tile / 2 - 8 } : { left: x + column.tile / 2 + 5, top: y }}
    >
      <UnitSymbol layer={hiddenLayers} unit={unit} hiddenLayers={hiddenLayers} units={column.units.length} />
    </span>
  ));
}
