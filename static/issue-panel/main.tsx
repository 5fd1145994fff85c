import { view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';
import '../ui/ground.css';
import '../ui/parts.css';
import '../ui/strip.css';
import '../ui/timer-card.css';
import '../ui/agreement.css';
import './panel.css';
import { App } from './app';

// The theme follows when it is ready; the numbers do not wait for it.
view.theme.enable().catch(() => undefined);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
