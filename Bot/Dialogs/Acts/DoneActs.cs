using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Acts;

/// <summary>What was done in a conversation, to be taken back.</summary>
internal sealed class DoneActs(IReadOnlyList<IAct> acts, Memory memory)
{
    private const string Undoable = "done";

    /// <summary>Acts of a conversation that are remembered.</summary>
    private const int MostDone = 10;

    public async Task AddAsync(ITurnContext context, DoneAct act, CancellationToken cancellationToken) =>
        await memory.KeepAsync(context, Undoable, (await ReadAsync(context, cancellationToken)).Append(act).TakeLast(MostDone).ToList(), cancellationToken);

    /// <summary>The last act, where it was done at once and a short while ago.</summary>
    public async Task<(IAct Act, Wish Wish)?> LastAtOnceAsync(ITurnContext context, CancellationToken cancellationToken) =>
        (await ReadAsync(context, cancellationToken)).LastOrDefault() is { Undo: not null, At: { } at } last && acts.FirstOrDefault(act => act.Name == last.Wish.Act) is { IsDoneAtOnce: true } act
            && Turn.Of(context).Plans is [var view, ..] && view.Now - at <= Focus.Lasts ? (act, last.Wish) : null;

    /// <summary>Takes back the last one, or the last of the kind and for the unit that the words name; says so, or that there is none.</summary>
    public async Task UndoAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        var done = await ReadAsync(context, cancellationToken);
        var (kind, unit) = (KindNamed(turn), turn.Said.Unit?.One);
        // 撤销 alone means what was done last: where that cannot be taken back, nothing before it is.
        var meant = kind is null && unit is null ? done.LastOrDefault() : done.LastOrDefault(one => (kind is null || one.Wish.Act == kind) && (unit is null || one.Wish.UnitId == unit.Id));
        if (meant is not null)
            await memory.KeepAsync(context, Undoable, done.FindAll(one => one != meant), cancellationToken);
        var reply = meant?.Undo is { } undo && acts.FirstOrDefault(act => act.Name == meant.Wish.Act) is { } act
            ? await act.UndoAsync(turn, undo, cancellationToken) : ActTexts.NothingToUndo(turn.Language, unit?.Name);
        await Turn.SendAsync(context, reply, cancellationToken);
    }

    private async Task<List<DoneAct>> ReadAsync(ITurnContext context, CancellationToken cancellationToken) => await memory.ReadAsync<List<DoneAct>>(context, Undoable, cancellationToken) ?? [];

    /// <summary>Name of the act that the words name beside their wish to take it back; null when they name none.</summary>
    private string? KindNamed(Turn turn)
    {
        foreach (var idea in turn.Said.Evidence.Select(evidence => evidence.Idea).Where(idea => idea != nameof(Intent.Undo)))
        {
            var intent = idea == "Approve" ? Intent.Accept : idea == "Pause" ? Intent.PauseReminders : Enum.TryParse<Intent>(idea, out var named) ? named : Intent.None;
            if (intent is not (Intent.None or Intent.Withdraw or Intent.Cancel) && acts.FirstOrDefault(act => act.IsMeant(intent, turn.Asker)) is { } act)
                return act.Name;
        }
        return null;
    }
}

/// <param name="Undo">Null when it cannot be taken back.</param>
internal sealed record DoneAct(Wish Wish, string? Undo)
{
    /// <summary>Null where no plan tells the time.</summary>
    public DateTimeOffset? At { get; init; }
}
