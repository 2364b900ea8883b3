import { lookAt } from './look-at.js';

lookAt('bureau-en');
