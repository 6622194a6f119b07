using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Reporting;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>Buttons and forms whose channel waits for an answer in the same breath. What they say is heard as a message with the same value would be, with the same rights;
/// what is answered to the button itself comes on top of the messages.</summary>
public abstract class InvokeHandler(Strangers strangers, PlanViews plans, FormWindow window) : TeamsActivityHandler
{
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const int Status = (int)HttpStatusCode.OK;

    protected Strangers Strangers => strangers;

    protected PlanViews Plans => plans;

    /// <summary>Whoever is not known is not heard at all: a button can carry any words, and a code or a claim must be written by somebody.</summary>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var (person, language) = await KnownAsync(turnContext, cancellationToken);
        if (person is null)
            return Message(StrangerTexts.NotBound(language).Text);
        if (invokeValue.Action.Data is not JObject data || (CardPress.Read(data) is null && CardReport.Read(data) is null))
            return Message(CardTexts.Outdated(CardTexts.UseTheLatest(language), language).Text);
        var answer = await HearAsync(turnContext, data, cancellationToken);
        return answer.Card is { } card
            ? new() { StatusCode = Status, Type = ReplyActivity.AdaptiveCardType, Value = JObject.Parse(card) }
            : Message(answer.Notice ?? CardTexts.Answered(language));
    }

    protected override async Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
    {
        var (person, language) = await KnownAsync(turnContext, cancellationToken);
        if (person is null)
            return Say(StrangerTexts.NotBound(language).Text);
        if (GroupRules.IsGroup(turnContext.Activity))
            return Say(CommonTexts.InPrivate(language).Text);
        return Show(await window.OpenAsync(AskerOf(turnContext, person, language), await plans.ReadAsync(cancellationToken), taskModuleRequest.Data, cancellationToken));
    }

    protected override async Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
    {
        var (person, language) = await KnownAsync(turnContext, cancellationToken);
        if (person is null)
            return Say(StrangerTexts.NotBound(language).Text);
        if (GroupRules.IsGroup(turnContext.Activity))
            return Say(CommonTexts.InPrivate(language).Text);
        var form = await window.CheckAsync(AskerOf(turnContext, person, language), await plans.ReadAsync(cancellationToken), taskModuleRequest.Data, cancellationToken);
        if (form.Wrong is { } wrong)
            return Show(wrong);
        var answer = await HearAsync(turnContext, (JObject)taskModuleRequest.Data, cancellationToken);
        // Nothing closes the window: the summary waits in the chat.
        return (answer.Notice ?? form.Notice) is { } notice ? Say(notice) : null;
    }

    protected static Language LanguageOf(Person? person, string? locale) => person?.Language is { } code
        ? Languages.Parse(code)
        : locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Chinese;

    private static AdaptiveCardInvokeResponse Message(string text) => new() { StatusCode = Status, Type = MessageType, Value = text };

    private static TaskModuleResponse Say(string text) => new(new TaskModuleMessageResponse(text));

    private static TaskModuleResponse Show(WindowContent content) => content switch
    {
        WindowContent.Card card => new(new TaskModuleContinueResponse(new TaskModuleTaskInfo
        {
            Title = card.Title, Height = "large", Width = "large", Card = new Attachment { ContentType = ReplyActivity.AdaptiveCardType, Content = JObject.Parse(card.Json) },
        })),
        WindowContent.Sentence sentence => Say(sentence.Text),
        _ => throw new InvalidOperationException($"Unknown content {content}"),
    };

    private static Asker AskerOf(ITurnContext<IInvokeActivity> turnContext, Person person, Language language) => new(person, language, turnContext.Activity.ChannelId);

    /// <returns>Nobody who has nothing to do here.</returns>
    private async Task<(Person? Person, Language Language)> KnownAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        var person = await strangers.KnownAsync(activity.ChannelId, activity.From, cancellationToken);
        return (Permissions.IsBound(person) ? person : null, LanguageOf(person, activity.Locale));
    }

    private async Task<PressAnswer> HearAsync(ITurnContext turnContext, JObject value, CancellationToken cancellationToken)
    {
        var answer = new PressAnswer();
        turnContext.TurnState.Set(answer);
        var activity = turnContext.Activity;
        (activity.Type, activity.Value, activity.Text) = (ActivityTypes.Message, value, null);
        try
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
        }
        finally
        {
            activity.Type = ActivityTypes.Invoke;
        }
        return answer;
    }
}
