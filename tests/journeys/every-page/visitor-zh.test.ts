import { lookAt } from './look-at.js';

lookAt('visitor-zh');
