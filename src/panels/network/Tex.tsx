import type katexModule from 'katex';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

export interface TexProps {
  readonly tex: string;
  readonly display?: boolean;
  /** What is read aloud in its place; without it readers of the screen have the formula as MathML. */
  readonly label?: string;
  readonly className?: string;
  /**
   * The formula is set, and numbers can be written into its places of \htmlClass. MathML would keep what they were set
   * with, so such a formula is for the eye only; its numbers stand in words or in fields beside it.
   */
  readonly onSet?: (element: HTMLElement) => void;
}

/** A formula. */
export function Tex({ tex, display = false, label, className, onSet }: TexProps) {
  const katex = useKatex();
  const element = useRef<HTMLSpanElement>(null);
  const isForTheEye = onSet !== undefined;
  const output = isForTheEye || label !== undefined ? 'html' : 'htmlAndMathml';
  const set = useEffectEvent((formula: HTMLElement) => onSet?.(formula));
  useEffect(() => {
    if (katex === null || element.current === null) return;
    katex.render(tex, element.current, {
      output,
      displayMode: display,
      throwOnError: false,
      strict: 'ignore',
      trust: ({ command }: { command: string }) => command === '\\htmlClass',
    });
    set(element.current);
  }, [katex, tex, display, output]);
  return (
    <span
      ref={element}
      className={className}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={isForTheEye || undefined}
    />
  );
}

type Katex = typeof katexModule;

/** The typesetter comes with the first formula that somebody looks at. */
function useKatex(): Katex | null {
  const [katex, setKatex] = useState<Katex | null>(null);
  useEffect(() => {
    let wanted = true;
    const parts = Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
    void parts.then(
      ([module]) => wanted && setKatex(() => module.default),
      () => undefined, // Without a connection the numbers stand without their formula.
    );
    return () => {
      wanted = false;
    };
  }, []);
  return katex;
}
