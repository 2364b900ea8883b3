import { lookAt } from './look-at.js';

lookAt('manager-zh');
