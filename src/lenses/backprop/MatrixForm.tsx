import { Tex } from '../../panels/network/Tex';
import { lightsLink, type Lighting } from './lighting';
import { equationTex, matrixEquations, type Equation, type Layers, type Matrix } from './matrixForms';
import { Num } from './numbers';
import './MatrixForm.css';

/** Numbers that fit in a column of the lens; larger ones scroll in a place of their own. */
const MOST_ROWS = 8;
const MOST_COLUMNS = 4;

export interface MatrixFormProps extends Lighting, Layers {}

/** A stage for a whole layer: its equations in symbols with their shapes, and below each its numbers. */
export function MatrixForm(props: MatrixFormProps) {
  const equations = matrixEquations(props.story.stage, props);
  const before = new Map<string, number>();
  // Two regions of one name could not be told apart.
  const regionName = (name: string): string => {
    const count = (before.get(name) ?? 0) + 1;
    before.set(name, count);
    return count === 1 ? name : `${name}, place ${count}`;
  };
  // Whole matrices that change are not read out by themselves.
  return (
    <div className="matrix-form" aria-live="off">
      {equations.map((equation, i) => (
        <div key={i}>
          <Tex tex={equationTex(equation)} display />
          <Numbers equation={equation} regionName={regionName} {...props} />
        </div>
      ))}
    </div>
  );
}

interface NumbersProps extends Lighting {
  readonly equation: Equation;
  readonly regionName: (name: string) => string;
}

function Numbers({ equation, regionName, ...lighting }: NumbersProps) {
  return (
    <div className="matrix-equation">
      {equation.map((part, i) =>
        typeof part === 'string' ? (
          <Tex key={i} tex={part} className="matrix-sign" />
        ) : (
          <Bracketed key={i} matrix={part} regionName={regionName} {...lighting} />
        ),
      )}
    </div>
  );
}

interface BracketedProps extends Lighting {
  readonly matrix: Matrix;
  readonly regionName: (name: string) => string;
}

function Bracketed({ matrix, regionName, ...lighting }: BracketedProps) {
  const { name, tex, rows, columns } = matrix;
  const label = `${name}, ${rows} × ${columns}`;
  const isLarge = rows > MOST_ROWS || columns > MOST_COLUMNS;
  const cells = <Cells matrix={matrix} label={label} {...lighting} />;
  return (
    <div className="matrix">
      {isLarge ? (
        <div
          className="matrix-cells"
          role="region"
          aria-label={regionName(label)}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
          tabIndex={0}
          data-keys="arrows"
        >
          {cells}
        </div>
      ) : (
        <div className="matrix-cells">{cells}</div>
      )}
      <span className="matrix-name" aria-hidden>
        <Tex tex={tex} /> {rows} × {columns}
      </span>
    </div>
  );
}

interface CellsProps extends Lighting {
  readonly matrix: Matrix;
  readonly label: string;
}

function Cells({ matrix, label, ...lighting }: CellsProps) {
  const { rows, columns, key, link, error = false, byUnit = false } = matrix;
  const told = byUnit ? lighting.story.place.item : -1;
  return (
    <table aria-label={label}>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row} data-told={row === told || undefined}>
            {Array.from({ length: columns }, (_, column) => (
              <td key={column} {...(link !== undefined && lightsLink(link(row, column), lighting))}>
                <Num k={key(row, column)} error={error} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
