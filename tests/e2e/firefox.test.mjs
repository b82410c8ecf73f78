// The page in Firefox.
import * as firefox from './firefox.mjs';
import { journey } from './journey.mjs';

journey(firefox);
