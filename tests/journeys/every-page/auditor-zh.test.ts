import { lookAt } from './look-at.js';

lookAt('auditor-zh');
