using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>The bot: finds out who is speaking, lets in only those it knows, and keeps the conversation's state at the end of the turn.</summary>
public sealed class PlanBotHandler(MainDialog dialog, ConversationState conversation, IPersonRepository people, PlanViews plans, Strangers strangers, IEnumerable<IFiles> files) : ActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        foreach (var member in membersAdded.Where(member => member.Id != turnContext.Activity.Recipient?.Id))
        {
            var person = await strangers.KnownAsync(turnContext.Activity.ChannelId, member, cancellationToken);
            var language = LanguageOf(person, (turnContext.Activity as Activity)?.Locale);
            await Turn.SendAsync(turnContext, Permissions.IsBound(person) ? CommonTexts.Greeting(person!, language) : StrangerTexts.Greeting(language), cancellationToken);
        }
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var text = Spelling.Clean(activity.Text ?? "").Trim();
        var person = await strangers.KnownAsync(activity.ChannelId, activity.From, cancellationToken);
        var written = Languages.Of(text);
        if (person is null || !Permissions.IsBound(person))
        {
            // Before anything else is read: whoever is not known can learn nothing, whatever is asked.
            await Turn.SendAsync(turnContext, await strangers.AnswerAsync(activity.ChannelId, activity.From.Id, text, LanguageOf(null, activity.Locale), cancellationToken), cancellationToken);
            return;
        }
        if (written is { } spoken && person.Language != spoken.Code())
            await people.SetLanguageAsync(person.Id, spoken.Code(), cancellationToken);
        var language = written ?? LanguageOf(person, activity.Locale);
        var sent = new List<FileContent>();
        foreach (var channel in files)
            sent.AddRange(await channel.ReceiveAsync(activity, cancellationToken));
        if (text.Length == 0 && activity.Value is null && sent.Count == 0)
        {
            await Turn.SendAsync(turnContext, CommonTexts.NotUnderstood(person, language), cancellationToken);
            return;
        }
        var views = await plans.ReadAsync(cancellationToken);
        var units = views.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToList();
        var said = Understand.Utterance(text, units, PlanChoice.Names(views));
        turnContext.TurnState.Set(new Turn(new Asker(person, language, activity.ChannelId), said, views) { Files = sent });
        await dialog.RunAsync(turnContext, conversation.CreateProperty<DialogState>(nameof(DialogState)), cancellationToken);
    }

    private static Language LanguageOf(Person? person, string? locale) => person?.Language is { } code
        ? Languages.Parse(code)
        : locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Language.English : Language.Chinese;
}
