import { useEffect, useRef, type Ref } from 'react';
import { useImperativeHandle } from 'react';
import { useKatex } from '../panels/network/Formula';

export interface TexProps {
  readonly tex: string;
  /** Reads the same aloud; without it the formula is for the eye only. */
  readonly label?: string;
  readonly className?: string;
  /** Called after the formula has been set, to write numbers into it. */
  readonly onSet?: (element: HTMLElement) => void;
  readonly ref?: Ref<HTMLSpanElement>;
}

/** A formula; places of \htmlClass may be written by the frames. */
export function Tex({ tex, label, className, onSet, ref }: TexProps) {
  const katex = useKatex();
  const element = useRef<HTMLSpanElement>(null);
  const set = useRef(onSet);
  useEffect(() => {
    set.current = onSet;
  });
  useImperativeHandle<HTMLSpanElement | null, HTMLSpanElement | null>(ref, () => element.current);
  useEffect(() => {
    if (katex === null || element.current === null) return;
    katex.render(tex, element.current, {
      output: 'html',
      throwOnError: false,
      strict: 'ignore',
      trust: ({ command }: { command: string }) => command === '\\htmlClass',
    });
    set.current?.(element.current);
  }, [katex, tex]);
  return (
    <span
      className={className}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <span ref={element} aria-hidden="true" />
    </span>
  );
}
