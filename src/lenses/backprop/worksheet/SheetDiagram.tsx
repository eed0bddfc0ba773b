import { useMemo } from 'react';
import {
  layoutDiagram,
  RADIUS,
  type DiagramLink,
  type DiagramUnit,
} from '../../../figures/worksheet/diagram';
import { printedText } from '../../../figures/worksheet/paper';
import type { SheetModel } from './sheetModel';

/** The network drawn small, its weights on the links and its biases under the units. */
export function SheetDiagram({ model }: { model: SheetModel }) {
  const { sizes } = model;
  const diagram = useMemo(() => layoutDiagram(sizes), [sizes]);
  const { width, height, units, links, hasWeights } = diagram;
  const name = `Network ${sizes.join('–')}${hasWeights ? ' with its weights' : ''}`;
  return (
    <svg
      className="sheet-diagram"
      role="img"
      aria-label={name}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {links.map(({ layer, from, to }) => (
        <line
          key={`${layer}:${from.unit}:${to.unit}`}
          x1={from.x + RADIUS}
          y1={from.y}
          x2={to.x - RADIUS}
          y2={to.y}
        />
      ))}
      {hasWeights && links.map((link) => <Weight key={keyOf(link)} model={model} link={link} />)}
      {units.map((unit) => (
        <Unit key={`${unit.column}:${unit.unit}`} model={model} unit={unit} hasBias={hasWeights} />
      ))}
    </svg>
  );
}

const keyOf = ({ layer, from, to }: DiagramLink): string => `${layer}:${from.unit}:${to.unit}`;

function Weight({ model, link }: { model: SheetModel; link: DiagramLink }) {
  const { layer, from, to, labelX, labelY } = link;
  return (
    <text className="sheet-weight" x={labelX} y={labelY + 4}>
      {printedText(model.truth({ kind: 'w', layer, unit: to.unit, from: from.unit }))}
    </text>
  );
}

function Unit({ model, unit, hasBias }: { model: SheetModel; unit: DiagramUnit; hasBias: boolean }) {
  const { column, x, y } = unit;
  const letter = column === 0 ? 'x' : column === model.sizes.length - 1 ? 'ŷ' : 'h';
  const single = letter === 'ŷ' && model.sizes.at(-1) === 1;
  return (
    <>
      <circle cx={x} cy={y} r={RADIUS} />
      <text className="sheet-unit" x={x} y={y + 5}>
        {letter}
        {!single && (
          <tspan className="sheet-unit-index" dy={3}>
            {letter === 'x' ? (model.features[unit.unit]?.replace(/^x/u, '') ?? '') : unit.unit + 1}
          </tspan>
        )}
      </text>
      {hasBias && column > 0 && (
        <text className="sheet-bias" x={x} y={y + RADIUS + 13}>
          <tspan className="sheet-letter">b</tspan> ={' '}
          {printedText(model.truth({ kind: 'w', layer: column - 1, unit: unit.unit, from: 'bias' }))}
        </text>
      )}
    </>
  );
}
