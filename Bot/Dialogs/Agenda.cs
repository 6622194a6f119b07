using Microsoft.Bot.Builder;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs;

/// <summary>Something that was wished for together with something else, and waits until that is done or cancelled.</summary>
/// <param name="Text">As typed.</param>
public sealed record Waiting(string Text)
{
    /// <summary>What the words leave unsaid, taken over from the wish before.</summary>
    public Guid? UnitId { get; init; }
    public IReadOnlyList<int> Tasks { get; init; } = [];
    public IReadOnlyList<PeriodMention> Periods { get; init; } = [];
    public Intent ListOf { get; init; }

    public static Waiting Of(Understood said) => new(said.Raw)
    {
        UnitId = said.Units.Select(unit => unit.One?.Id).OfType<Guid>().Distinct().ToList() is [var only] ? only : null, Tasks = said.Tasks, Periods = said.Periods, ListOf = said.ListOf,
    };

    /// <summary>The words with what they left unsaid.</summary>
    public Understood Complete(Understood said, IReadOnlyList<PlanView> plans)
    {
        if (UnitId is { } id && plans.SelectMany(view => view.Units).FirstOrDefault(unit => unit.Id == id) is { } unit)
            said = said with { Units = [new UnitMention([unit], unit.Name)] };
        return said with
        {
            Tasks = Tasks, Periods = Periods, ListOf = ListOf, Refers = ListOf == Intent.None ? said.Refers : Reference.List,
        };
    }
}

/// <summary>What one message wished for beside the first thing: none of it is dropped, each has its turn.</summary>
public sealed class Agenda(Memory memory, TimeProvider clock)
{
    private const string Remembered = "agenda";

    /// <summary>Puts wishes before those that wait already.</summary>
    public async Task AddAsync(ITurnContext context, IReadOnlyList<Waiting> next, CancellationToken cancellationToken)
    {
        if (next.Count == 0)
            return;
        var waiting = await FreshAsync(context, cancellationToken);
        await memory.KeepAsync(context, Remembered, new Kept([.. next, .. waiting], clock.GetUtcNow()), cancellationToken);
    }

    /// <returns>Null when nothing waits.</returns>
    public async Task<Waiting?> TakeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var waiting = await FreshAsync(context, cancellationToken);
        if (waiting.Count <= 1)
            await ForgetAsync(context, cancellationToken);
        else
            await memory.KeepAsync(context, Remembered, new Kept([.. waiting.Skip(1)], clock.GetUtcNow()), cancellationToken);
        return waiting.Count > 0 ? waiting[0] : null;
    }

    /// <summary>What waits, as typed, the next first.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(ITurnContext context, CancellationToken cancellationToken) => [.. (await FreshAsync(context, cancellationToken)).Select(one => one.Text)];

    public Task ForgetAsync(ITurnContext context, CancellationToken cancellationToken) => memory.ForgetAsync(context, Remembered, cancellationToken);

    private async Task<IReadOnlyList<Waiting>> FreshAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await memory.ReadAsync<Kept>(context, Remembered, cancellationToken) is { } kept && clock.GetUtcNow() - kept.At <= Focus.Lasts ? kept.Wishes : [];

    private sealed record Kept(IReadOnlyList<Waiting> Wishes, DateTimeOffset At);
}
