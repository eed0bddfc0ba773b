import { NetworkFigure } from './NetworkFigure';
import { NetworkHeader } from './NetworkHeader';
import './NetworkPanel.css';

/** Panel b: the network, its shape and every number in it. */
export function NetworkPanel() {
  return (
    <section className="network-panel" aria-label="Network">
      <NetworkHeader />
      <NetworkFigure />
    </section>
  );
}
