// How a script talks with the test that started it: one JSON value a line, both ways. It ends when the test lets go of it, however that comes about.
const readline = require('readline');

/** Writes a value for the test to read. */
exports.tell = value => process.stdout.write(JSON.stringify(value) + '\n');

/** Calls `hear` with every value that the test writes. */
exports.listen = (hear = () => {}) =>
  readline.createInterface({ input: process.stdin }).on('line', line => hear(JSON.parse(line))).on('close', () => process.exit());

/** Serves on a free port of this machine alone; the test is told the address. */
exports.serve = (app, ready = () => {}) => {
  const server = app.listen(0, '127.0.0.1', () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    ready(address);
    exports.tell({ address });
  });
};
