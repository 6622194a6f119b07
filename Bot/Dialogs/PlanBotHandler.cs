using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>The bot: finds out who is speaking, lets in only those it knows, and keeps the conversation's state at the end of the turn.</summary>
public sealed class PlanBotHandler(
    MainDialog dialog, ConversationState conversation, IPersonRepository people, PlanViews plans, Strangers strangers, ShownCards cards, FormWindow window, IEnumerable<IFiles> files, IEnumerable<IReaders> readers)
    : InvokeHandler(strangers, plans, window)
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (GroupRules.IsGroup(turnContext.Activity))
            return;
        foreach (var member in membersAdded.Where(member => member?.Id is { Length: > 0 } id && id != turnContext.Activity.Recipient?.Id))
            await GreetAsync(turnContext, member, cancellationToken);
    }

    /// <summary>In Teams a private chat begins so, without a member being added.</summary>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        GroupRules.IsGroup(turnContext.Activity) || turnContext.Activity.Action != InstallationUpdateActionTypes.Add
            ? Task.CompletedTask
            : GreetAsync(turnContext, turnContext.Activity.From, cancellationToken);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (!GroupRules.IsAddressed(activity))
            return;
        if (GroupRules.IsGroup(activity))
            activity.RemoveRecipientMention();
        var press = CardPress.Read(activity.Value);
        var text = StorableText.Clean(press?.Say ?? activity.Text ?? "").Trim();
        var person = await Strangers.KnownAsync(activity.ChannelId, activity.From, cancellationToken);
        var written = LanguageWish.In(text) ?? Languages.Of(text);
        if (person is null || !Permissions.IsBound(person))
        {
            // Before anything else is read: whoever is not known can learn nothing, whatever is asked.
            await Turn.SendAsync(turnContext, await Strangers.AnswerAsync(activity.ChannelId, activity.From.Id, text, LanguageOf(null, activity.Locale), cancellationToken), cancellationToken);
            return;
        }
        if (written is { } spoken && person.Language != spoken.Code())
            await people.SetLanguageAsync(person.Id, spoken.Code(), cancellationToken);
        var language = written ?? LanguageOf(person, activity.Locale);
        if (text.Length <= 40 && InvitationCode.Read(text) is { } code)
        {
            // The letters of a code are no English.
            await Turn.SendAsync(turnContext, StrangerTexts.AlreadyBound(Languages.Of(code.Words) ?? LanguageOf(person, activity.Locale)), cancellationToken);
            return;
        }
        var sent = new List<FileContent>();
        foreach (var channel in files)
            sent.AddRange(await channel.ReceiveAsync(activity, cancellationToken));
        // A notice is the coordinators' to send; what a contact sends is a form.
        if (IsNotice(person, sent) && text.Length == 0)
            activity.Text = text = sent[0].Name; // a question that waits for words hears of the file too
        if (text.Length == 0 && activity.Value is null && sent.Count == 0)
        {
            await Turn.SendAsync(turnContext, CommonTexts.NotUnderstood(person, language), cancellationToken);
            return;
        }
        if (text.Length == 0 && sent.Count == 0 && CardReport.Read(activity.Value) is null)
        {
            await Turn.TellPresserAsync(turnContext, CardTexts.Outdated(CardTexts.UseTheLatest(language), language), cancellationToken);
            return;
        }
        if (press is not null)
            activity.Text = text;
        var all = await Plans.AllAsync(cancellationToken);
        var views = PlanViews.Begun(all);
        var units = views.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToList();
        var said = Meant(Understand.Utterance(text, units, PlanChoice.Names(all), Asker.SpeakerOf(person)), person, sent);
        var asker = new Asker(person, language, activity.ChannelId) { Readers = await ReadersAsync(turnContext, cancellationToken) };
        if (GroupRules.IsGroup(activity) && !GroupRules.MayAnswer(asker, said))
        {
            await Turn.TellPresserAsync(turnContext, CommonTexts.InPrivate(language), cancellationToken);
            return;
        }
        turnContext.TurnState.Set(new Turn(asker, said, views) { NotBegun = [.. all.Except(views)], Files = sent, Press = press });
        await dialog.RunAsync(turnContext, conversation.CreateProperty<DialogState>(nameof(DialogState)), cancellationToken);
        await cards.SettleAsync(turnContext, cancellationToken);
    }

    private async Task GreetAsync(ITurnContext turnContext, ChannelAccount member, CancellationToken cancellationToken)
    {
        var person = await Strangers.KnownAsync(turnContext.Activity.ChannelId, member, cancellationToken);
        var language = LanguageOf(person, turnContext.Activity.Locale);
        await Turn.SendAsync(turnContext, Permissions.IsBound(person) ? CommonTexts.Greeting(person!, language) : StrangerTexts.Greeting(language), cancellationToken);
    }

    /// <summary>暂停提醒 stops the ladder when a coordinator says it; a contact who says it wants to be left alone for a while. A coordinator's file, or a whole notice, is to be imported.</summary>
    private static Understood Meant(Understood said, Person person, IReadOnlyList<FileContent> sent) =>
        IsNotice(person, sent) || (said.Intent == Intent.None && Permissions.Allows(person, Ability.RunPlan) && ImportNoticeAct.IsNotice(said.Raw)) ? said with { Intent = Intent.ImportNotice, Confidence = 1 } :
        AliasAct.IsMeant(said) && Permissions.Allows(person, Ability.RunPlan) ? said with { Intent = Intent.NameUnit, Confidence = 1 } :
        said is { Intent: Intent.OwnDetails, IsByExample: true } && !Permissions.ReportsFor(person).Any() ? said with { Intent = Intent.None, Confidence = 0 } :
        // What only contacts have: a coordinator's words are taken for the next likely thing.
        said.Intent is Intent.TakeBackRequest or Intent.DropDraft or Intent.OwnDetails or Intent.HowToCorrect or Intent.NeedsSignOff && !Permissions.ReportsFor(person).Any()
            ? said with { Intent = said.Others.Count > 0 ? said.Others[0].Intent : Intent.None, Confidence = said.Others.Count > 0 ? said.Others[0].Confidence : 0 } :
        // 恢复吧 and 来份表格 mean the office's own things where nobody reports.
        said.Intent == Intent.ResumeDraft && Permissions.Allows(person, Ability.RunPlan) && !Permissions.ReportsFor(person).Any() ? said with { Intent = Intent.ResumeReminders } :
        said.Intent == Intent.Form && Permissions.Allows(person, Ability.SeeOverview) && !Permissions.ReportsFor(person).Any() && !said.Plain.Contains('填') ? said with { Intent = Intent.Export } :
        // A contact has no long lists to turn the pages of, but a draft to go on with.
        said is { Intent: Intent.More, Plain: "continue" or "继续" or "接着" or "go on" } && !person.IsCoordinator && Permissions.ReportsFor(person).Any() ? said with { Intent = Intent.ResumeDraft } :
        said.Intent is Intent.PauseReminders or Intent.ResumeReminders && !person.IsCoordinator && person.Contacts.Count > 0 ? said with { Intent = Intent.Snooze } : said;

    /// <summary>Who else reads what is answered here; null stands for a stranger. Nobody in a private chat.</summary>
    private async Task<IReadOnlyList<Person?>> ReadersAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        if (!GroupRules.IsGroup(turnContext.Activity))
            return [];
        foreach (var channel in readers)
        {
            if (await channel.OfAsync(turnContext, cancellationToken) is not { } members)
                continue;
            var known = new List<Person?>();
            foreach (var member in members.Where(member => member != turnContext.Activity.From.Id))
                known.Add(await people.FindByIdentityAsync(turnContext.Activity.ChannelId, member, cancellationToken));
            return known;
        }
        return [null];
    }

    private static bool IsNotice(Person person, IReadOnlyList<FileContent> sent) => sent.Count > 0 && Permissions.Allows(person, Ability.RunPlan) && !Permissions.ReportsFor(person).Any();
}
