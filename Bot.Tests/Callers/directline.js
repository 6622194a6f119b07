// offline-directline as it is, between a person and PlanBot. Argument: the bot's address.
const { express, offlineDirectLine } = require('./packages.js');
const { listen, serve } = require('./lines.js');

console.log = () => {}; // it talks where the test listens
const app = express();
serve(app, address => app.use(offlineDirectLine.getRouter(address, process.argv[2])));
listen();
