import { useEffect, useState } from 'react';

/** The sentence about what was typed last, until the next press anywhere or until it is taken back. */
export function useFault(): readonly [string | null, (fault: string | null) => void] {
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (fault === null) return undefined;
    const clear = () => setFault(null);
    addEventListener('pointerdown', clear);
    return () => removeEventListener('pointerdown', clear);
  }, [fault]);
  return [fault, setFault];
}
