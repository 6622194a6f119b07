using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Dialogs.Cards;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Leads through any act: asks for what is missing, shows what will change, does it on confirmation, and remembers how to take it back.</summary>
public sealed class ActDialog : ComponentDialog
{
    private const string Remembered = "act";
    private const string Undoable = "undo";

    /// <summary>Beginning to say something else is no answer: such words are asked about before they are taken for a name or a reason.</summary>
    private const double Sure = 0.7;

    private readonly IReadOnlyList<IAct> acts;
    private readonly Memory memory;
    private readonly CurrentCalendar currentCalendar;

    public ActDialog(IEnumerable<IAct> acts, Memory memory, CurrentCalendar currentCalendar)
        : base(nameof(ActDialog))
    {
        (this.acts, this.memory, this.currentCalendar) = ([.. acts], memory, currentCalendar);
        AddDialog(new WaterfallDialog("act", [AskAsync, TakeAsync]));
        AddDialog(new WordsPrompt("words", OpenQuestionAsync));
    }

    /// <summary>The act that these words wish for; null when none.</summary>
    public IAct? Meant(Turn turn) => acts.FirstOrDefault(act => act.IsMeant(turn.Said.Intent, turn.Asker));

    /// <summary>Reads the wish; the dialog is to be begun when it leaves something to be answered.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, IAct act, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken);
        return await KeepAsync(context, act, act.Read(turn, new() { Act = act.Name, Id = Guid.CreateVersion7() }), cancellationToken);
    }

    /// <summary>Whether the words wish for something else than what is open: another act, or the same about another unit.</summary>
    public async Task<bool> IsLeftAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (Meant(turn) is not { } act || await memory.ReadAsync<Wish>(context, Remembered, cancellationToken) is not { } wish)
            return false;
        var other = turn.Said.Unit?.One is { } unit && unit.Id != wish.UnitId;
        // A reason or a text may sound like a command; then only one that names its unit is taken for it.
        return wish.Asking is null or "unit" or "tasks" or "day" ? act.Name != wish.Act || (wish.Asking is null && other) : other && act.Name != wish.Act;
    }

    /// <summary>What the buttons that are shown now are about; null when nothing waits for a confirmation.</summary>
    public async Task<CardSubject?> OpenSubjectAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await OpenQuestionAsync(context, cancellationToken))?.Card?.About;

    /// <summary>撤销: takes back the last act of this conversation.</summary>
    public async Task UndoAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await memory.ReadAsync<Done>(context, Undoable, cancellationToken);
        await memory.ForgetAsync(context, Undoable, cancellationToken);
        var reply = done is not null && acts.FirstOrDefault(act => act.Name == done.Act) is { } act ? await act.UndoAsync(turn, done.Undo, cancellationToken) : ActTexts.NothingToUndo(turn.Language);
        await Turn.SendAsync(context, reply, cancellationToken);
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var isOpen = await memory.ReadAsync<Wish>(step.Context, Remembered, cancellationToken) is { } wish
            && acts.FirstOrDefault(act => act.Name == wish.Act) is { } act
            && await TakeAsync(step.Context, act, wish, (string)step.Result, cancellationToken);
        if (isOpen)
            return await step.ReplaceDialogAsync("act", null, cancellationToken);
        await memory.ForgetAsync(step.Context, Remembered, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    /// <returns>Whether something is still to be answered.</returns>
    private async Task<bool> TakeAsync(ITurnContext context, IAct act, Wish wish, string said, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken);
        // 不对，下周二 corrects what it names; 不 alone ends it.
        var isDeclined = wish.Asking is null && turn.Said.Intent is Intent.No or Intent.KeepDraft && turn.Said.IsSure(Sure) && act.Read(turn, wish) == wish;
        if (isDeclined || (turn.Said.Intent == Intent.Cancel && turn.Said.IsSure(Sure)))
        {
            await Turn.SendAsync(context, ActTexts.Cancelled(turn.Language), cancellationToken);
            return false;
        }
        if (wish.Asking is { } part)
            return act.Answer(turn, wish, part, said) is { } answered
                ? await KeepAsync(context, act, answered with { Asking = null }, cancellationToken)
                : await AgainAsync(context, turn, cancellationToken);
        if (turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(Sure))
        {
            await RunAsync(context, act, wish, cancellationToken);
            return false;
        }
        var corrected = act.Read(turn, wish);
        return corrected == wish ? await AgainAsync(context, turn, cancellationToken) : await KeepAsync(context, act, corrected, cancellationToken);
    }

    private async Task RunAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var done = await act.RunAsync(Turn.Of(context), wish, cancellationToken);
        // 撤销 means what was done last: where that cannot be taken back, nothing before it is.
        if (done.Undo is { } undo)
            await memory.KeepAsync(context, Undoable, new Done(act.Name, undo), cancellationToken);
        else
            await memory.ForgetAsync(context, Undoable, cancellationToken);
        await Turn.SendAsync(context, done.Reply, cancellationToken);
    }

    private async Task<bool> KeepAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var step = await act.NextAsync(Turn.Of(context), wish, cancellationToken);
        if (step is ActStep.Refused refused)
        {
            await Turn.SendAsync(context, refused.Reason, cancellationToken);
            return false;
        }
        await memory.KeepAsync(context, Remembered, wish with { Asking = (step as ActStep.Ask)?.Part }, cancellationToken);
        return true;
    }

    /// <summary>The turn with the day and the moment that its words name.</summary>
    private async Task<Turn> DatedAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        if (turn.Said.When is not { } when || turn.Plans.Count == 0)
            return turn;
        var (calendar, zone) = (await currentCalendar.ReadAsync(cancellationToken), turn.Plans[0].Zone);
        var now = TimeZoneInfo.ConvertTime(turn.Plans[0].Now, zone).DateTime;
        var moment = when.MomentIn(now, calendar);
        return turn with
        {
            NamedDay = when.DayIn(DateOnly.FromDateTime(now), calendar),
            NamedMoment = moment is { } at ? new CivilTime(zone).At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null,
        };
    }

    private static async Task<bool> AgainAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        await Turn.SendAsync(context, ReportTexts.NotAnAnswer(turn.Language), cancellationToken);
        return true;
    }

    /// <summary>Worded anew each time: what was true when the wish was said may have changed, and so may the language.</summary>
    private async Task<Reply?> OpenQuestionAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await memory.ReadAsync<Wish>(context, Remembered, cancellationToken) is not { } wish || acts.FirstOrDefault(act => act.Name == wish.Act) is not { } act)
            return null;
        return await act.NextAsync(Turn.Of(context), wish with { Asking = null }, cancellationToken) switch
        {
            ActStep.Ask ask => ask.Question,
            ActStep.Ready ready => ActCard.Add(ready.Preview, SubjectOf(wish, ready.Preview), Turn.Of(context).Language),
            ActStep.Refused refused => refused.Reason,
            _ => null,
        };
    }

    /// <summary>A wish that was corrected, or whose facts have changed, is another: a button under what was shown before does not confirm it.</summary>
    private static CardSubject SubjectOf(Wish wish, Reply preview) => new(CardSubjectKind.Act, $"{wish.Act}/{CardMark.Of($"{wish.Id}", preview.Text)}");

    private sealed record Done(string Act, string Undo);
}
