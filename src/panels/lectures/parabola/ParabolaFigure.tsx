import { useCallback, useEffect, useRef, useState } from 'react';
import { PHONE, useMedia } from '../../../controls/useMedia';
import { useSize } from '../../../controls/useSize';
import { LectureNetworkOffer } from '../LectureNetworkOffer';
import { ErrorBars } from './ErrorBars';
import { InputPlane } from './InputPlane';
import { LayerUpdates } from './LayerUpdates';
import { useParabolaModel } from './model';
import { NoiseLine } from './NoiseLine';
import { OutputPlane } from './OutputPlane';
import { PlanesLegend } from './PlanesLegend';
import { planeRoom } from './planeRoom';
import { TokenError } from './TokenError';
import { TokenStepper } from './TokenStepper';
import { TokenSum } from './TokenSum';
import { useMoved } from './useMoved';
import { useParabolaFrame, type ParabolaFrame } from './useParabolaFrame';
import type { FrameWriters } from './writers';
import './Parabola.css';

/** The semicircle that is to become a parabola: both planes, the chosen token's sum and error, and steps by layer. */
export function ParabolaFigure() {
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<Element>(null);
  // Before the size of the body is asked for.
  useEffect(() => {
    body.current = box.current?.closest('.output-body') ?? null;
  }, []);
  const { width } = useSize(box);
  const { height: available } = useSize(body);
  const phone = useMedia(PHONE);
  const model = useParabolaModel();
  const { update, shown } = useMoved();
  const [writers] = useState<FrameWriters>(() => new Set());
  const onFrame = useCallback(
    (frame: ParabolaFrame) => {
      for (const write of writers) write(frame);
    },
    [writers],
  );
  const { side, height, rows, compact } = planeRoom({
    width,
    height: phone ? Infinity : available,
    phone,
    terms: model.sizes[model.sizes.length - 2] ?? 0,
    noisy: model.noise > 0,
  });
  const [open, setOpen] = useState(false);
  const pictures = useParabolaFrame({ model, width: side, height, shown, onFrame });
  /** A phone shows one plane at a time: the one that the update moves. */
  const updateInView: typeof update = (layer, index) => {
    const planes = box.current?.getElementsByClassName('plane');
    planes?.[layer === 'first' ? 0 : 1]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    update(layer, index);
  };
  const plane = { model, width: side, height, pictures, writers };
  const numbers = { model, writers };
  return (
    <>
      <div
        ref={box}
        className="planes"
        data-compact={compact || undefined}
        data-rows={rows}
        style={{ '--rows': rows }}
      >
        <div className="planes-pair">
          <InputPlane {...plane} />
          <OutputPlane {...plane} />
        </div>
        <div className="planes-head">
          {phone && (
            <button type="button" className="planes-more" aria-expanded={open} onClick={() => setOpen(!open)}>
              Sum and steps
            </button>
          )}
          {!phone && <LectureNetworkOffer />}
          <TokenStepper token={model.token} count={model.dataset.count} />
        </div>
        {(!phone || open) && <PlanesLegend model={model} />}
        {phone && open && <LectureNetworkOffer />}
        {!compact && (!phone || open) && (
          <div className="planes-sum">
            <TokenSum {...numbers} />
            <div className="planes-row">
              <TokenError {...numbers} />
              <LayerUpdates model={model} onUpdate={updateInView} />
            </div>
            {model.noise > 0 && <NoiseLine {...numbers} />}
          </div>
        )}
      </div>
      {!phone && !compact && <ErrorBars {...numbers} />}
    </>
  );
}
