import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { Difficulty } from '../../../experiment/sheet';
import { printedText } from '../../../figures/worksheet/paper';
import type { Section } from '../../../figures/worksheet/sections';
import { useSelect } from '../../../store/context';
import { useToken } from '../useStepValues';
import { Sheet } from './Sheet';
import { sheetAddress } from './sheetLink';
import type { SheetModel } from './sheetModel';
import './PrintSheet.css';

export interface PrintSheetProps {
  readonly model: SheetModel;
  readonly sections: readonly Section[];
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly solutions: boolean;
}

/** What a printer gets while the worksheet is open: the sheet alone, black on white, and none of the page. */
export function PrintSheet({ model, sections, title, difficulty, solutions }: PrintSheetProps) {
  const experiment = useSelect((state) => state.experiment);
  const { place } = useToken();
  const address = useMemo(
    () => sheetAddress(experiment, model, { difficulty, token: place }),
    [experiment, model, difficulty, place],
  );
  return createPortal(
    <div className="print-sheet">
      <p className="print-head">
        <span>{solutions ? 'Solutions' : 'Name'}</span> <span>{solutions ? '' : 'Date'}</span>
      </p>
      <p className="print-link">
        This sheet on the page: <a href={address}>{address}</a>
      </p>
      <Sheet
        {...{ model, sections, title }}
        box={(quantity) =>
          solutions ? (
            <data className="print-solution" value={String(model.truth(quantity))}>
              {printedText(model.truth(quantity))}
            </data>
          ) : (
            <span className="print-blank" />
          )
        }
      />
    </div>,
    document.body,
  );
}
