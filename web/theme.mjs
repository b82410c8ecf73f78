// The choice of a theme, which the page keeps.

const key = 'campaign-lens.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const moreContrast = [matchMedia('(prefers-contrast: more)'), matchMedia('(forced-colors: active)')];
const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

export function keptTheme() {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system'; // storage is forbidden here
  }
}

export function keepTheme(theme) {
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // the choice then lasts as long as the page
  }
  show(theme);
}

/** { dark, reducedMotion, moreContrast } as the system prefers. */
export const preferences = () => ({
  dark: dark.matches, reducedMotion: reducedMotion.matches, moreContrast: moreContrast.some(({ matches }) => matches),
});

export function onPreferences(changed) {
  for (const query of [dark, reducedMotion, ...moreContrast]) query.addEventListener('change', changed);
}

/** Tells the style sheet. */
export function show(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Whether `theme` is dark here and now. */
export const isDark = (theme) => (theme === 'system' ? dark.matches : theme === 'dark');
