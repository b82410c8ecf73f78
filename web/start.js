// Starts the page: as modules from a host; as one script where it was opened as a file, since browsers load no modules there.
'use strict';

const page = document.createElement('script');
if (location.protocol === 'file:') {
  page.src = 'offline.js';
  page.defer = true;
  page.async = false;
} else {
  page.type = 'module';
  page.src = 'page.mjs';
}
page.onerror = () => {
  document.getElementById('trouble').textContent = 'Campaign Lens could not be loaded completely. Reload the page to try again.';
};
document.head.append(page);
