// Reads a list of {schema, file, document} on standard input and writes, for each, what the official JSON schema of that version finds wrong with it.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv-draft-04');
const formats = require('ajv-formats');

const compiled = {};

/** The schemas are of draft 04, with members of later ones among them, and their patterns are no Unicode patterns. */
function validator(schema, file) {
  const key = `v${schema}/${file}`;
  if (!compiled[key]) {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formats(ajv);
    compiled[key] = ajv.compile(JSON.parse(fs.readFileSync(path.join(__dirname, 'schemas', `v${schema}`, file), 'utf8')));
  }
  return compiled[key];
}

function problems({ schema, file, document }) {
  const validate = validator(schema, file);
  return validate(document) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

let input = '';
process.stdin.on('data', part => (input += part));
process.stdin.on('end', () => console.log(JSON.stringify(JSON.parse(input).map(problems))));
