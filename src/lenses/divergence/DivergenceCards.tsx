import { useId } from 'react';
import type { Divergences, OutputKind } from '../../figures/divergence/divergence';
import { Tex } from '../../panels/network/Tex';
import type { BenchModel } from './benchModel';

export type Measure = Exclude<keyof Divergences, 'entropy'>;

interface MeasureWords {
  readonly measure: Measure;
  readonly title: string;
  readonly tex: Readonly<Record<OutputKind, string>>;
  readonly label: Readonly<Record<OutputKind, string>>;
}

export const MEASURES: readonly MeasureWords[] = [
  {
    measure: 'squaredError',
    title: 'Squared error',
    tex: {
      softmax: String.raw`\tfrac12\lVert\hat y-d\rVert^2`,
      sigmoid: String.raw`\tfrac12(\hat y-d)^2`,
    },
    label: { softmax: 'half of the squared length of ŷ minus d', sigmoid: 'half of ŷ minus d, squared' },
  },
  {
    measure: 'crossEntropy',
    title: 'Cross-entropy',
    tex: {
      softmax: String.raw`-\textstyle\sum_k d_k\ln\hat y_k`,
      sigmoid: String.raw`-d\ln\hat y-(1{-}d)\ln(1{-}\hat y)`,
    },
    label: {
      softmax: 'minus the sum of d k times ln ŷ k',
      sigmoid: 'minus d ln ŷ minus 1 minus d times ln of 1 minus ŷ',
    },
  },
  {
    measure: 'kl',
    title: 'KL divergence',
    tex: {
      softmax: String.raw`\textstyle\sum_k d_k\ln\frac{d_k}{\hat y_k}`,
      sigmoid: String.raw`d\ln\frac{d}{\hat y}+(1{-}d)\ln\frac{1-d}{1-\hat y}`,
    },
    label: {
      softmax: 'the sum of d k times ln of d k over ŷ k',
      sigmoid: 'd ln d over ŷ plus 1 minus d times ln of 1 minus d over 1 minus ŷ',
    },
  },
];

/** The three divergences with their gradients by the outputs and by the excitations, as numbers and bars. */
export function DivergenceCards({ model }: { model: BenchModel }) {
  return MEASURES.map((words) => <Card key={words.measure} words={words} model={model} />);
}

function Card({ words, model }: { words: MeasureWords; model: BenchModel }) {
  const id = useId();
  const { measure, title } = words;
  const outputs = model.kind === 'sigmoid' ? model.classes.slice(0, 1) : model.classes;
  return (
    <section className="divergence-card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <Tex className="divergence-formula" tex={words.tex[model.kind]} label={words.label[model.kind]} />
      <output className="divergence-value" aria-label={title} aria-live="off" data-part={measure} />
      <table aria-label={`Gradients of the ${title.replace(/^[SC]/, (first) => first.toLowerCase())}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">∂/∂ŷ</th>
            <th scope="col">∂/∂e</th>
          </tr>
        </thead>
        <tbody>
          {outputs.map(({ name }, k) => (
            <tr key={name}>
              <th scope="row">
                <span className="visually-hidden">{name}</span>
                <span aria-hidden="true">{outputs.length > 1 ? k + 1 : ''}</span>
              </th>
              <GradientCell part={`${measure}-output-${k}`} />
              <GradientCell part={`${measure}-excitation-${k}`} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GradientCell({ part }: { part: string }) {
  return (
    <td>
      <span data-part={part} />
      <span className="divergence-gauge" data-gauge={part} aria-hidden="true">
        <i />
      </span>
    </td>
  );
}
