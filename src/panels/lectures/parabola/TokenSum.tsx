import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { columnOf, lastLayerOf } from '../../../figures/planes/chain';
import { formatFixed } from '../../../figures/numbers';
import { MathSymbol } from '../../network/MathSymbol';
import type { ParabolaModel } from './model';
import { useFrameWriter, type FrameWriters } from './writers';
import { writeText } from '../../../figures/writeText';

const DECIMALS = 2;
/** Activations below this add nothing that the numbers would show. */
const NOTHING = 0.5 * 10 ** -DECIMALS;

export interface TokenSumProps {
  readonly model: ParabolaModel;
  readonly writers: FrameWriters;
}

/** ŷ = b + Σ wⱼhⱼ for the chosen token, in numbers; the chain of the output plane in the same order. */
export function TokenSum({ model, writers }: TokenSumProps) {
  const root = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(root);
  const { sizes, linear } = model;
  const last = lastLayerOf(sizes);
  const letter = sizes.length > 2 ? 'h' : 'x';
  const layer = sizes.length - 1;

  useFrameWriter(
    writers,
    'read',
    ({ snapshot, activations, scene }) => {
      const { parameters } = snapshot;
      const cells = root.current?.getElementsByClassName('planes-number');
      const terms = root.current?.getElementsByClassName('planes-term');
      if (!cells || !terms || scene.chain.length !== 2 * (last.terms + 2)) return;
      let cell = 0;
      const write = (value: number) => writeText(cells[cell++], formatFixed(value, DECIMALS));
      // The sum before the output's activation is what the chain adds up to.
      sumOf(parameters, last, activations).forEach(write);
      write(parameters[last.bias] ?? NaN);
      write(parameters[last.bias + 1] ?? NaN);
      for (let j = 0; j < last.terms; j++) {
        columnOf(parameters, last, j).forEach(write);
        const h = activations[j] ?? NaN;
        const text = formatFixed(h, DECIMALS);
        writeText(cells[cell++], h < -NOTHING ? `(${text})` : text);
        terms[j + 2]?.toggleAttribute('data-off', Math.abs(h) < NOTHING);
      }
    },
    [model],
  );

  return (
    <div
      ref={root}
      className="planes-equation"
      role="group"
      aria-label="Sum for the chosen token"
      // Only a box that scrolls is to be reached by keyboard.
      {...(scrolls ? { tabIndex: 0 } : {})}
    >
      <Term name={linear ? <MathSymbol letter="y" hat /> : <LayerSymbol letter="e" layer={layer} />}>
        <Vector />
      </Term>
      <span className="planes-operator">=</span>
      <Term name={<LayerSymbol letter="b" layer={layer} />}>
        <Vector />
      </Term>
      {Array.from({ length: last.terms }, (_, j) => (
        <span key={j} className="planes-summand">
          <span className="planes-operator">+</span>
          <Term
            name={
              <>
                <MathSymbol letter="w" index={String(j + 1)} />
                <MathSymbol letter={letter} index={String(j + 1)} />
              </>
            }
          >
            <Vector />
            <span className="planes-number" />
          </Term>
        </span>
      ))}
    </div>
  );
}

function sumOf(
  parameters: ArrayLike<number>,
  last: ReturnType<typeof lastLayerOf>,
  activations: ArrayLike<number>,
): readonly [number, number] {
  let x = parameters[last.bias] ?? NaN;
  let y = parameters[last.bias + 1] ?? NaN;
  for (let j = 0; j < last.terms; j++) {
    const [w1, w2] = columnOf(parameters, last, j);
    x += w1 * (activations[j] ?? NaN);
    y += w2 * (activations[j] ?? NaN);
  }
  return [x, y];
}

/** b⁽²⁾ */
function LayerSymbol({ letter, layer }: { letter: string; layer: number }) {
  return (
    <span className="planes-layer">
      <MathSymbol letter={letter} />
      <sup>({layer})</sup>
    </span>
  );
}

function Term({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <span className="planes-term">
      <span className="planes-value">{children}</span>
      <span className="planes-name">{name}</span>
    </span>
  );
}

/** A column of two numbers in brackets. */
export function Vector({ error = false }: { error?: boolean }) {
  return (
    <span className="planes-vector" data-error={error || undefined}>
      <span className="planes-number" />
      <span className="planes-number" />
    </span>
  );
}

/** px that letters may hang out of their box */
const SLACK = 6;

/** Whether an element has more content than it shows; `data-more` says that some lies beyond its end. */
function useScrolls(ref: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = () => {
      const { scrollHeight, clientHeight, scrollTop, scrollWidth, clientWidth, scrollLeft } = element;
      setScrolls(scrollHeight > clientHeight + SLACK || scrollWidth > clientWidth + SLACK);
      const below = scrollHeight - clientHeight - scrollTop;
      const beside = scrollWidth - clientWidth - scrollLeft;
      element.toggleAttribute('data-more', below > SLACK || beside > SLACK);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  });
  return scrolls;
}
