import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { sameParameter } from '../../experiment/changes';
import type { Experiment, ParameterRef } from '../../experiment/experiment';
import { layerSizes, parameterIndex } from '../../experiment/shape';
import type { FormulaUnit } from '../../figures/network/formula';
import type { NetworkLayout } from '../../figures/network/layout';
import { placeInspector, type Box } from '../../figures/network/placeInspector';
import type { UnitRef } from '../../protocol/snapshot';
import { useSelect } from '../../store/context';
import { Formula } from './Formula';
import { FeatureSymbol, UnitSymbol } from './MathSymbol';
import { unitName } from './names';
import { freezeName, parameterName } from './parameterNames';
import type { UnitPointer } from './useUnitPointer';
import { WeightField } from './WeightField';
import './Inspector.css';

export interface InspectorProps {
  readonly unit: UnitRef;
  readonly layout: NetworkLayout;
  readonly pinned: boolean;
  /** another unit whose numbers are on show: what both take part in stands there */
  readonly besides: UnitRef | null;
  /** the part of the figure in view */
  readonly view: RefObject<HTMLElement | null>;
  readonly pointer: UnitPointer;
  readonly onLeave: (unit: UnitRef) => void;
  /** Its fields are there: it may have been asked for before it was loaded. */
  readonly onReady: (unit: UnitRef) => void;
}

const WIDTH = 232;
const LEAST_HEIGHT = 150;

/** A unit's symbol, formula and every number that it takes part in, beside the unit. */
export function Inspector(props: InspectorProps) {
  const { unit, layout, pinned, besides, view, pointer, onLeave, onReady } = props;
  const experiment = useSelect((state) => state.experiment);
  const panel = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  usePlace({ unit, layout, panel, content, view });
  const ready = useEffectEvent(() => onReady(unit));
  useEffect(() => ready(), []);
  const sizes = layerSizes(experiment);
  const hiddenLayers = sizes.length - 2;
  const focus = pointer.focusProps(unit);
  const bias = { layer: unit.layer, unit: unit.unit, from: 'bias' } as const;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onLeave(unit);
  }
  function onBlur(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && panel.current?.contains(event.relatedTarget)) return;
    focus.onBlur(event);
  }
  return (
    <div
      ref={panel}
      className="network-inspector"
      role="group"
      aria-label={`Numbers of ${unitName(unit, hiddenLayers)}`}
      data-inspector={`${unit.layer}:${unit.unit}`}
      data-pinned={pinned || undefined}
      onFocus={focus.onFocus}
      onBlur={onBlur}
      {...pointer.hoverProps(unit)}
    >
      {/* No part of its own: Esc is heard from the fields inside. */}
      <div ref={content} role="presentation" className="network-inspector-content" onKeyDown={onKeyDown}>
        <h3>
          <UnitSymbol {...unit} hiddenLayers={hiddenLayers} units={sizes[unit.layer + 1] ?? 0} />
          <span>{unitName(unit, hiddenLayers)}</span>
        </h3>
        <Formula
          unit={formulaUnit(experiment, unit)}
          weights={parameterIndex(sizes, { ...unit, from: 0 })}
          bias={parameterIndex(sizes, bias)}
        />
        <Parameters {...{ experiment, sizes, unit, besides, pinned }} />
      </div>
    </div>
  );
}

function formulaUnit(experiment: Experiment, { layer, unit }: UnitRef): FormulaUnit {
  const { hidden, output, connectivity } = experiment.network;
  const sizes = layerSizes(experiment);
  const inputs = sizes[layer] ?? 0;
  const units = sizes[layer + 1] ?? 0;
  return {
    ...{ layer, unit, units, inputs, hiddenLayers: hidden.length, features: experiment.features },
    activation: hidden[layer]?.activation ?? output,
    residual: connectivity === 'residual' && layer < hidden.length && inputs === units,
  };
}

interface ParametersProps {
  readonly experiment: Experiment;
  readonly sizes: readonly number[];
  readonly unit: UnitRef;
  readonly besides: UnitRef | null;
  readonly pinned: boolean;
}

/** Arriving weights that a unit shows while it is only pointed at; more of them, as a digit's 64, once it is pinned. */
const MOST_AT_A_GLANCE = 40;

/** The weights that arrive, the bias, the weights that leave. */
function Parameters({ experiment, sizes, unit: { layer, unit }, besides, pinned }: ParametersProps) {
  const frozen = experiment.frozen ?? [];
  const hiddenLayers = sizes.length - 2;
  const symbol = (l: number, u: number) => {
    const feature = experiment.features[u];
    if (l < 0) return feature === undefined ? null : <FeatureSymbol feature={feature} />;
    return <UnitSymbol layer={l} unit={u} hiddenLayers={hiddenLayers} units={sizes[l + 1] ?? 0} />;
  };
  const field = (parameter: ParameterRef, arrow: string, l: number, u: number) => (
    <WeightField
      key={`${parameter.layer} ${parameter.unit} ${parameter.from}`}
      name={parameterName(experiment, parameter)}
      freezeName={freezeName(experiment, parameter, arrow !== '')}
      parameter={parameter}
      index={parameterIndex(sizes, parameter)}
      frozen={frozen.some((each) => sameParameter(each, parameter))}
    >
      {arrow}
      {parameter.from === 'bias' ? <i className="network-weight-bias">b</i> : symbol(l, u)}
    </WeightField>
  );
  const others = (l: number) =>
    Array.from({ length: sizes[l + 1] ?? 0 }, (_, u) => u).filter(
      (u) => besides === null || besides.layer !== l || besides.unit !== u,
    );
  const incoming = pinned || (sizes[layer] ?? 0) <= MOST_AT_A_GLANCE ? others(layer - 1) : [];
  const outgoing = others(layer + 1);
  return (
    <>
      <div className="network-weights">
        {incoming.map((from) => field({ layer, unit, from }, '', layer - 1, from))}
        {field({ layer, unit, from: 'bias' }, '', layer, unit)}
      </div>
      {outgoing.length > 0 && (
        <div className="network-weights">
          {outgoing.map((to) => field({ layer: layer + 1, unit: to, from: unit }, '→ ', layer + 1, to))}
        </div>
      )}
    </>
  );
}

interface PlaceOptions {
  readonly unit: UnitRef;
  readonly layout: NetworkLayout;
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<HTMLElement | null>;
}

/** Puts the inspector beside its unit, again whenever its content grows or the figure is scrolled. */
function usePlace({ unit: { layer, unit }, layout, panel, content, view }: PlaceOptions): void {
  useLayoutEffect(() => {
    const element = panel.current;
    const inner = content.current;
    const scroller = view.current;
    if (element === null || inner === null || scroller === null) return undefined;
    const update = () => place(element, inner, scroller, layout, { layer, unit });
    update();
    const observer = new ResizeObserver(update);
    observer.observe(inner);
    addEventListener('scroll', update, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      removeEventListener('scroll', update, { capture: true });
    };
  }, [layer, unit, layout, panel, content, view]);
}

function place(
  element: HTMLElement,
  content: HTMLElement,
  scroller: HTMLElement,
  layout: NetworkLayout,
  unit: UnitRef,
): void {
  const view = visiblePart(scroller);
  const size = { width: WIDTH, height: content.offsetHeight, leastHeight: LEAST_HEIGHT };
  const strip = (y: number, height: number) => ({ x: 0, y, width: layout.width, height });
  const controls = [strip(0, layout.top), strip(layout.height - layout.foot, layout.foot)];
  const box = placeInspector(layout, unit, {
    view,
    ...size,
    others: [...boxesOf(element, scroller), ...controls],
  });
  element.style.left = `${box.x - scroller.scrollLeft}px`;
  element.style.top = `${box.y - scroller.scrollTop}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
  element.toggleAttribute('data-covers', box.covers);
}

/** The part of the figure that neither the window nor a scrolling ancestor cuts off, in the figure's coordinates. */
function visiblePart(scroller: HTMLElement): Box {
  const { left, top } = scroller.getBoundingClientRect();
  let [x0, y0, x1, y1] = [0, 0, innerWidth, innerHeight];
  for (let at: HTMLElement | null = scroller; at !== null; at = at.parentElement) {
    if (getComputedStyle(at).overflowY === 'visible') continue;
    const box = at.getBoundingClientRect();
    [x0, y0] = [Math.max(x0, box.left), Math.max(y0, box.top)];
    [x1, y1] = [Math.min(x1, box.right), Math.min(y1, box.bottom)];
  }
  return {
    ...{ x: x0 - left + scroller.scrollLeft, y: y0 - top + scroller.scrollTop },
    ...{ width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) },
  };
}

/** Where the other inspectors stand, in the figure's coordinates. */
function boxesOf(element: HTMLElement, { scrollLeft, scrollTop }: HTMLElement): Box[] {
  const others = [...(element.parentElement?.querySelectorAll<HTMLElement>('.network-inspector') ?? [])];
  return others
    .filter((other) => other !== element)
    .map((other) => ({
      ...{ x: other.offsetLeft + scrollLeft, y: other.offsetTop + scrollTop },
      ...{ width: other.offsetWidth, height: other.offsetHeight },
    }));
}
