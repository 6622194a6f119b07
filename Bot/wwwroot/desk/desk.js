// Makes the pages livelier. Everything on them is there and works without it.
import { drawCharts } from './charts.js';
import { showExports } from './exports.js';
import { watch } from './live.js';

document.documentElement.classList.add('js');

for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', () => form.requestSubmit());

// On a phone the menu is longer than the screen is wide.
const current = document.querySelector('.pages [aria-current]');
if (current)
  current.closest('.pages').scrollLeft = current.offsetLeft - (innerWidth - current.offsetWidth) / 2;

// A button pressed twice asks once.
document.addEventListener('submit', event => {
  for (const button of event.target.querySelectorAll('button'))
    setTimeout(() => { button.disabled = true; });
});
// Coming back by the back button, the page is as it was left, with its buttons out of use.
addEventListener('pageshow', event => {
  if (event.persisted)
    for (const button of document.querySelectorAll('button:disabled'))
      button.disabled = false;
});

// The library comes after this script.
addEventListener('load', () => drawCharts(document));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawCharts(document));

showExports(document.querySelector('.exports'));

const main = document.querySelector('main[data-live-updates]');
if (main)
  watch(main, document.getElementById('live-note'));
