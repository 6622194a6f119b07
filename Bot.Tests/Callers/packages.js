// All that the scripts beside this file use of npm, in one file.
module.exports = {
  botbuilder: require('botbuilder'),
  connector: require('botframework-connector'),
  express: require('express'),
  offlineDirectLine: require('offline-directline'),
};
