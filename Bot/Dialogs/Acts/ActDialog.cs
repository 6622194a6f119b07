using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>Leads through any act: asks for what is missing, shows what will change, does it on confirmation, and remembers how to take it back.</summary>
public sealed class ActDialog : QuestionDialog<Wish>
{
    private const string Undoable = "undo";

    /// <summary>Beginning to say something else is no answer: such words are asked about before they are taken for a name or a reason.</summary>
    private const double Sure = 0.7;

    /// <summary>A coordinator's act may be corrected in words that name another.</summary>
    private const double SureOfCoordinator = 0.9;

    private readonly IReadOnlyList<IAct> acts;
    private readonly Memory memory;
    private readonly CurrentCalendar currentCalendar;

    public ActDialog(IEnumerable<IAct> acts, Memory memory, CurrentCalendar currentCalendar)
        : base(nameof(ActDialog), "act", memory)
    {
        (this.acts, this.memory, this.currentCalendar) = ([.. acts], memory, currentCalendar);
    }

    /// <summary>The act that these words wish for; null when none.</summary>
    public IAct? Meant(Turn turn) => acts.FirstOrDefault(act => act.IsMeant(turn.Said.Intent, turn.Asker));

    /// <summary>Reads the wish; the dialog is to be begun when it leaves something to be answered.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, IAct act, CancellationToken cancellationToken)
    {
        var turn = await DatedAsync(context, cancellationToken);
        return await KeepAsync(context, await NextAsync(context, act, act.Read(turn, new() { Act = act.Name, Id = Guid.CreateVersion7() }), cancellationToken), cancellationToken);
    }

    /// <summary>Whether the words wish for something else than what is open: another act, or the same about another unit.</summary>
    public async Task<bool> IsLeftAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (Meant(turn) is not { } act || await OpenAsync(context, cancellationToken) is not { } wish || !turn.Said.IsSure(turn.Asker.Sees(Ability.RunPlan) ? SureOfCoordinator : Sure))
            return false;
        var other = turn.Said.Unit?.One is { } unit && unit.Id != wish.UnitId;
        // A reason or a text may sound like a command; then only one that names its unit, or can be no reason, is taken for it.
        return act.Name != wish.Act
            ? !IsFree(wish) || (turn.Said.IsSure(SureOfCoordinator) && (other || turn.Said.Intent is Intent.Snooze or Intent.Withdraw or Intent.TakeBackRequest or Intent.DropDraft))
            : wish.Asking is null && other && turn.Said.IsSure(SureOfCoordinator);
    }

    /// <summary>Whether what is open is a question that any words may answer: a reason, a name, a text.</summary>
    public async Task<bool> IsFreeAsync(ITurnContext context, CancellationToken cancellationToken) => await OpenAsync(context, cancellationToken) is { } wish && IsFree(wish);

    /// <summary>撤销: takes back the last act of this conversation.</summary>
    public async Task UndoAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await memory.ReadAsync<Done>(context, Undoable, cancellationToken);
        await memory.ForgetAsync(context, Undoable, cancellationToken);
        var reply = done is not null && acts.FirstOrDefault(act => act.Name == done.Act) is { } act ? await act.UndoAsync(turn, done.Undo, cancellationToken) : ActTexts.NothingToUndo(turn.Language);
        await Turn.SendAsync(context, reply, cancellationToken);
    }

    private static bool IsFree(Wish wish) => wish.Asking is not (null or "unit" or "tasks" or "plan" or "day" or "time" or "number");

    protected override async Task<Answered<Wish>> AnswerAsync(ITurnContext context, Wish open, string said, CancellationToken cancellationToken)
    {
        if (acts.FirstOrDefault(act => act.Name == open.Act) is not { } act)
            return new(null);
        var turn = await DatedAsync(context, cancellationToken);
        // 不对，下周二 corrects what it names; 不 alone ends it.
        var isDeclined = open.Asking is null && turn.Said.Intent is Intent.No or Intent.KeepDraft && turn.Said.IsSure(Sure) && act.Read(turn, open) == open;
        if (isDeclined || (turn.Said.Intent == Intent.Cancel && turn.Said.IsSure(Sure)))
        {
            await Turn.SendAsync(context, ActTexts.Cancelled(turn.Language), cancellationToken);
            return new(null);
        }
        if (open.Asking is null && turn.Said.Intent == Intent.Confirm && turn.Said.IsSure(Sure))
        {
            await RunAsync(context, act, open, cancellationToken);
            return new(null);
        }
        var answered = open.Asking is { } part ? SaidAgain(turn, act, open) ?? act.Answer(turn, open, part, said) : act.Read(turn, open);
        return answered is null || (open.Asking is null && answered == open) ? new(open, IsUnderstood: false) : new(await NextAsync(context, act, answered with { Asking = null }, cancellationToken));
    }

    /// <summary>能不能延到15号, while a reason is asked for: the wish itself, with another day.</summary>
    private Wish? SaidAgain(Turn turn, IAct act, Wish wish) =>
        Meant(turn) == act && turn.Said.IsSure(Sure) && (turn.NamedDay is not null || turn.Said.Days is not null) && act.Read(turn, wish) is var again && again != wish ? again : null;

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

    /// <returns>The wish with what it is asked for; null when it was refused, and that was said.</returns>
    private static async Task<Wish?> NextAsync(ITurnContext context, IAct act, Wish wish, CancellationToken cancellationToken)
    {
        var step = await act.NextAsync(Turn.Of(context), wish, cancellationToken);
        if (step is not ActStep.Refused refused)
            return wish with { Asking = (step as ActStep.Ask)?.Part };
        await Turn.SendAsync(context, refused.Reason, cancellationToken);
        return null;
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

    /// <summary>Worded anew each time: what was true when the wish was said may have changed, and so may the language.</summary>
    protected override async Task<Reply?> AskAsync(ITurnContext context, Wish open, CancellationToken cancellationToken)
    {
        if (acts.FirstOrDefault(act => act.Name == open.Act) is not { } act)
            return null;
        return await act.NextAsync(Turn.Of(context), open with { Asking = null }, cancellationToken) switch
        {
            ActStep.Ask ask => ask.Question,
            ActStep.Ready ready => ready.Preview,
            ActStep.Refused refused => refused.Reason,
            _ => null,
        };
    }

    private sealed record Done(string Act, string Undo);
}
