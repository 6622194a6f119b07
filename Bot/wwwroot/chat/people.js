import { getJson } from './server.js';
import { t } from './texts.js';

let people = [];

/** Loads the identities of the demo. */
export async function loadPeople() {
  people = await getJson('/demo/identities');
}

export const stranger = () => ({ id: strangerId(), name: t('stranger'), role: 'stranger', unit: null });

export const findPerson = id => people.find(person => person.id === id) ?? (id === strangerId() ? stranger() : null);

export const firstContact = () => findPerson('unit-2') ?? people.find(person => person.role === 'contact');

/** What stands in large letters, and what explains it. */
export function describe(person) {
  if (person.role === 'stranger') return { title: t('stranger'), note: t('strangerNote') };
  if (person.role !== 'contact') return { title: t(person.role), note: person.name === t(person.role) ? '' : person.name };
  const isNamed = !person.unit || !person.name.includes(person.unit); // the demo's own contacts are called after their unit
  return { title: person.unit ?? person.name, note: isNamed ? `${t('contact')} · ${person.name}` : t('contact') };
}

/** Draws the list; `onPick` gets the person that was chosen. */
export function showPeople(currentId, onPick) {
  const of = role => people.filter(person => person.role === role);
  const groups = [
    { people: [...of('coordinator'), ...of('leader')] },
    { title: t('contacts'), people: of('contact') },
    { title: t('others'), people: [stranger()] },
  ];
  document.getElementById('people-list').replaceChildren(...groups.filter(group => group.people.length > 0).map(group => {
    const section = document.createElement('section');
    if (group.title) section.append(create('h3', {}, group.title));
    section.append(create('ul', {}, ...group.people.map(person => create('li', {}, row(person, person.id === currentId, onPick)))));
    return section;
  }));
}

function row(person, isCurrent, onPick) {
  const { title, note } = describe(person);
  const button = create('button', { type: 'button', className: `person ${person.role}` },
    create('span', { className: 'avatar', ariaHidden: 'true' }, initial(title)),
    create('span', { className: 'lines' }, create('strong', {}, title), create('small', {}, note)));
  if (isCurrent) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => onPick(person));
  return button;
}

/** The first character that tells units apart: nearly all of them begin with 市 or 区. */
const initial = title => (/^[市区县省]/u.test(title) && title.length > 1 ? title[1] : title[0]).toUpperCase();

function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// One stranger per browser, so that coming back continues the same conversation.
function strangerId() {
  const kept = localStorage.getItem('planbot.stranger');
  if (kept) return kept;
  const made = `visitor-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  localStorage.setItem('planbot.stranger', made);
  return made;
}
