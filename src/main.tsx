import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startPlayground } from './app/startPlayground';
import { SharingContext } from './panels/tools/sharing';
import { PlaygroundProvider } from './store/context';

/** Not awaited at the top level: the parsers that it may load import from this very chunk. */
async function mount(root: HTMLElement): Promise<void> {
  const { playground, sharing } = await startPlayground();
  createRoot(root).render(
    <StrictMode>
      <PlaygroundProvider value={playground}>
        <SharingContext.Provider value={sharing}>
          <App />
        </SharingContext.Provider>
      </PlaygroundProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element #root in the page, found none.');
void mount(root);
