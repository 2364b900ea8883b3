import { lookAt } from './look-at.js';

lookAt('founder-zh');
