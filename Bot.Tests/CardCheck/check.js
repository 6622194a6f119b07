// Reads a list of cards on standard input and writes, for each, what the official implementation of Adaptive Cards 1.5 finds wrong with it.
const cards = require('./adaptivecards.js');

/** What stands in `given` and is not understood: the implementation keeps no member that its schema does not know. */
function unknown(given, kept, path) {
  if (Array.isArray(given)) return given.flatMap((item, index) => unknown(item, kept?.[index], `${path}[${index}]`));
  if (given === null || typeof given !== 'object') return [];
  return Object.keys(given).flatMap(name =>
    given[name] === '' ? [] // what is empty by default is left out
    : kept === undefined || !(name in kept) ? [`${path}.${name} is not known`]
    : name === 'data' ? []
    : unknown(given[name], kept[name], `${path}.${name}`));
}

function problems(card) {
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const failures = parsed.validateProperties().validationEvents.map(event => event.message);
  return [...events, ...failures, ...unknown(card, parsed.toJSON(new cards.SerializationContext(cards.Versions.v1_5)), 'card')];
}

let input = '';
process.stdin.on('data', part => (input += part));
process.stdin.on('end', () => console.log(JSON.stringify(JSON.parse(input).map(problems))));
