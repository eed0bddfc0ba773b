import { createPortal } from 'react-dom';
import { printedText } from '../../../figures/worksheet/paper';
import type { Section } from '../../../figures/worksheet/sections';
import { Sheet } from './Sheet';
import type { SheetModel } from './sheetModel';
import './PrintSheet.css';

export interface PrintSheetProps {
  readonly model: SheetModel;
  readonly sections: readonly Section[];
  readonly title: string;
  readonly solutions: boolean;
}

/** What a printer gets while the worksheet is open: the sheet alone, black on white, and none of the page. */
export function PrintSheet({ model, sections, title, solutions }: PrintSheetProps) {
  return createPortal(
    <div className="print-sheet">
      <p className="print-head">
        <span>{solutions ? 'Solutions' : 'Name'}</span> <span>{solutions ? '' : 'Date'}</span>
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
