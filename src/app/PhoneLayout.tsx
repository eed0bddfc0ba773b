import { useId, useRef, type KeyboardEvent } from 'react';
import { LensDrawer } from '../lenses/LensDrawer';
import { NetworkPanel } from '../panels/network/NetworkPanel';
import { Notices } from '../panels/notices/Notices';
import { figureOf } from '../panels/lectures/figureOf';
import { PhoneOutput } from '../panels/output/PhoneOutput';
import { ProblemPanel } from '../panels/problem/ProblemPanel';
import { SpecificationLine } from '../panels/settings/SpecificationLine';
import { ShortcutsHelp } from '../panels/shortcuts/ShortcutsHelp';
import { HistoryButtons } from '../panels/tools/HistoryButtons';
import { CopyLinkButton, SharingButtons } from '../panels/tools/SharingButtons';
import { SpeedSelect, ThemeSelect, UpdatesPerSecond } from '../panels/transport/RunSettings';
import { Transport } from '../panels/transport/Transport';
import { useActions, useSelect } from '../store/context';
import { Brand } from './Brand';
import './PhoneLayout.css';

const TABS = [
  { tab: 'network', label: 'Network' },
  { tab: 'problem', label: 'Problem' },
  { tab: 'settings', label: 'Settings' },
  { tab: 'lens', label: 'Lens' },
] as const;

/** The figure on top, one panel under it, the transport in reach of the thumb. */
export function PhoneLayout() {
  const id = useId();
  const tab = useSelect((state) => state.view.tab);
  const figure = useSelect((state) => figureOf(state.experiment.problem));
  return (
    <div className="phone">
      <header className="phone-header">
        <Brand />
        <div className="phone-header-tools">
          <HistoryButtons />
          <CopyLinkButton />
          <ShortcutsHelp />
        </div>
      </header>
      <main className="phone-main">
        <Notices />
        <div className="phone-output">
          <PhoneOutput figure={figure} />
        </div>
        <PhoneTabs id={id} />
        <div
          className={`phone-panel phone-panel-${tab}`}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${tab}`}
        >
          {tab === 'network' && <NetworkPanel />}
          {tab === 'problem' && <ProblemPanel />}
          {tab === 'settings' && <PhoneSettings />}
          {tab === 'lens' && <LensDrawer />}
        </div>
      </main>
      <footer className="phone-dock">
        <Transport />
        <SpeedSelect />
      </footer>
    </div>
  );
}

function PhoneSettings() {
  return (
    <div className="phone-settings">
      <SpecificationLine />
      <div className="phone-settings-page">
        <ThemeSelect />
        <UpdatesPerSecond />
        <div role="group" aria-label="Experiment">
          <SharingButtons />
        </div>
      </div>
    </div>
  );
}

function PhoneTabs({ id }: { id: string }) {
  const { setView } = useActions();
  const chosen = useSelect((state) => state.view.tab);
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const index = TABS.findIndex(({ tab }) => tab === chosen);
    const next = TABS[(index + by + TABS.length) % TABS.length];
    if (next === undefined) return;
    setView({ tab: next.tab });
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.tab}"]`)?.focus();
  }
  return (
    <div ref={list} className="phone-tabs" role="tablist" aria-label="Panels">
      {TABS.map(({ tab, label }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          data-tab={tab}
          aria-selected={tab === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => setView({ tab })}
          onKeyDown={onKeyDown}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
