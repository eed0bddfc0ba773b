import { useEffect, useRef } from 'react';
import { useKatex } from '../../panels/network/Formula';

/** A formula set by KaTeX, with MathML for readers of the screen. */
export function Tex({ tex, display = false }: { tex: string; display?: boolean }) {
  const katex = useKatex();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (katex && box.current) katex.render(tex, box.current, { throwOnError: false, displayMode: display });
  }, [katex, tex, display]);
  return <span ref={box} className="tex" />;
}
