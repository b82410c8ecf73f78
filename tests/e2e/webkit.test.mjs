// The page in WebKit.
import * as webkit from './webkit.mjs';
import { journey } from './journey.mjs';

journey(webkit);
