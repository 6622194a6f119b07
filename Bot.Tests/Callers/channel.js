// Microsoft's routes of a connector, as the channel that PlanBot answers to. Whatever arrives is told as {operation, from, ids, body}.
// Arguments: where the keys of the bot's tokens are found, and the app id that must stand in them. A line {members} says who is in every conversation; {refusal: {status, message}} makes
// every call fail so, and {refusal: null} no longer. Every line is answered by {done}, after all that arrived before it.
const { botbuilder, express } = require('./packages.js');
const { listen, serve, tell } = require('./lines.js');

const [keys, appId] = process.argv.slice(2);
const authentication = new botbuilder.ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: appId, ToBotFromEmulatorOpenIdMetadataUrl: keys });
let members = [];
let refusal = null;
let sent = 0;

class Channel extends botbuilder.ChannelServiceHandlerBase {
  authenticate(header) {
    return authentication.authenticateChannelRequest(header);
  }

  /** Every answer comes after the call was told. */
  take(operation, identity, ids, body, answer) {
    const claims = Object.fromEntries(identity.claims.map(({ type, value }) => [type, value]));
    tell({ operation, from: { app: claims.appid, audience: claims.aud }, ids, body });
    if (refusal) throw new botbuilder.StatusCodeError(refusal.status, refusal.message);
    return answer;
  }

  takeActivity(operation, identity, ids, activity) {
    // Their check of a whole activity asks for members that their own activities do not have; that of its parts holds.
    activity.attachments?.forEach(attachment => botbuilder.assertAttachment(attachment));
    activity.entities?.forEach(entity => botbuilder.assertEntity(entity));
    activity.suggestedActions?.actions.forEach(action => botbuilder.assertCardAction(action));
    return this.take(operation, identity, ids, activity, { id: `sent-${++sent}` });
  }

  async onSendToConversation(identity, conversation, activity) {
    return this.takeActivity('send', identity, [conversation], activity);
  }

  async onReplyToActivity(identity, conversation, to, activity) {
    return this.takeActivity('reply', identity, [conversation, to], activity);
  }

  async onUpdateActivity(identity, conversation, id, activity) {
    return this.takeActivity('update', identity, [conversation, id], activity);
  }

  async onDeleteActivity(identity, conversation, id) {
    this.take('delete', identity, [conversation, id]);
  }

  async onCreateConversation(identity, parameters) {
    return this.take('create', identity, [], parameters, { id: 'a:created', activityId: 'first', serviceUrl: '' });
  }

  async onGetConversationMembers(identity, conversation) {
    return this.take('members', identity, [conversation], undefined, members);
  }

  async onGetConversationMember(identity, id, conversation) {
    return this.take('member', identity, [conversation, id], undefined, members.find(member => member.id === id));
  }

  /** Two members a page, however many are asked for. */
  async onGetConversationPagedMembers(identity, conversation, size, token) {
    const at = Number(token ?? 0);
    const page = { members: members.slice(at, at + 2), ...(at + 2 < members.length && { continuationToken: String(at + 2) }) };
    return this.take('page', identity, [conversation], { size, token }, page);
  }
}

const app = express();
new botbuilder.ChannelServiceRoutes(new Channel()).register(app, '/emea');
serve(app);
listen(said => {
  if ('members' in said) members = said.members;
  if ('refusal' in said) refusal = said.refusal;
  tell({ done: true });
});
