import { costOf, withOneMoreLayer, withTwiceTheUnits } from '../../../figures/gradients/cost';
import { Count } from './GradientNumber';

export interface CostTableProps {
  readonly sizes: readonly number[];
  /** training tokens */
  readonly tokens: number;
}

/** Multiply-adds of a token and an epoch, counted from the layout, and how they grow. */
export function CostTable({ sizes, tokens }: CostTableProps) {
  const cost = costOf(sizes);
  const name = (l: number) => (l === cost.layers.length - 1 ? 'output' : `layer ${l + 1}`);
  return (
    <section className="gradients-part" aria-labelledby="gradients-cost">
      <h3 id="gradients-cost">Cost in multiply-adds</h3>
      <div className="gradients-wide">
        <table>
          <thead>
            <tr>
              <th scope="col">One token</th>
              <th scope="col">
                forward <i>W x</i>
              </th>
              <th scope="col">
                backward <i>δ x</i>ᵀ
              </th>
              <th scope="col">
                backward <i>W</i>ᵀ<i>δ</i>
              </th>
            </tr>
          </thead>
          <tbody>
            {cost.layers.map((layer, l) => (
              <tr key={l}>
                <th scope="row">{name(l)}</th>
                <td>
                  <Count value={layer.forward} />
                </td>
                <td>
                  <Count value={layer.weightGradient} />
                </td>
                <td>
                  <Count value={layer.error} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Totals sizes={sizes} tokens={tokens} />
      <p className="gradients-words">
        Each product costs sending × receiving units: linear in the number of layers, quadratic in their
        width. Layer 1 sends no error to the inputs, so its backward pass has one product instead of two.
        Activations, biases and the optimizer’s update are not counted.
      </p>
    </section>
  );
}

function Totals({ sizes, tokens }: CostTableProps) {
  const more = costOf(withOneMoreLayer(sizes));
  const twice = costOf(withTwiceTheUnits(sizes));
  const now = costOf(sizes);
  const rows = [
    { name: 'this network', cost: now },
    { name: 'one more hidden layer', cost: more },
    ...(sizes.length > 2 ? [{ name: 'twice the units in each', cost: twice }] : []),
  ];
  return (
    <div className="gradients-wide">
      <table>
        <thead>
          <tr>
            <th scope="col">In all</th>
            <th scope="col">forward</th>
            <th scope="col">backward</th>
            <th scope="col">one token</th>
            <th scope="col">
              epoch, <Count value={tokens} /> tokens
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cost }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[cost.forward, cost.backward, cost.token, cost.token * tokens].map((value, i) => (
                <td key={i}>
                  <Count value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
