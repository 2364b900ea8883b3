import { lookAt } from './look-at.js';

lookAt('administrator-zh');
