// Microsoft's client for bots, as a caller of PlanBot. Each line {bot, appId, token, serviceUrl, activity} is posted, and answered by {status, body}, or by {error} when the client itself refuses it.
const { botbuilder, connector } = require('./packages.js');
const { listen, tell } = require('./lines.js');

/** A client that shows the token it is given, or none. */
function clientWith(appId, token) {
  // The one thing that is not theirs: whoever hands out tokens is the test. They would keep one until it expires, so each is over at once.
  const login = { acquireTokenByClientCredential: async () => ({ accessToken: token, expiresOn: new Date(0) }) };
  const credentials = new connector.MsalServiceClientCredentialsFactory(token ? appId : '', login);
  return new botbuilder.ConfigurationBotFrameworkAuthentication({}, credentials).createBotFrameworkClient();
}

listen(async ({ bot, appId, token, serviceUrl, activity }) => {
  try {
    tell(await clientWith(appId, token).postActivity(appId, appId, bot, serviceUrl, activity.conversation.id, activity));
  } catch (error) {
    tell({ error: String(error) });
  }
});
