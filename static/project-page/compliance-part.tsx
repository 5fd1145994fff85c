import '../compliance/compliance.css';

export { App } from '../compliance/app';
