import '../ui/chart/chart.css';
import '../compliance/compliance.css';

export { App } from '../compliance/app';
