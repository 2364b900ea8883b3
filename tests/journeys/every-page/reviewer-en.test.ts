import { lookAt } from './look-at.js';

lookAt('reviewer-en');
