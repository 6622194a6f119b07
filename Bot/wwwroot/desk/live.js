// Reads the page again when the server says that the ledger has changed, and puts the parts that are different in the place of the old ones.
import { drawCharts } from './charts.js';

const PAUSE = 1000;
const AGAIN = 3000;
const LONGEST = 60_000;

export function watch(main, note) {
  let isReading = false;
  let isWanted = false;
  let isLost = false;
  let wait = AGAIN; // longer with each failure: a proxy may refuse for good
  addEventListener('pageshow', event => event.persisted && read()); // by the back button, as it was left
  listen();

  function listen() {
    const events = new EventSource(main.dataset.liveUpdates);
    events.addEventListener('changed', read);
    events.addEventListener('ended', () => location.reload());
    events.addEventListener('open', () => {
      wait = AGAIN;
      if (isLost)
        read(); // what happened meanwhile
      isLost = false;
    });
    events.addEventListener('error', () => {
      isLost = true;
      say(note, main.dataset.lost, true);
      // A connection that breaks is taken up again by the browser. An answer that is no stream, as a proxy gives while the server starts, is not.
      if (events.readyState === EventSource.CLOSED)
        setTimeout(() => {
          read(); // or the session has ended
          listen();
        }, longer());
    });
  }

  function longer() {
    const now = wait;
    wait = Math.min(LONGEST, 2 * wait);
    return now;
  }

  async function read() {
    isWanted = true;
    if (isReading)
      return;
    isReading = true;
    while (isWanted) {
      isWanted = false;
      try {
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
        if (answer.status === 401)
          return location.reload();
        if (!answer.ok)
          throw new Error(answer.statusText);
        const isDifferent = replaceParts(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        // While nothing is connected the note stays, whatever could be read.
        if (!isLost) {
          wait = AGAIN;
          if (isDifferent)
            say(note, main.dataset.updated, false);
          else
            note.classList.remove('shown');
        }
      } catch {
        say(note, main.dataset.lost, true);
        if (!isLost)
          setTimeout(read, longer()); // nothing else would ask again
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE)); // however fast reports come in
    }
    isReading = false;
  }
}

// Whether anything was different.
function replaceParts(page) {
  let isDifferent = false;
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = page.getElementById(part.id);
    if (!next || withoutDrawings(part) === withoutDrawings(next))
      continue;
    if (part.dataset.held && part.querySelector('details[open]')) {
      isDifferent = hold(part) || isDifferent;
      continue;
    }
    const known = new Set([...part.querySelectorAll('[data-key]')].map(element => element.dataset.key));
    const focused = part.contains(document.activeElement) ? pathTo(document.activeElement, part) : null;
    const scrolled = [...part.querySelectorAll('.scroll, .rows')].map(element => [element.scrollLeft, element.scrollTop]);
    part.replaceWith(document.adoptNode(next));
    next.querySelectorAll('.scroll, .rows').forEach((element, at) => scrolled[at] && element.scrollTo(...scrolled[at]));
    for (const element of next.querySelectorAll('[data-key]'))
      if (!known.has(element.dataset.key))
        element.classList.add('arrived');
    if (focused)
      next.querySelector(focused)?.focus({ preventScroll: true });
    drawCharts(next);
    isDifferent = true;
  }
  return isDifferent;
}

// A form that is being filled in stays, and says that it is of yesterday. Whether it did not say so before.
function hold(part) {
  if (part.querySelector('.held'))
    return false;
  const note = document.createElement('p');
  note.className = 'notice held';
  note.setAttribute('role', 'status');
  note.textContent = part.dataset.held;
  part.prepend(note);
  return true;
}

// What the server sent: charts and marks are this page's own.
function withoutDrawings(part) {
  const copy = part.cloneNode(true);
  for (const chart of copy.querySelectorAll('[data-chart]')) {
    for (const canvas of chart.querySelectorAll('div'))
      canvas.remove();
    for (const name of ['style', '_echarts_instance_'])
      chart.removeAttribute(name);
  }
  for (const details of copy.querySelectorAll('details[open]'))
    details.removeAttribute('open');
  for (const token of copy.querySelectorAll('input[name="__RequestVerificationToken"]'))
    token.removeAttribute('value'); // another at each reading
  copy.querySelector('.held')?.remove();
  for (const marked of copy.querySelectorAll('.arrived'))
    marked.classList.remove('arrived');
  return copy.innerHTML.replaceAll(' class=""', '');
}

// Finds a link again by where it leads, so that the keyboard does not lose its place.
function pathTo(element, part) {
  const address = element.getAttribute('href');
  return address && part.querySelector(`a[href="${CSS.escape(address)}"]`) === element ? `a[href="${CSS.escape(address)}"]` : null;
}

let hiding;
function say(note, text, stays) {
  note.textContent = text;
  note.classList.add('shown');
  clearTimeout(hiding);
  if (!stays)
    hiding = setTimeout(() => note.classList.remove('shown'), 4000);
}
