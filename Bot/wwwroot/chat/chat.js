import { isOwnTime, moveToPreset, refreshClock, startClock } from './clock.js';
import { closeConversation, openConversation, redrawConversation } from './conversation.js';
import { describe, findPerson, firstContact, loadPeople, showPeople } from './people.js';
import { getJson, postJson } from './server.js';
import { applyTexts, switchLanguage, t } from './texts.js';

const element = id => document.getElementById(id);
const narrow = matchMedia('(max-width: 800px)');
let person = null;

async function start() {
  applyTexts();
  element('language').addEventListener('click', () => {
    switchLanguage();
    refresh();
    redrawConversation();
  });
  try {
    const { demo } = await getJson('/chat/settings');
    await (demo ? startDemo() : startSignedIn());
  } catch (error) {
    console.error(error);
    showProblem(t('noServer'));
  }
}

async function startSignedIn() {
  refresh = () => {};
  const first = await postJson('/chat/token', {});
  element('who-name').textContent = first.name;
  let kept = first;
  await open(async () => {
    const grant = kept ?? (await postJson('/chat/token', {}));
    kept = null;
    return grant;
  });
}

async function startDemo() {
  await Promise.all([loadPeople(), startClock(() => setDrawer(false))]);
  element('menu').addEventListener('click', () => setDrawer(true));
  element('close').addEventListener('click', () => setDrawer(false));
  element('shade').addEventListener('click', () => setDrawer(false));
  document.addEventListener('keydown', event => event.key === 'Escape' && setDrawer(false));
  narrow.addEventListener('change', () => setDrawer(false));
  window.addEventListener('hashchange', () => pickFromAddress());
  setDrawer(false);
  element('side').hidden = false;
  element('menu').hidden = false;
  await pickFromAddress();
}

/** The address names the identity (/chat#unit-2), so that each tab can be somebody else and a reload changes nothing. */
async function pickFromAddress() {
  person = findPerson(decodeURIComponent(location.hash.slice(1)));
  refresh();
  element('welcome').hidden = person !== null;
  element('conversation').hidden = person === null;
  if (person === null) {
    closeConversation(element('conversation'));
    return;
  }
  const id = person.id;
  await open(async () => ({ ...(await postJson('/v3/directline/tokens/generate', { user: { id } })), userId: id }));
}

async function open(getToken) {
  element('problem').hidden = true;
  if (!window.WebChat) {
    showProblem(t('noWebChat'));
    return;
  }
  element('conversation').hidden = false;
  try {
    await openConversation(element('conversation'), getToken, () => showProblem(t('noServer')));
  } catch (error) {
    if (error.status === 401) location.reload(); // no longer signed in: the server then shows how to get in
    console.error(error);
    showProblem(t('noServer'));
  }
}

function pick(chosen) {
  setDrawer(false);
  location.hash = encodeURIComponent(chosen.id);
  element('conversation').focus({ preventScroll: true });
}

let refresh = () => {
  const { title, note } = person ? describe(person) : { title: t('guide'), note: '' };
  element('who-name').textContent = title;
  element('who-role').textContent = note;
  showPeople(person?.id, pick);
  showSteps();
  refreshClock();
};

function showSteps() {
  const contact = firstContact();
  const coordinator = findPerson('coordinator');
  const actions = [
    () => pick(contact),
    () => moveToPreset('quarterEnd'),
    () => pick(contact),
    () => moveToPreset('after').then(() => pick(coordinator)),
  ];
  if (!contact || !coordinator) return;
  element('steps').replaceChildren(...t('steps').map((step, index) => {
    const item = document.createElement('li');
    const title = document.createElement('h3');
    title.textContent = step.title;
    const text = document.createElement('p');
    text.textContent = (isOwnTime() && step.own) || step.text(contact.unit ?? contact.name);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = (isOwnTime() && step.ownAction) || step.action;
    button.addEventListener('click', actions[index]);
    item.append(title, text, button);
    return item;
  }));
}

/** On a narrow screen the side panel is a drawer over the page: closed, or open and the only thing that can be reached. */
function setDrawer(isOpen) {
  const drawer = narrow.matches;
  const show = drawer && isOpen;
  const wasOpen = document.body.classList.contains('drawer-open');
  document.body.classList.toggle('drawer-open', show);
  element('side').inert = drawer && !isOpen;
  element('main').inert = show;
  element('shade').hidden = !show;
  element('menu').setAttribute('aria-expanded', String(show));
  if (show) element('close').focus();
  else if (wasOpen) element('menu').focus();
}

function showProblem(text) {
  element('problem').textContent = text;
  element('problem').hidden = false;
}

await start();
