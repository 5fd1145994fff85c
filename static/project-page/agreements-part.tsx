import '../project-settings/settings.css';

export { App } from '../project-settings/app';
