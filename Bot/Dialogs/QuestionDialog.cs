using PlanBot.Dialogs.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What an answer has led to.</summary>
/// <param name="Open">What is open now; null when nothing is.</param>
/// <param name="IsUnderstood">False when the words were no answer: then what was open is asked again, and after the second time a way out is offered.</param>
public sealed record Answered<T>(T? Open, bool IsUnderstood = true)
    where T : class
{
    /// <summary>Something beside it was answered; what is open is as it was shown.</summary>
    public bool IsAside { get; init; }
}

/// <summary>Asks what is open, takes the answer, and begins anew until nothing is open. What is open is kept with the conversation.</summary>
public abstract class QuestionDialog<T> : ComponentDialog
    where T : class
{
    private const string MissesName = "misses";

    private readonly string remembered;
    private readonly Memory memory;

    protected QuestionDialog(string id, string remembered, Memory memory)
        : base(id)
    {
        (this.remembered, this.memory) = (remembered, memory);
        AddDialog(new WaterfallDialog("question", [PromptAsync, TakeAsync]));
        AddDialog(new WordsPrompt("words", ShowAsync));
    }

    /// <summary>Under which it is remembered what the card is about that was shown last.</summary>
    private string ShownName => remembered + "-shown";

    /// <summary>What is open; null when nothing is.</summary>
    public Task<T?> OpenAsync(ITurnContext context, CancellationToken cancellationToken) => memory.ReadAsync<T>(context, remembered, cancellationToken);

    /// <summary>What the buttons that are shown now are about; null when nothing waits for a confirmation.</summary>
    public async Task<CardSubject?> OpenSubjectAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await OpenAsync(context, cancellationToken) is { } open ? (await AskAsync(context, open, cancellationToken))?.Card?.About : null;

    /// <summary>The open question in words; null when there is none after all.</summary>
    protected abstract Task<Reply?> AskAsync(ITurnContext context, T open, CancellationToken cancellationToken);

    protected abstract Task<Answered<T>> AnswerAsync(ITurnContext context, T open, string said, CancellationToken cancellationToken);

    /// <summary>Said to whoever was not understood twice: how to get out of the question.</summary>
    protected virtual Reply WayOut(Language language) => CommonTexts.WayOut(language);

    /// <summary>What is added to the open question only when it is really sent.</summary>
    protected virtual Task<Reply> CompletedAsync(ITurnContext context, T open, Reply question, CancellationToken cancellationToken) => Task.FromResult(question);

    /// <summary>What stands above the conversation already, and is only to be remembered.</summary>
    protected virtual Reply Again(Reply question, Language language) => question;

    /// <summary>How often words were no answer to the question that is open now.</summary>
    protected async Task<int> MissesAsync(ITurnContext context, CancellationToken cancellationToken) => (await memory.ReadAsync<Misses>(context, MissesName, cancellationToken))?.Count ?? 0;

    protected async Task CountMissAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, MissesName, new Misses(await MissesAsync(context, cancellationToken) + 1), cancellationToken);

    /// <returns>Whether something is open.</returns>
    protected async Task<bool> KeepAsync(ITurnContext context, T? open, CancellationToken cancellationToken)
    {
        await memory.ForgetAsync(context, MissesName, cancellationToken);
        await memory.ForgetAsync(context, ShownName, cancellationToken); // what is open now has not been shown yet
        if (open is null)
            await memory.ForgetAsync(context, remembered, cancellationToken);
        else
            await memory.KeepAsync(context, remembered, open, cancellationToken);
        return open is not null;
    }

    /// <summary>The open question as it is asked, and what its card is about for when it ends.</summary>
    private async Task<Reply?> ShowAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await OpenAsync(context, cancellationToken) is not { } open)
            return null;
        var question = await AskAsync(context, open, cancellationToken);
        if (question is null)
            return null;
        question = await CompletedAsync(context, open, question, cancellationToken);
        if (question.Card is not { } card)
            return question;
        var isShown = await memory.ReadAsync<CardSubject>(context, ShownName, cancellationToken) == card.About;
        await memory.KeepAsync(context, ShownName, card.About, cancellationToken);
        return isShown ? Again(question, Turn.Of(context).Language) : question;
    }

    /// <summary>Whoever answers in words ends what the card shows just as its button does.</summary>
    private async Task EndAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await memory.ReadAsync<CardSubject>(context, ShownName, cancellationToken) is { } shown)
            EndedQuestions.Add(context, shown, Turn.LastSaid(context));
    }

    private static Task<DialogTurnResult> PromptAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        if (await OpenAsync(step.Context, cancellationToken) is not { } open)
            return await step.EndDialogAsync(null, cancellationToken);
        var answered = await AnswerAsync(step.Context, open, (string)step.Result, cancellationToken);
        if (answered is { IsUnderstood: true, Open: null })
            await EndAsync(step.Context, cancellationToken);
        var isOpen = answered.IsAside || (answered.IsUnderstood ? await KeepAsync(step.Context, answered.Open, cancellationToken) : await MissAsync(step.Context, answered.Open ?? open, cancellationToken));
        return isOpen ? await step.ReplaceDialogAsync("question", null, cancellationToken) : await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<bool> MissAsync(ITurnContext context, T open, CancellationToken cancellationToken)
    {
        await memory.KeepAsync(context, remembered, open, cancellationToken);
        var language = Turn.Of(context).Language;
        await CountMissAsync(context, cancellationToken);
        await Turn.SendAsync(context, await MissesAsync(context, cancellationToken) < 2 ? ReportTexts.NotAnAnswer(language) : WayOut(language), cancellationToken);
        return true;
    }

    private sealed record Misses(int Count);
}
