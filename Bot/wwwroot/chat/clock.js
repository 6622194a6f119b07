import { formatMoment, formatShort, locale, t } from './texts.js';
import { getJson, postJson } from './server.js';

const presets = { quarterEnd: '2020-03-31T09:00:00+08:00', dueDay: '2020-04-03T18:00:00+08:00', after: '2020-04-07T09:00:00+08:00' };
const dayLength = 24 * 60 * 60 * 1000;
const element = id => document.getElementById(id);

// The server's clock runs on with real time; between two answers the page adds what has passed.
let shown = { now: 0, at: 0 };
let next = null;
let beforeMove = () => {};
let hideLater;
const now = () => shown.now + (performance.now() - shown.at);

/** Shows the demo's clock and lets it be moved; `onMove` runs before each move. */
export async function startClock(onMove) {
  beforeMove = onMove;
  await ask();
  element('move').addEventListener('submit', event => {
    event.preventDefault();
    moveClock(new Date(`${element('instant').value}:00+08:00`));
  });
  setInterval(show, 5000);
  setInterval(() => document.hidden || ask().catch(() => {}), 60000);
}

/** Moves the demo's clock; the server answers when everything on the way has been delivered. */
export async function moveClock(instant) {
  if (instant <= now()) {
    tell(t('past'));
    return;
  }
  beforeMove();
  setBusy(true);
  tell(t('moving'), true);
  try {
    const moved = await postJson('/demo/clock', { now: instant.toISOString() });
    await ask();
    tell(t('moved')(formatMoment(new Date(moved.now)), moved.remindersSent));
  } catch {
    tell(t('failed'));
  } finally {
    setBusy(false);
  }
}

/** On a notice of one's own the days of the sample have long passed: the tour then goes from one reminder to the next. */
export const isOwnTime = () => now() > Date.parse(presets.after) + 60 * dayLength;

/** Where the moment has passed nothing is moved, but on a notice of one's own, where the next reminder takes its place. */
export async function moveToPreset(name) {
  if (Date.parse(presets[name]) > now()) await moveClock(new Date(presets[name]));
  else if (isOwnTime() && next !== null && next > now()) await moveClock(new Date(next));
}

export const refreshClock = () => show();

async function ask() {
  const answer = await getJson('/demo/clock');
  shown = { now: Date.parse(answer.now), at: performance.now() };
  next = answer.next ? Date.parse(answer.next) : null;
  show();
}

function show() {
  const current = new Date(now());
  element('now').textContent = formatMoment(current);
  element('now').dateTime = current.toISOString();
  element('who-time').textContent = formatShort(current); // where the panel with the clock is put away
  const input = element('instant');
  const civil = new Date(current.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 16);
  input.min = civil;
  if (!input.value || input.value < civil) input.value = civil;
  showMoves(current.getTime());
}

function showMoves(current) {
  const moves = Object.entries(presets).map(([name, at]) => ({ name, at: Date.parse(at) })).filter(move => move.at > current);
  if (next !== null && next > current) moves.push({ name: 'next', at: next });
  moves.push({ name: 'day', at: null });
  const key = locale() + JSON.stringify(moves);
  const group = element('moves');
  if (group.dataset.key === key) return; // redrawing would take the focus away
  group.dataset.key = key;
  group.replaceChildren(...moves.map(({ name, at }) => {
    const button = document.createElement('button');
    button.type = 'button';
    const [what, when] = t('presets')[name];
    button.append(what);
    if (when) button.append(' ', Object.assign(document.createElement('span'), { textContent: when }));
    button.addEventListener('click', () => moveClock(new Date(at ?? now() + dayLength)));
    return button;
  }));
}

/** Says something above the conversation, for a while or until the next word. */
function tell(text, stays = false) {
  clearTimeout(hideLater);
  element('toast').textContent = text;
  if (!stays) hideLater = setTimeout(() => (element('toast').textContent = ''), 12000);
}

function setBusy(busy) {
  element('clock').setAttribute('aria-busy', String(busy));
  for (const control of element('clock').querySelectorAll('button, input')) control.disabled = busy;
}
