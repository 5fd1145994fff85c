import { view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';
import '../ui/ground.css';
import '../ui/parts.css';
import '../ui/agreement.css';
import '../ui/chart/chart.css';
import './gadget.css';
import { App } from './app';

view.theme.enable().catch(() => undefined);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
