import '@atlaskit/css-reset';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the shell.');
createRoot(root).render(<App />);
