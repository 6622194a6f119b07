import { locale } from './texts.js';

const accent = '#1d5b9e';
const style = {
  accent,
  primaryFont: 'inherit',
  backgroundColor: 'transparent',
  rootHeight: '100%',
  rootWidth: '100%',
  paddingRegular: 14,
  bubbleBackground: '#ffffff',
  bubbleBorderColor: '#e3e7ee',
  bubbleBorderRadius: 14,
  bubbleTextColor: '#1c2430',
  bubbleFromUserBackground: accent,
  bubbleFromUserBorderColor: accent,
  bubbleFromUserBorderRadius: 14,
  bubbleFromUserTextColor: '#ffffff',
  bubbleMaxWidth: 640,
  bubbleMinHeight: 40,
  botAvatarImage: '/chat/icon.svg',
  botAvatarInitials: '',
  botAvatarBackgroundColor: 'transparent',
  avatarSize: 36,
  avatarBorderRadius: 10,
  timestampFormat: 'absolute',
  timestampColor: '#5c6675',
  subtle: '#5c6675',
  sendBoxBackground: '#ffffff',
  sendBoxBorderTop: '1px solid #e3e7ee',
  sendBoxTextWrap: true,
  sendBoxMaxHeight: 180,
  sendBoxHeight: 56,
  sendBoxButtonColor: accent,
  sendBoxPlaceholderColor: '#667080',
  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBorderColor: '#b9cde3',
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionHeight: 36,
  suggestedActionTextColor: accent,
  transcriptOverlayButtonBackground: '#ffffff',
  transcriptOverlayButtonColor: accent,
};
const cards = {
  fontFamily: 'inherit',
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 21 },
  spacing: { small: 6, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e3e7ee' },
  containerStyles: { default: { foregroundColors: { default: { default: '#1c2430', subtle: '#5c6675' }, accent: { default: accent, subtle: accent } } } },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, spacing: 'medium' },
};

// A card that shows all that its message says stands for it: nobody reads the same thing twice, or finds the same buttons twice.
const cardForText = () => next => action => {
  const activity = action.payload?.activity;
  if (!action.type.startsWith('DIRECT_LINE/INCOMING_ACTIVITY') || !activity?.channelData?.planbotCardForText) return next(action);
  return next({ ...action, payload: { ...action.payload, activity: { ...activity, text: '', suggestedActions: undefined } } });
};

// What a card's button says is shown as said, as though it had been typed.
const showPressed = () => next => ({ cardAction, ...others }) =>
  next({
    ...others,
    cardAction: cardAction.type === 'postBack' && cardAction.value?.action === 'say'
      ? { type: 'messageBack', value: cardAction.value, displayText: cardAction.value.say, text: cardAction.value.say }
      : cardAction,
  });

// Web Chat shows times in the browser's zone; people here mean the plan's. A time shifted by the difference reads right.
const planOffset = 8 * 60;
const inPlanTime = () => next => ({ activity, ...others }, ...rest) => {
  const instant = new Date(activity.timestamp);
  const shifted = new Date(instant.getTime() + (planOffset + instant.getTimezoneOffset()) * 60000);
  return next({ ...others, activity: activity.timestamp ? { ...activity, timestamp: shifted.toISOString() } : activity }, ...rest);
};

// Direct Line's connection states that only a new token ends.
const expired = 3;
const failed = 4;

let current = null;

/**
 * Opens the lasting conversation of one person in `place`.
 * @param getToken gives a token and the id it belongs to; asked again when the token has run out, e.g. after a laptop slept.
 */
export async function openConversation(place, getToken, tooOften = () => {}) {
  closeConversation(place);
  const mine = (current = { line: null, draw: null });
  const { token, userId } = await getToken();
  if (current !== mine) return; // somebody else was picked meanwhile

  mine.line = window.WebChat.createDirectLine({ domain: `${location.origin}/v3/directline`, token, webSocket: true });
  const since = performance.now();
  mine.line.connectionStatus$.subscribe(status => {
    if (current !== mine || (status !== expired && status !== failed)) return;
    if (performance.now() - since > 5000) openConversation(place, getToken, tooOften).catch(tooOften);
    else tooOften();
  });
  const box = document.createElement('div');
  place.replaceChildren(box);
  const store = window.WebChat.createStore({}, cardForText);
  mine.draw = () => window.WebChat.renderWebChat(
    {
      directLine: mine.line, store, userID: userId, locale: locale(), styleOptions: style, adaptiveCardsHostConfig: cards,
      activityStatusMiddleware: inPlanTime, cardActionMiddleware: showPressed,
    },
    box);
  mine.draw();
  if (matchMedia('(hover: hover)').matches) focusSendBox(box); // where a keyboard would rise over the page, the person opens it
}

function focusSendBox(box) {
  const drawn = new MutationObserver(() => {
    const input = box.querySelector('[data-id="webchat-sendbox-input"]');
    if (!input) return;
    drawn.disconnect();
    input.focus();
  });
  drawn.observe(box, { childList: true, subtree: true });
}

/** Shows the open conversation in the page's present language. */
export const redrawConversation = () => current?.draw?.();

export function closeConversation(place) {
  current?.line?.end();
  current = null;
  place.replaceChildren();
}
